import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charactersIn, renderMessage } from '../../../adapters/channels/slack/render.ts'
import type { Message, Part } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { blockFaults } from './block-faults.ts'
import { CASE, directory } from './harness.ts'

const names = { directory, accounts: new Map([['amina', 'U0AMINA']]) }
const citation = {
  document: 'S0',
  section: 'LP 4',
  note: '-',
  kind: 'source',
  basis: 'policy',
} as const

const render = (parts: Part[], title = 'Case C-7K2M-9Q4X') => renderMessage({ title, parts }, names)
const blocksOf = (parts: Part[]) => render(parts, '')[0].blocks
const markup = (text: string) => ({ type: 'mrkdwn', text, verbatim: true })

describe('how each part of a message looks', () => {
  test('a title is a header', () => {
    expect(render([])[0]).toEqual({
      text: 'Case C-7K2M-9Q4X',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Case C-7K2M-9Q4X', emoji: false } },
      ],
    })
  })

  test('people are mentioned where their account is known, and named otherwise', () => {
    const text = [
      'Ask ',
      { person: 'amina' },
      ' or ',
      { person: 'ben' },
      ' about ',
      { record: CASE },
    ]

    const [post] = render([{ kind: 'text', text }], '')
    expect(post.blocks).toEqual([
      { type: 'section', text: markup('Ask <@U0AMINA> or Ben Osei about C-7K2M-9Q4X') },
    ])
    expect(post.text).toBe('Ask Amina Farrow or Ben Osei about C-7K2M-9Q4X')
  })

  test('facts are lines with a label that stands out', () => {
    const facts = [
      ['Due', 'Thu 1 Apr 2027 23:59 BST'],
      ['Owes', [{ person: 'amina' }]],
    ] as const

    expect(blocksOf([{ kind: 'facts', facts }])).toEqual([
      { type: 'section', text: markup('*Due:* Thu 1 Apr 2027 23:59 BST\n*Owes:* <@U0AMINA>') },
    ])
  })

  test('an alert carries a sign and weight, line by line', () => {
    expect(blocksOf([{ kind: 'alert', text: 'Phone now.\n\nDo not wait.' }])).toEqual([
      { type: 'section', text: markup(':warning: *Phone now.*\n*Do not wait.*') },
    ])
  })

  test('a quote keeps its lines', () => {
    expect(blocksOf([{ kind: 'quote', text: 'One\r\nTwo' }])).toEqual([
      { type: 'section', text: markup('> One\n> Two') },
    ])
  })

  test('a list has bullets, and a rule stands small', () => {
    expect(blocksOf([{ kind: 'list', items: ['One', 'Two'] }])).toEqual([
      { type: 'section', text: markup('• One\n• Two') },
    ])
    expect(blocksOf([{ kind: 'rule', id: 'D1', citation }])).toEqual([
      { type: 'context', elements: [markup('Rule D1 · S0, LP 4 · policy · from the source')] },
    ])
  })

  test('buttons carry what they do in their value, five beside one another', () => {
    const press = { do: 'have', record: CASE, clock: 'D1' } as const
    const buttons = Array.from({ length: 6 }, (_, index) => ({ label: `Button ${index}`, press }))

    const [first, second] = blocksOf([{ kind: 'buttons', buttons }])
    expect(first).toMatchObject({ type: 'actions' })
    expect(first).toHaveProperty('elements.length', 5)
    expect(second).toEqual({
      type: 'actions',
      elements: [
        {
          type: 'button',
          text: { type: 'plain_text', text: 'Button 5', emoji: false },
          action_id: 'press_0',
          value: JSON.stringify(press),
        },
      ],
    })
  })
})

describe('words of people are never markup', () => {
  test('Slack’s three characters are escaped everywhere', () => {
    const [post] = render([{ kind: 'text', text: '<!channel> & <@U1>' }], '')

    expect(post.blocks).toEqual([
      { type: 'section', text: markup('&lt;!channel&gt; &amp; &lt;@U1&gt;') },
    ])
    expect(post.text).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;')
  })

  test('the words that call everybody call nobody', () => {
    const [post] = render([{ kind: 'quote', text: '@here @Channel @everyone' }], '')

    expect(JSON.stringify(post)).not.toMatch(/@(here|channel|everyone)/i)
  })

  test('a link can be followed, in our own words only', () => {
    const [post] = render(
      [
        { kind: 'text', text: 'Join at https://meet.example/a?b=1&c=2.' },
        { kind: 'quote', text: 'https://elsewhere.example' },
      ],
      '',
    )

    expect(post.blocks).toEqual([
      { type: 'section', text: markup('Join at <https://meet.example/a?b=1&amp;c=2>.') },
      { type: 'section', text: markup('> https://elsewhere.example') },
    ])
  })

  test('an asterisk in a label or an alert does not break the weight', () => {
    expect(blocksOf([{ kind: 'facts', facts: [['5*5', 'yes']] }])).toEqual([
      { type: 'section', text: markup('5*5: yes') },
    ])
    expect(blocksOf([{ kind: 'alert', text: '5*5' }])).toEqual([
      { type: 'section', text: markup(':warning: 5*5') },
    ])
  })
})

