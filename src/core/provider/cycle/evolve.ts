import type { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'
import { withQuiet } from '../quiet/quiet.ts'
import type { DutyEvent } from './event.ts'
import { type Asked, isSame, type Question, withAnswer, withQuestion } from './question.ts'

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
      return provider
    case 'roundMissed':
    case 'roundHeld':
      return answeredRound(provider, event)
    case 'dutyStopped':
      return withoutRounds(stepped(provider, event), event)
    case 'intervalChosen':
    case 'dutyLeft':
      return stepped(provider, event)
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

type Said<Type extends DutyEvent['type']> = Extract<DutyEvent, { type: Type }> & {
  readonly at: Instant
}

/** Whether it is stepped up is answered by it. */
function stepped(
  provider: Provider,
  { type, at, by, cycle: of, reason }: Said<keyof typeof ANSWERS>,
): Provider {
  return closed(provider, { ask: 'stepUp', of }, { at, by, words: ANSWERS[type] + reason })
}

/** Why a round was missed after all is asked no more once it is said, or once it was held in time. */
function answeredRound(
  provider: Provider,
  event: Said<'roundMissed'> | Said<'roundHeld'>,
): Provider {
  const { at, cycle: of, wasDueAt } = event
  const about = { ask: 'missedAgain', of, wasDueAt } as const
  if (event.type === 'roundHeld')
    return closed(provider, about, { at, by: null, words: 'It was held in time.' })
  const { before, by, reason } = event
  if (before === undefined) return provider
  return closed(provider, about, { at, by, words: `Why not in time: ${reason}` })
}

/** Of a duty that was stopped nothing is asked any more. */
function withoutRounds(provider: Provider, { at, cycle }: Said<'dutyStopped'>): Provider {
  const { questions } = provider
  if (!questions) return provider
  const isOfIt = ({ about }: Question) => about.ask === 'missedAgain' && about.of === cycle
  const answer = { at, by: null, words: 'It was stopped: why it was not in time is asked no more.' }
  return { ...provider, questions: withAnswer(questions, isOfIt, answer) }
}

function closed(
  provider: Provider,
  about: Asked,
  answer: NonNullable<Question['closed']>,
): Provider {
  const { questions } = provider
  if (!questions) return provider
  const answered = withAnswer(questions, (one) => isSame(one.about, about), answer)
  return { ...provider, questions: answered }
}
