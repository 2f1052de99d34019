import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answersOf,
  errorsOf,
  HeardView,
  ticketOf,
} from '../../../adapters/channels/slack/answers.ts'
import { formView, homeView, sayView } from '../../../adapters/channels/slack/form.ts'
import type { FieldView, FormView } from '../../../src/core/message/form.ts'
import { blockFaults } from './block-faults.ts'
import { directory, form } from './harness.ts'

const names = { directory, accounts: new Map<string, string>() }

const field = (about: Pick<FieldView, 'kind'> & Partial<FieldView>): FieldView => ({
  id: 'it',
  label: 'It',
  required: true,
  live: false,
  ...about,
})
const blocksOf = (about: Parameters<typeof field>[0]) =>
  formView(form({ fields: [field(about)] }).form, names).blocks
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `T${index}`, label: `Trigger ${index}` }))

/** The view as Slack sends it back with what a person entered, by block. */
function heardBack(view: ReturnType<typeof formView>, entered: Record<string, object>): HeardView {
  const values = Object.fromEntries(
    Object.entries(entered).map(([block, element]) => [block, { answer: element }]),
  )
  return HeardView.parse({ ...view, id: 'V1', state: { values } })
}

describe('how each kind of field is asked', () => {
  test('a statement that must not be missed carries the sign', () => {
    const text = { type: 'mrkdwn', text: ':warning: *Phone 999 now*', verbatim: true }

    expect(blocksOf({ kind: 'statement', label: 'Phone 999 now', urgent: true })).toEqual([
      { type: 'section', text },
    ])
  })

  test('text is an input of its own length, with what was written', () => {
    expect(blocksOf({ kind: 'text', max: 500, value: 'So far', hint: 'No names' })).toEqual([
      {
        type: 'input',
        block_id: 'it',
        label: { type: 'plain_text', text: 'It', emoji: false },
        hint: { type: 'plain_text', text: 'No names', emoji: false },
        optional: false,
        dispatch_action: false,
        element: {
          type: 'plain_text_input',
          action_id: 'answer',
          multiline: true,
          max_length: 500,
          initial_value: 'So far',
        },
      },
    ])
  })

  test('what is too long for a field stands above it, so that nothing is lost', () => {
    const [above, input] = blocksOf({ kind: 'line', max: 5, value: 'One two' })

    expect(above).toHaveProperty('text.text', 'This did not fit into the next field: wo')
    expect(input).toHaveProperty('element.initial_value', 'One t')
  })

  test('a choice shows up to ten options, and a menu beyond that', () => {
    expect(blocksOf({ kind: 'choice', options: options(10) })[0]).toHaveProperty(
      'element.type',
      'radio_buttons',
    )
    expect(blocksOf({ kind: 'choice', options: options(11) })[0]).toHaveProperty(
      'element.type',
      'static_select',
    )
    expect(blocksOf({ kind: 'choice', options: options(101) })[0]).toHaveProperty(
      'element.option_groups.length',
      2,
    )
  })

  test('many options become several lists of boxes, none of which Slack insists on', () => {
    const blocks = blocksOf({ kind: 'many', options: options(13), value: ['T1', 'T12'] })

    expect(blocks).toMatchObject([
      { block_id: 'it', optional: true, element: { initial_options: [{ value: 'T1' }] } },
      {
        block_id: 'it__2',
        label: { text: 'It (continued)' },
        element: { type: 'checkboxes', initial_options: [{ value: 'T12' }] },
      },
    ])
  })

  test('a moment is a date and a time', () => {
    expect(blocksOf({ kind: 'moment', value: '2027-03-26 20:15' })).toMatchObject([
      { block_id: 'it__date', element: { type: 'datepicker', initial_date: '2027-03-26' } },
      { block_id: 'it__time', element: { type: 'timepicker', initial_time: '20:15' } },
    ])
    expect(blocksOf({ kind: 'moment', value: 'yesterday' })[0]).not.toHaveProperty(
      'element.initial_date',
    )
  })

  test('a moment of which only the day is asked is a date', () => {
    expect(blocksOf({ kind: 'moment', dayOnly: true, value: '2027-03-26' })).toMatchObject([
      { block_id: 'it__date', element: { type: 'datepicker', initial_date: '2027-03-26' } },
    ])
  })

  test('a number keeps to its range', () => {
    expect(blocksOf({ kind: 'number', min: 1, max: 5, value: '2.5' })[0]).toHaveProperty(
      'element',
      {
        type: 'number_input',
        action_id: 'answer',
        is_decimal_allowed: true,
        min_value: '1',
        max_value: '5',
        initial_value: '2.5',
      },
    )
  })

  test('an option’s long description is shown whole above the question', () => {
    const description =
      'A descriptor of more than seventy-five characters, as the sources have a few of them.'
    const [above, input] = blocksOf({
      kind: 'choice',
      options: [{ value: '1', label: 'One', description }],
    })

    expect(above).toHaveProperty('text.text', `• One: ${description}`)
    expect(input).not.toHaveProperty('element.options.0.description')
  })

  test('a question without options says so', () => {
    expect(blocksOf({ kind: 'choice', options: [] })[0]).toHaveProperty(
      'text.text',
      '*It*\nThere is nothing to choose from.',
    )
  })

  test('a live field tells when it changes', () => {
    expect(blocksOf({ kind: 'choice', live: true, options: options(2) })[0]).toHaveProperty(
      'dispatch_action',
      true,
    )
  })
})

