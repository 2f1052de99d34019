import type { Case } from '../case/case.ts'
import type { ClockRun } from '../case/clock-run.ts'
import { clockRule, receiptOf } from '../case/rules.ts'
import type { Text } from '../message/message.ts'
import { nameOf } from '../people/find.ts'
import type { Policy } from '../policy/policy.ts'
import { supersededWords } from '../policy/standing-of-rule.ts'
import type { Instant } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import { promptsOf } from './address.ts'
import { castOf } from './cast.ts'
import type { Drill } from './drill.ts'

/** How one clock ended. `open`: not done, and not due either; `soft`: never breached; `free`: the rule gives no time. */
type Ending = 'inTime' | 'late' | 'never' | 'open' | 'soft' | 'free'

const ENDING: Readonly<Record<Ending, string>> = {
  inTime: 'IN TIME',
  late: 'LATE',
  never: 'NEVER DONE',
  open: 'NOT DUE YET',
  soft: 'A REMINDER ONLY',
  free: 'AS REQUIRED',
}

/** `2 of 4 in time, 1 late, 1 never done`: of what was due by then. */
export function scoreTitle(drill: Drill, clock: Instant): string {
  const endings = casesOf(drill).flatMap(({ clocks }) => clocks.map((run) => endingOf(run, clock)))
  const count = (of: Ending) => endings.filter((one) => one === of).length
  const [inTime, late, never] = [count('inTime'), count('late'), count('never')]
  return `${inTime} of ${inTime + late + never} in time, ${late} late, ${never} never done`
}

/** Each clock with what became of it and the rule that says so; then the questions that were asked. */
export function scoreItems(drill: Drill, clock: Instant, policy: Policy): Text[] {
  return casesOf(drill).flatMap((kase) =>
    kase.clocks.map((run) => clockWords(kase, run, clock, policy)),
  )
}

export function answerItems(drill: Drill, policy: Policy): Text[] {
  const directory = castOf(drill.script)
  return drill.records.flatMap((record) =>
    promptsOf(record).flatMap(({ asks, state, answeredAt, answeredBy, asked, openedAt }) => {
      if (state === 'withdrawn') return []
      const what = `${questionOf(asks)}, asked ${showLocal(openedAt, policy.zone)}`
      if (answeredAt === null) {
        const people = asked.map((one) => nameOf(directory, one)).join(', ')
        return [`NOT ANSWERED – ${what}. Asked: ${people === '' ? 'nobody' : people}.`]
      }
      const minutes = (Date.parse(answeredAt) - Date.parse(openedAt)) / 60_000
      const who = answeredBy === null ? '' : ` by ${nameOf(directory, answeredBy)}`
      return [`Answered${who} after ${durationWords(minutes)} – ${what}.`]
    }),
  )
}

export function questionOf(asks: string): string {
  return QUESTIONS[asks] ?? asks
}

const QUESTIONS: Readonly<Record<string, string>> = {
  panel: 'Whether it is for the panel',
  cadence: 'How often updates are given',
  triage: 'Triage',
  level: 'The level',
  providerLevel: 'The provider’s own level',
  levelLeft: 'Whether its level stands',
  urgent: 'Whether it needs the urgent meeting',
  notified: 'When the Quality Manager was notified',
  lateReason: 'Why it was late',
  seat: 'A call to the meeting',
  chair: 'Who chairs',
}

function clockWords(kase: Case, run: ClockRun, clock: Instant, policy: Policy): string {
  const { id, label, citation } = clockRule(policy, run.rule)
  const ending = endingOf(run, clock)
  const done = run.metAt === null ? '' : ` Done ${showLocal(run.metAt, policy.zone)}.`
  const receipt = receiptOf(kase, run, policy)
  const dueAt = receipt?.at ?? run.dueAt
  const which = receipt ? ` when ${receipt.rule} was received,` : ''
  const due = dueAt === null ? '' : ` Due${which} ${showLocal(dueAt, policy.zone)}.`
  const superseded = supersededWords(citation)
  const more = superseded === null ? '' : ` ${superseded}.`
  const rule = ` Rule: ${citation.document}, ${citation.section}.${more}`
  const counted = receipt ? '' : countedWords(run)
  return `${ENDING[ending]} – ${id} ${label}.${due}${counted}${done}${rule}`
}

/** `due Sun 28 Mar …: 48 hours from …` without the date, which stands before it. */
function countedWords({ words, dueAt }: ClockRun): string {
  const [, how] = /^due [^:]*:\d\d \w+: (.*)$/s.exec(words) ?? []
  return dueAt === null || how === undefined ? '' : ` Counted: ${how}.`
}

function endingOf(run: ClockRun, clock: Instant): Ending {
  if (run.soft) return 'soft'
  if (run.dueAt === null) return 'free'
  if (run.state === 'met') return run.late ? 'late' : 'inTime'
  if (run.state === 'cancelled') return 'open'
  return run.dueAt <= clock ? 'never' : 'open'
}

function durationWords(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 1) return 'less than a minute'
  if (whole < 120) return `${whole} ${whole === 1 ? 'minute' : 'minutes'}`
  return `${Math.round(whole / 60)} hours`
}

function casesOf({ records }: Drill): Case[] {
  return records.flatMap((one) => (one.kind === 'case' ? [one] : []))
}
