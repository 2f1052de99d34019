import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type { SealedCode } from '../../core/people/actor.ts'
import { sha256 } from '../history.ts'

/** None that is taken for another, and no figures: a code looks like nobody’s number. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz'
/** More than 2 to the power of 71. */
const LENGTH = 16
const GROUP = 4

/**
 * The code of what is raised anonymously with a form. A form handed in twice leads to the same one,
 * and from what is kept nothing leads to it: the form’s nonce is kept nowhere.
 */
export function codeOf(nonce: string): string {
  const fair = Math.floor(256 / LETTERS.length) * LETTERS.length
  const letters: string[] = []
  for (let round = 0; letters.length < LENGTH; round++) {
    const digest = createHash('sha512').update(`code ${round} ${nonce}`).digest()
    for (const byte of digest) if (byte < fair) letters.push(LETTERS.charAt(byte % LETTERS.length))
  }
  return letters.slice(0, LENGTH).join('')
}

/** The key under which a form’s change is remembered: the same for the same form, and not its nonce. */
export function keyOf(nonce: string): string {
  return `form:${sha256('key', nonce)}`
}

/** `ABCD-EFGH-JKMN-PQRS`. */
export function written(code: string): string {
  const groups = code.toUpperCase().match(new RegExp(`.{${GROUP}}`, 'g')) ?? []
  return groups.join('-')
}

/** What somebody typed as a code, however it is spaced. */
export function codeIn(words: string): string {
  return words.toLowerCase().replace(/[^a-z]/g, '')
}

/** Whether words hold a code, or what somebody took for theirs. */
export function bringsCode(words: string): boolean {
  return FOLLOWING.test(words) || AS_WRITTEN.test(words)
}

const FOLLOWING = /^[/@]?(?:muster\s+)?followup\b/i
const AS_WRITTEN = new RegExp(`\\b[${LETTERS}]{${GROUP}}(?:-[${LETTERS}]{${GROUP}}){3}\\b`, 'i')

export function sealed(code: string): SealedCode {
  const salt = randomUUID()
  return { salt, hash: sha256(salt, code) }
}

export function opens(code: string, { salt, hash }: SealedCode): boolean {
  return timingSafeEqual(Buffer.from(sha256(salt, code)), Buffer.from(hash))
}
