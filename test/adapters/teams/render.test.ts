import { describe, expect, test } from 'vitest'
import type { Card, Element } from '../../../adapters/channels/teams/card.ts'
import { escapeMarkdown } from '../../../adapters/channels/teams/card.ts'
import { alertOf } from '../../../adapters/channels/teams/narrow.ts'
import { renderMessage } from '../../../adapters/channels/teams/render.ts'
import type { Button, Message, Part } from '../../../src/core/message/message.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { directory } from './world.ts'

const record = RecordId.parse('case-7k2m9q4x')

function cardsOf(message: Message): Card[] {
  return renderMessage(message, directory).flatMap(
    ({ attachments }) => attachments?.map(({ content }) => content) ?? [],
  )
}

function bodyOf(...parts: Part[]): readonly Element[] {
  const [card] = cardsOf({ title: 'Title', parts })
  return card?.body.slice(1) ?? []
}

function texts(elements: readonly Element[]): unknown[] {
  return elements.map(({ text }) => text)
}

describe('at the width of a phone', () => {
  test('facts that would break in two columns stand in a line each', () => {
    const facts = [
      ['Called by', 'Quinn Adeyemi (quality lead, Harbour NHS Foundation Trust)'],
      ['Called *at*', 'Sat 14 Aug 2027 08:55 BST'],
    ] as const

    expect(texts(bodyOf({ kind: 'facts', facts }))).toEqual([
      '**Called by:** Quinn Adeyemi (quality lead, Harbour NHS Foundation Trust)',
      '**Called \\*at\\*:** Sat 14 Aug 2027 08:55 BST',
    ])
  })

  test('a few words over a list are its heading, a sentence is none', () => {
    const list = { kind: 'list', items: ['one'] } as const

    expect(
      bodyOf(
        { kind: 'text', text: 'Local authority' },
        list,
        { kind: 'text', text: 'So be it.' },
        list,
      ),
    ).toMatchObject([
      { text: 'Local authority', weight: 'Bolder' },
      { text: '• one' },
      expect.not.objectContaining({ weight: 'Bolder' }),
      { text: '• one' },
    ])
  })

  test('of a long alert the first sentence alone is bold, and no mention is cut', () => {
    const first = 'It starts Sun 15 Aug 2027 15:00 BST, and not Sat 14 Aug 2027 15:00 BST.'
    const text = `${first} Changed Sat 14 Aug 2027 10:05 BST by Quinn Adeyemi.`

    expect(bodyOf({ kind: 'alert', text })).toMatchObject([
      {
        style: 'attention',
        items: [
          { text: `⚠ ${first}`, weight: 'Bolder' },
          { text: 'Changed Sat 14 Aug 2027 10:05 BST by Quinn Adeyemi.', wrap: true },
        ],
      },
    ])
    expect(alertOf(`<at>Dr. Nia Ward</at> ${'is asked '.repeat(20)}`)).toMatchObject({
      items: [{ weight: 'Bolder' }],
    })
  })

  test('short buttons that follow one another share a row, long ones do not', () => {
    const button = (label: string): Part => ({
      kind: 'buttons',
      buttons: [{ label, press: { do: 'command', words: 'mine' } }],
    })
    const parts = ['Another time…', 'Call it off…', 'Conflict of interest…'].map(button)

    const rows = bodyOf(...parts)

    expect(rows.map(({ actions }) => Array.isArray(actions) && actions.length)).toEqual([2, 1])
  })
})

