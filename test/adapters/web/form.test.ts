import { describe, expect, test } from 'vitest'
import { dialogView } from '../../../adapters/channels/web/form.ts'
import type { FieldView } from '../../../src/core/message/form.ts'

const WRONG = 'Write the date and the time as YYYY-MM-DD HH:MM.'

function errorFor(value: string, over: Partial<FieldView> = {}): string | undefined {
  const field: FieldView = {
    id: 'occurred',
    kind: 'moment',
    label: 'When did it happen?',
    required: true,
    live: false,
    value,
    error: WRONG,
    ...over,
  }
  const form = { ticket: { form: 'incident', nonce: 'n' }, title: 'Incident', heading: [] }
  const naming = { directory: { organisations: [] }, linkTo: () => undefined }
  return dialogView({ ...form, fields: [field], submit: 'Send' }, naming).fields[0]?.error
}

describe('the mistake in a day and a time that stand in two boxes', () => {
  test.each([
    ['20:15', 'Give the day.'],
    ['8 pm', 'Give the day.'],
    ['2027-03-26', 'Give the time.'],
    ['2027-03-26 8 pm', 'Give the time as hours and minutes, such as 20:15.'],
    ['', WRONG],
    ['2027-03-26 20:15', WRONG],
  ])('of “%s” is named by its box', (value, error) => {
    expect(errorFor(value)).toBe(error)
  })

  test('of a day alone stays as it is', () => {
    expect(errorFor('2027-03-26', { dayOnly: true })).toBe(WRONG)
  })
})
