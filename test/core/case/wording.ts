import type { Message, Part, Text } from '../../../src/core/message/message.ts'

/** What is wrong with the words of a message, each as a sentence; a tired reader must not meet any of it. */
export function wordingFaults(message: Message): string[] {
  const written = [message.title, ...message.parts.flatMap(wordsOf)]
  return [
    ...(message.parts.length === 0 ? [`“${message.title}” says nothing`] : []),
    ...written.flatMap((words) => FAULTS.flatMap(({ says, is }) => (is(words) ? says(words) : []))),
  ]
}

const FAULTS: readonly { is: (words: string) => boolean; says: (words: string) => string }[] = [
  { is: (words) => words.trim() === '', says: () => 'An empty text' },
  {
    is: (words) => /\b(undefined|null|NaN)\b|\[object/.test(words),
    says: (words) => `A value that is not for people: ${words}`,
  },
  {
    is: (words) => /\d{4}-\d\d-\d\dT\d\d:\d\d/.test(words),
    says: (words) => `A raw instant: ${words}`,
  },
  {
    // An example of what to reply stands in quotes.
    is: (words) => /\d\d:\d\d(?!:)(?! (GMT|BST))/.test(words.replace(/“[^”]*”/g, '')),
    says: (words) => `A time without GMT or BST: ${words}`,
  },
  {
    is: (words) => /\.\.|\s[.,;:]|,,|;;|: ?[.;]|\( ?\)/.test(words),
    says: (words) => `Broken punctuation: ${words}`,
  },
]

function wordsOf(part: Part): string[] {
  switch (part.kind) {
    case 'text':
    case 'alert':
      return [flat(part.text)]
    case 'quote':
      return [part.text]
    case 'facts':
      return part.facts.flatMap(([label, value]) => [label, flat(value)])
    case 'list':
      return part.items.length === 0 ? [''] : part.items.map(flat)
    case 'rule':
      return [part.id, part.citation.document, part.citation.section]
    case 'buttons':
      return part.buttons.length === 0 ? [''] : part.buttons.map(({ label }) => label)
  }
}

function flat(text: Text): string {
  if (typeof text === 'string') return text
  return text.map((one) => (typeof one === 'string' ? one : 'Somebody')).join('')
}