describe('each part of a message', () => {
  test('the title is a heading', () => {
    expect(cardsOf({ title: 'C-7K2M-9Q4X', parts: [] })[0]?.body).toEqual([
      {
        type: 'TextBlock',
        text: 'C-7K2M-9Q4X',
        wrap: true,
        size: 'Large',
        weight: 'Bolder',
        style: 'heading',
      },
    ])
  })

  test('a title too long for a page stands short on each, and once in full', () => {
    const title = ' \t'.repeat(15_000)
    const texts = Array.from({ length: 20 }, () => ({ kind: 'quote', text: title }) as const)
    const before = process.cpuUsage()
    const cards = cardsOf({ title: `${'Long '.repeat(100)}title`, parts: texts })

    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
    for (const { body } of cards) expect(String(body[0]?.text).length).toBeLessThan(350)
    expect(cards[0]?.body[1]?.text).toMatch(/^(Long ){100}title$/)
  })

  test('people and records are named', () => {
    expect(bodyOf({ kind: 'text', text: ['For ', { person: 'nia' }, ': ', { record }] })).toEqual([
      { type: 'TextBlock', text: 'For Nia Ward: C-7K2M-9Q4X', wrap: true },
    ])
  })

  test('an alert is marked by a sign and not by colour alone', () => {
    expect(bodyOf({ kind: 'alert', text: 'Phone now' })).toMatchObject([
      { type: 'Container', style: 'attention', items: [{ text: '⚠ Phone now', weight: 'Bolder' }] },
    ])
  })

  test('what somebody wrote comes out as they wrote it', () => {
    const quote = '# no *bold*, [no](https://link) and _nothing_ 1. counted'

    expect(bodyOf({ kind: 'quote', text: quote })).toMatchObject([
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          {
            text: '\\# no \\*bold\\*, \\[no\\]([https://link](https://link)) and \\_nothing\\_ 1. counted',
          },
        ],
      },
    ])
  })

  test('an address is a link to itself, and what follows it is not', () => {
    const text = 'Join the call: https://teams.example/join/19%3Ameeting_a_b?context=%7B%7D.'

    expect(bodyOf({ kind: 'text', text })).toMatchObject([
      {
        text: 'Join the call: [https://teams.example/join/19%3Ameeting\\_a\\_b?context=%7B%7D](https://teams.example/join/19%3Ameeting_a_b?context=%7B%7D).',
      },
    ])
  })

  test('facts stand in a table, a list has bullets, a rule is small', () => {
    const citation = {
      document: 'S0',
      section: 'LP 4',
      note: '',
      kind: 'source' as const,
      basis: 'policy' as const,
    }

    expect(
      bodyOf(
        { kind: 'facts', facts: [['Due', 'Thu']] },
        { kind: 'facts', facts: [['Owed by', [{ person: 'sam' }]]] },
        { kind: 'list', items: ['one', 'two'] },
        { kind: 'rule', id: 'D1', citation },
      ),
    ).toMatchObject([
      {
        type: 'FactSet',
        facts: [
          { title: 'Due', value: 'Thu' },
          { title: 'Owed by', value: 'Sam Site' },
        ],
      },
      { text: '• one' },
      { text: '• two' },
      { text: 'Rule D1 · S0, LP 4 · policy · from the source', isSubtle: true },
    ])
  })

  test('the sixth button begins a new row, and each carries its press', () => {
    const buttons = Array.from({ length: 6 }, (_, index): Button => {
      return { label: `B${index}`, press: { do: 'command', words: `w${index}` } }
    })

    const rows = bodyOf({ kind: 'buttons', buttons })

    expect(rows.map(({ actions }) => Array.isArray(actions) && actions.length)).toEqual([5, 1])
    expect(rows[1]).toEqual({
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Execute',
          title: 'B5',
          verb: 'press',
          data: { 'muster/press': { do: 'command', words: 'w5' } },
        },
      ],
    })
  })
})

test('a card says the same without its layout, and the notification says what it is about', () => {
  const [message] = renderMessage(
    { title: 'Due soon', parts: [{ kind: 'text', text: 'D1 is due.' }] },
    directory,
  )

  expect(message.summary).toBe('Due soon\nD1 is due.')
  expect(message.attachments?.[0]?.content).toMatchObject({
    version: '1.5',
    fallbackText: 'Due soon\nD1 is due.',
  })
})

test('a message too long for one card goes on in others, and no word is lost', () => {
  const words = Array.from({ length: 6000 }, (_, index) => `word${index}`)
  const buttons = [{ label: 'I have it', press: { do: 'command' as const, words: 'mine' } }]
  const message: Message = {
    title: 'A long account',
    parts: [
      { kind: 'quote', text: words.join(' ') },
      { kind: 'buttons', buttons },
    ],
  }

  const pages = renderMessage(message, directory)
  const text = cardsOf(message)
    .map(({ body }) => JSON.stringify(body))
    .join()

  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(2 * JSON.stringify(page).length).toBeLessThan(40_000)
  expect(text.match(/word\d+/g)).toEqual(words)
  expect(text).toContain(`A long account (continued, 2 of ${pages.length})`)
  expect(text).toContain('I have it')
})

