import { describe, expect, test } from 'vitest'
import type { Element } from '../../../adapters/channels/teams/card.ts'
import { formCard } from '../../../adapters/channels/teams/form.ts'
import { readPressed } from '../../../adapters/channels/teams/pressed.ts'
import type { FieldView, FormView } from '../../../src/core/message/form.ts'
import { directory, form } from './world.ts'

const base = { label: 'Label', required: false, live: false }

function fields(...given: FieldView[]): readonly Element[] {
  return formCard({ ...form, heading: [], fields: given }, directory, true).body.slice(1)
}

/** What a client sends when the submit button of the card is pressed. */
function submitted(view: FormView, typed: Record<string, unknown>) {
  const [submit] = formCard(view, directory, true).actions ?? []
  const data = typeof submit?.data === 'object' ? submit.data : {}
  return readPressed({ action: { verb: submit?.verb, data: { ...typed, ...data } } })
}

describe('each kind of field', () => {
  test('a line and a text have a label, a limit and an error of their own', () => {
    expect(
      fields(
        { ...base, id: 'where', kind: 'line', max: 200, required: true },
        { ...base, id: 'what', kind: 'text', max: 3000, value: 'typed' },
      ),
    ).toEqual([
      {
        type: 'Input.Text',
        id: 'where',
        label: 'Label',
        maxLength: 200,
        isRequired: true,
        errorMessage: 'Please fill in “Label”.',
      },
      {
        type: 'Input.Text',
        id: 'what',
        label: 'Label',
        maxLength: 3000,
        isMultiline: true,
        value: 'typed',
      },
    ])
  })

  test('a choice and a choice of many keep what was chosen and explain their options', () => {
    const options = [
      { value: 'T1', label: 'One', description: 'The first' },
      { value: 'T2', label: 'Two' },
    ]
    expect(
      fields(
        { ...base, id: 'one', kind: 'choice', options, value: 'T2' },
        { ...base, id: 'all', kind: 'many', options, value: ['T1', 'T2'] },
      ),
    ).toMatchObject([
      {
        type: 'Input.ChoiceSet',
        id: 'one',
        value: 'T2',
        choices: [
          { title: 'One', value: 'T1' },
          { title: 'Two', value: 'T2' },
        ],
      },
      { type: 'FactSet', facts: [{ title: 'One', value: 'The first' }] },
      { type: 'Input.ChoiceSet', id: 'all', isMultiSelect: true, value: 'T1,T2' },
      { type: 'FactSet' },
    ])
  })

  test('a moment is a date and a time', () => {
    const [columns] = fields({ ...base, id: 'when', kind: 'moment', value: '2027-03-26 20:15' })

    expect(JSON.stringify(columns)).toContain(
      '{"type":"Input.Date","id":"when/date","label":"Label (date)","value":"2027-03-26"}',
    )
    expect(JSON.stringify(columns)).toContain(
      '{"type":"Input.Time","id":"when/time","label":"Label (time)","value":"20:15"}',
    )
  })

  test('a moment of which only the day is asked is a date', () => {
    const value = '2027-03-26'

    expect(fields({ ...base, id: 'due', kind: 'moment', dayOnly: true, value })).toEqual([
      { type: 'Input.Date', id: 'due/date', label: 'Label', value },
    ])
  })

  test('a number has its bounds; a statement is text, and an urgent one a warning', () => {
    expect(
      fields(
        { ...base, id: 'n', kind: 'number', min: 1, max: 5, value: '3' },
        { ...base, id: 's', kind: 'statement', label: 'Read this' },
        { ...base, id: 'u', kind: 'statement', label: 'Phone now', urgent: true },
      ),
    ).toMatchObject([
      { type: 'Input.Number', min: 1, max: 5, value: 3 },
      { type: 'TextBlock', text: 'Read this' },
      { type: 'Container', style: 'attention', items: [{ text: '⚠ Phone now' }] },
    ])
  })

  test('a statement says its hint too: whom to phone', () => {
    const phone = { ...base, id: 'u', kind: 'statement' as const, label: 'Phone now', urgent: true }

    expect(fields({ ...phone, hint: 'Emergency 999.' })).toMatchObject([
      { type: 'Container', items: [{ text: '⚠ Phone now\n\nEmergency 999.' }] },
    ])
  })
})

