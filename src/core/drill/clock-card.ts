import type { Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import type { Button, Message, Part } from '../message/message.ts'
import { type Prompt, promptName } from '../prompt.ts'
import { referenceOf } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import { promptsOf, titled } from './address.ts'
import { castOf } from './cast.ts'
import type { Drill, Inner } from './drill.ts'
import { composeInner } from './inner.ts'
import type { Jump } from './intent.ts'
import { MINUTES_BEFORE, nextDue, overdue } from './jump.ts'
import { questionOf } from './score.ts'
import { clockOf } from './world.ts'

/** What somebody looks for next: the time, the next deadline, and whom Muster waits for. */
export function clockWords(drill: Drill, { policy, now }: Composing): string {
  const clock = clockOf(drill, now)
  const due = nextDue(drill, clock)
  const labelled = (rule: string) =>
    [...policy.clocks, ...policy.cycles].find(({ id }) => id === rule)?.label ?? ''
  return [
    `The rehearsal’s own clock stands at ${showLocal(clock, policy.zone)}.`,
    ...overdue(drill, clock).map(
      ({ rule }) => `${rule} ${labelled(rule)} is OVERDUE and can still be done.`,
    ),
    due === null
      ? 'No deadline is ahead.'
      : `Next deadline: ${due.rule} ${labelled(due.rule)}, ${showLocal(due.at, policy.zone)}${due.soft ? ' (a reminder only: it does not count)' : ''}.`,
    waitingWords(drill),
  ].join(' ')
}

/** What the buttons do, as far as their labels do not say it. */
export function moverWords(drill: Drill, { policy, now }: Composing): string {
  const clock = clockOf(drill, now)
  const { label, until } = drill.script.stretch
  if (isTold(drill, clock)) return `That was the story. Press “${END}” now, or go on:`
  return [
    nextWords(drill, clock, policy.zone),
    ...(countsNow(drill, clock).length === 0
      ? []
      : [
          `“${DEADLINE}” stops ${MINUTES_BEFORE} minutes before it, so that you can still be in time.`,
        ]),
    ...(until > clock && !isIdle(drill, clock)
      ? [`“${label}” goes on to ${showLocal(until, policy.zone)} at once.`]
      : []),
    'You can end it at any time: what is not due by then does not count.',
  ].join(' ')
}

/** What to press now, and nothing else. */
function nextWords(drill: Drill, clock: Instant, zone: string): string {
  const { label, until } = drill.script.stretch
  const counts = countsNow(drill, clock)
  if (counts.length > 0)
    return `Next: do ${counts.map(({ rule }) => rule).join(' and ')} with the button above. Or move this clock here, and no other.`
  if (waiting(drill).length > 0)
    return 'Next: answer what is asked, above. Or move this clock here, and no other.'
  return until > clock
    ? `Next: “${label}”. Nothing that counts is left to do before ${showLocal(until, zone)}.`
    : 'Move this clock here, and no other.'
}

function isIdle(drill: Drill, clock: Instant): boolean {
  return countsNow(drill, clock).length === 0 && waiting(drill).length === 0
}

/** What counts and may be done now: overdue, or due within the stretch that is played. */
function countsNow(drill: Drill, clock: Instant) {
  const due = nextDue(drill, clock, { soft: false })
  const { until } = drill.script.stretch
  return [...overdue(drill, clock), ...(due && due.at <= until ? [due] : [])]
}

const DEADLINE = 'To the next deadline'
const END = 'End it and see the score'

/** The last day of its stretch is over, and nothing is owed or asked any more before it ends by itself. */
function isTold(drill: Drill, clock: Instant): boolean {
  const due = nextDue(drill, clock)
  const isOwed = due !== null && due.at <= drill.script.endsAt
  return clock >= drill.script.stretch.until && !isOwed && waiting(drill).length === 0
}

/** What can be done next of a case, as the message has it in which it stands. Each call to a meeting has a message of its own. */
export function doable(drill: Drill, composing: Composing): Part[] {
  const { policy, now } = composing
  const clock = clockOf(drill, now)
  const due = nextDue(drill, clock)
  const inside = (record: Inner, slot: Slot) => {
    const [place] = record.places
    const viewer = place ? ({ type: 'place', place } as const) : ({ type: 'operator' } as const)
    const directory = castOf(drill.script)
    return buttonsIn(composeInner(record, slot, { policy, directory, viewer, now: clock }))
  }
  const cases = drill.records.filter(({ kind }) => kind === 'case')
  const answers = cases.flatMap((record) =>
    promptsOf(record)
      .filter(({ state }) => state === 'open')
      .flatMap((prompt) =>
        inside(record, `prompt:${promptName(prompt)}`).map((button) =>
          askedBy(button, questionOf(prompt.asks)),
        ),
      ),
  )
  const owed = [...overdue(drill, clock), ...(due ? [due] : [])]
  const done = owed.flatMap(({ record: id, rule }) => {
    const owing = drill.records.find((one) => one.id === id)
    const all = owing ? inside(owing, 'root') : []
    return all.filter(({ press }) => press.do === 'open' && press.with?.clock === rule)
  })
  // What counts comes first.
  const buttons = [...done, ...answers].slice(0, MOST_BUTTONS).map((button, index): Button => {
    const { style, ...plain } = button
    return index === 0 ? { ...plain, style: 'primary' } : plain
  })
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : []
}

/** Away from its question a button says which it answers. */
function askedBy(button: Button, question: string): Button {
  return button.label.startsWith(question)
    ? button
    : { ...button, label: `${question}: ${button.label}` }
}

const MOST_BUTTONS = 6
const PRIMARY = { style: 'primary' } as const

function buttonsIn(message: Message | undefined): readonly Button[] {
  return message?.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])) ?? []
}

function waitingWords(drill: Drill): string {
  const open = waiting(drill)
  if (open.length === 0) return 'No question is open.'
  const directory = castOf(drill.script)
  const items = open.slice(0, 3).map(({ asks, asked }) => {
    const person = asked.at(-1)
    const whom = person === undefined ? 'nobody' : titled(person, directory)
    return `${questionOf(asks)} (${whom})`
  })
  const more = open.length > 3 ? ` and ${open.length - 3} more` : ''
  return `Open questions: ${items.join('; ')}${more}.`
}

function waiting({ records }: Drill): readonly Prompt[] {
  return records.flatMap((record) =>
    promptsOf(record).filter(({ state, climbAt }) => {
      // A question of a case that nobody is pressed for holds nothing up.
      return state === 'open' && (record.kind !== 'case' || climbAt !== null)
    }),
  )
}

export function movers(drill: Drill, { now }: Composing): Part {
  const { id, script } = drill
  const clock = clockOf(drill, now)
  const move = (label: string, jump: Jump): Button => ({
    label,
    press: { do: 'command', words: `rehearse ${jump} ${referenceOf(id)}` },
  })
  return {
    kind: 'buttons',
    buttons: [
      move('+1 h', 'hour'),
      ...(nextDue(drill, clock) === null ? [] : [move(DEADLINE, 'deadline')]),
      ...(script.stretch.until > clock
        ? [{ ...move(script.stretch.label, 'stretch'), ...(isIdle(drill, clock) ? PRIMARY : {}) }]
        : []),
      {
        label: END,
        press: { do: 'command', words: `rehearse end ${referenceOf(id)}` },
        ...(isTold(drill, clock) ? PRIMARY : {}),
      },
    ],
  }
}