test('a cut never goes through a character', () => {
  const text = '🩺'.repeat(4001)

  const cards = cardsOf({ title: 'x', parts: [{ kind: 'text', text }] })

  expect(JSON.stringify(cards.map(({ body }) => body))).not.toMatch(/\\ud[89a-f]/)
})

test.each([
  ['- not a list', '\\- not a list'],
  ['12. not counted', '12\\. not counted'],
  ['two\nlines', 'two\n\nlines'],
  ['{{DATE(x)}}', '{\u200b{DATE(x)}}'],
  ['a\u0000b\r\nc', 'a b\n\nc'],
  ['3 < 5 & 6 > 4', '3 < 5 & 6 > 4'],
  ['at < 5 <atrium>', 'at < 5 <atrium>'],
  ['<at>Nia Ward</at>', '<\u200bat>Nia Ward<\u200b/at>'],
  ['<AT id="0">Nia', '<\u200bAT id="0">Nia'],
  ['< at >Nia</ at>', '<\u200b at >Nia<\u200b/ at>'],
  ['&lt;at&gt; &#60; &#x3C;', '&\u200blt;at&\u200bgt; &\u200b#60; &\u200b#x3C;'],
  [
    'https://trust.example/?a=1&lt;=2&b=3',
    '[https://trust.example/?a=1&\u200blt;=2&b=3](https://trust.example/?a=1&lt;=2&b=3)',
  ],
])('%j is no markup', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

test('of a long address only its beginning is read, and all of it is followed', () => {
  const address = `https://teams.microsoft.com/l/meetup-join/19%3Ameeting_${'x'.repeat(200)}%40thread.v2/0`

  expect(escapeMarkdown(`Join the call: ${address}. Thank you.`)).toBe(
    `Join the call: [https://teams.microsoft.com/l/meetup-join/19%3Ameeting\\_xxxx…](${address}). Thank you.`,
  )
})

describe('whoever is called in a room', () => {
  const accounts = new Map([
    ['nia', 'account-of-nia'],
    ['sam', 'account-of-sam'],
  ])
  const asked: Message = {
    title: 'Asked',
    parts: [{ kind: 'text', text: ['Asked: ', { person: 'nia' }, ', ', { person: 'sam' }] }],
  }
  const callingCard = (message: Message, whole = directory) => {
    const [first] = renderMessage(message, whole, accounts)
    return first.attachments?.[0]?.content
  }

  test('is mentioned, by the account and never by the name alone', () => {
    const card = callingCard({ ...asked, elsewhere: ['sam'] })

    expect(card?.body[1]).toMatchObject({ text: 'Asked: <at>Nia Ward</at>, Sam Site' })
    expect(card?.fallbackText).toBe('Asked\nAsked: Nia Ward, Sam Site')
    const mentioned = { id: 'account-of-nia', name: 'Nia Ward' }
    expect(card?.msteams?.entities).toEqual([
      { type: 'mention', text: '<at>Nia Ward</at>', mentioned },
    ])
  })

  test('is only named where a name could mean two, or is no plain name', () => {
    const renamed = (name: string) => ({
      organisations: directory.organisations.map((one) => ({
        ...one,
        people: one.people.map((person) => (person.id === 'sam' ? { ...person, name } : person)),
      })),
    })

    expect(callingCard(asked, renamed('Nia Ward'))?.msteams).toBeUndefined()
    expect(callingCard(asked, renamed('Sam</at>_'))?.body[1]).toMatchObject({
      text: 'Asked: <at>Nia Ward</at>, Sam<\u200b/at>\\_',
    })
  })

  test('what somebody wrote calls nobody', () => {
    const parts: Part[] = [
      { kind: 'quote', text: '<at>Nia Ward</at> look' },
      { kind: 'facts', facts: [['Raised by', [{ person: 'nia' }]]] },
    ]

    expect(callingCard({ title: 'Said', parts })?.msteams).toBeUndefined()
  })

  test('is not called by what stands beside in a quote', () => {
    const quote: Part = { kind: 'quote', text: 'x <at>Nia Ward</at> should be sacked' }

    const card = callingCard({ ...asked, parts: [...asked.parts, quote] })

    expect(card?.msteams?.entities).toHaveLength(2)
    expect(JSON.stringify(card?.body).split('<at>Nia Ward</at>')).toHaveLength(2)
    expect(JSON.stringify(card?.body)).toContain('x <\u200bat>Nia Ward<\u200b/at> should be sacked')
  })
})
