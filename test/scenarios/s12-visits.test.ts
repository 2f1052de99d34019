import { expect, test } from 'vitest'
import { dueDate } from '../../src/core/time/due.ts'
import { policyOf } from '../fixtures/context.ts'

test('S12: after a visit on 1 March a child is visited by 12 April and an adult by 26 April (E5)', () => {
  const policy = policyOf('provider-collaborative')
  const due = (id: string) => {
    const every = policy.cycles.find((one) => one.id === id)?.every ?? null
    return every === null ? null : dueDate(every, '2027-03-01T10:00:00Z', policy)?.words
  }

  expect(due('E5a')).toMatch(/^due Mon 12 Apr 2027/)
  expect(due('E5b')).toMatch(/^due Mon 26 Apr 2027/)
})
