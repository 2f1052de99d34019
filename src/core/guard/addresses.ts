import { isMark, lengthAt, MARK, NUMBER, type Tokens, touches, WORD, wordAt } from './tokens.ts'

/** The postcode areas of the United Kingdom. */
const AREAS = new Set(
  `ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec
  eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu
  m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss
  st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze`.split(/\s+/),
)
/** Any letters at the end, though some never stand there: most often they were mistyped. */
const POSTCODE = /([a-z]{1,2})\d[a-z\d]?[\s-]{0,3}\d([a-z]{2})(?![a-z\d])/y
/** What stands after a figure in small letters, in `B12 3rd floor` or `E4 2hr`. */
const AFTER_FIGURES = ['st', 'nd', 'rd', 'th', 'hr', 'pt', 'bd']
const LOCAL = /[\w.+'-]/
/** Tokens before the sign. */
const LOCAL_AT_MOST = 32
const EMAIL = /[\w.+'-]{1,64}@[a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?/y

/** A full postcode: the token after it, or 0. */
export function postcodeAt(tokens: Tokens, from: number): number {
  if (tokens.kinds[from] !== WORD || lengthAt(tokens, from) > 2) return 0
  if (tokens.kinds[from + 1] !== NUMBER || !touches(tokens, from + 1)) return 0
  if (touches(tokens, from) && tokens.kinds[from - 1] === NUMBER) return 0
  if (!AREAS.has(wordAt(tokens, from))) return 0
  const place = tokens.starts[from] ?? 0
  POSTCODE.lastIndex = place
  const found = POSTCODE.exec(tokens.lower)
  if (!found) return 0
  const end = place + found[0].length
  const written = tokens.plain.slice(end - 2, end)
  if (AFTER_FIGURES.includes(written)) return 0
  return tokenAfter(tokens, from, end)
}

/** An e-mail address that begins with a token: the token after it, or 0. */
export function emailAt(tokens: Tokens, from: number): number {
  const place = tokens.starts[from] ?? 0
  if (isMark(tokens, from, "@.'") || (place > 0 && LOCAL.test(tokens.plain.charAt(place - 1))))
    return 0
  EMAIL.lastIndex = place
  const found = EMAIL.exec(tokens.lower)?.[0]
  return found?.slice(found.indexOf('@')).includes('.')
    ? tokenAfter(tokens, from, place + found.length)
    : 0
}

/** Where the e-mail address begins that has its sign at a token. */
export function beforeSign(tokens: Tokens, sign: number): number {
  let from = sign
  while (from > sign - LOCAL_AT_MOST && touches(tokens, from) && isLocal(tokens, from - 1))
    from -= 1
  while (from < sign && isMark(tokens, from, ".'")) from += 1
  return from
}

function isLocal(tokens: Tokens, token: number): boolean {
  return tokens.kinds[token] !== MARK || isMark(tokens, token, "_.+'-")
}

/** The first token that begins at a place or later. */
export function tokenAfter({ starts, count }: Tokens, from: number, place: number): number {
  let token = from
  while (token < count && (starts[token] ?? 0) < place) token += 1
  return token
}
