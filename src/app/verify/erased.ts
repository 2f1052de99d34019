import { isDeepStrictEqual } from 'node:util'
import { Removal } from '../../core/retention.ts'
import { showDate } from '../../core/time/day.ts'
import { erasedWith, plainEvent } from '../kept-event.ts'
import type { Whole } from '../ports.ts'

/** The first entry that has no body any more though no event on record erased it; null if there is none. */
export function erasedWithoutWord({ entries }: Whole): number | null {
  const bodiless = entries.filter(({ body }) => body === null)
  if (bodiless.length === 0) return null
  const told = new Set(entries.flatMap(({ body }) => (body === null ? [] : erasedWith(body))))
  return bodiless.find(({ seq }) => !told.has(seq))?.seq ?? null
}

/** The decision by which a record was removed, in words; null where it was not. */
export function removedIn({ entries, saved }: Whole): string | null {
  for (const { body } of entries) {
    const event = body === null ? null : plainEvent(body)
    if (event?.type !== 'removed') continue
    const { data: removal } = Removal.safeParse(event)
    const left = Object(saved.record)
    if (!removal || !isDeepStrictEqual(left.removed, JSON.parse(JSON.stringify(removal)))) continue
    const who = 'name' in removal.by ? removal.by.name : 'Muster'
    return `removed under retention ${removal.at.slice(0, 10)} by ${who} (${removal.rule}, kept until ${showDate(removal.keptUntil)}): ${removal.because}`
  }
  return null
}
