import type { Button, Message, Part } from '../message/message.ts'
import { plainText } from '../message/plain.ts'
import type { Directory } from '../people/directory.ts'

export const MARK = 'REHEARSAL – nothing here is real.'
const TITLE = 'REHEARSAL · '

/**
 * A message from inside a rehearsal, as it may be shown outside: marked, its people only named, since
 * no service knows them, and its buttons for everybody who takes part. A command would be done for real.
 */
export function dressed(
  message: Message,
  directory: Directory,
  { more = [], pressable = true }: { more?: readonly string[]; pressable?: boolean } = {},
): Message {
  return {
    title: `${TITLE}${message.title}`,
    parts: [
      ...[MARK, ...more].map((text): Part => ({ kind: 'text', text })),
      ...message.parts.flatMap((part) => plainPart(part, directory, pressable)),
    ],
  }
}

/** A message of the rehearsal itself. */
export function marked(title: string, parts: readonly Part[]): Message {
  return { title: `${TITLE}${title}`, parts: [{ kind: 'text', text: MARK }, ...parts] }
}

function plainPart(part: Part, directory: Directory, pressable: boolean): Part[] {
  switch (part.kind) {
    case 'text':
    case 'alert':
      return [{ kind: part.kind, text: plainText(part.text, directory) }]
    case 'facts':
      return [
        {
          kind: 'facts',
          facts: part.facts.map(([label, value]) => [label, plainText(value, directory)] as const),
        },
      ]
    case 'list':
      return [{ kind: 'list', items: part.items.map((item) => plainText(item, directory)) }]
    case 'buttons':
      return pressable ? buttonsOf(part.buttons) : []
    case 'quote':
    case 'rule':
      return [part]
  }
}

function buttonsOf(all: readonly Button[]): Part[] {
  const buttons = all.filter(({ press }) => press.do !== 'command')
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : []
}
