import type { Prompt } from '../prompt.ts'
import type { Case, MaybeCase } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import type { Said } from './notice.ts'

/** Applies one fact. Never refuses, never asks the clock: what happened, happened. */
export function evolveCase(kase: MaybeCase, event: CaseEvent): Case {
  if (event.type === 'raised') return opened(kase, event)
  if (kase.status === 'none') throw new Error(`${kase.id} has "${event.type}" before "raised"`)
  return withNotice(evolveOpen(kase, event), event)
}

function opened({ id }: MaybeCase, event: CaseEventOf<'raised'>): Case {
  const { type, at, case: caseType, ...raised } = event
  return {
    kind: 'case',
    status: 'open',
    id,
    type: caseType,
    raisedAt: at,
    ...raised,
    clocks: [],
    prompts: [],
    triage: null,
    level: null,
    meetings: [],
    panels: [],
    notices: [],
    told: [],
    closed: null,
  }
}

function evolveOpen(kase: Case, event: Exclude<CaseEvent, { type: 'raised' }>): Case {
  switch (event.type) {
    case 'clockStarted':
      return { ...kase, clocks: [...kase.clocks, event.clock] }
    case 'clockNudged':
    case 'climbEnded':
    case 'clockTaken':
    case 'clockSnoozed':
    case 'clockReferenced':
    case 'clockMet':
    case 'clockMissed':
    case 'clockCancelled':
    case 'lateReasonGiven':
      return withClock(kase, event.clock, (run) => evolveClock(run, event))
    case 'promptOpened':
      return {
        ...kase,
        prompts: [...kase.prompts.filter(({ id }) => id !== event.prompt.id), event.prompt],
      }
    case 'promptClimbed':
    case 'promptAnswered':
    case 'promptWithdrawn':
      return withPrompt(kase, event.prompt, (prompt) => evolvePrompt(prompt, event))
    case 'becameIncident': {
      const { occurredAt, identifiedAt, safeguarding, answers } = event
      return {
        ...kase,
        type: 'incident',
        occurredAt,
        identifiedAt,
        safeguarding,
        answers: { ...kase.answers, ...answers },
      }
    }
    case 'triaged':
      return { ...kase, triage: event.triage }
    case 'levelChosen':
      return { ...kase, level: event.choice }
    case 'meetingCalled': {
      const { meeting, rule, label, at } = event
      return {
        ...kase,
        meetings: [...kase.meetings, { meeting, rule, label, calledAt: at, closedAt: null }],
      }
    }
    case 'meetingClosed':
      return {
        ...kase,
        meetings: kase.meetings.map((one) =>
          one.meeting === event.meeting ? { ...one, closedAt: event.at } : one,
        ),
      }
    case 'panelDecided':
      return { ...kase, panels: [...kase.panels, { ...event.panel, at: event.at, by: event.by }] }
    case 'closed':
      return {
        ...kase,
        status: 'closed',
        closed: { at: event.at, by: event.by, how: event.how, reason: event.reason },
      }
    case 'raiserTold':
      return {
        ...kase,
        told: [...kase.told, { n: kase.told.length + 1, at: event.at, words: event.words }],
      }
    case 'meetingAsked':
    case 'noted':
    case 'followUpRefused':
    case 'undelivered':
      return kase
  }
}

type ClockEvent = CaseEventOf<
  | 'clockNudged'
  | 'climbEnded'
  | 'clockTaken'
  | 'clockSnoozed'
  | 'clockReferenced'
  | 'clockMet'
  | 'clockMissed'
  | 'clockCancelled'
  | 'lateReasonGiven'
>

const QUIET = { climbAt: null, nudgeAt: null, nudgeWhy: null, snoozedUntil: null } as const

function evolveClock(run: ClockRun, event: ClockEvent): ClockRun {
  switch (event.type) {
    case 'clockNudged':
      return { ...run, ...event.next, snoozedUntil: null, nudges: [...run.nudges, event.nudge] }
    case 'climbEnded':
      return { ...run, climbed: event.climbed, climbAt: null }
    case 'clockTaken':
      return { ...run, haver: event.person, climbAt: null }
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
        recordedAt: at,
        late,
        reference: reference ?? run.reference,
      }
    }
    case 'clockMissed':
      return { ...run, state: 'missed', dueAt: event.dueAt }
    case 'clockCancelled':
      return { ...run, ...QUIET, state: 'cancelled' }
    case 'lateReasonGiven':
      return { ...run, lateReason: event.reason }
  }
}

function evolvePrompt(
  prompt: Prompt,
  event: CaseEventOf<'promptClimbed' | 'promptAnswered' | 'promptWithdrawn'>,
): Prompt {
  switch (event.type) {
    case 'promptClimbed': {
      const asked = event.person === null ? prompt.asked : [...prompt.asked, event.person]
      return { ...prompt, asked, climbed: event.climbed, climbAt: event.climbAt }
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

/** What the thread is told of a fact; nothing where a prompt or a nudge already shows it. */
function withNotice(kase: Case, event: CaseEvent): Case {
  const said = noticeOf(kase, event)
  if (!said) return kase
  return { ...kase, notices: [...kase.notices, { n: kase.notices.length + 1, at: event.at, said }] }
}

function noticeOf(kase: Case, event: CaseEvent): Said | null {
  switch (event.type) {
    case 'clockMet':
      return {
        say: 'clockMet',
        clock: event.clock,
        metAt: event.metAt,
        late: event.late,
        by: event.by,
      }
    case 'clockMissed':
      return { say: 'clockMissed', clock: event.clock }
    case 'clockSnoozed':
      return {
        say: 'snoozed',
        clock: event.clock,
        until: event.until,
        reason: event.reason,
        by: event.by,
      }
    case 'lateReasonGiven':
      return { say: 'lateReason', clock: event.clock, reason: event.reason, by: event.by }
    case 'levelChosen':
      return { say: 'levelChosen' }
    case 'becameIncident':
      return { say: 'becameIncident', by: event.by, reason: event.reason }
    case 'meetingCalled':
      return { say: 'meetingCalled', meeting: event.meeting }
    case 'meetingClosed':
      return { say: 'meetingClosed', meeting: event.meeting }
    case 'panelDecided':
      return { say: 'panel', index: kase.panels.length - 1 }
    case 'closed':
      return { say: 'closed' }
    case 'noted':
      return { say: 'noted', by: event.by, text: event.text }
    case 'followUpRefused':
      return { say: 'notDone', words: event.refusal.message }
    case 'undelivered':
      // A notice that fails must not lead to another notice.
      return event.slot.startsWith('notice:')
        ? null
        : { say: 'notDone', words: `A message could not be delivered: ${event.reason}` }
    case 'raised':
    case 'clockStarted':
    case 'clockNudged':
    case 'climbEnded':
    case 'clockTaken':
    case 'clockReferenced':
    case 'clockCancelled':
    case 'promptOpened':
    case 'promptClimbed':
    case 'promptAnswered':
    case 'promptWithdrawn':
    case 'triaged':
    case 'meetingAsked':
    case 'raiserTold':
      return null
  }
}

function withClock(kase: Case, id: string, change: (run: ClockRun) => ClockRun): Case {
  return { ...kase, clocks: kase.clocks.map((run) => (run.rule === id ? change(run) : run)) }
}

function withPrompt(kase: Case, id: string, change: (prompt: Prompt) => Prompt): Case {
  return { ...kase, prompts: kase.prompts.map((one) => (one.id === id ? change(one) : one)) }
}
