import { type Lesson, lessonsOf } from '../../core/provider/matter/lessons.ts'
import { showDay } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf, isKnown, look, NOT_LISTED } from './ask.ts'
import { message, refused } from './say.ts'
import { isVisible } from './tracker.ts'

const MOST = 20

/**
 * `/muster learning`: what was learned at the providers that whoever asks may see, newest first. What is
 * shared outside stands there without the provider’s name.
 */
export async function learning(ask: Ask, words: string): Promise<Reply> {
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  const { policy, directory, now, timeline } = contextOf(ask, null)
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const kinds = (policy.matters ?? []).filter(({ steps }) => steps.some(({ lesson }) => lesson))
  const rows = (await ask.app.store.list({ facets: { kind: 'provider' } })).filter(
    ({ index }) =>
      index.timeline === timeline &&
      isVisible(ask, index) &&
      kinds.some(({ id }) => index.facets.filed?.includes(id)),
  )
  const lessons: Lesson[] = []
  for (const { id } of rows) {
    const record = await look(ask, id)
    if (record?.kind === 'provider')
      lessons.push(...lessonsOf(record, { policy, directory, viewer, now }))
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
