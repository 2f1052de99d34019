import { guard } from './guard-pending.ts'

/** What a free-text answer came to; `doubtful` is asked about, and passes once the person is sure. */
export type FreeText =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'doubtful'; readonly message: string }

/** Text that every store, chat service and screen can take, without the blanks around it. */
export function cleanText(words: string): string {
  return words
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}|[^\P{Cc}\n\t]/gu, '')
    .trim()
}

/** Whether nothing is to be seen: blanks and invisible characters only. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{Cc}\p{Cs}]/u.test(text)
}

/** Clean text within the limit that passes the identifier guard. `sure`: the person said it is no identifier. */
export function readFreeText(text: string, max: number, sure: boolean): FreeText {
  const length = [...text].length
  if (length > max) return { type: 'refused', message: tooLong(length, max) }
  const certain = guard(text, true)
  if (!certain.ok) return { type: 'refused', message: certain.message }
  const doubtful = guard(text, sure)
  if (!doubtful.ok) return { type: 'doubtful', message: doubtful.message }
  return { type: 'text', text }
}

function tooLong(length: number, max: number): string {
  const over = inThousands(length - max)
  return `This is ${inThousands(length)} characters long and the limit is ${inThousands(max)}. Shorten it by ${over}.`
}

function inThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
