import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { hasLeft } from '../../../src/core/case/announce-confidential.ts'
import { Case, type MaybeCase } from '../../../src/core/case/case.ts'
import type { ClockRun } from '../../../src/core/case/clock-run.ts'
import { composeCase } from '../../../src/core/case/compose.ts'
import { decideCase } from '../../../src/core/case/decide.ts'
import type { CaseEvent } from '../../../src/core/case/event.ts'
import { evolveCase } from '../../../src/core/case/evolve.ts'
import { caseKind } from '../../../src/core/case/index.ts'
import type { CaseIntent } from '../../../src/core/case/intent.ts'
import { type Instant, plusMinutes } from '../../../src/core/time/instant.ts'
import { contextAt } from '../../fixtures/context.ts'
import {
  answer,
  caseId,
  closing,
  concern,
  convene,
  evidence,
  have,
  incident,
  panel,
  person,
  snooze,
  triage,
  wake,
} from './cases.ts'
import { wordingFaults } from './wording.ts'

const BLANK: MaybeCase = { kind: 'case', status: 'none', id: caseId }
const PEOPLE = ['ivan', 'ines', 'quinn', 'dora', 'halima', 'nia', 'mara'] as const
const CLOCKS = ['D1', 'D2', 'D3', 'D3a', 'D4'] as const
const PROMPTS = ['triage', 'level', 'urgent', 'notified-D1', 'lateReason-D3'] as const

const somebody = fc.constantFrom(...PEOPLE)
const clock = fc.constantFrom(...CLOCKS)
const minutesAgo = fc.integer({ min: 0, max: 6000 })

/** What somebody asks, as of the instant at which they ask. */
type Asks = (now: Instant) => CaseIntent

const anAsk: fc.Arbitrary<Asks> = fc.oneof(
  fc.tuple(somebody, clock).map(
    ([who, rule]): Asks =>
      () =>
        have(who, rule),
  ),
  fc.tuple(somebody, fc.option(clock), fc.integer({ min: 1, max: 2000 })).map(
    ([who, rule, minutes]): Asks =>
      () =>
        snooze(who, rule, minutes),
  ),
  fc.tuple(somebody, clock, fc.option(minutesAgo), fc.option(fc.constant('R 1'))).map(
    ([who, rule, ago, reference]): Asks =>
      (now) =>
        evidence(rule, ago === null ? null : plusMinutes(now, -ago), {
          by: person(who),
          reference,
        }),
  ),
  fc.tuple(fc.subarray(['T4', 'T5', 'T13', 'H1', 'H7']), fc.integer({ min: 1, max: 5 })).map(
    ([ids, step]): Asks =>
      () =>
        triage({
          triggers: ids.map((id) => ({ id, evidence: 'Seen', direction: 'new' })),
          consequence: step,
          likelihood: 4,
        }),
  ),
  fc
    .tuple(
      somebody,
      fc.constantFrom(...PROMPTS),
      fc.constantFrom('accept', 'routine', 'enhanced', 'no', 'now', 'reason'),
      fc.option(fc.constant('Because it is so.')),
    )
    .map(
      ([who, prompt, words, reason]): Asks =>
        () =>
          answer(who, prompt, words, { reason }),
    ),
  fc.constantFrom('M1', 'M3').map(
    (meeting): Asks =>
      () =>
        convene({ meeting }),
  ),
  minutesAgo.map(
    (ago): Asks =>
      (now) => ({
        kind: 'case',
        type: 'becomeIncident',
        by: person('ivan'),
        reason: 'A safeguarding matter.',
        occurredAt: plusMinutes(now, -ago - 60),
        identifiedAt: plusMinutes(now, -ago),
        safeguarding: 'yes',
        answers: {},
      }),
  ),
  fc.constant(
    (): CaseIntent => ({ kind: 'case', type: 'note', by: person('nia'), text: 'A note.' }),
  ),
  fc.constant(
    (): CaseIntent => ({
      kind: 'case',
      type: 'makeConfidential',
      by: person('quinn'),
      reason: 'So.',
    }),
  ),
  fc.constantFrom('done' as const, 'failed' as const).map(
    (how): Asks =>
      () =>
        how === 'done'
          ? { kind: 'case', type: 'noteRoom', channel: 'web', room: 'room-1' }
          : {
              kind: 'case',
              type: 'noteUndelivered',
              slot: 'remove',
              place: 'web/room/room-1',
              reason: 'Not allowed.',
            },
  ),
  fc.tuple(somebody, somebody, fc.constantFrom('giveAccess', 'removeAccess', 'refuseAccess')).map(
    ([who, other, type]): Asks =>
      () => ({ kind: 'case', type, by: person(who), person: other, reason: 'It is needed.' }),
  ),
  somebody.map(
    (who): Asks =>
      () => ({ kind: 'case', type: 'askAccess', by: person(who), reason: 'To know.' }),
  ),
)
const anEnd: fc.Arbitrary<Asks> = fc.oneof(
  fc.constant((): CaseIntent => closing),
  fc.constantFrom('downgrade' as const, 'close' as const).map(
    (decision): Asks =>
      (now) =>
        panel({ decision, heldAt: now }),
  ),
)

