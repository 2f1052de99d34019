import { z } from 'zod'
import { Place, placeKey } from '../effect.ts'
import { Empty } from '../meeting/meeting.ts'
import { Doer } from '../people/actor.ts'
import { RecordId } from '../record-id.ts'
import { Instant } from '../time/instant.ts'
import { typeIn } from '../type-in.ts'

/** That somebody was told outside Muster, as whoever told them has recorded it. */
const Outside = z.object({
  name: z.string(),
  how: z.enum(['phone', 'inPerson', 'letter']),
  toldAt: Instant,
  by: Doer,
  /** When that was recorded. */
  at: Instant,
})
export type Outside = z.infer<typeof Outside>
export const TOLD_HOW = Outside.shape.how

/** One who must know, as the post was filled then; or why nobody is told for it. */
const Line = z.object({
  id: z.string(),
  label: z.string(),
  person: z.string().nullable(),
  empty: Empty.nullable(),
  /** Of a confidential case: they are not on its list, so they are not told. */
  offList: z.exactOptional(z.literal(true)),
  outside: z.exactOptional(Outside),
})
export type Line = z.infer<typeof Line>

/** Where somebody is told: accepted by its service at that time, or why it never will be. */
const Told = z.object({
  person: z.string(),
  place: Place,
  acceptedAt: Instant.nullable(),
  failed: z.string().nullable(),
  /** Of one who was told later than the others. */
  since: z.exactOptional(Instant),
})
export type Told = z.infer<typeof Told>

/** People who are told of one thing, by a rule of the pack. */
export const Telling = z.object({
  n: z.int().positive(),
  at: Instant,
  rule: z.string(),
  by: Doer,
  /** In the words of whoever had them told; null where it is a change of level. */
  words: z.string().nullable(),
  level: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** The case that they were told about, where it was asked for from one: its proof stands there too. */
  case: z.exactOptional(RecordId),
  /** What was put on file about a provider with it. */
  matter: z.exactOptional(z.int().positive()),
  /** Of a decision on the level, by its number, that is taken back: when that had been made. */
  takesBack: z.exactOptional(z.object({ decision: z.int().positive(), decidedAt: Instant })),
  /** What it tells of was taken back then. */
  takenBack: z.exactOptional(Instant),
  lines: z.array(Line),
  told: z.array(Told),
})
export type Telling = z.infer<typeof Telling>

/** What happens to one. */
export type TellingEvent =
  | { type: 'tellingBegun'; telling: Omit<Telling, 'n' | 'at'> }
  | { type: 'tellingReached'; telling: number; place: string }
  | {
      type: 'tellingFailed'
      telling: number
      place: string
      reason: string
      /** Where they are told instead. */
      instead: readonly Place[]
    }

export const isTelling = typeIn<TellingEvent['type']>(
  'tellingBegun',
  'tellingReached',
  'tellingFailed',
)

const SLOT = /^notice:tell\.(\d+)$/

export function slotOf({ n }: Pick<Telling, 'n'>): `notice:${string}` {
  return `notice:tell.${n}`
}

/** The telling that a message is of; undefined where it is another message. */
export function tellingOf(tellings: readonly Telling[], slot: string): Telling | undefined {
  const n = SLOT.exec(slot)?.[1]
  return n === undefined ? undefined : tellings.find((one) => `${one.n}` === n)
}

export function isOfTelling(slot: string): boolean {
  return SLOT.test(slot)
}

export function placesOfTellings(tellings: readonly Telling[]): readonly Place[] {
  return tellings.flatMap(({ told }) => told.map(({ place }) => place))
}

/** Applies one fact. */
export function withTelling(
  tellings: readonly Telling[],
  event: TellingEvent & { readonly at: Instant },
): Telling[] {
  if (event.type === 'tellingBegun')
    return [...tellings, { n: tellings.length + 1, at: event.at, ...event.telling }]
  return tellings.map((one) => (one.n === event.telling ? changed(one, event) : one))
}

/** Those lines are told now, each person as of then. */
export function withLate(
  telling: Telling,
  { at, lines, told }: { at: Instant; lines: readonly Line[]; told: readonly Told[] },
): Telling {
  return {
    ...telling,
    lines: telling.lines.map((line) => lines.find(({ id }) => id === line.id) ?? line),
    told: [...telling.told, ...told.map((one) => ({ ...one, since: at }))],
  }
}

/** It is on record that somebody was told of one of its posts outside Muster. */
export function withOutside(telling: Telling, id: string, outside: Outside): Telling {
  const lines = telling.lines.map((line) => (line.id === id ? { ...line, outside } : line))
  return { ...telling, lines }
}

function changed(
  telling: Telling,
  event: Exclude<TellingEvent, { type: 'tellingBegun' }> & { readonly at: Instant },
): Telling {
  const isThere = ({ place }: Told) => placeKey(place) === event.place
  if (event.type === 'tellingReached') {
    const told = telling.told.map((one) =>
      isThere(one) ? { ...one, acceptedAt: event.at, failed: null } : one,
    )
    return { ...telling, told }
  }
  const failed = telling.told.map((one) => (isThere(one) ? { ...one, failed: event.reason } : one))
  const person = telling.told.find(isThere)?.person
  const instead = event.instead.flatMap((place): Told[] =>
    person === undefined ? [] : [{ person, place, acceptedAt: null, failed: null }],
  )
  return { ...telling, told: [...failed, ...instead] }
}
