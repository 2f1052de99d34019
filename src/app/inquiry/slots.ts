import type { Case } from '../../core/case/case.ts'
import type { CaseEventOf } from '../../core/case/event.ts'
import type { Action } from '../../core/meeting/action/action.ts'
import { actionSlot, nudgeSlot } from '../../core/meeting/action/places.ts'
import { disputeSlot } from '../../core/meeting/decision/dispute-clock.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { callNudgeSlot } from '../../core/meeting/nudge/nudge.ts'
import { type Prompt, promptName } from '../../core/prompt.ts'
import type { Instant } from '../../core/time/instant.ts'
import { spaced } from './markdown.ts'
import type { Gathered } from './told-events.ts'

/** What a message is, when it became due, and who it was for by name where it was for somebody. */
export interface Slotted {
  readonly what: string
  readonly due: Instant | null
  readonly people: readonly string[]
  /** Of a question that was answered. */
  readonly answered?: { readonly at: Instant; readonly by: string | null; readonly answer: string }
}

/** What is known of each slot of a record. */
type Known = ReadonlyMap<string, Slotted>

/** Every message that a case had to send, by its slot. */
export function slotsOfCase({ record, told }: Gathered<Case>): Known {
  const climbs = told.flatMap(({ event }) => (event?.type === 'promptClimbed' ? [event] : []))
  return new Map<string, Slotted>([
    ['root', { what: 'The case itself, kept up to date', due: record.raisedAt, people: [] }],
    ['receipt', { what: 'Confirmation to whoever raised it', due: record.raisedAt, people: [] }],
    ...record.clocks.flatMap(nudgesOf),
    ...promptsOf(record, promptName),
    ...climbs.map((event) => climbOf(record, event)),
    ...noticesOf(record),
    ...record.told.map(({ n, at }): [string, Slotted] => [
      `outcome:${n}`,
      { what: `News ${n} to whoever raised it`, due: at, people: [] },
    ]),
  ])
}

function nudgesOf({ rule, nudges }: Case['clocks'][number]) {
  return nudges.map(({ n, at, to, why, folded }): [string, Slotted] => {
    const where = folded ? ', told in the notice after an outage' : ''
    return [
      `nudge:${rule}:${n}`,
      { what: `${rule} reminder ${n}: ${why}${where}`, due: at, people: to },
    ]
  })
}

function promptsOf({ prompts }: Pick<Case | Meeting, 'prompts'>, name: (prompt: Prompt) => string) {
  return prompts.map((prompt): [string, Slotted] => {
    const about = prompt.about === null ? '' : ` (${prompt.about})`
    const what = `Question: ${prompt.asks}${about}`
    return [
      `prompt:${name(prompt)}`,
      { what, due: prompt.openedAt, people: prompt.asked.slice(0, 1), ...answeredOf(prompt) },
    ]
  })
}

function answeredOf({ answeredAt: at, answeredBy: by, answer }: Prompt): Pick<Slotted, 'answered'> {
  return at === null || answer === null ? {} : { answered: { at, by, answer } }
}

function climbOf(kase: Case, event: CaseEventOf<'promptClimbed'>): [string, Slotted] {
  const prompt = kase.prompts.find(({ id }) => id === event.prompt)
  const name = prompt ? promptName(prompt) : event.prompt
  const people = event.person === null ? [] : [event.person]
  const what = `Question ${prompt?.asks ?? event.prompt}, asked again`
  return [`nudge:prompt.${name}:${event.n}`, { what, due: event.at, people }]
}

function noticesOf({ notices }: Pick<Case | Meeting, 'notices'>) {
  return notices.map(({ n, at, said }): [string, Slotted] => [
    `notice:${n}`,
    { what: `Notice: ${spaced(said.say)}`, due: at, people: [] },
  ])
}

export function slotsOfMeeting({ record }: Gathered<Meeting>): Known {
  const what = 'The call and who comes, kept up to date'
  const itself: Slotted = { what, due: record.calledAt, people: [] }
  return new Map<string, Slotted>([
    ['root', itself],
    // In the thread of its case.
    ['roll', itself],
    // A call that changes is the same message, brought up to date.
    ...promptsOf(record, ({ id }) => id),
    ...(record.nudges ?? []).map((nudge): [string, Slotted] => [
      callNudgeSlot(nudge),
      { what: `Call, reminder ${nudge.n}: ${nudge.why}`, due: nudge.at, people: nudge.to },
    ]),
    ...(record.actions ?? []).flatMap(slotsOfAction),
    ...(record.decisions ?? []).flatMap(slotsOfDecision),
    ...noticesOf(record),
  ])
}

function slotsOfDecision({
  n,
  at,
  dispute,
}: NonNullable<Meeting['decisions']>[number]): [string, Slotted][] {
  const { nudges = [] } = dispute ?? {}
  return [
    [`decision:${n}`, { what: `Decision ${n}, kept up to date`, due: at, people: [] }],
    ...nudges.map((nudge): [string, Slotted] => {
      const what = `Dispute about decision ${n}, reminder ${nudge.n}: ${nudge.why}`
      return [disputeSlot(n, nudge), { what, due: nudge.at, people: nudge.to }]
    }),
  ]
}

function slotsOfAction(action: Action): [string, Slotted][] {
  const { n, nudges, steps, owner } = action
  const people = owner === null ? [] : [owner]
  const asked = { what: `Action ${n}, kept up to date`, due: steps[0]?.at ?? null, people }
  return [
    [actionSlot(action), asked],
    ...nudges.map((nudge): [string, Slotted] => [
      nudgeSlot(action, nudge),
      { what: `Action ${n}, reminder ${nudge.n}: ${nudge.why}`, due: nudge.at, people: nudge.to },
    ]),
  ]
}
