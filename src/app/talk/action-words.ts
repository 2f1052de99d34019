import type { Slot } from '../../core/effect.ts'
import type { Intent } from '../../core/intent.ts'
import { type Action, actionNamed } from '../../core/meeting/action/action.ts'
import { isApart } from '../../core/meeting/action/apart.ts'
import { whoMayAct } from '../../core/meeting/action/asked.ts'
import type { ActionIntent } from '../../core/meeting/action/intent.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import type { Button } from '../../core/message/message.ts'
import { optionLabel } from '../../core/message/option-label.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { fitsButton, identifierIn } from './identifier.ts'
import { change } from './press.ts'
import { buttons, say } from './say.ts'

type Doing = 'accept' | 'decline' | 'have' | 'done' | 'signOff'

/** What a reply says about an action, and about which where it names one. */
interface Said {
  readonly doing: Doing
  readonly n: number | null
  /** What stands after it: the evidence, or the reason. */
  readonly words: string
}

const WORDS =
  /^(accept(?:ed)?|declined?|i have|i['’]ve got|have|done|sign(?:ed)? off)(?=[\s:,.;!]|$)(?:[\s:,.;!]*(it|this)(?=[\s,.;:!]|$))?[\s:,.;!]*(?:action\s*#?(\d{1,4})(?=[\s:,.;!]|$))?[\s:,.;!]*(?:because\b[\s:,]*)?([\s\S]*)$/i

const FORMS: Readonly<Partial<Record<Doing, string>>> = {
  decline: 'actionDecline',
  done: 'actionDone',
}
const FIELDS = { decline: 'reason', done: 'evidence' } as const

/** Whether a reply is about an action of a meeting that waits for this person. */
export function meansAction(ask: Ask, meeting: Meeting, slot: Slot | null, text: string): boolean {
  const said = understood(text)
  return said !== null && meant(ask, meeting, slot, said).length > 0
}

/** Does to an action what a reply says; undefined where it is about none. */
export async function repliedToAction(
  ask: Ask,
  meeting: Meeting,
  slot: Slot,
  text: string,
): Promise<Reply | undefined> {
  const said = understood(text)
  if (!said) return undefined
  const [action, ...others] = meant(ask, meeting, slot, said)
  if (!action) return undefined
  const identified = identifierIn(ask, said.words, formButton(meeting, action, said))
  if (identified) return identified
  if (others.length > 0) return whichOne(ask, meeting, [action, ...others], said)
  const needsWords = FORMS[said.doing] !== undefined && said.words === ''
  if (needsWords)
    return say(
      'One more thing',
      said.doing === 'done' ? 'What shows that it is done?' : 'Why?',
      buttons(formButton(meeting, action, said)),
    )
  const intent = intentOf(said, action.n, ask.heard.actor)
  return change(ask, meeting.id, ask.heard.key, intent)
}

/** What a button about an action does; undefined for a button about something else. */
export function pressedAction(
  prompt: string,
  answer: string,
  revision: number,
  by: ActionIntent['by'],
): Intent | undefined {
  const action = actionNamed(prompt)
  if (action === null) return undefined
  const shared = { kind: 'meeting', by, action, revision } as const
  if (answer === 'accept')
    return { ...shared, type: 'answerAction', answer, reason: null, dueAt: null, owner: null }
  if (answer === 'have') return { ...shared, type: 'takeAction' }
  return { ...shared, type: 'signOffAction', enough: true, reason: null }
}

function understood(text: string): Said | null {
  const [, verb = '', it = '', n, rest = ''] = WORDS.exec(text.trim()) ?? []
  const doing = doingOf(verb.toLowerCase())
  if (!doing) return null
  const isShort = doing === 'accept' || doing === 'have' || doing === 'signOff'
  // “Accept the risk”, “have you seen it”: people talking to each other.
  const words = rest === '' || isShort ? rest : `${it} ${rest}`.trim()
  if (isShort && words.replace(/[.!…\s]/g, '') !== '') return null
  return { doing, n: n === undefined ? null : Number(n), words }
}

function doingOf(verb: string): Doing | undefined {
  if (verb.startsWith('accept')) return 'accept'
  if (verb.startsWith('decline')) return 'decline'
  if (verb.startsWith('sign')) return 'signOff'
  if (verb === 'done') return 'done'
  return verb === '' ? undefined : 'have'
}

/** The action that is named or replied to; otherwise each that this person may do this to. */
function meant(
  ask: Ask,
  meeting: Meeting,
  slot: Slot | null,
  { doing, n }: Said,
): readonly Action[] {
  const { actions = [] } = meeting
  const named = n ?? (slot === null ? null : actionNamed(slot))
  if (named !== null) return actions.filter((one) => one.n === named)
  const { actor } = ask.heard
  if (actor.type !== 'person') return []
  const context = contextOf(ask, meeting)
  return actions.filter(
    (one) =>
      FITS[doing].includes(one.state) &&
      whoMayAct(meeting, ASKING[doing], one, context).includes(actor.person),
  )
}

const FITS: Readonly<Record<Doing, readonly Action['state'][]>> = {
  accept: ['asked'],
  decline: ['asked'],
  have: ['accepted'],
  done: ['accepted', 'asked'],
  signOff: ['done'],
}

const ASKING = {
  accept: 'answerAction',
  decline: 'answerAction',
  have: 'takeAction',
  done: 'completeAction',
  signOff: 'signOffAction',
} as const

function intentOf({ doing, words }: Said, action: number, by: ActionIntent['by']): Intent {
  const shared = { kind: 'meeting', by, action } as const
  const asReason = { reason: words === '' ? null : words }
  switch (doing) {
    case 'accept':
    case 'decline':
      return {
        ...shared,
        type: 'answerAction',
        revision: null,
        answer: doing,
        ...asReason,
        dueAt: null,
        owner: null,
      }
    case 'have':
      return { ...shared, type: 'takeAction', revision: null }
    case 'done':
      return { ...shared, type: 'completeAction', evidence: words }
    case 'signOff':
      return { ...shared, type: 'signOffAction', revision: null, enough: true, reason: null }
  }
}

/** Several actions are open that this would do something to: the person chooses, privately. */
function whichOne(ask: Ask, meeting: Meeting, found: readonly Action[], said: Said): Reply {
  return say(
    'Which action do you mean?',
    `Several are open here. Choose one, or write for example “done action ${found[0]?.n} …”.`,
    buttons(...found.map((one) => choice(ask, meeting, one, said))),
  )
}

function choice(ask: Ask, meeting: Meeting, action: Action, said: Said): Button {
  const { actor } = ask.heard
  const shut = actor.type === 'person' && isApart(meeting, action, actor.person)
  const label = optionLabel(shut ? `Action ${action.n}` : `${action.n}. ${action.what}`)
  if (FORMS[said.doing] !== undefined) return { ...formButton(meeting, action, said), label }
  const { revision } = action
  const prompt = `action-${action.n}`
  const press = { do: 'answer', record: meeting.id, prompt, answer: said.doing, revision } as const
  return { label, press }
}

function formButton({ id: record }: Meeting, { n }: Action, { doing, words }: Said): Button {
  const form = FORMS[doing] ?? 'note'
  const field = doing === 'decline' || doing === 'done' ? FIELDS[doing] : 'text'
  const filled: Record<string, string> = words !== '' && fitsButton(words) ? { [field]: words } : {}
  return {
    label: 'Open the form…',
    press: { do: 'open', form, record, with: { ...filled, action: `${n}` } },
    style: 'primary',
  }
}
