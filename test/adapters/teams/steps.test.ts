import { describe, expect, test } from 'vitest'
import { following, heldBack, landing, stepsOf } from '../../../adapters/channels/teams/steps.ts'
import type { FieldView, FormView } from '../../../src/core/message/form.ts'
import { form } from './world.ts'

function line(id: string, more: Partial<FieldView> = {}): FieldView {
  return { id, kind: 'line', label: id, required: false, live: false, ...more }
}

function lines(count: number): FieldView[] {
  return Array.from({ length: count }, (_, index) => line(`q${index + 1}`))
}

const statement = line('s', { kind: 'statement' })

function asking(...fields: FieldView[]): FormView {
  return { ...form, fields }
}

function ids(view: FormView): string[][] {
  return stepsOf(view).map((step) => step.map(({ id }) => id))
}

describe('the steps of a form', () => {
  test('are one as long as it has eight questions at most', () => {
    expect(ids(asking(...lines(8), statement))).toHaveLength(1)
  })

  test('divide a longer one evenly', () => {
    expect(ids(asking(...lines(9))).map(({ length }) => length)).toEqual([5, 4])
    expect(ids(asking(...lines(13))).map(({ length }) => length)).toEqual([5, 5, 3])
  })

  test('end with a question whose answer decides what else is asked', () => {
    const view = asking(line('a'), line('b', { live: true }), statement, line('c'))
    expect(ids(view)).toEqual([
      ['a', 'b'],
      ['s', 'c'],
    ])
  })

  test('do not end with nothing behind a last such question', () => {
    expect(ids(asking(line('a'), line('b', { live: true })))).toEqual([['a', 'b']])
  })

  test('hold a statement with the question that follows it, and a last one with the one before', () => {
    const [first = statement, ...rest] = lines(9)
    const last = line('z', { kind: 'statement' })
    expect(ids(asking(first, ...rest.slice(0, 4), statement, ...rest.slice(4), last))).toEqual([
      ['q1', 'q2', 'q3', 'q4', 'q5'],
      ['s', 'q6', 'q7', 'q8', 'q9', 'z'],
    ])
  })
})

describe('going on', () => {
  const two = asking(line('a', { live: true }), line('b'))

  test('leads one step further', () => {
    expect(following(two, { step: 0, answers: { a: '' } })).toBe(1)
    expect(following(two, { step: 0, answers: { a: '', b: 'seen before' } })).toBe(1)
  })

  test('leads to a question that has come up in a step already seen', () => {
    const grown = asking(line('a'), line('a__fold'), line('x', { live: true }), line('b'))
    expect(following(grown, { step: 0, answers: { a: '1', x: '2' } })).toBe(0)
  })

  test('never leads past the end', () => {
    expect(following(two, { step: 1, answers: { a: '', b: '' } })).toBe(1)
  })

  test('is held back by what is missing or too long in this step, and by no other', () => {
    const view = asking(
      line('a', { required: true, max: 5 }),
      line('many', { kind: 'many', required: true, live: true }),
      line('b', { required: true }),
    )
    const held = heldBack(view, { step: 0, answers: { a: '123456', many: [] } })
    expect(held?.fields.map(({ error }) => error)).toEqual([
      'This is too long: 5 characters at most.',
      'This is needed.',
      undefined,
    ])
    expect(heldBack(view, { step: 0, answers: { a: '1', many: ['x'] } })).toBeUndefined()
  })
})

test('a form handed in is shown where something is wrong, otherwise where something is new', () => {
  const [a, b] = [line('a', { live: true }), line('b')]
  const standing = { step: 1, answers: { a: '', b: '' } }

  expect(landing(asking({ ...a, error: 'Say more.' }, b), standing)).toBe(0)
  expect(landing(asking(a, b), standing)).toBe(1)
  expect(landing(asking(a, { ...b, live: true }, line('c')), standing)).toBe(2)
})
