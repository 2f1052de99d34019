import type { Composing } from '../kind.ts'
import type { Message } from '../message/message.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { answersPart } from './answers.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { composeRoundNotice, isOfRound } from './compose-rounds.ts'
import type { Notice, Said } from './notice.ts'
import { clockRule, receiptOf } from './rules.ts'
import {
  doerText,
  ended,
  postLabel,
  ruleOfClock,
  shown,
  standing,
  tell,
  timeliness,
} from './words.ts'

export type ClockSaid = Extract<Said, { clock: string }>

/** What the thread is told of one clock: met, missed, snoozed, why it is late. */
export function composeClockNotice(
  kase: Case,
  { at, said }: Notice & { said: ClockSaid },
  composing: Composing,
): Message {
  if (isOfRound(said)) return composeRoundNotice(said, composing)
  const rule = clockRule(composing.policy, said.clock)
  const run = kase.clocks.find((one) => one.rule === said.clock)
  const name = `${rule.id} ${rule.label}`
  const citation = ruleOfClock(composing.policy, said.clock)
  switch (said.say) {
    case 'clockMet':
      return tell(
        `${name}: ${said.was === undefined ? '' : 'time corrected, '}done${run ? timeliness({ ...run, late: said.late }) : ''}`,
        [
          `Done ${shown(said.metAt, composing)}, ${said.was === undefined ? 'recorded' : `not ${shown(said.was, composing)}: corrected`} ${shown(at, composing)} by `,
          ...doerText(said.by, composing),
          ...(run?.reference ? [`. Reference ${run.reference}`] : []),
          ...(run ? [`. It was ${wasDue(kase, run, composing)}.`] : ['.']),
          ...(isLateRecord(said.metAt, at)
            ? [' It was recorded more than a day after it was done.']
            : []),
        ],
        ...answersPart(said.form, said.answers, composing),
        citation,
      )
    case 'clockMissed': {
      const when = run?.dueAt ? `It was due ${shown(run.dueAt, composing)}. ` : ''
      const who = `${postLabel(kase, rule.owes, composing)} owes it to ${postLabel(kase, rule.to, composing)}.`
      return tell(
        `${name} is OVERDUE`,
        `${when}${who} It can still be done: record it with the time at which it was done.`,
        citation,
      )
    }
    case 'snoozed':
      return tell(`${name}: nudges snoozed until ${shown(said.until, composing)}`, [
        ...doerText(said.by, composing),
        `: ${ended(said.reason)} The clock still runs: ${run ? standing(run, composing) : ''}.`,
      ])
    case 'lateReason':
      return tell(`${name}: why it is late`, [...doerText(said.by, composing), `: ${said.reason}`])
  }
}

/** The time of doing is what counts; a gap of more than a day to the record is shown. */
function isLateRecord(doneAt: Instant, recordedAt: Instant): boolean {
  return recordedAt > plusMinutes(doneAt, 24 * 60)
}

/** A clock that waited for another's receipt was due at that receipt, however it was counted before. */
function wasDue(kase: Case, run: ClockRun, composing: Composing): string {
  const { dueAt, words } = run
  const receipt = receiptOf(kase, run, composing.policy)
  if (receipt)
    return `due no later than the receipt of ${receipt.rule}, ${shown(receipt.at, composing)}`
  const due = dueAt === null ? null : `due ${shown(dueAt, composing)}`
  return due === null || words.startsWith(due) ? words : due
}
