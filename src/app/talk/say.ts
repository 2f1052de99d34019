import type { Refusal } from '../../core/decision.ts'
import type { Button, Message, Part } from '../../core/message/message.ts'
import { type AnyRecord, policyHashOf } from '../../core/record.ts'
import type { Reply } from '../conversation.ts'

export const NOTHING: Reply = { type: 'nothing' }

/** A private answer that holds a code. */
export function passing(reply: Reply): Reply {
  return reply.type === 'say' ? { ...reply, passing: true } : reply
}

/** A private answer about a record rests on the rules that it began under. */
export function about(record: AnyRecord, reply: Reply): Reply {
  const under = policyHashOf(record)
  return reply.type === 'say' && under !== null ? { ...reply, under } : reply
}

/** A short private answer. */
export function say(title: string, ...more: readonly (string | Part)[]): Reply {
  return { type: 'say', message: message(title, ...more) }
}

export function message(title: string, ...more: readonly (string | Part)[]): Message {
  return {
    title,
    parts: more.map((one) => (typeof one === 'string' ? { kind: 'text', text: one } : one)),
  }
}

/** An expected no, in the words of whoever refused. */
export function refused({ message: words }: Pick<Refusal, 'message'>, ...more: Part[]): Reply {
  return say('Nothing was changed', words, ...more)
}

const EXAMPLES: Readonly<Record<AnyRecord['kind'], string>> = {
  case: '“done D1 ref 2027/1234”, “I have it”, “snooze 2h because …” or “note …”',
  meeting: '“coming”, “apologies”, “done …” of an action, or “note …”',
  provider: '“note …”',
  organisation: '“note …”',
  drill: '“I have it”, “done D1 ref 2027/1234” or “yes”',
}

/** To words that were meant for Muster, about a record of this kind. */
export function notUnderstood(kind: AnyRecord['kind']): Pick<Refusal, 'message'> {
  return {
    message: `This answers nothing that is open here, and Muster does not know it as a command. You may reply for example ${EXAMPLES[kind]}. “/muster help” lists the rest.`,
  }
}

const MOST_OF_A_WORD = 30

/** Somebody’s own word, given back no longer than it takes to know it again. */
export function shortened(word: string): string {
  const letters = [...word.slice(0, 2 * MOST_OF_A_WORD)]
  return letters.length <= MOST_OF_A_WORD ? word : `${letters.slice(0, MOST_OF_A_WORD).join('')}…`
}

export function buttons(...all: readonly Button[]): Part {
  return { kind: 'buttons', buttons: all }
}
