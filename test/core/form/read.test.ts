import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from '../../../src/core/form/read.ts'
import type { Answers } from '../../../src/core/message/form.ts'
import { by, formOf, sources } from './forms.ts'

function read(fields: unknown[], answers: Answers) {
  return readForm(formOf(fields), answers, sources, by)
}

function errorsOf(fields: unknown[], answers: Answers) {
  const result = read(fields, answers)
  return result.ok ? {} : result.errors
}

const what = { id: 'what', kind: 'text', label: 'What happened?', required: true, max: 3000 }
const where = { id: 'where', kind: 'line', label: 'Where?' }
const occurred = { id: 'occurred', kind: 'moment', label: 'When did it happen?' }
const provider = { id: 'provider', kind: 'choice', label: 'Which provider?', from: 'providers' }

describe('text', () => {
  test('comes back trimmed, a line as one line, what is empty not at all', () => {
    const result = read([what, where, { ...where, id: 'who' }], {
      what: '  A fall.\r\nNobody hurt. ',
      where: 'Ward 2,\n  bay 3',
      who: '  ',
    })

    expect(result).toEqual({
      ok: true,
      confirmed: [],
      values: { what: 'A fall.\nNobody hurt.', where: 'Ward 2, bay 3' },
    })
  })

  test('that is needed may not be blank or invisible', () => {
    for (const blank of ['', ' \n\t', '\u200b\u2060', '\u0000']) {
      expect(errorsOf([what], { what: blank })).toEqual({
        what: 'This is needed. Write a few words.',
      })
    }
    expect(errorsOf([what], {})).toHaveProperty('what')
  })

  test('that must say something is refused as a mere sign, with the rule and what would be accepted', () => {
    const evidence = { ...what, says: true }
    for (const sign of ['-', '.', '?', 'n/a', '--- !']) {
      const { what: error } = errorsOf([evidence], { what: sign })
      expect(error).toContain(`“${sign}” says nothing that somebody else could follow.`)
      expect(error).toMatch(/Write in a few words what it is. Rule: .+, .+\./)
    }
    expect(read([evidence], { what: '12 of 12' }).ok).toBe(true)
    expect(read([what], { what: '-' }).ok).toBe(true)
  })

  test('that is too long is told how long it is and what the limit is', () => {
    expect(errorsOf([what], { what: 'x'.repeat(3412) })).toEqual({
      what: 'This is 3,412 characters long and the limit is 3,000. Shorten it by 412.',
    })
    expect(read([what], { what: '😀'.repeat(3000) }).ok).toBe(true)
  })

  test('loses control characters and lone surrogates, and keeps tabs and new lines', () => {
    const result = read([what], { what: 'a\u0000b\u001bc\ud800d\te\nf\u009fg😀' })

    expect(result).toEqual({ ok: true, confirmed: [], values: { what: 'abcd\te\nfg😀' } })
  })

  test('whatever it is, what is accepted is well formed and never longer than the limit', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 })
    const lone = fc.constantFrom('\ud800', '\udfff', '\u0000', '')

    fc.assert(
      fc.property(any, lone, (text, bad) => {
        const result = read([{ ...what, max: 40 }], { what: `${text}${bad}` })
        const value = result.ok ? String(result.values.what) : ''
        return !/\p{Cs}/u.test(value) && !value.includes('\0') && [...value].length <= 40
      }),
    )
  })
})

describe('choices', () => {
  const triggers = { id: 'triggers', kind: 'many', label: 'Which?', from: 'triggers' }

  test('are on the list, or refused', () => {
    expect(read([provider], { provider: 'willow' })).toMatchObject({
      values: { provider: 'willow' },
    })
    expect(read([provider], { provider: 'not-listed' }).ok).toBe(true)
    expect(errorsOf([provider], { provider: 'nowhere' })).toEqual({
      provider: 'That is not on the list, or not any more. Choose again.',
    })
    expect(errorsOf([triggers], { triggers: ['T3', 'T99'] })).toHaveProperty('triggers')
    expect(errorsOf([provider], { provider: ['willow', 'alder'] })).toHaveProperty('provider')
  })

  test('of several come back in the order of the list, once each', () => {
    expect(read([triggers], { triggers: ['T4', 'T3', 'T4'] })).toEqual({
      ok: true,
      confirmed: [],
      values: { triggers: ['T3', 'T4'] },
    })
    expect(read([triggers], { triggers: 'T3' })).toMatchObject({ values: { triggers: ['T3'] } })
    expect(read([triggers], {})).toMatchObject({ values: { triggers: [] } })
  })

  test('that are needed are asked for', () => {
    expect(errorsOf([{ ...provider, required: true }], {})).toEqual({
      provider: 'This is needed. Choose one.',
    })
    expect(errorsOf([{ ...triggers, required: true }], { triggers: [] })).toEqual({
      triggers: 'This is needed. Choose at least one.',
    })
    expect(errorsOf([{ ...provider, from: 'people', required: true }], {}).provider).toContain(
      'nothing to choose from',
    )
  })
})

