import type { Composing } from '../kind.ts'
import type { Message } from '../message/message.ts'
import { answersPart } from './answers.ts'
import type { Said } from './notice.ts'
import { clockRule } from './rules.ts'
import { everyWords } from './updates.ts'
import { doerText, ended, ruleOfClock, shown, tell } from './words.ts'

type OfRound = Extract<Said, { say: 'lapsed' | 'cadence' | 'updateGiven' }>

export function isOfRound(said: Said): said is OfRound {
  return said.say === 'lapsed' || said.say === 'cadence' || said.say === 'updateGiven'
}

/** What the thread is told of a clock that is not needed, or that goes on and on. */
export function composeRoundNotice(said: OfRound, composing: Composing): Message {
  const { id, label } = clockRule(composing.policy, said.clock)
  const name = `${id} ${label}`
  const citation = ruleOfClock(composing.policy, said.clock)
  const by = doerText(said.by, composing)
  switch (said.say) {
    case 'lapsed':
      return tell(
        `${name}: not needed`,
        [...by, `: ${ended(said.reason)} Nothing more is owed.`],
        citation,
      )
    case 'cadence':
      return tell(
        `${name}: ${said.every === null ? 'as they come' : everyWords(said.every)}`,
        ['Chosen by ', ...by, '. It ends when the incident is closed.'],
        citation,
      )
    case 'updateGiven':
      return tell(
        `Update given (${id})`,
        [`Given ${shown(said.doneAt, composing)}, recorded by `, ...by, '.'],
        ...answersPart(said.form, said.answers, composing),
        citation,
      )
  }
}
