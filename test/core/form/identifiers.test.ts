import { describe, expect, test } from 'vitest'
import { readForm } from '../../../src/core/form/read.ts'
import { viewForm } from '../../../src/core/form/view.ts'
import type { Answers } from '../../../src/core/message/form.ts'
import { formOf, now, sources, zone } from './forms.ts'

const what = { id: 'what', kind: 'text', label: 'What happened?', required: true }
const where = { id: 'where', kind: 'line', label: 'Where?' }

function read(fields: unknown[], answers: Answers) {
  return readForm(formOf(fields), answers, sources, zone, now)
}

function errorsOf(fields: unknown[], answers: Answers) {
  const result = read(fields, answers)
  return result.ok ? {} : result.errors
}

describe('the identifier guard', () => {
  test('refuses an NHS number in any text, also in the evidence of a trigger', () => {
    const triggers = {
      id: 'triggers',
      kind: 'many',
      label: 'Which?',
      from: 'triggers',
      each: ['evidence'],
    }
    const number = 'about 999 000 0018'

    expect(Object.keys(errorsOf([what], { what: number, what__sure: 'yes' }))).toEqual(['what'])
    expect(Object.keys(errorsOf([where], { where: number }))).toEqual(['where'])
    expect(
      Object.keys(errorsOf([triggers], { triggers: ['T3'], triggers__T3__evidence: number })),
    ).toEqual(['triggers__T3__evidence'])
  })

  test('asks about a number that may be one, and takes the word of the person who says no', () => {
    // Passes the check digit, and lies in no range that is issued.
    const answers = { what: 'job 123 456 7881' }

    const errors = errorsOf([what], answers)
    const fields = viewForm(
      formOf([what]),
      { ticket: { form: 'test', nonce: 'n' }, answers, errors },
      sources,
      zone,
    ).fields

    expect(Object.keys(errors)).toEqual(['what', 'what__sure'])
    expect(fields.map(({ id }) => id)).toEqual(['what', 'what__sure'])
    expect(read([what], { ...answers, what__sure: 'yes' })).toEqual({
      ok: true,
      values: { what: 'job 123 456 7881' },
    })
  })
})
