import { describe, expect, test } from 'vitest'
import type { FormView } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { safeForm, safeMessage, safeText } from '../../../src/core/message/safe.ts'

describe('words as they are shown', () => {
  test.each([
    ['an order to read backwards', 'closed \u202eton si esac', 'closed ton si esac'],
    ['an isolate that is never ended', '\u2066open\u2067', 'open'],
    ['letters without width', '999\u200b 000\u2060 00\ufeff18', '999 000 0018'],
    ['a soft hyphen', 'clo\u00adsed', 'closed'],
    ['controls and halves of characters', 'a\u0000b\u0007c\ud800d', 'abcd'],
  ])('hold no %s', (_, written, shown) => {
    expect(safeText(written)).toBe(shown)
  })

  test.each([
    ['Arabic and Hebrew', 'مرحبا שלום'],
    ['letters that are joined', 'न\u200dमस्ते 👩\u200d⚕️'],
    ['lines and tabs', 'one\n\ttwo'],
    ['marks over letters', 'Cafe\u0301'],
  ])('keep %s', (_, written) => {
    expect(safeText(written)).toBe(written)
  })
})

test('a message is made safe in every place that holds words, and nothing else is changed', () => {
  const bad = 'a\u202eb'
  const citation = { document: 'S0', section: '1', note: bad, kind: 'source' } as const
  const message: Message = {
    title: bad,
    elsewhere: ['nia'],
    parts: [
      { kind: 'text', text: bad },
      { kind: 'alert', text: [bad, { person: 'nia' }] },
      { kind: 'quote', text: bad },
      { kind: 'facts', facts: [[bad, bad]] },
      { kind: 'list', items: [bad] },
      { kind: 'rule', id: 'D1', citation },
      { kind: 'buttons', buttons: [{ label: bad, press: { do: 'command', words: bad } }] },
    ],
  }

  expect(safeMessage(message)).toEqual({
    title: 'ab',
    elsewhere: ['nia'],
    parts: [
      { kind: 'text', text: 'ab' },
      { kind: 'alert', text: ['ab', { person: 'nia' }] },
      { kind: 'quote', text: 'ab' },
      { kind: 'facts', facts: [['ab', 'ab']] },
      { kind: 'list', items: ['ab'] },
      { kind: 'rule', id: 'D1', citation },
      { kind: 'buttons', buttons: [{ label: 'ab', press: { do: 'command', words: bad } }] },
    ],
  })
})

test('what stands in a field comes back as it was written', () => {
  const bad = 'a\u200bb'
  const form: FormView = {
    ticket: { form: 'note', nonce: 'n', with: { text: bad } },
    title: bad,
    heading: [bad],
    submit: 'Send',
    problem: bad,
    fields: [
      {
        id: 'text',
        kind: 'choice',
        label: bad,
        hint: bad,
        error: bad,
        required: true,
        live: false,
        options: [{ value: bad, label: bad }],
        value: bad,
      },
    ],
  }

  const safe = safeForm(form)
  expect(safe).toMatchObject({ title: 'ab', heading: ['ab'], problem: 'ab' })
  expect(safe.fields[0]).toMatchObject({ label: 'ab', hint: 'ab', error: 'ab', value: bad })
  expect(safe.fields[0]?.options).toEqual([{ value: bad, label: 'ab' }])
  expect(safe.ticket).toEqual(form.ticket)
})
