import { parseReference, type RecordId } from '../../core/record-id.ts'

/** The record that the first words name, and what stands after them. */
export function named(text: string): { id: RecordId | undefined; rest: string } {
  const words = text.trim()
  const spaced = /^[cm][\s-]*[0-9a-z]{4}[\s-]*[0-9a-z]{4}(?![0-9a-z-])/i.exec(words)
  const [reference = ''] = spaced ?? /^\S*/.exec(words) ?? []
  return { id: parseReference(reference), rest: words.slice(reference.length).trim() }
}