describe('answers come back', () => {
  const fields = [
    field({ id: 'what', kind: 'text' }),
    field({ id: 'level', kind: 'choice', options: options(3) }),
    field({ id: 'site', kind: 'choice', options: options(20) }),
    field({ id: 'triggers', kind: 'many', options: options(13) }),
    field({ id: 'when', kind: 'moment' }),
    field({ id: 'score', kind: 'number' }),
    field({ id: 'evidence.T3', kind: 'line' }),
    field({ id: 'empty', kind: 'line', required: false }),
  ]
  const view = formView(form({ fields }).form, names)
  const heard = heardBack(view, {
    what: { type: 'plain_text_input', value: 'The lift is broken' },
    level: { type: 'radio_buttons', selected_option: { value: 'T1' } },
    site: { type: 'static_select', selected_option: { value: 'T19' } },
    triggers: { type: 'checkboxes', selected_options: [{ value: 'T1' }] },
    triggers__2: { type: 'checkboxes', selected_options: [{ value: 'T12' }] },
    when__time: { type: 'timepicker', selected_time: '20:15' },
    when__date: { type: 'datepicker', selected_date: '2027-03-26' },
    score: { type: 'number_input', value: '4' },
    'evidence.T3': { type: 'plain_text_input', value: 'Rota' },
    empty: { type: 'plain_text_input', value: null },
  })

  test('by field, as the core asked for them', () => {
    expect(answersOf(heard)).toEqual({
      what: 'The lift is broken',
      level: 'T1',
      site: 'T19',
      triggers: ['T1', 'T12'],
      when: '2027-03-26 20:15',
      score: '4',
      'evidence.T3': 'Rota',
      empty: '',
    })
  })

  test('with the ticket that went out', () => {
    expect(ticketOf(heard)).toEqual({ form: 'concern', nonce: 'nonce-1' })
    expect(ticketOf({ ...heard, private_metadata: 'broken' })).toBeUndefined()
  })

  test('and half a moment stays half, for the core to refuse', () => {
    const half = heardBack(view, {
      when__date: { type: 'datepicker', selected_date: '2027-03-26' },
    })

    expect(answersOf(half)).toEqual({ when: '2027-03-26' })
  })
})

