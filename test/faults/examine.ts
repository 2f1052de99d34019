import type { Store, Task, Whole } from '../../src/app/ports.ts'
import { UnreadableRecord, upcast } from '../../src/app/upcast.ts'
import { flawOf } from '../../src/app/verify/flaw.ts'
import type { MaybeCase } from '../../src/core/case/case.ts'
import type { CaseEvent } from '../../src/core/case/event.ts'
import { caseKind } from '../../src/core/case/index.ts'
import { NOTHING_STANDS, placeKey } from '../../src/core/effect.ts'
import type { SlackService } from './slack-service.ts'

/** All that a store holds, and what is wrong with it in itself. */
export interface Held {
  readonly rows: readonly Whole[]
  readonly waiting: number
  readonly wrongs: readonly string[]
}

export async function heldIn(store: Store): Promise<Held> {
  const rows: Whole[] = []
  for await (const row of store.rows()) rows.push(row)
  const { waiting } = await store.counts()
  const wrongs = [...store.complaints, ...rows.flatMap(faultsOf)]
  return { rows, waiting, wrongs }
}

function faultsOf(row: Whole): string[] {
  const { id, saved, entries, dead } = row
  const flaw = flawOf(entries, saved.head)
  const chain = flaw === null ? [] : [`The history of ${id} was ${flaw.what} at ${flaw.from}`]
  return [...chain, ...unreadable(row), ...dead.map((task) => `${task.id} was given up`)]
}

function unreadable({ id, saved }: Whole): string[] {
  try {
    upcast(id, saved)
    return []
  } catch (error) {
    if (error instanceof UnreadableRecord) return [error.message]
    throw error
  }
}

/** What the histories say was to be told, and does not stand in Slack; and what stands there twice. */
export function toldWrongly(rows: readonly Whole[], slack: SlackService): string[] {
  const standing = new Set(
    slack.posted.flatMap(({ channel, ts, mark, deleted }) =>
      mark === undefined || deleted ? [] : [`${mark.record} ${mark.slot} ${channel} ${ts}`],
    ),
  )
  const missing = rows.flatMap((row) => {
    const gone = row.shown.filter(({ place, slot, ref }) => {
      if (ref === NOTHING_STANDS || !place.startsWith('slack/')) return false
      const [channel, ts] = ref.includes(':') ? ref.split(':') : [place.split('/').at(-1), ref]
      return !standing.has(`${row.id} ${slot} ${channel} ${ts}`)
    })
    return [
      ...neverTold(row),
      ...gone.map(({ slot, ref }) => `${row.id} believes that ${slot} stands at ${ref}`),
    ]
  })
  return [...missing, ...slack.doubles().map((name) => `twice: ${name}`)]
}

/** What the history says was to be told, and never was. */
export function neverTold(row: Whole): string[] {
  const refs = new Map(row.shown.map(({ place, slot, ref }) => [`${place} ${slot}`, ref]))
  const dead = new Set(row.dead.map(nameOf))
  const isUntold = (name: string) =>
    !refs.has(name) || (refs.get(name) === NOTHING_STANDS && dead.has(name))
  return [...owedBy(row)].filter(isUntold).map((name) => `${row.id} never told ${name}`)
}

function nameOf({ effect }: Pick<Task, 'effect'>): string {
  return effect.type === 'message' ? `${placeKey(effect.place)} ${effect.slot}` : ''
}

/** Every message that some fact of a case ever asked for, by its place and slot. */
function owedBy({ id, entries }: Whole): Set<string> {
  const owed = new Set<string>()
  if (!id.startsWith('case-')) return owed
  let kase: MaybeCase = { kind: 'case', status: 'none', id }
  for (const { body } of entries) {
    const event = JSON.parse(body ?? '{}') as CaseEvent // a case's history holds its events
    kase = caseKind.evolve(kase, event)
    for (const effect of caseKind.announce(kase, event))
      if (effect.type === 'message') owed.add(`${placeKey(effect.place)} ${effect.slot}`)
  }
  return owed
}
