import { z } from 'zod'
import type { Part } from '../../message/message.ts'
import { plainText } from '../../message/plain.ts'
import type { Directory } from '../../people/directory.ts'

const Line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('facts'), facts: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('table'),
    heads: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
])
export type Line = z.infer<typeof Line>

/** A part of the record as it is read, with every name as it was then: chat and documents are made of it. */
export const Section = z.object({ heading: z.string(), lines: z.array(Line) })
export type Section = z.infer<typeof Section>

/** The words of a message, without what can be pressed and the rules that it rests on. */
export function linesOf(parts: readonly Part[], directory: Directory): Line[] {
  return parts.flatMap((part) => lineOf(part, directory) ?? [])
}

function lineOf(part: Part, directory: Directory): Line | undefined {
  switch (part.kind) {
    case 'text':
    case 'alert':
      return { kind: 'text', text: plainText(part.text, directory) }
    case 'quote':
      return { kind: 'text', text: part.text }
    case 'facts': {
      const facts = part.facts.map(([label, value]): [string, string] => [
        label,
        plainText(value, directory),
      ])
      return { kind: 'facts', facts }
    }
    case 'list':
      return { kind: 'list', items: part.items.map((item) => plainText(item, directory)) }
    case 'rule':
    case 'buttons':
      return undefined
  }
}

/** In a chat, where a table has no room. */
export function partsOf({ heading, lines }: Section): Part[] {
  return [{ kind: 'text', text: heading.toUpperCase() }, ...lines.map(partOf)]
}

function partOf(line: Line): Part {
  switch (line.kind) {
    case 'table': {
      const items = line.rows.map((cells) => cells.filter((cell) => cell !== '').join(' – '))
      return { kind: 'list', items }
    }
    case 'text':
    case 'facts':
    case 'list':
      return line
  }
}
