import type { Former } from '../../core/organisation/organisation.ts'
import type { AnyEvent } from '../../core/record.ts'
import { type RecordId, referenceOf } from '../../core/record-id.ts'
import { toldIn } from '../inquiry/told-events.ts'
import type { Whole } from '../ports.ts'
import type { Named } from './everyone.ts'
import { names, withoutOthers } from './others.ts'

/** What one record holds about a person; mostly nothing. */
export interface About {
  readonly id: RecordId
  readonly reference: string
  /** Somebody raised it in confidence: whether to hand it over is for the operator to judge. */
  readonly inConfidence: boolean
  /** Only the people on its list see it. */
  readonly isConfidential: boolean
  /** The case that it is about, where it is a meeting. */
  readonly of: RecordId | null
  readonly entries: readonly { readonly seq: number; readonly event: object }[]
  /** What was sent to them alone. */
  readonly sent: readonly { readonly what: string; readonly acceptedAt: string | null }[]
  /** Their listing as it is kept since they left the directory. */
  readonly kept: readonly Former[]
  /** Whether anything of it was erased. */
  readonly isErased: boolean
  /** The entries that this version cannot read. */
  readonly unreadable: readonly number[]
}

interface Saved {
  readonly confidential?: unknown
  readonly case?: RecordId | null
  readonly former?: readonly Former[]
}

export function aboutIn(row: Whole, subject: Named, all: readonly Named[]): About {
  const told = toldIn(row)
  const raised = told.find(({ event }) => event?.type === 'raised')?.event
  const record: Saved = Object(row.saved.record)
  const entries = told.flatMap(({ seq, event }) => {
    if (event === null) return []
    const own = ownPart(event, subject)
    if (!names(own, subject)) return []
    // What is an object stays one.
    return [{ seq, event: withoutOthers(own, subject, all) as object }]
  })
  const sent = row.shown
    .filter(({ place }) => place.endsWith(`/person/${subject.id}`))
    .map(({ slot, first }) => ({
      what: String(withoutOthers(slot, subject, all)),
      acceptedAt: first?.endedAt ?? null,
    }))
  return {
    id: row.id,
    reference: referenceOf(row.id),
    inConfidence: raised?.type === 'raised' && raised.raiser.how !== 'named',
    isConfidential: record.confidential !== undefined,
    of: record.case ?? null,
    entries,
    sent,
    kept: (record.former ?? []).filter(({ id }) => id === subject.id),
    isErased: told.some(({ erased }) => erased),
    unreadable: told.flatMap(({ seq, event, erased }) => (event === null && !erased ? [seq] : [])),
  }
}

/** Of what names many, their own line; of a case in confidence, nothing that tells who raised it. */
function ownPart(event: AnyEvent, { id }: Named): object {
  if (event.type === 'imported') {
    const { people, holdings, head } = event.standing
    const left = event.changes?.left.filter((one) => one.id === id) ?? []
    return {
      ...{ type: event.type, at: event.at },
      people: people.filter((one) => one.id === id),
      holdings: holdings
        .filter((one) => [one.holder, one.deputy, one.onCall].includes(id))
        .map(({ role, ...held }) => ({
          role,
          as: Object.entries(held).flatMap(([as, person]) => (person === id ? [as] : [])),
        })),
      ...(head === id ? { head } : {}),
      ...(left.length > 0 ? { left } : {}),
    }
  }
  // Who could have read it would tell everybody named there of a case that is not theirs to see.
  if (event.type === 'madeConfidential') {
    const { type, at, confidential } = event
    return { type, at, access: confidential.access.filter(({ person }) => person === id) }
  }
  if (event.type !== 'raised' || event.raiser.how === 'named') return event
  const { doer } = event.raiser
  if (doer.type === 'person' && doer.person === id) return event
  return { ...event, raiser: 'someone in confidence' }
}
