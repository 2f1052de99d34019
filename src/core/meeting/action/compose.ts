import { doerText } from '../../case/words.ts'
import type { Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import { isToldInstead, whyByMail } from '../../late.ts'
import type { Message, Part, Text } from '../../message/message.ts'
import { maySee } from '../../people/access.ts'
import { referenceOf } from '../../record-id.ts'
import { showDay } from '../../time/local.ts'
import { personOf } from '../conflict/compose.ts'
import { guardedRoom } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'
import { type Action, actionNamed, type Reminded } from './action.ts'
import { apartMessage, isApart } from './apart.ts'
import { actionButtons } from './buttons.ts'
import { nudgeSlot } from './places.ts'
import {
  actionLine,
  lastStep,
  organisationName,
  stateWords,
  stepTexts,
  wantedText,
} from './words.ts'

/** Whoever was told of an action without being called sees that and nothing else of the meeting. */
export function seesOnlyActions(
  meeting: Meeting,
  { viewer, directory }: Pick<Composing, 'viewer' | 'directory'>,
): boolean {
  if (viewer.type === 'place') {
    const { to } = viewer.place
    return to.type === 'person' && !meeting.people.includes(to.person)
  }
  return viewer.type === 'actor' && !maySee(viewer, guardedRoom(meeting), directory)
}

/** All that somebody sees who was told of actions only. */
export function composeForOthers(
  meeting: Meeting,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const { viewer } = composing
  const person = personOf(viewer) ?? ''
  const own = (meeting.actions ?? []).filter(({ reach }) => person in reach)
  const theirs: Meeting = { ...meeting, actions: own }
  if (slot !== 'root') return composeAction(theirs, slot, composing)
  const text = `What ${meeting.label} ${referenceOf(meeting.id)} asks of you. The rest of it is for those who were called.`
  const items = own.map((action) => actionLine(action, composing))
  return {
    title: `Actions of ${referenceOf(meeting.id)}`,
    parts: [
      { kind: 'text', text },
      { kind: 'list', items },
      ...(own.length === 1 ? own.flatMap((one) => actionButtons(meeting, one, composing)) : EACH),
    ],
  }
}

/** Buttons for several would not say which they are for. */
const EACH: readonly Part[] = [
  { kind: 'text', text: 'Each has a message of its own: answer there.' },
]

/** The message of an action, or a reminder of one; undefined for every other slot. */
export function composeAction(
  meeting: Meeting,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const action = meeting.actions?.find(({ n }) => n === actionNamed(slot))
  if (!action) return undefined
  const nudge = action.nudges.find((one) => nudgeSlot(action, one) === slot)
  const reader = personOf(composing.viewer)
  const isShut = reader !== null && isApart(meeting, action, reader)
  if (isShut && (nudge || slot.startsWith('action:')))
    return apartMessage(meeting, action, composing)
  const message = nudge
    ? reminder(meeting, action, nudge, composing)
    : slot.startsWith('action:')
      ? standing(meeting, action, composing)
      : undefined
  if (!message || !isToldInstead(meeting.late, composing.viewer, slot)) return message
  const parts = message.parts.filter(({ kind }) => kind !== 'buttons')
  return { ...message, parts: [...parts, whyByMail(meeting.late, slot)] }
}

/** All actions of a meeting, for its own message and for its record. */
export function actionsPart(meeting: Meeting, composing: Composing): Part[] {
  const { actions = [] } = meeting
  if (actions.length === 0) return []
  const items = actions.map((action) => actionLine(action, composing))
  return [
    { kind: 'text', text: 'Actions:' },
    { kind: 'list', items },
  ]
}

function standing(meeting: Meeting, action: Action, composing: Composing): Message {
  const { n, of } = action
  const history = stepTexts(action, composing)
  return {
    title: `Action ${n} for ${organisationName(of, composing)}: ${stateWords(action, composing)}`,
    parts: [
      { kind: 'quote', text: action.what },
      ...wanted(meeting, action),
      { kind: 'facts', facts: facts(meeting, action, composing) },
      ...(history.length > 1 ? [{ kind: 'list', items: history } as const] : []),
      ...rule(composing),
      ...actionButtons(meeting, action, composing),
    ],
  }
}

/** What is true now: a reminder that is read late asks for nothing that is over. */
function reminder(
  meeting: Meeting,
  action: Action,
  { why, n }: Reminded,
  composing: Composing,
): Message {
  const isNewest = action.nudges.at(-1)?.n === n
  const given = action.state === 'done' ? action.given?.text : undefined
  const missing = why === 'not enough yet' ? lastStep(action, 'notEnough')?.words : undefined
  const said = given ?? missing ?? undefined
  const state = stateWords(action, composing)
  return {
    title: `Action ${action.n} for ${organisationName(action.of, composing)}: ${why}`,
    parts: [
      { kind: 'quote', text: action.what },
      { kind: 'text', text: `${state.charAt(0).toUpperCase()}${state.slice(1)}.` },
      ...(said === undefined ? [] : [{ kind: 'quote', text: said } as const]),
      ...wanted(meeting, action),
      { kind: 'text', text: fromText(meeting) },
      ...rule(composing),
      ...(isNewest ? actionButtons(meeting, action, composing) : []),
    ],
  }
}

function facts(
  meeting: Meeting,
  action: Action,
  composing: Composing,
): (readonly [string, Text])[] {
  const { owner, dueAt, evidence, risk, given, steps } = action
  const asked = steps.findLast(({ step }) => step === 'asked')
  return [
    ['Owner', owner === null ? 'to be named by the organisation' : [{ person: owner }]],
    ['Due', showDay(dueAt, composing.policy.zone)],
    ['What will show it', evidence],
    ...(risk === null ? [] : [['Risk', risk] as const]),
    ...(given ? [['Evidence given', given.text] as const] : []),
    ['Asked by', asked ? doerText(asked.by, composing) : ''],
    ['Meeting', fromText(meeting)],
  ]
}

function fromText({ label, id, provider }: Meeting): string {
  return `${label} ${referenceOf(id)} about ${provider.name}`
}

function wanted(meeting: Meeting, action: Action): Part[] {
  const text = wantedText(action, meeting)
  return text === null ? [] : [{ kind: 'text', text }]
}

function rule({ policy }: Composing): Part[] {
  const { actions } = policy
  return actions ? [{ kind: 'rule', id: 'actions', citation: actions.citation }] : []
}
