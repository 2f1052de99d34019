const GONE = '[left out]'
/** Shorter ones would be found in ordinary words. */
const SHORTEST = 6

/** What a secret looks like, whoever's it is. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // A password in an address, also where its user is empty.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']*:[^\s/"']*@/gi, `$1${GONE}@`],
  [/\bxox[a-z]-[\w-]+|\bxapp-[\w-]+/g, GONE],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${GONE}`],
  // A signed token.
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, GONE],
  // Where Slack takes private answers: whoever has it may answer.
  [/(hooks\.slack\.com\/)[\w/.-]+/g, `$1${GONE}`],
]

/** Takes the secrets out of a line, and whatever looks like one. */
export function scrubber(secrets: readonly string[]): (line: string) => string {
  const known = [...new Set(secrets.flatMap(spellings))].filter(({ length }) => length >= SHORTEST)
  return (line) => {
    const clean = known.reduce((text, secret) => text.replaceAll(secret, GONE), line)
    return SHAPES.reduce((text, [shape, instead]) => text.replace(shape, instead), clean)
  }
}

/** As it is, inside JSON, inside JSON that is quoted in JSON, and inside an address. */
function spellings(secret: string): string[] {
  const once = inJson(secret)
  return [secret, once, inJson(once), encodeURIComponent(secret)]
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
