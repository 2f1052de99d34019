import { doerText, ended, people } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Inline, Text } from '../../message/message.ts'
import { findOrganisation } from '../../people/find.ts'
import { showDay, showLocal } from '../../time/local.ts'
import type { Meeting } from '../meeting.ts'
import type { Action, Step } from './action.ts'

type Around = Pick<Composing, 'policy' | 'directory' | 'now'>

export function organisationName(of: string, { directory }: Pick<Composing, 'directory'>): string {
  return findOrganisation(directory, of)?.name ?? of
}

/** `accepted, due Fri 3 Sep 2027`, `OVERDUE since …`. */
export function stateWords(action: Action, { policy, now }: Around): string {
  const day = showDay(action.dueAt, policy.zone)
  switch (action.state) {
    case 'asked':
      return `not answered yet, asked for by ${day}`
    case 'accepted':
      return now > action.dueAt ? `accepted, OVERDUE since ${day}` : `accepted, due ${day}`
    case 'declined':
      return `declined${lastWords(action, 'declined')}`
    case 'done':
      return 'done, waits for a sign-off'
    case 'signedOff':
      return `signed off ${showDay(lastStep(action, 'signedOff')?.at ?? action.dueAt, policy.zone)}`
    case 'withdrawn':
      return `withdrawn${lastWords(action, 'withdrawn')}`
  }
}

/** One line of a list of actions. */
export function actionLine(action: Action, around: Around): Text {
  const { n, what, of, owner } = action
  const owned: Inline[] = owner === null ? [] : [', ', { person: owner }]
  const name = organisationName(of, around)
  return [`${n}. ${ended(what)} ${name}`, ...owned, `: ${stateWords(action, around)}.`]
}

/** Everything that was done about it, the earliest first. */
export function stepTexts({ steps }: Action, composing: Composing): readonly Text[] {
  return steps.map(({ at, by, step, words }) => [
    `${showLocal(at, composing.policy.zone)}: ${STEPS[step]} by `,
    ...doerText(by, composing),
    step === 'asked' || words === null ? '' : `: ${words}`,
  ])
}

/** What is wanted now, and of whom; nothing once it is over. */
export function wantedText(action: Action, { calledOff }: Pick<Meeting, 'calledOff'>): Text | null {
  const { state, told, haver, owner } = action
  const whom = told.length > 0 ? people(told) : []
  switch (state) {
    case 'asked':
      return whom.length > 0
        ? [
            ...whom,
            ': please accept it, with another day or owner if that is better, or decline it.',
          ]
        : 'Nobody of the organisation can be told of it. Bring somebody of theirs in, or ask them outside Muster.'
    case 'accepted': {
      const has = haver ?? owner
      return has === null
        ? null
        : [
            { person: has },
            haver === null ? ' owns it.' : ' has it.',
            ' When it is done, say what shows it.',
          ]
    }
    case 'declined':
      return [
        ...(whom.length > 0 ? whom : people([action.asker])),
        calledOff
          ? ': let it go and say why.'
          : ': say what comes of it. Ask again with something changed, ask another organisation, or let it go and say why.',
      ]
    case 'done':
      return whom.length > 0
        ? [...whom, ': is this enough? Sign it off, or say what is missing.']
        : 'Nobody is left to sign it off: somebody who may lead or call this meeting can.'
    case 'signedOff':
    case 'withdrawn':
      return null
  }
}

export function lastStep({ steps }: Action, name: Step['step']): Step | undefined {
  return steps.findLast(({ step }) => step === name)
}

function lastWords(action: Action, name: Step['step']): string {
  const words = lastStep(action, name)?.words ?? ''
  return words === '' ? '' : `: ${words.replace(/[.!?…]$/, '')}`
}

const STEPS: Readonly<Record<Step['step'], string>> = {
  asked: 'asked',
  accepted: 'accepted',
  declined: 'declined',
  done: 'reported as done',
  notEnough: 'not enough yet,',
  signedOff: 'signed off',
  withdrawn: 'withdrawn',
}
