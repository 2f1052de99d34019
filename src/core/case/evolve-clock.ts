import type { Prompt } from '../prompt.ts'
import type { ClockRun } from './clock-run.ts'
import type { CaseEventOf } from './event.ts'

export type ClockEvent = CaseEventOf<
  | 'clockNudged'
  | 'climbEnded'
  | 'clockTaken'
  | 'clockSnoozed'
  | 'clockReferenced'
  | 'clockMet'
  | 'clockMissed'
  | 'clockStartCorrected'
  | 'clockCancelled'
  | 'clockLapsed'
  | 'cadenceChosen'
  | 'updateGiven'
  | 'lateReasonGiven'
>

const QUIET = { climbAt: null, nudgeAt: null, nudgeWhy: null, snoozedUntil: null } as const

export function evolveClock(run: ClockRun, event: ClockEvent): ClockRun {
  switch (event.type) {
    case 'clockNudged':
      return { ...run, ...event.next, snoozedUntil: null, nudges: [...run.nudges, event.nudge] }
    case 'climbEnded':
      return { ...run, climbed: event.climbed, climbAt: null }
    case 'clockTaken':
      return { ...run, haver: event.person, takenAt: event.at, climbAt: null }
    case 'clockSnoozed':
      return { ...run, ...event.next, snoozedUntil: event.until }
    case 'clockReferenced':
      return { ...run, reference: event.reference }
    case 'clockMet': {
      const { metAt, at, late, reference } = event
      return {
        ...run,
        ...QUIET,
        state: 'met',
        metAt,
        // Judged anew, it keeps the time at which it was recorded.
        recordedAt: run.recordedAt ?? at,
        late,
        reference: reference ?? run.reference,
      }
    }
    case 'clockMissed':
      return { ...run, state: 'missed', dueAt: event.dueAt }
    case 'clockStartCorrected': {
      const { at, startAt, dueAt, words, nudgeAt, nudgeWhy } = event
      const isMissed = !run.soft && dueAt !== null && dueAt < at
      const state = isMissed ? 'missed' : 'running'
      return { ...run, state, startAt, dueAt, words, nudgeAt, nudgeWhy }
    }
    case 'clockCancelled': {
      const { wasMissed } = event
      return { ...run, ...QUIET, state: 'cancelled', ...(wasMissed && { wasMissed }) }
    }
    case 'clockLapsed':
      return { ...run, ...QUIET, state: 'cancelled', lapsed: event.reason }
    case 'cadenceChosen':
      return { ...run, ...event.next, snoozedUntil: null, every: event.every }
    case 'updateGiven': {
      const { next, doneAt } = event
      return { ...run, ...next, snoozedUntil: null, times: (run.times ?? 0) + 1, lastAt: doneAt }
    }
    case 'lateReasonGiven':
      return { ...run, lateReason: event.reason }
  }
}

export function evolvePrompt(
  prompt: Prompt,
  event: CaseEventOf<'promptClimbed' | 'promptAnswered' | 'promptWithdrawn'>,
): Prompt {
  switch (event.type) {
    case 'promptClimbed': {
      const asked = event.person === null ? prompt.asked : [...prompt.asked, event.person]
      const folded = event.folded ? [...prompt.folded, event.n] : prompt.folded
      return { ...prompt, asked, climbed: event.climbed, climbAt: event.climbAt, folded }
    }
    case 'promptAnswered': {
      const answeredBy = event.by.type === 'person' ? event.by.person : null
      return {
        ...prompt,
        state: 'answered',
        answer: event.answer,
        answeredBy,
        answeredAt: event.at,
        climbAt: null,
      }
    }
    case 'promptWithdrawn':
      return { ...prompt, state: 'withdrawn', climbAt: null }
  }
}
