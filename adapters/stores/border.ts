/** A frozen copy as JSON keeps it, so that every store gives back the same. Throws as `jsonOf` does. */
export function keepable<Value>(value: Value): Value {
  // The same value after a turn through JSON, which is how it will come back from a file or a row.
  return frozen(JSON.parse(jsonOf(value)) as Value)
}

/** What JSON writes as an escape may be half a character, or stand for itself behind a backslash. */
const SUSPECT = /\\u(?:0000|d[89a-f])/i

/** Throws when a text holds NUL or half a character, which PostgreSQL's jsonb would refuse. */
export function jsonOf(value: unknown): string {
  const json = JSON.stringify(value)
  if (SUSPECT.test(json)) refuseBrokenText(value)
  return json
}

/** Throws when a text holds NUL or half a character. */
export function refuseBrokenText(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || /\p{Surrogate}/u.test(value))
      throw new Error(
        'This text cannot be kept: it holds a NUL or half a character. Remove the character that does not show and send it again.',
      )
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      refuseBrokenText(name)
      refuseBrokenText(part)
    }
  }
}

/** Rows are shared by everybody who reads them: whoever edits one in place gets an error at once. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}
