/** A character of a text, as a search for digits sees it. */
export interface Character {
  readonly at: number
  readonly length: number
  readonly kind: 'digit' | 'separator' | 'other'
  /** The ASCII digit that it stands for, in whatever script it is written. */
  readonly digit: string
}

/** The characters of a text without those that show nothing: zero-width ones and marks. */
export function visibleCharacters(text: string): Character[] {
  const characters: Character[] = []
  let at = 0
  for (const one of text) {
    const digit = asciiDigit(one)
    const kind =
      digit === '' ? (/^[\s\p{Zs}\p{Pd}\u2212.·_/]$/u.test(one) ? 'separator' : 'other') : 'digit'
    if (!/^[\p{Cf}\p{Mn}\p{Me}]$/u.test(one))
      characters.push({ at, length: one.length, kind, digit })
    at += one.length
  }
  return characters
}

/** `3` of `3`, `３` and `٣`; nothing of what is no digit. */
function asciiDigit(one: string): string {
  const plain = one.normalize('NFKC')
  if (/^\d$/.test(plain)) return plain
  if (!/^\p{Nd}$/u.test(plain)) return ''
  // Unicode keeps the ten digits of a script together, the zero first.
  let value = 0
  while (
    value < 9 &&
    /^\p{Nd}$/u.test(String.fromCodePoint((plain.codePointAt(0) ?? 0) - value - 1))
  ) {
    value += 1
  }
  return String(value)
}