test('a text that was filled in longer than its field is cut, and travels once', () => {
  const value = 'x'.repeat(30_000)
  const long = { ...base, id: 'what', kind: 'text' as const, max: 3000, value }
  const ticket = { ...form.ticket, with: { what: value, clock: 'D1' } }
  const card = formCard({ ...form, ticket, heading: [], fields: [long] }, directory, true)

  expect(card.body.slice(1)).toMatchObject([
    { type: 'Input.Text', value: 'x'.repeat(3000) },
    { text: 'Only the first 3000 characters fit here; the rest is left out.' },
  ])
  expect(card.actions).toMatchObject([{ data: { 'muster/ticket': { with: { clock: 'D1' } } } }])
  expect(JSON.stringify(card).length).toBeLessThan(5000)
})

test('what is wrong stands by its field and at the top', () => {
  const wrong = { ...base, id: 'what', kind: 'text' as const, error: 'Say what happened.' }
  const card = formCard(
    { ...form, fields: [wrong], problem: 'Please correct this.' },
    directory,
    true,
  )

  expect(card.body[2]).toMatchObject({
    style: 'attention',
    items: [{ text: '⚠ Not sent yet.\n\nPlease correct this.\n\nLabel: Say what happened.' }],
  })
  expect(card.body.at(-1)).toMatchObject({ text: '⚠ Say what happened.', color: 'Attention' })
})

test('a form that grows can be updated before everything required is filled in', () => {
  const body = fields(
    { ...base, id: 'danger', kind: 'choice', options: [], required: true, live: true },
    { ...base, id: 'what', kind: 'text', required: true },
  )

  expect(body).toMatchObject([
    { id: 'danger', label: 'Label (required)' },
    { type: 'ActionSet', actions: [{ verb: 'refresh', title: 'Update the form' }] },
    { id: 'what', label: 'Label (required)' },
  ])
  expect(JSON.stringify(body)).not.toContain('isRequired')
})

describe('what comes back', () => {
  const asked: FieldView[] = [
    { ...base, id: 'what', kind: 'text' },
    { ...base, id: 'when', kind: 'moment' },
    { ...base, id: 'all', kind: 'many' },
    { ...base, id: 'n', kind: 'number' },
    { ...base, id: 'evidence.T3', kind: 'line' },
    { ...base, id: 'note', kind: 'statement' },
  ]
  const view: FormView = { ...form, fields: asked }

  test('is the answers by field, with the ticket', () => {
    const typed = {
      what: ' Something ',
      'when/date': '2027-03-26',
      'when/time': '20:15',
      all: 'T1,T2',
      n: 3,
      'evidence.T3': 'seen',
    }

    expect(submitted(view, typed)).toEqual({
      verb: 'submit',
      ticket: form.ticket,
      answers: {
        what: 'Something',
        when: '2027-03-26 20:15',
        all: ['T1', 'T2'],
        n: '3',
        'evidence.T3': 'seen',
      },
      live: false,
      own: true,
      read: ['note'],
      step: 0,
    })
  })

  test('is empty where it was left empty or emptied; half a moment is passed on to be refused', () => {
    const typed = { what: '', 'when/date': '2027-03-26', 'when/time': '' }

    expect(submitted(view, typed)).toMatchObject({
      answers: { what: '', when: '2027-03-26', all: [], n: '' },
    })
  })

  test.each([
    ['nothing', undefined],
    ['text', 'submit'],
    ['no action', {}],
    ['an unknown verb', { action: { verb: 'dance', data: {} } }],
    ['a button that is none', { action: { verb: 'press', data: { 'muster/press': 7 } } }],
    ['a form without its ticket', { action: { verb: 'submit', data: { what: 'x' } } }],
  ])('is nothing when it is %s', (_, value) => {
    expect(readPressed(value)).toBeUndefined()
  })

  test('is nothing when a value is of the wrong type', () => {
    expect(submitted(view, { what: { deep: true } })).toBeUndefined()
  })
})
