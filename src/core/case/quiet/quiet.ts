import { DRILLS } from '../../drill/timeline.ts'
import { type Instant, plusSeconds } from '../../time/instant.ts'
import type { Case } from '../case.ts'
import type { Said } from '../notice.ts'

const A_DAY = 24 * 60 * 60

/** What of it is no word about the case: what became of messages, and a time that passed. */
const NOT_RECORDED: readonly Said['say'][] = ['notDone', 'late', 'clockMissed', 'levelLeft']

/** When somebody last recorded something on it; at the earliest when it was raised. */
export function lastRecorded(kase: Case): Instant {
  const { raisedAt, notices, prompts, clocks, triage, hold } = kase
  const told = notices.findLast(({ said }) => !NOT_RECORDED.includes(said.say))?.at
  const times = [
    told,
    triage?.at,
    hold?.at,
    ...prompts.map(({ answeredAt }) => answeredAt),
    ...clocks.map(({ takenAt }) => takenAt),
  ]
  return times.reduce<Instant>((last, at) => (at && at > last ? at : last), raisedAt)
}

/** Whether it can go quiet: not a made-up one, none that is held, none whose meeting is still to be recorded. */
function canGoQuiet({ timeline, status, hold, meetings }: Case): boolean {
  const isMet = meetings.some(({ closedAt }) => closedAt === null)
  return status === 'open' && timeline !== DRILLS && !hold && !isMet
}

/** The question about it that was asked since something was last recorded, or waits for its answer. */
function askedInSilence(kase: Case): Case['prompts'][number] | undefined {
  const prompt = kase.prompts.find(({ asks }) => asks === 'quiet')
  return prompt && (prompt.state === 'open' || prompt.openedAt > lastRecorded(kase))
    ? prompt
    : undefined
}

/**
 * When it is looked whether it has gone quiet, where nothing else of it wakes. What the pack says of it
 * is first looked up when a day has gone by; each silence is asked about once.
 */
export function lookAtOf(kase: Case): Instant | null {
  if (!canGoQuiet(kase) || askedInSilence(kase)) return null
  const { quietAt } = kase
  return quietAt === undefined ? plusSeconds(lastRecorded(kase), A_DAY) : quietAt
}
