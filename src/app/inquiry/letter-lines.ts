import { wayWords } from '../../core/case/words.ts'
import { channelOf } from '../../core/late.ts'
import { actionNamed } from '../../core/meeting/action/action.ts'
import { isForLetters } from '../../core/meeting/invitation/letters.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import type { Text } from '../../core/message/message.ts'
import type { Doer } from '../../core/people/actor.ts'
import type { Instant } from '../../core/time/instant.ts'
import { showLocal } from '../../core/time/local.ts'
import { deliveredWords } from './delivered-words.ts'
import type { Notified } from './messages.ts'

/** Whoever was told by letter of a vote, an action or a dispute: when, whether it was taken, what they did. */
export function letterLines(meeting: Meeting, all: readonly Notified[], zone: string): Text[] {
  const { gone = [] } = meeting
  return all.flatMap((letter): Text[] => {
    const [, to, person = ''] = letter.place.split('/')
    const isLetter = to === 'person' && isForLetters(meeting, channelOf(letter.place))
    if (!isLetter || letter.outcome === 'not needed' || gone.includes(person)) return []
    const did = doneAbout(meeting, letter.slot, person)
    if (did === null) return []
    const what = letter.what.replace(', kept up to date', '')
    const words = did.at === null ? did.words : `${did.words} ${showLocal(did.at, zone)}${did.way}`
    return [[{ person }, `: ${what}, ${deliveredWords(letter, zone)}; ${words}`]]
  })
}

interface Did {
  readonly words: string
  readonly at: Instant | null
  readonly way: string
}

/** The newest that somebody did about what a message asks; null for messages that are about something else. */
function doneAbout(meeting: Meeting, slot: string, person: string): Did | null {
  const action = meeting.actions?.find(({ n }) => n === actionNamed(slot))
  if (action) {
    const step = action.steps.findLast((one) => isBy(one.by, person) && one.step !== 'asked')
    return step ? { words: STEPS[step.step], at: step.at, way: wayWords(step.by) } : NOTHING
  }
  const number = /^(?:decision:|nudge:dispute-)(\d+)/.exec(slot)?.[1]
  const ballot = meeting.decisions?.find(({ n }) => `${n}` === number)
  if (!ballot) return null
  if (slot.startsWith('nudge:')) {
    const outcome = ballot.dispute?.outcome ?? null
    if (!outcome || !isBy(outcome.by, person)) return NOTHING
    return { words: 'recorded its outcome', at: outcome.at, way: wayWords(outcome.by) }
  }
  const vote = ballot.votes.findLast(({ by }) => isBy(by, person))
  return vote
    ? { words: `voted “${vote.choice}”`, at: vote.at, way: wayWords(vote.by) }
    : { words: 'no vote', at: null, way: '' }
}

const NOTHING: Did = { words: 'no answer', at: null, way: '' }

const STEPS = {
  asked: 'asked',
  accepted: 'accepted',
  declined: 'declined',
  done: 'reported it as done',
  notEnough: 'said that it was not enough',
  signedOff: 'signed it off',
  withdrawn: 'withdrew it',
} as const

function isBy(doer: Doer, person: string): boolean {
  return doer.type === 'person' && doer.person === person
}