describe('moments', () => {
  test('come back as instants', () => {
    expect(read([occurred], { occurred: '2027-03-26 20:15' })).toEqual({
      ok: true,
      confirmed: [],
      values: { occurred: '2027-03-26T20:15:00Z' },
    })
  })

  test('that do not exist are refused, and the sentence says that the clocks go forward', () => {
    const later = { ...occurred, notFuture: false }

    expect(errorsOf([later], { occurred: '2027-03-28 01:30' }).occurred).toContain(
      '01:30 does not exist on Sun 28 Mar 2027: the clocks go forward',
    )
    expect(errorsOf([later], { occurred: '2027-02-30 01:30' })).toHaveProperty('occurred')
    expect(errorsOf([later], { occurred: 'last night' })).toHaveProperty('occurred')
  })

  test('that happen twice are asked about, and taken once it is known which', () => {
    const later = { ...occurred, notFuture: false }
    const answers = { occurred: '2027-10-31 01:30' }

    expect(errorsOf([later], answers).occurred).toMatch(/twice.*Which one\?/)
    expect(read([later], { ...answers, occurred__fold: 'first' })).toMatchObject({
      values: { occurred: '2027-10-31T00:30:00Z' },
    })
    expect(read([later], { ...answers, occurred__fold: 'second' })).toEqual({
      ok: true,
      confirmed: [],
      values: { occurred: '2027-10-31T01:30:00Z' },
    })
    expect(errorsOf([later], { ...answers, occurred__fold: 'third' })).toHaveProperty('occurred')
  })

  test('in the future are refused with the time that it is now', () => {
    expect(errorsOf([occurred], { occurred: '2027-03-26 20:21' })).toEqual({
      occurred:
        'Fri 26 Mar 2027 20:21 GMT is in the future: it is now Fri 26 Mar 2027 20:20 GMT. Give a time that has passed.',
    })
    expect(read([occurred], { occurred: '2027-03-26 20:20' }).ok).toBe(true)
    expect(read([{ ...occurred, notFuture: false }], { occurred: '2027-03-27 09:00' }).ok).toBe(
      true,
    )
  })

  test('of which only the day is asked are the end of a day that is not over', () => {
    const due = { id: 'due', kind: 'moment', label: 'By which day?', dayOnly: true }

    expect(read([due], { due: '2027-03-26' })).toMatchObject({
      values: { due: '2027-03-26T23:59:59Z' },
    })
    expect(read([due], { due: '2027-09-03' })).toMatchObject({
      values: { due: '2027-09-03T22:59:59Z' },
    })
    expect(errorsOf([due], { due: '2027-03-25' }).due).toContain('Thu 25 Mar 2027 has passed')
    expect(errorsOf([due], { due: '2027-02-30' })).toHaveProperty('due')
    expect(errorsOf([due], { due: 'next Friday' })).toHaveProperty('due')
  })

  test('in the wrong order are refused with both names', () => {
    const identified = { ...occurred, id: 'identified', label: 'When was it identified?' }
    const fields = [{ ...occurred, notAfter: 'identified' }, identified]

    expect(
      errorsOf(fields, { occurred: '2027-03-26 20:15', identified: '2027-03-26 20:10' }),
    ).toEqual({
      occurred:
        '“When did it happen?” (Fri 26 Mar 2027 20:15 GMT) is later than “When was it identified?” (Fri 26 Mar 2027 20:10 GMT). Correct whichever is wrong.',
    })
    expect(read(fields, { occurred: '2027-03-26 20:15', identified: '2027-03-26 20:15' }).ok).toBe(
      true,
    )
  })
})

describe('the rest of a form', () => {
  test('numbers are numbers within their limits', () => {
    const hours = { id: 'hours', kind: 'number', label: 'Hours', min: 1, max: 24 }

    expect(read([hours], { hours: ' 2.5 ' })).toEqual({
      ok: true,
      confirmed: [],
      values: { hours: 2.5 },
    })
    for (const bad of ['0', '25', 'two', '0x10', '1e1', 'NaN']) {
      expect(errorsOf([hours], { hours: bad })).toEqual({ hours: 'Give a number from 1 to 24.' })
    }
  })

  test('answers to fields that are hidden or unknown are dropped', () => {
    const yes = {
      id: 'yes',
      kind: 'choice',
      label: 'Yes?',
      options: [{ value: 'yes', label: 'Yes' }],
    }
    const then = { ...where, required: true, when: { field: 'yes', is: ['yes'] } }

    expect(read([yes, then], { where: 'here', other: 'x' })).toEqual({
      ok: true,
      confirmed: [],
      values: {},
    })
    expect(errorsOf([yes, then], { yes: 'yes' })).toHaveProperty('where')
  })

  test('the problem names every field that is wrong and says that nothing was sent', () => {
    expect(read([what, { ...where, required: true }], {})).toMatchObject({
      ok: false,
      problem: 'Nothing has been sent yet. Look again at “What happened?”, “Where?”.',
    })
  })
})

describe('a time that is wanted', () => {
  const anyTime = { id: 'by', kind: 'moment', label: 'By when?', notFuture: false }
  const answerBy = { ...anyTime, toCome: true }
  const doneBy = { ...anyTime, dayOnly: true, atMost: 1096 }
  const shifted = (minutes: number) =>
    new Date(Date.parse(by.now) + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')

  test('is to come, to the minute', () => {
    const { by: error } = errorsOf([answerBy], { by: shifted(-20 * 60) })

    expect(error).toMatch(/ has passed: it is now .+ Give a time that is still to come\./)
    expect(errorsOf([answerBy], { by: shifted(24 * 60) })).toEqual({})
  })

  test('is asked for again where it is so far off that the year looks wrong', () => {
    expect(errorsOf([doneBy], { by: '2099-12-31' }).by).toContain(
      'is very far off. Is the year right? Give a day until',
    )
    expect(errorsOf([doneBy], { by: shifted(365 * 24 * 60).slice(0, 10) })).toEqual({})
  })
})