describe('a ticket that carries much', () => {
  test('leaves out what comes back with the answers', () => {
    const long = 'word '.repeat(590)
    const ticket = { form: 'concern', nonce: 'n', with: { what: long, site: 'icu', more: 'm' } }
    const about = form({ ticket, fields: [field({ id: 'what', kind: 'text', value: long })] })

    const { private_metadata } = formView(about.form, names)
    expect(JSON.parse(private_metadata ?? '')).toMatchObject({ with: { site: 'icu', more: 'm' } })
    expect(private_metadata).not.toContain('word')
  })
})

describe('what is wrong with a form', () => {
  const about = (fields: FieldView[], problem?: string): FormView =>
    form({ fields, ...(problem ? { problem } : {}) }).form
  const before = formView(
    about([field({ kind: 'moment', id: 'when' }), field({ kind: 'line' })]),
    names,
  )

  test('is said beside its input, a moment’s beside the date', () => {
    const now = about([
      field({ kind: 'moment', id: 'when', error: 'In the future' }),
      field({ kind: 'line', error: 'Empty' }),
    ])

    expect(errorsOf(now, before.blocks, formView(now, names).blocks)).toEqual({
      when__date: 'In the future',
      it: 'Empty',
    })
    const looks = { ...now, problem: 'Look again at both.' }
    expect(errorsOf(looks, before.blocks, before.blocks)).toHaveProperty('it', 'Empty')
  })

  test.each([
    [
      'when the whole form is wrong',
      about([field({ kind: 'moment', id: 'when' }), field({ kind: 'line' })], 'Wrong'),
    ],
    ['when other fields are asked now', about([field({ kind: 'line', error: 'Empty' })])],
    [
      'when nothing is wrong',
      about([field({ kind: 'moment', id: 'when' }), field({ kind: 'line' })]),
    ],
  ])('is shown in the form itself %s', (_, now) => {
    expect(errorsOf(now, before.blocks, formView(now, names).blocks)).toBeUndefined()
  })

  test('stands at the top and above the field when the form is shown anew', () => {
    const { blocks } = formView(
      about([field({ kind: 'line', error: 'Too short' })], 'Not yet'),
      names,
    )

    expect(blocks[0]).toHaveProperty('text.text', ':warning: *Not yet*')
    expect(blocks[1]).toHaveProperty('text.text', ':warning: *Too short*')
  })
})

describe('other views', () => {
  test('Home says where the rest is when there is more than fits', () => {
    const parts = Array.from({ length: 120 }, () => ({ kind: 'text' as const, text: 'One' }))

    const { blocks } = homeView({ title: 'Home', parts }, names)
    expect(blocks.length).toBe(100)
    expect(JSON.stringify(blocks.at(-1))).toContain('/muster mine')
  })

  test('a closing view knows whether all of it fits', () => {
    expect(sayView({ title: 'Done', parts: [] }, names)).toMatchObject({
      fits: true,
      view: { type: 'modal' },
    })
  })
})

const line = fc.string({ minLength: 1, maxLength: 150 }).filter((label) => label.trim() !== '')
const anyField: fc.Arbitrary<FieldView> = fc.record({
  id: fc.stringMatching(/^[a-zA-Z]\w{0,20}$/),
  kind: fc.constantFrom('statement', 'line', 'text', 'choice', 'many', 'moment', 'number'),
  label: line,
  hint: line,
  required: fc.boolean(),
  live: fc.boolean(),
  urgent: fc.boolean(),
  value: fc.oneof(fc.string({ maxLength: 4000 }), fc.array(fc.constantFrom('T0', 'T12'))),
  error: line,
  options: fc
    .integer({ min: 0, max: 210 })
    .map((count) => options(count).map((one) => ({ ...one, description: 'd'.repeat(count) }))),
})

test('any field keeps within every limit of a dialog', () => {
  fc.assert(
    fc.property(anyField, (one) => {
      expect(blockFaults(formView(form({ fields: [one] }).form, names).blocks, 100)).toEqual([])
    }),
    { numRuns: 100 },
  )
})
