import type { Refused } from '../../core/decision.ts'
import { refuse } from '../../core/decision.ts'
import type { Intent } from '../../core/intent.ts'
import { type HandedIn, text } from './handed-in.ts'

/** What the forms about actions of a meeting ask for. */
export const ACTION_FORMS: Readonly<Record<string, (form: HandedIn) => Intent | Refused>> = {
  action: (form) => {
    const dueAt = text(form, 'due')
    if (dueAt === null) return noDay()
    return {
      kind: 'meeting',
      type: 'askAction',
      by: form.by,
      again: form.ticket.with?.action === undefined ? null : numberOf(form),
      ...insteadOf(form),
      what: text(form, 'what') ?? '',
      of: text(form, 'of') ?? '',
      owner: text(form, 'owner'),
      dueAt,
      evidence: text(form, 'evidence') ?? '',
      risk: text(form, 'risk'),
    }
  },
  actionAnswer: (form) => answer(form, 'accept'),
  actionDecline: (form) => answer(form, 'decline'),
  actionDone: (form) => ({
    ...aboutAction(form),
    type: 'completeAction',
    evidence: text(form, 'evidence') ?? '',
  }),
  actionNotEnough: (form) => ({
    ...aboutAction(form),
    type: 'signOffAction',
    revision: null,
    enough: false,
    reason: text(form, 'reason'),
  }),
  actionWithdraw: (form) => ({
    ...aboutAction(form),
    type: 'withdrawAction',
    reason: text(form, 'reason') ?? '',
  }),
}

function answer(form: HandedIn, value: 'accept' | 'decline'): Intent {
  return {
    ...aboutAction(form),
    type: 'answerAction',
    revision: null,
    answer: value,
    reason: text(form, 'reason'),
    dueAt: text(form, 'due'),
    owner: text(form, 'owner'),
  }
}

function aboutAction(form: HandedIn) {
  return { kind: 'meeting', by: form.by, action: numberOf(form) } as const
}

function numberOf({ ticket }: HandedIn): number {
  return Number(ticket.with?.action ?? 0)
}

/** Of the action that was declined, and whose place this takes. */
function insteadOf({ ticket }: HandedIn): { readonly instead?: number } {
  const { instead } = ticket.with ?? {}
  return instead === undefined ? {} : { instead: Number(instead) }
}

function noDay(): Refused {
  return refuse('missing', 'By which day?', { due: 'Choose a day.' })
}
