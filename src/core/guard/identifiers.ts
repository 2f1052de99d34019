import { type Character, visibleCharacters } from './characters.ts'
import { isIssuedOrTest, passesChecksum } from './nhs-number.ts'

/** A place in a text that looks like a patient identifier, in UTF-16 units. */
export interface Identifier {
  readonly kind: 'nhsNumber'
  readonly at: number
  readonly length: number
  /** `doubtful`: it passes the checksum by chance as one in eleven does, outside the issued ranges. */
  readonly certainty: 'certain' | 'doubtful'
}

export type Guarded =
  | { readonly type: 'clear' }
  /** Nothing may be stored. */
  | { readonly type: 'refused'; readonly message: string; readonly found: readonly Identifier[] }
  /** Ask whether it is something else, and try again with `confirmed`. */
  | { readonly type: 'doubtful'; readonly message: string; readonly found: readonly Identifier[] }

const DIGITS = 10
/** As in `999 - 000 - 0018`; more than these are the columns of a table. */
const SEPARATORS_AT_MOST = 10
const EXCERPT = 24

/** NHS numbers: ten digits in a row or as 3-3-4, in any script, not within a longer row of digits. */
export function findIdentifiers(text: string): Identifier[] {
  const characters = visibleCharacters(text)
  const found: Identifier[] = []
  for (let place = 0; place < characters.length; place += 1) {
    const number = numberAt(characters, place)
    const [first, last] = [number?.at(0), number?.at(-1)]
    if (!number || !first || !last) continue
    const digits = number.map(({ digit }) => digit).join('')
    if (!passesChecksum(digits)) continue
    const certainty = isIssuedOrTest(digits) ? 'certain' : 'doubtful'
    found.push({
      kind: 'nhsNumber',
      at: first.at,
      length: last.at + last.length - first.at,
      certainty,
    })
    place = characters.indexOf(last, place)
  }
  return found
}

/** What may become of a text: `confirmed` when a person has said that a doubtful number is none. */
export function guard(text: string, confirmed: boolean): Guarded {
  const found = findIdentifiers(text)
  const certain = found.filter(({ certainty }) => certainty === 'certain')
  if (certain[0]) {
    const message = `${where(text, certain[0], found)} looks like an NHS number, so nothing has been saved. Take it out: write "the patient", or the reference of your own incident system, which holds the name.`
    return { type: 'refused', message, found }
  }
  if (confirmed || !found[0]) return { type: 'clear' }
  const message = `${where(text, found[0], found)} could be an NHS number. If it is one, write "the patient" instead. If it is something else, such as a phone or order number, say so below.`
  return { type: 'doubtful', message, found }
}

/** The ten digits that begin at this place, with their separators left out. */
function numberAt(characters: readonly Character[], start: number): Character[] | null {
  if (characters[start]?.kind !== 'digit' || characters[start - 1]?.kind === 'digit') return null
  const number: Character[] = []
  let place = start
  while (number.length < DIGITS) {
    if (number.length === 3 || number.length === 6) place = pastSeparators(characters, place)
    const character = characters[place]
    if (character?.kind !== 'digit') return null
    number.push(character)
    place += 1
  }
  return characters[place]?.kind === 'digit' ? null : number
}

function pastSeparators(characters: readonly Character[], start: number): number {
  let place = start
  while (place < start + SEPARATORS_AT_MOST && characters[place]?.kind === 'separator') place += 1
  return place
}

/** The words around an identifier, with every one in them masked: `"… seen with 94• ••• •••• at …"`. */
function where(text: string, marked: Identifier, found: readonly Identifier[]): string {
  const before = masked(text, found, 0, marked.at)
  const after = masked(text, found, marked.at + marked.length, text.length)
  // Cut at a space, so that no half word stands in the excerpt.
  const shortBefore = before.length > EXCERPT ? before.slice(-EXCERPT).replace(/^\S*/, '…') : before
  const shortAfter = after.length > EXCERPT ? after.slice(0, EXCERPT).replace(/\S*$/, '…') : after
  return `"${shortBefore}${mask(text, marked)}${shortAfter}"`
}

/** A stretch of the text that cuts no identifier. */
function masked(text: string, found: readonly Identifier[], from: number, to: number): string {
  let [words, place] = ['', from]
  for (const one of found.filter(({ at }) => at >= from && at < to)) {
    words += text.slice(place, one.at) + mask(text, one)
    place = one.at + one.length
  }
  return (words + text.slice(place, to)).replace(/\s+/g, ' ')
}

function mask(text: string, { at, length }: Identifier): string {
  const digits = visibleCharacters(text.slice(at, at + length)).map(({ digit }) => digit)
  return `${digits.join('').slice(0, 2)}• ••• ••••`
}
