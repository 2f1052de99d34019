import type { Composing } from '../../kind.ts'
import type { Button, Part } from '../../message/message.ts'
import { localDay } from '../../time/local.ts'
import type { Meeting } from '../meeting.ts'
import { type Action, actionPrompt } from './action.ts'
import { whoMayAct } from './asked.ts'

/** What can be done about an action now, each part for those who may. */
export function actionButtons(meeting: Meeting, action: Action, composing: Composing): Part[] {
  const answers = whoMayAct(meeting, 'answerAction', action, composing)
  const part = (buttons: readonly Button[], people: readonly string[]): Part[] =>
    buttons.length === 0 || people.length === 0
      ? []
      : [{ kind: 'buttons', buttons, for: [...new Set(people)] }]
  return [
    ...part(theirs(meeting, action, composing), answers),
    ...part(signing(meeting, action), whoMayAct(meeting, 'signOffAction', action, composing)),
    ...part(asking(meeting, action, composing), askersOf(meeting, action, composing)),
  ]
}

/** For somebody who may not read what is asked: to name who does, or to decline it. */
export function handingButtons(meeting: Meeting, action: Action, composing: Composing): Part[] {
  if (action.state !== 'asked' && action.state !== 'accepted') return []
  const people = whoMayAct(meeting, 'answerAction', action, composing)
  const change = opening(meeting, action, 'actionAnswer', changed(action, composing))
  const decline = opening(meeting, action, 'actionDecline')
  const buttons: Button[] = [
    { label: 'Name its owner…', press: change, style: 'primary' },
    { label: 'Decline…', press: decline },
  ]
  return people.length === 0 ? [] : [{ kind: 'buttons', buttons, for: people }]
}

export function askButton(meeting: Meeting, composing: Composing): Part[] {
  if (meeting.calledOff) return []
  const may = whoMayAct(meeting, 'askAction', null, composing)
  const press = { do: 'open', form: 'action', record: meeting.id } as const
  return [{ kind: 'buttons', buttons: [{ label: 'Ask for an action…', press }], for: may }]
}

/** For the organisation that is asked. */
function theirs(meeting: Meeting, action: Action, composing: Composing): Button[] {
  const change = opening(meeting, action, 'actionAnswer', changed(action, composing))
  const decline = opening(meeting, action, 'actionDecline')
  const done = opening(meeting, action, 'actionDone')
  switch (action.state) {
    case 'asked':
      return [
        { ...answer(meeting, action, 'accept', 'Accept'), style: 'primary' },
        { label: 'Accept, but…', press: change },
        { label: 'Decline…', press: decline },
      ]
    case 'accepted':
      return [
        ...(action.haver === null ? [answer(meeting, action, 'have', 'I have it')] : []),
        { label: 'Done…', press: done, style: 'primary' },
        { label: 'Change day or owner…', press: change },
        { label: 'Cannot do it…', press: decline },
      ]
    case 'declined':
      return [{ label: 'Accept after all…', press: change }]
    case 'done':
    case 'signedOff':
    case 'withdrawn':
      return []
  }
}

/** For somebody else than whoever did it. */
function signing(meeting: Meeting, action: Action): Button[] {
  if (action.state !== 'done') return []
  return [
    { ...answer(meeting, action, 'signOff', 'Sign off'), style: 'primary' },
    { label: 'Not enough…', press: opening(meeting, action, 'actionNotEnough') },
  ]
}

/** For whoever asked. */
function asking(meeting: Meeting, action: Action, composing: Composing): Button[] {
  const withdraw = { label: 'Withdraw…', press: opening(meeting, action, 'actionWithdraw') }
  switch (action.state) {
    case 'declined':
      return declined(meeting, action, composing)
    case 'asked':
    case 'accepted':
    case 'done':
      return [withdraw]
    case 'signedOff':
    case 'withdrawn':
      return []
  }
}

/** What may come of it; nothing more is asked for by a meeting that was called off. */
function declined(meeting: Meeting, action: Action, composing: Composing): Button[] {
  const { id: record, calledOff } = meeting
  const { of: _, owner: __, ...same } = again(action, composing)
  // Its answer has a name of its own on a page where both forms stand.
  const instead = { ...same, instead: `${action.n}`, answer: 'actionInstead' }
  const asking: Button[] = [
    { label: 'Ask again…', press: opening(meeting, action, 'action', again(action, composing)) },
    {
      label: 'Ask another organisation…',
      press: { do: 'open', form: 'action', record, with: instead },
    },
  ]
  return [
    ...(calledOff ? [] : asking),
    { label: 'Let it go…', press: opening(meeting, action, 'actionWithdraw') },
  ]
}

function askersOf(meeting: Meeting, action: Action, composing: Composing): readonly string[] {
  return whoMayAct(meeting, 'withdrawAction', action, composing)
}

function answer({ id: record }: Meeting, action: Action, value: string, label: string): Button {
  const { revision } = action
  const prompt = actionPrompt(action)
  return { label, press: { do: 'answer', record, prompt, answer: value, revision } }
}

function opening(
  { id: record }: Meeting,
  { n }: Action,
  form: string,
  filled: Readonly<Record<string, string>> = {},
) {
  return { do: 'open', form, record, with: { ...filled, action: `${n}` } } as const
}

function changed({ owner, dueAt }: Action, { policy }: Composing): Record<string, string> {
  return { due: localDay(dueAt, policy.zone), ...(owner === null ? {} : { owner }) }
}

/** Long words are written anew: a button stays small. */
function again(action: Action, composing: Composing): Record<string, string> {
  const { what, evidence, risk, of } = action
  const short = (words: string, id: string) => (words.length <= SHORT ? { [id]: words } : {})
  return {
    of,
    ...changed(action, composing),
    ...short(what, 'what'),
    ...short(evidence, 'evidence'),
    ...(risk === null ? {} : short(risk, 'risk')),
  }
}

const SHORT = 300
