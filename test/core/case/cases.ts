import type { Case } from '../../../src/core/case/case.ts'
import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import { wakeAtOf } from '../../../src/core/case/wake.ts'
import type { Context } from '../../../src/core/kind.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { showLocal } from '../../../src/core/time/local.ts'
import { lifeOf } from '../../fixtures/life.ts'

export const caseId = RecordId.parse('case-7k2m9q4x')
export const meetingId = RecordId.parse('meeting-7k2m9q4x')
/** S02: Good Friday evening; the incident was five minutes before. */
export const raisedAt = '2027-03-26T20:20:00Z'
const occurredAt = '2027-03-26T20:15:00Z'

export const person = (id: string) => ({ type: 'person', person: id }) as const
export const stranger = {
  type: 'unlisted',
  channel: 'slack',
  account: 'U0STRANGER',
  name: 'Sam Osborne',
} as const
export const wake = { kind: 'case', type: 'wake' } as const

export function incident(over: Partial<CaseIntentOf<'raise'>> = {}): CaseIntentOf<'raise'> {
  return {
    kind: 'case',
    type: 'raise',
    by: person('nia'),
    via: 'web',
    how: 'named',
    case: 'incident',
    provider: 'willow',
    what: 'A patient was found without observation.',
    where: 'Ward 2',
    occurredAt,
    identifiedAt: occurredAt,
    danger: false,
    done: 'The ward was made safe.',
    safeguarding: 'no',
    answers: {},
    ...over,
  }
}

export function concern(over: Partial<CaseIntentOf<'raise'>> = {}): CaseIntentOf<'raise'> {
  return incident({ case: 'concern', occurredAt: null, identifiedAt: null, done: null, ...over })
}

export function evidence(
  clock: string,
  doneAt: Instant | null,
  over: Partial<CaseIntentOf<'evidence'>> = {},
): CaseIntentOf<'evidence'> {
  return {
    kind: 'case',
    type: 'evidence',
    by: person('quinn'),
    clock,
    doneAt,
    reference: null,
    form: null,
    answers: {},
    ...over,
  }
}

export function triage(over: Partial<CaseIntentOf<'triage'>> = {}): CaseIntentOf<'triage'> {
  return {
    kind: 'case',
    type: 'triage',
    by: person('quinn'),
    triggers: [
      { id: 'T4', evidence: 'Five referrals this month', direction: 'rising' },
      { id: 'T5', evidence: 'Two incidents this week', direction: 'new' },
    ],
    consequence: 3,
    likelihood: 3,
    urgent: false,
    safeguardingRoute: false,
    ...over,
  }
}

export function answer(
  who: string,
  prompt: string,
  value: string,
  over: Partial<CaseIntentOf<'answer'>> = {},
): CaseIntentOf<'answer'> {
  return {
    kind: 'case',
    type: 'answer',
    by: person(who),
    prompt,
    answer: value,
    revision: null,
    reason: null,
    ...over,
  }
}

export function have(who: string, clock: string): CaseIntentOf<'have'> {
  return { kind: 'case', type: 'have', by: person(who), clock }
}

export function snooze(
  who: string,
  clock: string | null,
  minutes: number,
  reason = 'the ward is being made safe',
): CaseIntentOf<'snooze'> {
  return { kind: 'case', type: 'snooze', by: person(who), clock, minutes, reason }
}

export function convene(over: Partial<CaseIntentOf<'convene'>> = {}): CaseIntentOf<'convene'> {
  return {
    kind: 'case',
    type: 'convene',
    by: person('quinn'),
    via: 'web',
    meeting: 'M3',
    seats: null,
    startsAt: null,
    why: 'To agree what is done first.',
    urgent: false,
    ...over,
  }
}

export function panel(over: Partial<CaseIntentOf<'panel'>> = {}): CaseIntentOf<'panel'> {
  return {
    kind: 'case',
    type: 'panel',
    by: person('quinn'),
    decision: 'downgrade',
    heldAt: '2027-03-30T13:00:00Z',
    chair: 'Halima Begum',
    qualityManagerPresent: true,
    reason: 'It was not a serious incident.',
    answers: {},
    ...over,
  }
}

export const closing: CaseIntentOf<'close'> = {
  kind: 'case',
  type: 'close',
  by: person('quinn'),
  outcome: 'Staffing was put right.',
  reason: 'No further risk.',
}

/** A case on its own, and its life through every wake on the way. */
export function blankCase(over: Partial<Context> = {}) {
  const life = lifeOf<Case>({ kind: 'case', status: 'none', id: caseId }, over)
  return {
    ...life,
    /** Wakes the case whenever it wants to be woken, up to and including `until`. */
    through(until: Instant, change: Partial<Context> = {}) {
      const happened = []
      for (let at = wakeAtOf(life.record()); at !== null && at <= until; ) {
        happened.push(life.ask(at, wake, change))
        const next = wakeAtOf(life.record())
        if (next !== null && next <= at) throw new Error(`It wants to be woken at ${next} again`)
        at = next
      }
      return happened
    },
    clock: (rule: string) => clockOf(life.record(), rule),
    prompt: (id: string) => promptOf(life.record(), id),
    /** `Fri 26 Mar 2027 20:20 GMT the clock has started: ivan`, one for each nudge of a clock. */
    nudges: (rule: string) => clockOf(life.record(), rule).nudges.map(nudgeWords),
  }
}

export function openCase(
  intent: CaseIntentOf<'raise'> = incident(),
  at: Instant = raisedAt,
  over: Partial<Context> = {},
) {
  const life = blankCase(over)
  const { refusal } = life.ask(at, intent)
  if (refusal) throw new Error(refusal.message)
  return life
}

function clockOf(kase: Case, rule: string) {
  const run = kase.clocks.find((one) => one.rule === rule)
  if (!run) throw new Error(`${rule} does not run`)
  return run
}

function promptOf(kase: Case, id: string) {
  const prompt = kase.prompts.find((one) => one.id === id)
  if (!prompt) throw new Error(`${id} is not asked`)
  return prompt
}

function nudgeWords({ at, why, to }: Case['clocks'][number]['nudges'][number]): string {
  return `${showLocal(at, 'Europe/London')} ${why}: ${to.join(' ')}`
}
