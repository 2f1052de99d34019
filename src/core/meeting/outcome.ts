import type { Answers } from '../message/form.ts'
import type { Policy } from '../policy/policy.ts'
import type { Meeting } from './meeting.ts'

/** The way to another level that the answers of its record decide on, by its rule. */
export function leadsTo(
  { rule: id }: Pick<Meeting, 'rule'>,
  answers: Answers,
  { meetings }: Pick<Policy, 'meetings'>,
): { readonly leadsTo?: string } {
  const ways = meetings.find((one) => one.id === id)?.leadsTo ?? []
  const way = ways.find(({ field, is }) => answers[field] === is)
  return way ? { leadsTo: way.transition } : {}
}
