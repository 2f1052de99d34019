import type { Refusal } from '../../core/decision.ts'
import type { Button, Message, Part } from '../../core/message/message.ts'
import type { Reply } from '../conversation.ts'

export const NOTHING: Reply = { type: 'nothing' }

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

export function buttons(...all: readonly Button[]): Part {
  return { kind: 'buttons', buttons: all }
}
