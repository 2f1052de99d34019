import { z } from 'zod'
import type { Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'
import { type About, isAsked, type Question, withAnswer } from '../cycle/question.ts'
import type { Provider, Said } from '../provider.ts'

/** When it is looked next whether anything was recorded. `named`: since when somebody has chosen that day. */
export const Quiet = z.object({ lookAt: Instant, named: z.exactOptional(Instant) })
export type Quiet = z.infer<typeof Quiet>

/** By somebody, where they chose the day: that answers the question. */
export interface QuietSet {
  readonly type: 'quietSet'
  readonly quiet: Quiet | null
  readonly by?: Doer
  readonly words?: string
}

type AboutQuiet = Extract<About, { ask: 'quiet' }>

/** What of it is no word about the provider: what became of messages. */
const OF_MESSAGES: readonly Said['say'][] = ['notDone', 'dropped', 'late', 'undelivered']

/** When something was last recorded about it; at the earliest when its level began. */
export function lastRecorded({ notices, levelSince, held = [] }: Provider): Instant {
  const told = notices.findLast(({ said }) => !OF_MESSAGES.includes(said.say))?.at
  return [levelSince, told ?? levelSince, held.at(-1)?.at ?? levelSince].sort().at(-1) ?? levelSince
}

/** The question that is open. */
export function openQuiet({
  questions = [],
}: Provider): (Question & { readonly about: AboutQuiet }) | undefined {
  return questions.find(
    (one): one is Question & { about: AboutQuiet } => isAsked(one) && one.about.ask === 'quiet',
  )
}

/** Applies one fact. */
export function withQuiet(
  provider: Provider,
  { at, quiet, by, words = '' }: QuietSet & { readonly at: Instant },
): Provider {
  const { quiet: _, ...rest } = provider
  const set = quiet === null ? rest : { ...rest, quiet }
  if (!by || !set.questions) return set
  const answer = { at, by, words }
  return {
    ...set,
    questions: withAnswer(set.questions, ({ about }) => about.ask === 'quiet', answer),
  }
}
