import type { Text } from '../../../src/core/message/message.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { nameOf } from '../../../src/core/people/find.ts'
import { referenceOf } from '../../../src/core/record-id.ts'

/** Who is who, when a message is written: a person's Slack account where it is known. */
export interface Names {
  readonly directory: Directory
  readonly accounts: ReadonlyMap<string, string>
}

/** A stretch that is never cut in two: as Slack's markup, and as the plain text beside it. */
export interface Token {
  readonly markup: string
  readonly plain: string
}

/** Consecutive tokens that fit into one block. */
export type Chunk = Token

const LONGEST_WORD = 500
const BROADCAST = /@(here|channel|everyone)\b/gi
const CALLING_NOBODY = '@\u200b$1'
const LINK = /^(.*?)(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]}'"])(.*)$/s

/** Slack's three special characters; and the words that would call everybody no longer do. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(BROADCAST, CALLING_NOBODY)
}

export function tokensOf(text: Text, names: Names): Token[] {
  if (typeof text === 'string') return wordTokens(text)
  return text.flatMap((piece) => {
    if (typeof piece === 'string') return wordTokens(piece)
    if ('record' in piece) return wordTokens(referenceOf(piece.record))
    const name = nameOf(names.directory, piece.person)
    const account = names.accounts.get(piece.person)
    if (account === undefined) return wordTokens(name)
    return [{ markup: `<@${account}>`, plain: escaped(name) }]
  })
}

/** What a person wrote, word by word, without links: their words stay as they are. */
export function quoteTokens(text: string): Token[] {
  return wordsOf(text).map((word) => {
    const plain = escaped(word)
    return { markup: plain.replaceAll('\n', '\n> '), plain }
  })
}

/** A label that stands out: `*What:*`. A label with an asterisk of its own stays plain. */
export function boldToken(text: string): Token[] {
  const plain = escaped(text)
  const canStandOut = text.trim() === text && text.length > 0 && text.length <= LONGEST_WORD
  if (!canStandOut || /[*\n]/.test(text)) return wordTokens(text)
  return [{ markup: `*${plain}*`, plain }]
}

/** Packs tokens into as few chunks as fit, `most` characters each in both forms. Nothing is lost. */
export function pack(tokens: readonly Token[], most: number): Chunk[] {
  const chunks: Chunk[] = []
  let [markup, plain] = ['', '']
  for (const token of tokens) {
    const grown = Math.max(markup.length + token.markup.length, plain.length + token.plain.length)
    if (grown > most) {
      chunks.push({ markup, plain })
      ;[markup, plain] = ['', '']
    }
    markup += token.markup
    plain += token.plain
  }
  return [...chunks, { markup, plain }].filter((chunk) => chunk.plain.trim() !== '')
}

function wordTokens(text: string): Token[] {
  return wordsOf(text).map((word) => ({ markup: linked(word), plain: escaped(word) }))
}

/** Words and the blanks between them; what is longer than any word is cut between characters. */
function wordsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/(\s+)/)
    .flatMap((word) => (word.length <= LONGEST_WORD ? [word] : cut(word)))
    .filter((word) => word !== '')
}

function cut(word: string): string[] {
  const pieces: string[] = []
  let piece = ''
  // Two halves that call nobody would be put together again.
  for (const character of word.replace(BROADCAST, CALLING_NOBODY)) {
    if (piece.length + character.length > LONGEST_WORD) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/** Links are made here, since Slack is told to leave the rest of the text alone. */
function linked(word: string): string {
  const [, before, link, after] = LINK.exec(word) ?? []
  if (before === undefined || link === undefined || after === undefined) return escaped(word)
  return `${escaped(before)}<${link.replaceAll('&', '&amp;')}>${escaped(after)}`
}
