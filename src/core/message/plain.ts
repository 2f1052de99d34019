import type { Directory } from '../people/directory.ts'
import { nameOf } from '../people/find.ts'
import { kindWords } from '../policy/citation.ts'
import { supersededWords } from '../policy/standing-of-rule.ts'
import { referenceOf } from '../record-id.ts'
import type { Message, Part, Text } from './message.ts'

/** What a message says without any layout: notifications, screen readers, mail, tests. */
export function plainMessage(message: Message, directory: Directory): string {
  return [message.title, ...message.parts.map((part) => plainPart(part, directory))]
    .filter((line) => line !== '')
    .join('\n')
}

export function plainText(text: Text, directory: Directory): string {
  if (typeof text === 'string') return text
  return text
    .map((piece) => {
      if (typeof piece === 'string') return piece
      return 'person' in piece ? nameOf(directory, piece.person) : referenceOf(piece.record)
    })
    .join('')
}

function plainPart(part: Part, directory: Directory): string {
  switch (part.kind) {
    case 'text':
    case 'alert':
      return plainText(part.text, directory)
    case 'quote':
      return part.text
    case 'facts':
      return part.facts
        .map(([label, value]) => `${label}: ${plainText(value, directory)}`)
        .join('\n')
    case 'list':
      return part.items.map((item) => `- ${plainText(item, directory)}`).join('\n')
    case 'rule':
      return ruleLine(part.id, part.citation)
    case 'buttons':
      return part.buttons.map(({ label }) => `[${label}]`).join(' ')
  }
}

/** The rule a message rests on, in one line: `Rule D1 · S0, LP 4 · policy · from the source`. */
export function ruleLine(
  id: string,
  citation: Extract<Part, { kind: 'rule' }>['citation'],
): string {
  const { document, section, basis } = citation
  const superseded = supersededWords(citation)
  return [
    `Rule ${id}`,
    `${document}, ${section}`,
    ...(basis ? [basis] : []),
    kindWords(citation),
    ...(superseded === null ? [] : [superseded]),
  ].join(' · ')
}
