import { momentsIn } from '../../core/time/find-moment.ts'
import { trimEnd } from './trim-end.ts'

interface Reference {
  readonly reference: string
  /** The text without it and the words that lead to it. */
  readonly others: string
}

/** After each the rest of the text is looked at. */
const MOST_SAID = 20
const SAID = /\bref(?:erence)?\b/gi
/** What may stand between: `no.`, `number is`, `#`. */
const BETWEEN = /(?:\s|[.:#=("“]|(?:no|nr|num|number|id|code|is|was)(?![\p{L}\p{N}]))*/iuy
/** `2027/1234`, also with blanks around the stroke, or one word. */
const VALUE = /20\d\d {0,2}[/ ] {0,2}\d{3,}(?![\w/-]|[.:]\d)|[^\s,;]+/y
/** As StEIS writes its own, without a word that leads to it. */
const BARE = /(?<![\w/.-])20\d\d\/\d{3,}(?![\w/-])/
const NONE_YET = /^(?:tbc|tba|n\/a|none|no|pending)$/i

/** The reference that a text gives. Words such as `ref to follow` give none. */
export function referenceIn(text: string): Reference | null {
  const said = [...text.matchAll(SAID)]
    .slice(0, MOST_SAID)
    .flatMap(({ index, 0: { length } }) => valueAfter(text, index, index + length))
  const bare = BARE.exec(text)
  return (
    said.find(({ reference }) => /\d/.test(reference)) ??
    (bare ? cut(text, bare.index, bare.index + bare[0].length, bare[0]) : said[0]) ??
    null
  )
}

function valueAfter(text: string, from: number, end: number): Reference[] {
  BETWEEN.lastIndex = end
  VALUE.lastIndex = end + (BETWEEN.exec(text)?.[0].length ?? 0)
  const [found = ''] = VALUE.exec(text) ?? []
  const reference = trimEnd(found, found.includes('(') ? '.!?:"”' : '.!?:"”)')
  if (!isReference(reference)) return []
  return [cut(text, from, VALUE.lastIndex, reference)]
}

/** It has a figure in it, or is all capitals; a time of day is none. */
function isReference(word: string): boolean {
  if (word === '' || NONE_YET.test(word) || momentsIn(word).length > 0) return false
  return /\d/.test(word) || (/\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word))
}

function cut(text: string, from: number, to: number, reference: string): Reference {
  return { reference, others: `${text.slice(0, from)} ${text.slice(to)}` }
}
