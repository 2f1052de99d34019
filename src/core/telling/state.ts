import type { Line, Telling } from './telling.ts'

type Whom = Pick<Telling, 'lines' | 'told'>

/** Whether a service has taken what somebody is told, still may, or never will. */
export function stateOf(
  person: string,
  { told }: Pick<Telling, 'told'>,
): 'told' | 'waiting' | 'failed' {
  const own = told.filter((one) => one.person === person)
  if (own.some(({ acceptedAt }) => acceptedAt !== null)) return 'told'
  return own.every(({ failed }) => failed !== null) ? 'failed' : 'waiting'
}

/** Nobody was told for that post, and nobody is about to be. */
export function isUntold({ person }: Line, telling: Whom): boolean {
  return person === null || stateOf(person, telling) === 'failed'
}

/** Those of its posts for which nobody was there. */
export function emptyIn({ lines }: Pick<Telling, 'lines'>): Line[] {
  return lines.filter(
    (one) => !one.offList && one.empty !== null && one.empty !== 'conditionNotMet',
  )
}

/** How many people are told, on the way, and not reached; and how many are not told, with the posts that nobody holds. */
export function tallyOf({ lines, told }: Whom) {
  const named = lines.flatMap(({ person, offList }) => (person === null || offList ? [] : [person]))
  const people = [...new Set([...named, ...told.map(({ person }) => person)])]
  const states = people.map((person) => stateOf(person, { told }))
  const count = (state: string) => states.filter((one) => one === state).length
  const failed = count('failed')
  const offList = lines.filter((one) => one.offList).length
  const not = failed + offList + emptyIn({ lines }).length
  return { told: count('told'), waiting: count('waiting'), failed, not }
}

/** `In private: 6 told, 1 not yet, 2 not told.`: people and posts that nobody holds. */
export function countsOf(telling: Whom): string {
  const { told, waiting, not } = tallyOf(telling)
  return `In private: ${told} told, ${waiting} not yet, ${not} not told.`
}
