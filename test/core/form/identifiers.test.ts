import { describe, expect, test } from 'vitest'
import { readForm } from '../../../src/core/form/read.ts'
import { viewForm } from '../../../src/core/form/view.ts'
import type { Answers } from '../../../src/core/message/form.ts'
import { by, formOf, sources, zone } from './forms.ts'

const what = { id: 'what', kind: 'text', label: 'What happened?', required: true }
const where = { id: 'where', kind: 'line', label: 'Where?' }

function read(fields: unknown[], answers: Answers) {
  return readForm(formOf(fields), answers, sources, by)
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

    expect(Object.keys(errorsOf([what], { what: number, what__sure: 'A job' }))).toEqual(['what'])
    expect(Object.keys(errorsOf([where], { where: number }))).toEqual(['where'])
    expect(
      Object.keys(errorsOf([triggers], { triggers: ['T3'], triggers__T3__evidence: number })),
    ).toEqual(['triggers__T3__evidence'])
  })

  test('asks about a number that may be one, and keeps what a person says that it is instead', () => {
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
    expect(read([what], { ...answers, what__sure: 'The number of a job' })).toEqual({
      ok: true,
      values: { what: 'job 123 456 7881' },
      confirmed: [
        {
          field: 'What happened?',
          looksLike: [{ kind: 'nhs-number', label: 'an NHS number' }],
          reason: 'The number of a job',
        },
      ],
    })
  })

  test('looks for NHS numbers alone in what is about somebody at work', () => {
    const email = { id: 'email', kind: 'line', label: 'Address', ofStaff: true }

    expect(read([email], { email: 'ada@mill.example' })).toMatchObject({ ok: true })
    expect(Object.keys(errorsOf([email], { email: '9990000018@mill.example' }))).toEqual(['email'])
  })

  test.each(['yes', 'Yes it is', 'no', '…', 'it is 123 456 7881', 'of patient Tilda Quill'])(
    'does not take “%s” for a reason',
    (reason) => {
      const answers = { what: 'job 123 456 7881', what__sure: reason }

      expect(Object.keys(errorsOf([what], answers))).toEqual(['what', 'what__sure'])
    },
  )
})
