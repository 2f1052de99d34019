import { isOnList } from '../../core/case/confidential.ts'
import { DRILLS } from '../../core/drill/timeline.ts'
import type { Context } from '../../core/kind.ts'
import {
  type LinePreview,
  previewCall,
  type SeatPreview,
  seatIds,
} from '../../core/meeting/line-up.ts'
import type { Empty } from '../../core/meeting/meeting.ts'
import { quorumWords } from '../../core/meeting/quorum.ts'
import { lastTeam, personOfTeam } from '../../core/meeting/team/team.ts'
import { EMPTY, emptyList, emptyWords } from '../../core/meeting/words.ts'
import { nameOf } from '../../core/people/find.ts'
import { isOutOfReach } from '../../core/people/reach.ts'
import { type Convened, providerOfConvened } from './convened.ts'

/** The seats of a meeting that are called unless the convener decides otherwise, with the team of the last one. */
export function usualSeats(record: Convened, rule: string, context: Context): string[] {
  const usual = linesFor(record, rule, null, context).flatMap(({ seats }) =>
    seats.flatMap(({ id, empty }) =>
      empty === 'notChosen' || empty === 'conditionNotMet' ? [] : [id],
    ),
  )
  return [...new Set([...usual, ...teamBefore(record, rule, context)])]
}

/** Whom the last meeting of this kind leaves to the next one, as seats that can be called. */
export function teamBefore(record: Convened, rule: string, context: Context): readonly string[] {
  const { policy, directory } = context
  const found = policy.meetings.find(({ id }) => id === rule)
  if (!found) return []
  const known = seatIds(found, providerOfConvened(record), directory)
  return lastTeam(record.meetings ?? [], found).filter((seat) => {
    const person = personOfTeam(seat, found, directory)
    if (person === null) return known.includes(seat) && isHolderOnList(record, rule, seat, context)
    // Whoever is off the list of a confidential case is not offered from before.
    return record.kind !== 'case' || isOnList(record, person)
  })
}

/** The same of whoever holds a seat now; a seat that nobody holds keeps nobody out. */
function isHolderOnList(record: Convened, rule: string, id: string, context: Context): boolean {
  if (record.kind !== 'case') return true
  const called = linesFor(record, rule, [id], context)
    .flatMap(({ seats }) => seats)
    .find((seat) => seat.id === id)?.called
  return !called || isOnList(record, called.person)
}

/** How many people a call would reach now. */
export function peopleCalled(
  record: Convened,
  rule: string,
  seats: readonly string[] | null,
  context: Context,
): number {
  const all = linesFor(record, rule, seats, context).flatMap((line) => line.seats)
  const called = new Set(all.flatMap((seat) => seat.called?.person ?? []))
  return [...called].filter((person) => !isLost(record, person, context)).length
}

function linesFor(
  record: Convened,
  rule: string,
  seats: readonly string[] | null,
  context: Context,
): readonly LinePreview[] {
  return previewCall({ rule, provider: providerOfConvened(record), seats }, context)
}

/** What would happen on confirmation, line by line, before anyone is called. */
export function previewWords(
  record: Convened,
  rule: string,
  seats: readonly string[] | null,
  context: Context,
): string[] {
  const lines = linesFor(record, rule, seats, context)
  const people = peopleCalled(record, rule, seats, context)
  const empty = lines
    .flatMap((line) => line.seats)
    .filter((seat) => seat.called === null && seat.empty !== 'notChosen')
  const unreached = lines
    .flatMap((line) => line.seats)
    .filter(({ called }) => called && isLost(record, called.person, context))
  return [
    `Nobody has been called yet. On confirmation ${people} ${people === 1 ? 'person is' : 'people are'} called. Empty posts never hold a meeting up.`,
    ...lines.map((line) => lineWords(record, line, context)),
    empty.length === 0 ? 'No post is empty.' : `Empty: ${emptyList(empty)}.`,
    ...(unreached.length === 0
      ? []
      : [
          `Held, but cannot be reached: ${unreached.map(({ label }) => label).join('; ')}. Phone them, or ask an administrator to add an account or an address to the directory.`,
        ]),
    quorumAsked(rule, lines, context),
    ...timingWords(rule, context),
  ]
}

function quorumAsked(rule: string, lines: readonly LinePreview[], { policy }: Context): string {
  return quorumWords(policy.meetings.find(({ id }) => id === rule)?.quorum, lines)
}

function timingWords(rule: string, { policy }: Context): string[] {
  const timing = policy.meetings.find(({ id }) => id === rule)?.timing
  return timing ? [`${timing.id} ${timing.label}.`] : []
}

function lineWords(record: Convened, { label, seats }: LinePreview, context: Context): string {
  const posts = seats.map((seat) => {
    const post = seat.label.replace(`${label}: `, '')
    const who = whoIsCalled(record, seat, context)
    return post === label ? who : `${post}: ${who}`
  })
  return `${label} – ${posts.join('; ')}`
}

/** Whoever holds it, also where nothing that is sent can reach them; otherwise why it is empty. */
export function whoIsCalled(
  record: Convened,
  { called, empty, required }: Pick<SeatPreview, 'called' | 'empty' | 'required'>,
  context: Context,
): string {
  if (!called) return whyNot(empty, required)
  const { person } = called
  const name = nameOf(context.directory, person)
  return isLost(record, person, context)
    ? `${name} (cannot be reached: no account and no address in the directory)`
    : name
}

/** The cast of a rehearsal has no accounts, and is told all the same. */
function isLost({ timeline }: Convened, person: string, { directory, channels }: Context): boolean {
  return timeline !== DRILLS && isOutOfReach(directory, person, channels)
}

function whyNot(empty: Empty | null, required: boolean): string {
  if (empty === null) return ''
  return empty === 'notChosen' || empty === 'conditionNotMet'
    ? EMPTY[empty]
    : `${emptyWords({ required })}: ${EMPTY[empty]}`
}
