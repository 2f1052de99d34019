import type { Button, Message, Part, Text } from '../../../src/core/message/message.ts'
import { ruleLine } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { nameOf } from '../../../src/core/people/find.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'

/** Words with their meaning, for text nodes only. `to`: where a record's message stands, if the reader may go there. */
export interface Words {
  readonly words: string
  readonly is?: 'person' | 'record'
  readonly to?: string
}

/** A part as the page shows it. */
type PartView =
  | { readonly kind: 'text' | 'alert' | 'quote'; readonly text: readonly Words[] }
  | {
      readonly kind: 'facts'
      readonly facts: readonly { label: string; value: readonly Words[] }[]
    }
  | { readonly kind: 'list'; readonly items: readonly (readonly Words[])[] }
  | { readonly kind: 'rule'; readonly line: string; readonly note: string }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }

export interface MessageView {
  readonly title: string
  readonly parts: readonly PartView[]
}

export interface Naming {
  readonly directory: Directory
  /** Where the page shows a record; undefined when the reader may not go there. */
  linkTo(record: RecordId): string | undefined
}

export function messageView(message: Message, naming: Naming): MessageView {
  return { title: message.title, parts: message.parts.map((part) => partView(part, naming)) }
}

export function wordsOf(text: Text, { directory, linkTo }: Naming): readonly Words[] {
  if (typeof text === 'string') return [{ words: text }]
  return text.map((piece) => {
    if (typeof piece === 'string') return { words: piece }
    if ('person' in piece) return { words: nameOf(directory, piece.person), is: 'person' }
    const to = linkTo(piece.record)
    return { words: referenceOf(piece.record), is: 'record', ...(to === undefined ? {} : { to }) }
  })
}

function partView(part: Part, naming: Naming): PartView {
  switch (part.kind) {
    case 'text':
    case 'alert':
    case 'quote':
      return { kind: part.kind, text: wordsOf(part.text, naming) }
    case 'facts':
      return {
        kind: 'facts',
        facts: part.facts.map(([label, value]) => ({ label, value: wordsOf(value, naming) })),
      }
    case 'list':
      return { kind: 'list', items: part.items.map((item) => wordsOf(item, naming)) }
    case 'rule':
      return { kind: 'rule', line: ruleLine(part.id, part.citation), note: part.citation.note }
    case 'buttons':
      return part
  }
}
