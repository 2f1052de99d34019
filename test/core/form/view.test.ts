import { describe, expect, test } from 'vitest'
import { type Filled, viewForm } from '../../../src/core/form/view.ts'
import type { Answers, FieldView } from '../../../src/core/message/form.ts'
import { formOf, sources, zone } from './forms.ts'

const ticket = { form: 'test', nonce: 'n1' }

function fieldsOf(fields: unknown[], answers: Answers = {}, more: Partial<Filled> = {}) {
  return viewForm(formOf(fields), { ticket, answers, ...more }, sources, zone).fields
}

function idsOf(fields: readonly FieldView[]) {
  return fields.map(({ id }) => id)
}

const danger = {
  id: 'danger',
  kind: 'choice',
  label: 'Danger?',
  required: true,
  initial: 'no',
  options: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
}
const phone = {
  id: 'phone',
  kind: 'statement',
  label: 'Phone now.',
  urgent: true,
  when: { field: 'danger', is: ['yes'] },
}

describe('what a form shows', () => {
  test('carries the title, the heading, the button and what is wrong with the whole', () => {
    const form = formOf([{ id: 'what', kind: 'line', label: 'What?' }])

    const view = viewForm(form, { ticket, answers: {}, problem: 'Too late.' }, sources, zone)

    expect(view).toMatchObject({
      ticket,
      title: 'Test',
      heading: ['No patient identifiers.'],
      submit: 'Send',
      problem: 'Too late.',
    })
  })

  test('keeps what was filled in, with the sentence about what is wrong beside it', () => {
    const [what] = fieldsOf(
      [{ id: 'what', kind: 'line', label: 'What?', max: 40 }],
      { what: 'x' },
      {
        errors: { what: 'Too short.' },
      },
    )

    expect(what).toMatchObject({ value: 'x', error: 'Too short.', max: 40, live: false })
  })

  test('starts from the initial choice, the ticket before it, the answer before both', () => {
    const filled = { ticket: { ...ticket, with: { danger: 'yes' } } }

    expect(fieldsOf([danger])[0]).toMatchObject({ value: 'no' })
    expect(fieldsOf([danger], {}, filled)[0]).toMatchObject({ value: 'yes' })
    expect(fieldsOf([danger], { danger: 'no' }, filled)[0]).toMatchObject({ value: 'no' })
  })

  test('offers the providers of the directory and, last, that it is not listed', () => {
    const [provider] = fieldsOf([
      { id: 'provider', kind: 'choice', label: 'Who?', from: 'providers' },
    ])

    expect(provider?.options).toEqual([
      { value: 'willow', label: 'Willow House' },
      { value: 'alder', label: 'Alder Unit' },
      { value: 'not-listed', label: 'Not listed' },
    ])
  })

  test('shortens a label that no channel could show', () => {
    const long = { value: 'long', label: 'x'.repeat(90) }

    const [choice] = fieldsOf(
      [{ id: 'a', kind: 'choice', label: 'A', options: [], from: 'people' }],
      {},
    )
    const { fields } = viewForm(
      formOf([{ id: 'a', kind: 'choice', label: 'A', from: 'people' }]),
      { ticket, answers: {} },
      { people: [long] },
      zone,
    )

    expect(choice).toBeUndefined()
    expect(fields[0]?.options?.[0]?.label).toHaveLength(75)
  })

  test('leaves out a list without entries, or says so where the answer is needed', () => {
    const person = { id: 'person', kind: 'choice', label: 'Who goes?', from: 'people' }

    expect(fieldsOf([person])).toEqual([])
    expect(fieldsOf([{ ...person, required: true }])).toMatchObject([
      { kind: 'statement', label: 'Who goes? There is nothing to choose from here.' },
    ])
  })

  test('drops a choice that is no longer offered', () => {
    const [provider] = fieldsOf(
      [{ id: 'provider', kind: 'choice', label: 'Who?', from: 'providers' }],
      { provider: 'closed-last-year' },
    )

    expect(provider).not.toHaveProperty('value')
  })

  test('puts the words of the day where the pack only has a place for them', () => {
    const fields = fieldsOf(
      [danger, phone],
      { danger: 'yes' },
      { hints: { phone: '01632 960123' } },
    )

    expect(fields[1]).toMatchObject({ kind: 'statement', hint: '01632 960123', urgent: true })
  })
})

