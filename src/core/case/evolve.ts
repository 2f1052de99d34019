import { withGate } from '../gate/gate.ts'
import { withCalled, withCalling, withClosed, withoutCalling } from '../meeting/convening.ts'
import type { Prompt } from '../prompt.ts'
import { withNotice } from '../with-notice.ts'
import { withAction } from './carried.ts'
import { type Case, type MaybeCase, UNTOUCHED } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { evolveClock, evolvePrompt } from './evolve-clock.ts'
import { type ConfidentialEvent, evolveConfidential, isAboutAccess } from './evolve-confidential.ts'
import { withProviderLevel } from './level/noted.ts'
import { noticeOf } from './notices.ts'
import { tombstone } from './retention.ts'
import { isOfRoute, type RouteEvent, withRoute } from './safeguarding/route.ts'
import { withTold } from './telling.ts'

/** Applies one fact. Never refuses, never asks the clock: what happened, happened. */
export function evolveCase(kase: MaybeCase, event: CaseEvent): Case {
  if (event.type === 'raised') return opened(kase, event)
  if (kase.status === 'none') throw new Error(`${kase.id} has "${event.type}" before "raised"`)
  return withSaid(evolveOpen(kase, event), event)
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
    ...UNTOUCHED,
  }
}

type Later = Exclude<CaseEvent, { type: 'raised' }>

function evolveOpen(kase: Case, event: Later): Case {
  if (event.type === 'clockStarted') return { ...kase, clocks: [...kase.clocks, event.clock] }
  if (event.type === 'promptOpened') return withNewPrompt(kase, event.prompt)
  if (event.type === 'placeAdded') return { ...kase, places: [...kase.places, event.place] }
  if (event.type === 'actionNoted') return { ...kase, actions: withAction(kase, event) }
  if (event.type === 'newsSwitched') return withNews(kase, event.on)
  if (event.type === 'quietSet') return { ...kase, quietAt: event.lookAt }
  if (event.type === 'levelLeft') return kase
  if (event.type === 'providerLevelNoted') return withProviderLevel(kase, event)
  if (event.type === 'recordedUpdated') return { ...kase, updatedAt: event.doneAt }
  if (isOfRoute(event)) return withRoute(kase, event)
  if (isAboutAccess(event)) return evolveConfidential(kase, event)
  if ('clock' in event) return withClock(kase, event.clock, (run) => evolveClock(run, event))
  if ('prompt' in event) return withPrompt(kase, event.prompt, (one) => evolvePrompt(one, event))
  return evolveWhole(kase, event)
}

type Whole = Exclude<
  Later,
  | { clock: unknown }
  | { prompt: unknown }
  | {
      type:
        | 'recordedUpdated'
        | 'newsSwitched'
        | 'actionNoted'
        | 'quietSet'
        | 'placeAdded'
        | 'levelLeft'
        | 'providerLevelNoted'
    }
  | RouteEvent
  | ConfidentialEvent
>

function evolveWhole(kase: Case, event: Whole): Case {
  const { at } = event
  switch (event.type) {
    case 'becameIncident': {
      const { occurredAt, identifiedAt, safeguarding } = event
      const answers = { ...kase.answers, ...event.answers }
      return { ...kase, type: 'incident', occurredAt, identifiedAt, safeguarding, answers }
    }
    case 'triaged':
      return { ...kase, triage: event.triage }
    case 'levelChosen':
      return { ...kase, level: event.choice }
    case 'meetingCalled': {
      const { meeting, rule, label } = event
      const meetings = withCalled(kase.meetings, { meeting, rule, label, calledAt: at })
      return { ...withoutCalling(kase, rule), meetings }
    }
    case 'meetingClosed':
    case 'meetingCalledOff':
      return { ...kase, meetings: withClosed(kase.meetings, event) }
    case 'gateNoted':
      return { ...kase, gates: withGate(kase, event.gate) }
    case 'panelDecided':
      return { ...kase, panels: [...kase.panels, { ...event.panel, at, by: event.by }] }
    case 'closed': {
      const { by, how, reason } = event
      return { ...kase, status: 'closed', closed: { at, by, how, reason } }
    }
    case 'raiserTold':
      return { ...kase, told: [...kase.told, toldOf(kase, event)] }
    case 'notAccepted': {
      const { type, ...late } = event
      return { ...kase, late: [...kase.late, late] }
    }
    case 'held':
      return { ...kase, hold: { at, by: event.by, because: event.because } }
    case 'released': {
      const { hold: _, ...rest } = kase
      return rest
    }
    case 'removed':
      return removed(kase, event)
    case 'tellingNoted':
      return withTold(kase, event)
    case 'meetingAsked':
      return withCalling(kase, event)
    case 'followUpRefused':
      return event.rule === undefined ? kase : withoutCalling(kase, event.rule)
    case 'noted':
    case 'undelivered':
    case 'dropped':
    case 'caughtUp':
    case 'repaired':
    case 'messageEdited':
    case 'recordSealed':
      return kase
  }
}

function removed(kase: Case, event: CaseEventOf<'removed'>): Case {
  const { at, by, because, rule, keptUntil } = event
  return tombstone(kase, { at, by, because, rule, keptUntil })
}

function toldOf(
  { told }: Case,
  { at, words, quiet }: CaseEventOf<'raiserTold'>,
): Case['told'][number] {
  return { n: told.length + 1, at, words, ...(quiet && { quiet }) }
}

function withNews({ newsOff: _, ...kase }: Case, on: boolean): Case {
  return on ? kase : { ...kase, newsOff: true }
}

function withNewPrompt(kase: Case, prompt: Prompt): Case {
  return { ...kase, prompts: [...kase.prompts.filter(({ id }) => id !== prompt.id), prompt] }
}

/** What the thread is told of a fact; nothing where a prompt or a nudge already shows it. */
function withSaid(kase: Case, event: CaseEvent): Case {
  const said = noticeOf(kase, event)
  if (!said) return kase
  return withNotice(kase, event.at, said)
}

function withClock(kase: Case, id: string, change: (run: ClockRun) => ClockRun): Case {
  return { ...kase, clocks: kase.clocks.map((run) => (run.rule === id ? change(run) : run)) }
}

function withPrompt(kase: Case, id: string, change: (prompt: Prompt) => Prompt): Case {
  return { ...kase, prompts: kase.prompts.map((one) => (one.id === id ? change(one) : one)) }
}
