import fc from 'fast-check'

/** Longer than Slack or Teams let anybody write. */
const LONGEST = 30_000

/** What the grammars look for, and what has broken parsers elsewhere. */
const PIECES = [
  'done',
  'note',
  'snooze',
  'extend',
  'I have it',
  'because',
  'ref',
  'reference no. ',
  'D1',
  'D3a',
  'C-7K2M-9Q4X',
  'M-7k2m',
  '2027/1234',
  '21:10',
  '9.30pm',
  'at half',
  'yesterday',
  'Sat 27 Mar 2027',
  '27/03/2027',
  '31 Feb',
  '2027-03-27T09:30:00Z',
  'GMT',
  '2h',
  '1 day',
  '999 000 0018',
  'nia@willow.example',
  '/muster ',
  '/concern',
  '<@U0AMINA>',
  '<@U0AMINA|amina>',
  '<!channel>',
  '<!here|here>',
  '<#C0WILLOW|willow>',
  '<https://evil.example|nhs.uk>',
  '<mailto:a@b.example|a>',
  '&lt;!channel&gt;',
  '@everyone ',
  '@channel',
  '<at>Muster</at>',
  '<at id="0">',
  '[nhs.uk](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '{{DATE(2027-01-01)}}',
  '<img src=x onerror=alert(1)>',
  '<script>',
  '&#x41;&#0;&amp;lt;',
  '*',
  '_',
  '`',
  '~',
  '\\',
  '"',
  "'",
  '(',
  ')',
  '<',
  '>',
  '|',
  '&',
  '#',
  '\r\n',
  '\n',
  '\t',
  ' ',
  '\u00a0',
  '\u2028',
  '\0',
  '\u0007',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u0301',
  '👩‍⚕️',
  'ı',
  'İ',
  'ß',
  '３',
  '٣',
  '__proto__',
  'constructor',
  'null',
  'because because',
  '.',
  '-',
  '1',
  '0',
  'a',
] as const

const piece = fc.constantFrom<string>(...PIECES)

/** A few pieces, as somebody may write them. */
const short = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 12,
})

/** One piece or two, again and again: what makes a careless regular expression try for ever. */
const endless = fc
  .tuple(piece, piece, fc.integer({ min: 1, max: LONGEST }))
  .map(([one, other, length]) => repeated(one + other, length))

function repeated(words: string, length: number): string {
  return words.repeat(Math.ceil(length / words.length)).slice(0, length)
}

/** What anybody might write; a few of them as long as can be. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 30, arbitrary: short.map((pieces) => pieces.join('')) },
  { weight: 20, arbitrary: short.map((pieces) => pieces.join(' ')) },
  { weight: 10, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 10, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: endless },
)

/** Instead of what should stand there. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    '',
    [],
    {},
    [null],
    [[]],
    { id: null },
    { toString: null },
  ),
  words,
  fc.integer({ min: 1, max: 2000 }).map(nested),
  fc.dictionary(fc.constantFrom('id', 'type', '__proto__', 'constructor', 'x'), fc.anything(), {
    maxKeys: 4,
  }),
)

function nested(depth: number): unknown {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}
