import type { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'
import { withQuiet } from '../quiet/quiet.ts'
import type { DutyEvent } from './event.ts'
import { type About, isSame, type Question, withAnswer, withQuestion } from './question.ts'

/** Applies one fact. What the cycle is then stands in an event of its own. */
export function withDuty(
  provider: Provider,
  event: DutyEvent & { readonly at: Instant },
): Provider {
  const { at } = event
  switch (event.type) {
    case 'questionAsked':
      return { ...provider, questions: withQuestion(provider.questions ?? [], event) }
    case 'questionWithdrawn':
      return closed(provider, event, { at, by: null, words: event.words })
    case 'quietSet':
      return withQuiet(provider, event)
    case 'dutyBegun':
    case 'roundMissed':
    case 'roundHeld':
      return provider
    case 'dutyStopped':
    case 'intervalChosen':
    case 'dutyLeft': {
      const { by, cycle: of, reason } = event
      return closed(
        provider,
        { ask: 'stepUp', of },
        { at, by, words: ANSWERS[event.type] + reason },
      )
    }
    case 'stageDecided': {
      const { type, ...decision } = event
      const { stages = [] } = provider
      const { by, procedure: of, reason } = event
      const next = { ...provider, stages: [...stages, { n: stages.length + 1, ...decision }] }
      return closed(next, { ask: 'stage', of }, { at, by, words: `Why: ${reason}` })
    }
  }
}

const ANSWERS = {
  dutyStopped: 'It was stopped: ',
  intervalChosen: 'How often was decided: ',
  dutyLeft: 'It stays as it is: ',
} as const

function closed(
  provider: Provider,
  about: Pick<About, 'ask' | 'of'>,
  answer: NonNullable<Question['closed']>,
): Provider {
  const { questions } = provider
  if (!questions) return provider
  const answered = withAnswer(questions, (one) => isSame(one.about, about), answer)
  return { ...provider, questions: answered }
}
