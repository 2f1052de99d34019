import type { z } from 'zod'

/** One sort of thing that is saved. Its number goes up whenever the shape changes, with an entry in `upcasts`. */
export interface SavedFormat<Value> {
  readonly number: number
  /** From each older number to the next; entries are added, never edited. */
  readonly upcasts: Readonly<Record<number, (body: unknown) => unknown>>
  readonly shape: z.ZodType<Value>
}

/** `why` goes on a sentence that names the thing; `cure` is a sentence of its own. */
export interface Unreadable {
  readonly ok: false
  /** It was saved by a newer version, which can read it. */
  readonly newer: boolean
  readonly why: string
  readonly cure: string
}

const START_OLDER = 'Start the version that saved it.'
const RESTORE = 'Restore it from a backup, or start the version that saved it.'

/** What was saved, as this version knows it. Nothing is skipped or guessed. */
export function readSaved<Value>(
  { number, upcasts, shape }: SavedFormat<Value>,
  saved: { readonly schema: number; readonly body: unknown },
): { readonly ok: true; readonly value: Value } | Unreadable {
  const { schema } = saved
  let { body } = saved
  if (schema > number)
    return {
      ok: false,
      newer: true,
      why: `it was saved by a newer version of Muster (format ${schema}; this one knows ${number})`,
      cure: 'Start the newer version.',
    }
  for (let from = schema; from < number; from++) {
    const step = upcasts[from]
    if (!step)
      return bad(`this version lacks the step from format ${from} to ${from + 1}`, START_OLDER)
    try {
      body = step(body)
    } catch {
      return bad(`it is not what format ${from} should be`, RESTORE)
    }
  }
  const parsed = shape.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') || 'its content'
  return bad(`${where} is not as it should be (${issue?.message ?? 'invalid'})`, RESTORE)
}

function bad(why: string, cure: string): Unreadable {
  return { ok: false, newer: false, why, cure }
}
