import type { Context } from '../../core/kind.ts'
import { type LinePreview, previewCall } from '../../core/meeting/line-up.ts'
import type { Empty } from '../../core/meeting/meeting.ts'
import { quorumWords } from '../../core/meeting/quorum.ts'
import { EMPTY } from '../../core/meeting/words.ts'
import { nameOf } from '../../core/people/find.ts'
import { type Convened, providerOfConvened } from './convened.ts'

/** The seats of a meeting that are called unless the convener decides otherwise. */
export function usualSeats(record: Convened, rule: string, context: Context): string[] {
  return linesFor(record, rule, null, context).flatMap(({ seats }) =>
    seats.flatMap(({ id, empty }) =>
      empty === 'notChosen' || empty === 'conditionNotMet' ? [] : [id],
    ),
  )
}

/** How many people a call would reach now. */
export function peopleCalled(
  record: Convened,
  rule: string,
  seats: readonly string[] | null,
  context: Context,
): number {
  const all = linesFor(record, rule, seats, context).flatMap((line) => line.seats)
  return new Set(all.flatMap(({ called }) => called?.person ?? [])).size
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
  return [
    `Nobody has been called yet. On confirmation ${people} ${people === 1 ? 'person is' : 'people are'} called. Empty posts never hold a meeting up.`,
    ...lines.map((line) => lineWords(line, context)),
    empty.length === 0
      ? 'No post is empty.'
      : `Empty: ${empty.map(({ label }) => label).join('; ')}.`,
    quorumAsked(rule, lines, context),
  ]
}

function quorumAsked(rule: string, lines: readonly LinePreview[], { policy }: Context): string {
  return quorumWords(policy.meetings.find(({ id }) => id === rule)?.quorum, lines)
}

function lineWords({ label, seats }: LinePreview, { directory }: Context): string {
  const posts = seats.map((seat) => {
    const post = seat.label.replace(`${label}: `, '')
    const who = seat.called ? nameOf(directory, seat.called.person) : whyNot(seat.empty)
    return post === label ? who : `${post}: ${who}`
  })
  return `${label} – ${posts.join('; ')}`
}

export function whyNot(empty: Empty | null): string {
  if (empty === null) return ''
  return empty === 'notChosen' || empty === 'conditionNotMet'
    ? EMPTY[empty]
    : `empty: ${EMPTY[empty]}`
}
