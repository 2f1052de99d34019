import { type Lesson, lessonsOf, sharedLessonsOf } from '../../core/provider/matter/lessons.ts'
import { showDay } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import { read } from '../read.ts'
import { type Ask, contextOf, isKnown, look, NOT_LISTED } from './ask.ts'
import { message, refused } from './say.ts'
import { isVisible } from './tracker.ts'

const MOST = 20

/** Reads what was written to be shared, of a provider whose name whoever asks does not learn. */
const OPERATOR = { type: 'operator' } as const

/**
 * `/muster learning`: what was learned at the providers that whoever asks may see, and what was shared of
 * all others, newest first. What is shared stands there without the provider’s name.
 */
export async function learning(ask: Ask, words: string): Promise<Reply> {
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  const { policy, directory, now, timeline } = contextOf(ask, null)
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const kinds = (policy.matters ?? []).filter(({ steps }) => steps.some(({ lesson }) => lesson))
  const spread = kinds.filter(({ steps }) => steps.some(({ spreads }) => spreads))
  const all = (await ask.app.store.list({ facets: { kind: 'provider' } })).filter(
    ({ index }) => index.timeline === timeline,
  )
  const composing = { policy, directory, viewer, now }
  const lessons: Lesson[] = []
  for (const { id, index } of all) {
    const isSeen = isVisible(ask, index)
    const mayHold = isSeen ? kinds : spread
    if (!mayHold.some((kind) => index.facets.filed?.includes(kind.id))) continue
    const record = isSeen ? await look(ask, id) : await read(ask.app, OPERATOR, id)
    if (record?.kind !== 'provider') continue
    lessons.push(...(isSeen ? lessonsOf : sharedLessonsOf)(record, composing))
  }
  const asked = words.trim().toLowerCase()
  const found = lessons
    .filter(({ theme, words: said }) => `${theme} ${said}`.toLowerCase().includes(asked))
    .sort((one, other) => (one.at < other.at ? 1 : -1))
  const items = found.slice(0, MOST).map((one) => lineOf(one, policy.zone))
  const left = found.length - items.length
  return {
    type: 'say',
    message: message(
      asked === '' ? 'What was learned' : `What was learned: ${asked.slice(0, 40)}`,
      items.length === 0
        ? 'Nothing is on file that you can see. “/muster file PROVIDER learning” begins it.'
        : { kind: 'list', items },
      ...(left > 0
        ? [`And ${left} more: “/muster learning” with a word of what you look for.`]
        : []),
    ),
  }
}

function lineOf({ at, theme, words, provider, matter }: Lesson, zone: string): string {
  const from =
    provider === null
      ? 'shared across collaboratives'
      : `${provider.name}, “/muster file ${provider.slug} ${matter}”`
  return `${theme} (${showDay(at, zone)}, ${from}): ${words}`
}
