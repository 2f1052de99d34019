import { z } from 'zod'
import { linesOf } from './lines.ts'
import type { Terminal } from './terminal.ts'

/** What a pure command answers: the same for a program and for a reader. */
export type Answer =
  | { readonly ok: true; readonly data: object; readonly words: readonly string[] }
  | { readonly ok: false; readonly error: string }

export function failed(error: string): Answer {
  return { ok: false, error }
}

/** One answer: JSON on the output, or words with complaints apart. */
export async function give(answer: Answer, json: boolean, terminal: Terminal): Promise<number> {
  if (json) await terminal.print(`${jsonOf(answer)}\n`)
  else if (answer.ok) await terminal.print(`${answer.words.join('\n')}\n`)
  else await terminal.complain(`${answer.error}\n`)
  return answer.ok ? 0 : 1
}

/** A question on each line of the input, its answer on the same line of the output. */
export async function giveAll(
  ask: (question: unknown) => Answer,
  terminal: Terminal,
): Promise<number> {
  for await (const lines of linesOf(terminal.input)) {
    const answers = lines.map((line) => `${jsonOf(asked(line, ask))}\n`)
    if (!(await terminal.print(answers.join('')))) break
  }
  return 0
}

/** Reads JSON that a person typed; `what` names it in the complaint. */
export function readJson(
  text: string,
  what: string,
): { ok: true; value: unknown } | { ok: false; error: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, error: `${what} is not valid JSON. Check its quotes, commas and brackets.` }
  }
}

/** Checks a question against its shape; the complaint names the field. */
export function check<Question>(
  schema: z.ZodType<Question>,
  value: unknown,
  example: string,
): { ok: true; value: Question } | { ok: false; error: string } {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const field = z.core.toDotPath(issue?.path ?? [])
  const where = field === '' ? '' : ` at "${field}"`
  return { ok: false, error: `The question is not as expected${where}. Ask such as ${example}.` }
}

function asked(line: string, ask: (question: unknown) => Answer): Answer {
  const read = readJson(line, 'The line')
  return read.ok ? ask(read.value) : read
}

function jsonOf(answer: Answer): string {
  return JSON.stringify(answer.ok ? answer.data : { error: answer.error })
}