describe('what does not fit', () => {
  test('goes on in further posts that say so', () => {
    const posts = render([{ kind: 'text', text: 'word '.repeat(2000) }])

    expect(posts.length).toBe(3)
    expect(posts[0].text).toMatch(/^Case C-7K2M-9Q4X\n.*\n1 of 3\. The rest is in the thread\.$/s)
    expect(posts[1]?.text).toMatch(/^Case C-7K2M-9Q4X – continued, 2 of 3\n/)
    expect(posts[2]?.text).toMatch(/^Case C-7K2M-9Q4X – continued, 3 of 3\n/)
  })

  test('of a title stands under it whole', () => {
    const title = 'Title '.repeat(40).trim()

    expect(render([], title)[0].blocks[1]).toEqual({ type: 'section', text: markup(title) })
  })
})

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('&', '<!here>', '@everyone', '*', '\n', 'https://a.example/?x=1&y=2', '😀', '"'),
  fc.integer({ min: 1, max: 700 }).map((length) => 'w&'.repeat(length)),
)
const prose = fc
  .tuple(fc.array(word, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }))
  .map(([words, times]) => Array(times).fill(words.join(' ')).join(' '))
const piece = fc.oneof(
  prose,
  fc.constantFrom('amina', 'ben', 'gone').map((person) => ({ person })),
  fc.constant({ record: CASE }),
)
const text = fc.oneof(prose, fc.array(piece, { maxLength: 6 }))
const press = fc.record({
  do: fc.constant('command' as const),
  words: fc.string({ maxLength: 300 }),
})
const button = fc.record({ label: fc.string({ maxLength: 120 }), press })
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text' as const, 'alert' as const), text }),
  fc.record({ kind: fc.constant('quote' as const), text: prose }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.tuple(prose, text), { maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 15 }) }),
  fc.record({
    kind: fc.constant('rule' as const),
    id: fc.string(),
    citation: fc.constant(citation),
  }),
  fc.record({
    kind: fc.constant('buttons' as const),
    buttons: fc.array(button, { maxLength: 30 }),
  }),
)
const message: fc.Arbitrary<Message> = fc.record({
  title: prose,
  parts: fc.array(part, { maxLength: 12 }),
})

/** The letters alone: no blanks, no marks of layout. */
function letters(words: string): string {
  return words
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/[\s\u200b*>:•[\]<-]/g, '')
}

describe('any message', () => {
  test('keeps within every limit', () => {
    fc.assert(
      fc.property(message, (one) => {
        for (const post of renderMessage(one, names)) {
          expect(blockFaults(post.blocks, 50)).toEqual([])
          expect(charactersIn(post.blocks)).toBeLessThanOrEqual(13_200)
          expect(post.text.length).toBeLessThanOrEqual(4000)
          expect(post.text.trim()).not.toBe('')
        }
      }),
      { numRuns: 25 },
    )
  })

  test('loses no word, neither in its layout nor in its plain text', () => {
    fc.assert(
      fc.property(message, (one) => {
        const short = { ...one, parts: one.parts.filter(({ kind }) => kind !== 'buttons') }
        const posts = renderMessage({ ...short, title: '' }, { directory, accounts: new Map() })
        const said = posts.map((post) => post.text).join('\n')
        const laidOut = posts.map((post) => textsIn(post.blocks)).join('\n')
        const plain = letters(plainMessage({ ...short, title: '' }, directory))

        expect(letters(withoutHints(said))).toBe(plain)
        expect(letters(withoutHints(laidOut)).replaceAll('warning', '')).toBe(
          plain.replaceAll('warning', ''),
        )
      }),
      { numRuns: 25 },
    )
  })
})

function withoutHints(said: string): string {
  return said.replace(
    /^( – continued, \d+ of \d+|\d+ of \d+\. The rest is in the thread\.|…)$/gm,
    '',
  )
}

function textsIn(blocks: readonly object[]): string {
  const texts: string[] = []
  JSON.stringify(blocks, (key, value) => {
    if (key === 'text' && typeof value === 'string') texts.push(value)
    return value
  })
  return texts.join('\n')
}
