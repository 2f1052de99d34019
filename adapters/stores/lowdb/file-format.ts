import type { z } from 'zod'

/** What one sort of file holds. Its number goes up when the shape changes, with an entry in `upcasts`. */
export interface FileFormat<Content> {
  readonly number: number
  /** From each older number to the next; entries are added, never edited. */
  readonly upcasts: Readonly<Record<number, (content: unknown) => unknown>>
  readonly content: z.ZodType<Content>
}

export type Parsed<Content> =
  | { readonly type: 'whole'; readonly content: Content }
  | { readonly type: 'bad'; readonly why: string }
  | { readonly type: 'newer'; readonly format: number }

export function textOf<Content>(format: FileFormat<Content>, content: Content): string {
  return JSON.stringify({ format: format.number, content })
}

/** Reads what `textOf` of this or of an older version wrote. */
export function parseFile<Content>(format: FileFormat<Content>, text: string): Parsed<Content> {
  if (text.trim() === '') return { type: 'bad', why: 'it is empty' }
  const file = parseJson(text)
  if (!isNumbered(file)) return { type: 'bad', why: 'it is torn, or was not written by Muster' }
  if (file.format > format.number) return { type: 'newer', format: file.format }
  let { content } = file
  for (let number = file.format; number < format.number; number++) {
    const upcast = format.upcasts[number]
    if (!upcast) return { type: 'bad', why: `its format ${file.format} is not known` }
    content = upcast(content)
  }
  const parsed = format.content.safeParse(content)
  if (parsed.success) return { type: 'whole', content: parsed.data }
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') || 'its content'
  return { type: 'bad', why: `${where} is not as it should be (${issue?.message ?? 'invalid'})` }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isNumbered(file: unknown): file is { format: number; content: unknown } {
  return (
    typeof file === 'object' &&
    file !== null &&
    'format' in file &&
    typeof file.format === 'number' &&
    'content' in file
  )
}