/** Time passes through every wake, or in one leap as after an outage; then somebody asks for something. */
const aStep = fc.record({
  pass: fc.integer({ min: 0, max: 3000 }),
  leap: fc.boolean(),
  ask: fc.oneof({ arbitrary: anAsk, weight: 12 }, { arbitrary: anEnd, weight: 1 }),
})

/** What is asked of one case, by anybody and in any order. */
export const aLife = fc.record({
  startsAt: fc
    .date({
      min: new Date('2027-01-01T00:00:00Z'),
      max: new Date('2027-12-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => `${date.toISOString().slice(0, 19)}Z`),
  incident: fc.boolean(),
  danger: fc.boolean(),
  isConfidential: fc.boolean(),
  ago: minutesAgo,
  steps: fc.array(aStep, { maxLength: 12 }),
})

interface Lived {
  readonly record: Case
  readonly events: readonly CaseEvent[]
  /** The slots of nudges in the order in which they were first announced. */
  readonly nudges: readonly string[]
  readonly faults: readonly string[]
}

/** Lives a whole life, and notes whatever must not be. */
function live({ startsAt, incident: serious, danger, isConfidential, ago, steps }: Life): Lived {
  let record: MaybeCase = BLANK
  let now: Instant = startsAt
  const events: CaseEvent[] = []
  const nudges: string[] = []
  const faults: string[] = []

  function ask(intent: CaseIntent): void {
    const context = contextAt(now)
    const decision = decideCase(record, intent, context)
    if (!decision.ok) {
      if (decision.refusal.message.trim() === '')
        faults.push(`No word why ${intent.type} is refused`)
      return
    }
    const slots = new Set<string>()
    for (const event of decision.events) {
      const after: Case = evolveCase(record, event)
      record = after
      for (const effect of caseKind.announce(after, event))
        if (effect.type === 'message' && !hasLeft(after, effect.place, effect.slot))
          slots.add(effect.slot)
    }
    events.push(...decision.events)
    for (const slot of slots) check(slot)
  }

  function check(slot: string): void {
    if (record.status === 'none') return
    if (slot.startsWith('nudge:') && !nudges.includes(slot)) nudges.push(slot)
    const { policy, directory } = contextAt(now)
    const message = composeCase(record, slot, {
      policy,
      directory,
      now,
      viewer: { type: 'operator' },
    })
    if (!message) faults.push(`${slot} was announced and says nothing`)
    else faults.push(...wordingFaults(message).map((fault) => `${slot}: ${fault}`))
  }

  function wakeAt(): Instant | null {
    return record.status === 'none' ? null : caseKind.index(record).wakeAt
  }

  function rouse(): void {
    ask(wake)
    const next = wakeAt()
    if (next !== null && next <= now)
      faults.push(`Woken at ${now}, it wants to be woken at ${next}`)
  }

  const times = { occurredAt: plusMinutes(now, -ago - 60), identifiedAt: plusMinutes(now, -ago) }
  const privacy = isConfidential ? ({ confidential: true } as const) : {}
  ask(serious ? incident({ ...times, danger, ...privacy }) : concern({ danger, ...privacy }))
  for (const { pass, leap, ask: asks } of steps) {
    const until = plusMinutes(now, pass)
    for (let at = leap ? null : wakeAt(); at !== null && at <= until; at = wakeAt()) {
      now = at
      rouse()
      if (faults.length > 0) break
    }
    now = until
    if (leap) rouse()
    ask(asks(now))
  }
  return { record: Case.parse(record), events, nudges, faults }
}

type Life = typeof aLife extends fc.Arbitrary<infer One> ? One : never

/** The promises of a case that do not hold in a life, each as a sentence. */
export function brokenIn(life: Life): readonly string[] {
  const { record, events, nudges, faults } = live(life)
  // The history gives the record, also when it was written down and read again.
  const read: CaseEvent[] = JSON.parse(JSON.stringify(events))
  const isFolded = isDeepStrictEqual(read.reduce<MaybeCase>(evolveCase, BLANK), record)
  return [
    ...faults,
    ...(isFolded ? [] : ['The history does not give the record']),
    ...record.clocks.flatMap((run) => nudgedWrong(run, nudges, record)),
  ]
}

function nudgedWrong(
  { rule, nudges: sent }: ClockRun,
  nudges: readonly string[],
  { confidential }: Case,
): string[] {
  const counted = sent.every(({ n }, index) => n === index + 1)
  const inOrder = sent.every(({ at }, index) => index === 0 || (sent[index - 1]?.at ?? at) < at)
  const announced = nudges.filter((slot) => slot.startsWith(`nudge:${rule}:`))
  const all = sent.map(({ n }) => `nudge:${rule}:${n}`)
  // Before it has a room nothing is said there, and then the newest of each clock.
  const toldOnce = confidential
    ? announced.every((slot) => all.includes(slot))
    : announced.join() === all.join()
  return [
    ...(counted && inOrder ? [] : [`${rule}: its nudges are out of order`]),
    ...(toldOnce ? [] : [`${rule}: ${sent.length} nudges were announced as ${announced.join()}`]),
  ]
}
