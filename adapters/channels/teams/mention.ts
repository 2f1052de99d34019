import type { Message, Text } from '../../../src/core/message/message.ts'
import { mentionedIn } from '../../../src/core/message/people.ts'
import { plainText } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { nameOf } from '../../../src/core/people/find.ts'
import { escapeMarkdown } from './card.ts'

/** Whom a message calls by name, and how: people's Teams accounts by their id in the directory. */
export interface Names {
  readonly directory: Directory
  readonly accounts: ReadonlyMap<string, string>
}

export interface Mention {
  readonly type: 'mention'
  readonly text: string
  readonly mentioned: { readonly id: string; readonly name: string }
}

/** What Teams would read as markup inside a mention. */
const PLAIN_NAME = /^[\p{L}\p{M}\d .,'’()-]+$/u

/** Only those who may be called here; a name that two of them have calls neither. */
export function namesFor(
  message: Message,
  directory: Directory,
  accounts: ReadonlyMap<string, string>,
): Names {
  const people = mentionedIn(message).filter((person) => accounts.has(person))
  const names = people.map((person) => nameOf(directory, person))
  const callable = people.filter((_, index) => {
    const name = names[index] ?? ''
    return PLAIN_NAME.test(name) && names.filter((one) => one === name).length === 1
  })
  const found = callable.map((person) => [person, accounts.get(person) ?? ''] as const)
  return { directory, accounts: new Map(found) }
}

/** Text for a block of a card: what people wrote is never markup, a mention is. */
export function markupOf(text: Text, { directory, accounts }: Names): string {
  if (typeof text === 'string') return escapeMarkdown(text)
  return text
    .map((piece) => {
      const isCalled = typeof piece !== 'string' && 'person' in piece && accounts.has(piece.person)
      if (isCalled) return tagOf(nameOf(directory, piece.person))
      return escapeMarkdown(plainText([piece], directory))
    })
    .join('')
}

/** What makes the tags of a card notify people. */
export function mentionsIn(message: Message, { directory, accounts }: Names): Mention[] {
  const called = message.parts.filter(({ kind }) => kind === 'text' || kind === 'alert')
  return mentionedIn({ ...message, parts: called }).flatMap((person) => {
    const id = accounts.get(person)
    const name = nameOf(directory, person)
    return id === undefined ? [] : [{ type: 'mention', text: tagOf(name), mentioned: { id, name } }]
  })
}

function tagOf(name: string): string {
  return `<at>${name}</at>`
}