describe('conditions', () => {
  test('a field is shown while the other has the value, and the other is live', () => {
    expect(idsOf(fieldsOf([danger, phone]))).toEqual(['danger'])
    expect(idsOf(fieldsOf([danger, phone], { danger: 'yes' }))).toEqual(['danger', 'phone'])
    expect(fieldsOf([danger, phone])[0]?.live).toBe(true)
  })

  test('what depends on a hidden field is hidden too, and a circle hides itself', () => {
    const when = (field: string) => ({ when: { field, is: ['yes'] } })
    const chain = [danger, { ...danger, id: 'b', ...when('danger') }, { ...phone, ...when('b') }]
    const circle = [
      { ...danger, id: 'a', ...when('b') },
      { ...danger, id: 'b', ...when('a') },
    ]

    expect(idsOf(fieldsOf(chain, { danger: 'no', b: 'yes' }))).toEqual(['danger'])
    expect(idsOf(fieldsOf(circle, { a: 'yes', b: 'yes' }))).toEqual([])
  })

  test('the meeting is live where the seats depend on it', () => {
    const meeting = { id: 'meeting', kind: 'choice', label: 'Which?', from: 'meetings' }
    const seats = { id: 'seats', kind: 'many', label: 'Who?', from: 'seats' }

    expect(fieldsOf([meeting, seats])[0]?.live).toBe(true)
    expect(fieldsOf([meeting])[0]?.live).toBe(false)
  })
})

describe('questions for each chosen value', () => {
  const triggers = {
    id: 'triggers',
    kind: 'many',
    label: 'Which?',
    from: 'triggers',
    each: ['evidence', 'direction'],
  }

  test('are asked right after the list, in its order, under ids of word characters', () => {
    const fields = fieldsOf([triggers, { id: 'note', kind: 'line', label: 'Note' }], {
      triggers: ['T4', 'T3'],
      triggers__T3__evidence: 'two nights',
    })

    expect(idsOf(fields)).toEqual([
      'triggers',
      'triggers__T3__evidence',
      'triggers__T3__direction',
      'triggers__T4__evidence',
      'triggers__T4__direction',
      'note',
    ])
    expect(fields[0]).toMatchObject({ live: true, value: ['T3', 'T4'] })
    expect(fields[1]).toMatchObject({
      label: 'T3 – evidence',
      hint: 'Staffing below what is safe',
      required: true,
      value: 'two nights',
    })
    expect(fields[2]?.options?.map(({ value }) => value)).toEqual(['new', 'rising', 'stable'])
  })

  test('are not asked while nothing is chosen', () => {
    expect(idsOf(fieldsOf([triggers]))).toEqual(['triggers'])
  })
})

describe('a time that happens twice', () => {
  const occurred = { id: 'occurred', kind: 'moment', label: 'When?' }

  test('is followed by the question which one, the earlier first and chosen', () => {
    const fields = fieldsOf([occurred], { occurred: '2027-10-31 01:30' })

    expect(fields[1]).toEqual({
      id: 'occurred__fold',
      kind: 'choice',
      label: '01:30 happens twice that night. Which one?',
      required: true,
      live: false,
      options: [
        { value: 'first', label: 'The first (01:30 BST)' },
        { value: 'second', label: 'The second (01:30 GMT)' },
      ],
      value: 'first',
    })
  })

  test('keeps the second when that was chosen', () => {
    const answers = { occurred: '2027-10-31 01:30', occurred__fold: 'second' }

    expect(fieldsOf([occurred], answers)[1]).toMatchObject({ value: 'second' })
  })

  test('no other time brings the question', () => {
    for (const occurred_ of ['2027-10-31 02:30', '2027-03-28 01:30', 'soon', '']) {
      expect(fieldsOf([occurred], { occurred: occurred_ })).toHaveLength(1)
    }
  })
})

describe('text that may hold an identifier', () => {
  test('is followed by the question what it is, once that was doubted', () => {
    const what = { id: 'what', kind: 'text', label: 'What happened?' }

    const fields = fieldsOf(
      [what],
      { what: 'x' },
      { errors: { what: 'Is it?', what__sure: 'Say.' } },
    )

    expect(fields[1]).toMatchObject({
      id: 'what__sure',
      kind: 'line',
      label: 'If nothing in “What happened?” identifies a patient: what is it?',
      error: 'Say.',
    })
    expect(fieldsOf([what], { what: 'x', what__sure: 'A job' })[1]).toMatchObject({
      value: 'A job',
    })
    expect(fieldsOf([what], { what: 'x' })).toHaveLength(1)
  })
})
