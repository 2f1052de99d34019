import { type LooksLike, looksLikeOf } from '../guard/confirmed.ts'
import type { Guarding } from '../guard/find.ts'
import { guard } from '../guard/identifiers.ts'

/** What stands against a text, and what a person would have to say it is not. */
export type TextFault =
  | { readonly type: 'refused'; readonly message: string }
  | {
      readonly type: 'doubtful'
      readonly message: string
      readonly looksLike: readonly LooksLike[]
    }

/** Text that every store, chat service and screen can take. */
export function storableText(words: string): string {
  return words
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}|[^\P{Cc}\n\t]/gu, '')
}

/** The same without the blanks around it. */
export function cleanText(words: string): string {
  return storableText(words).trim()
}

/** Whether nothing is to be seen: blanks and invisible characters only. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{Cc}\p{Cs}]/u.test(text)
}

/** Why a clean text cannot be taken: too long, or stopped by the identifier guard. */
export function faultOf(text: string, max: number, guarding: Guarding): TextFault | undefined {
  const length = [...text].length
  if (length > max) return { type: 'refused', message: tooLong(length, max) }
  const guarded = guard(text, guarding)
  switch (guarded.type) {
    case 'clear':
      return undefined
    case 'refused':
      return { type: 'refused', message: guarded.message }
    case 'doubtful': {
      const { message, found } = guarded
      return { type: 'doubtful', message, looksLike: looksLikeOf(found) }
    }
  }
}

function tooLong(length: number, max: number): string {
  const over = inThousands(length - max)
  return `This is ${inThousands(length)} characters long and the limit is ${inThousands(max)}. Shorten it by ${over}.`
}

function inThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
