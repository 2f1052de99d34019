import type { Context } from '../../core/kind.ts'
import { type LinePreview, previewCall } from '../../core/meeting/line-up.ts'
import type { Empty } from '../../core/meeting/meeting.ts'
import { EMPTY } from '../../core/meeting/words.ts'
import { nameOf } from '../../core/people/find.ts'
import type { AnyRecord } from '../../core/record.ts'

type Kase = Extract<AnyRecord, { kind: 'case' }>

/** The seats of a meeting that are called unless the convenor decides otherwise. */
export function usualSeats(kase: Kase, rule: string, context: Context): string[] {
  return linesFor(kase, rule, null, context).flatMap(({ seats }) =>
    seats.flatMap(({ id, empty }) =>
      empty === 'notChosen' || empty === 'conditionNotMet' ? [] : [id],
    ),
  )
}

/** How many people a call would reach now. */
export function peopleCalled(
  kase: Kase,
  rule: string,
  seats: readonly string[] | null,
  context: Context,
): number {
  const all = linesFor(kase, rule, seats, context).flatMap((line) => line.seats)
  return new Set(all.flatMap(({ called }) => called?.person ?? [])).size
}

function linesFor(
  { provider: { slug, leadProvider } }: Kase,
  rule: string,
  seats: readonly string[] | null,
  context: Context,
): readonly LinePreview[] {
  return previewCall({ rule, provider: { slug, leadProvider }, seats }, context)
}

/** What would happen on confirmation, line by line, before anyone is called. */
export function previewWords(
  kase: Kase,
  rule: string,
  seats: readonly string[] | null,
  context: Context,
): string[] {
  const lines = linesFor(kase, rule, seats, context)
  const people = peopleCalled(kase, rule, seats, context)
  const empty = lines
    .flatMap((line) => line.seats)
    .filter((seat) => seat.called === null && seat.empty !== 'notChosen')
  return [
    `Nobody has been called yet. On confirmation ${people} ${people === 1 ? 'person is' : 'people are'} called. Empty posts never hold a meeting up.`,
    ...lines.map((line) => lineWords(line, context)),
    empty.length === 0
      ? 'No post is empty.'
      : `Empty: ${empty.map(({ label }) => label).join('; ')}.`,
  ]
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
