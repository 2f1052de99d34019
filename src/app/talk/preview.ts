import type { Context } from '../../core/kind.ts'
import { previewCall } from '../../core/meeting/line-up.ts'
import type { Empty } from '../../core/meeting/meeting.ts'
import { nameOf } from '../../core/people/find.ts'
import type { AnyRecord } from '../../core/record.ts'

/** Why a seat would stay empty. "No one holds it" and "cannot be reached" are different. */
export function emptyWords(empty: Empty | null): string {
  switch (empty) {
    case null:
      return ''
    case 'noOrganisation':
      return 'empty: that organisation is not in the directory'
    case 'nobody':
      return 'empty: nobody holds this post'
    case 'away':
      return 'empty: whoever holds it is away, with no cover'
    case 'notChosen':
      return 'not called'
    case 'conditionNotMet':
      return 'not called: the service is not jointly commissioned'
  }
}

/** What would happen on confirmation, line by line, before anyone is called. */
export function previewWords(
  kase: Extract<AnyRecord, { kind: 'case' }>,
  rule: string,
  seats: readonly string[] | null,
  context: Context,
): string[] {
  const { slug, leadProvider } = kase.provider
  const lines = previewCall({ rule, provider: { slug, leadProvider }, seats }, context)
  const all = lines.flatMap((line) => line.seats)
  const called = new Set(all.flatMap(({ called: one }) => one?.person ?? []))
  const empty = all.filter((seat) => seat.called === null && seat.empty !== 'notChosen')
  return [
    `Nobody has been called yet. On confirmation ${called.size} ${called.size === 1 ? 'person is' : 'people are'} called. Empty posts never hold a meeting up.`,
    ...lines.map((line) => {
      const posts = line.seats.map((seat) =>
        seat.called
          ? `${seat.label}: ${nameOf(context.directory, seat.called.person)}`
          : `${seat.label}: ${emptyWords(seat.empty)}`,
      )
      return `${line.label}. ${posts.join('; ')}.`
    }),
    empty.length === 0
      ? 'No post is empty.'
      : `Empty: ${empty.map(({ label }) => label).join('; ')}.`,
  ]
}
