import type { Line, Telling } from './telling.ts'

type Whom = Pick<Telling, 'lines' | 'told' | 'takenBack'>

/** Whether somebody is told, also outside Muster; or a service may still take it, or never will. */
export function stateOf(
  person: string,
  { lines, told, takenBack }: Whom,
): 'told' | 'waiting' | 'failed' {
  if (lines.some((line) => line.person === person && line.outside)) return 'told'
  const own = told.filter((one) => one.person === person)
  if (own.some(({ acceptedAt }) => acceptedAt !== null)) return 'told'
  if (takenBack !== undefined) return 'failed'
  return own.every(({ failed }) => failed !== null) ? 'failed' : 'waiting'
}

/** Nobody was told for that post, and nobody is about to be. */
export function isUntold({ person, outside }: Line, telling: Whom): boolean {
  if (outside) return false
  return person === null || stateOf(person, telling) === 'failed'
}

/** Whether it may still be recorded that somebody was told of that post outside Muster. */
export function isOpenIn({ person, empty, offList, outside }: Line, telling: Whom): boolean {
  if (telling.takenBack || outside || offList || empty === 'conditionNotMet') return false
  return person === null || stateOf(person, telling) !== 'told'
}

/** Those of its posts for which nobody was there. */
export function emptyIn({ lines }: Pick<Telling, 'lines'>): Line[] {
  return lines.filter(
    (one) => !one.offList && !one.outside && one.empty !== null && one.empty !== 'conditionNotMet',
  )
}

/** How many people are told, on the way, and not reached; and how many are not told, with the posts that nobody holds. */
export function tallyOf(telling: Whom) {
  const { lines, told } = telling
  const named = lines.flatMap(({ person, offList }) => (person === null || offList ? [] : [person]))
  const people = [...new Set([...named, ...told.map(({ person }) => person)])]
  const states = people.map((person) => stateOf(person, telling))
  const count = (state: string) => states.filter((one) => one === state).length
  const failed = count('failed')
  const offList = lines.filter((one) => one.offList).length
  const not = failed + offList + emptyIn({ lines }).length
  const outside = lines.filter((one) => one.person === null && one.outside).length
  return { told: count('told') + outside, waiting: count('waiting'), failed, not }
}

/** `In private: 6 told, 1 not yet, 2 not told.`: people and posts that nobody holds. */
export function countsOf(telling: Whom): string {
  const { told, waiting, not } = tallyOf(telling)
  return `In private: ${told} told, ${waiting} not yet, ${not} not told.`
}
