import type { Policy } from '../../policy/policy.ts'
import type { Offer } from '../../prompt.ts'
import { labelOf } from '../../provider/change-level.ts'
import type { Case } from '../case.ts'
import type { LevelNow } from './now.ts'
import { furtherWay, isUsual, wayWords } from './ways.ts'

/** What is offered with the question for the level, where the usual way to enhanced leads on. */
export const LEVEL_OFFERS = [
  { value: 'accept', label: 'Accept', style: 'primary' },
  { value: 'otherwise', label: 'Choose otherwise…', form: 'otherwise' },
] as const satisfies readonly Offer[]

const LONGEST = 75
const OTHERWISE = 'levelOtherwise'

/** The same of a provider that stands elsewhere: what is open there, what the tool recommends first. */
export function offersAt(now: LevelNow, { triage }: Pick<Case, 'triage'>, policy: Policy): Offer[] {
  if (isUsual(now, policy)) return [...LEVEL_OFFERS]
  const way = furtherWay(now, policy)
  const enhanced = way
    ? cut(`Change it to ${wayWords(way.id, policy)}`, `By ${way.id}`)
    : 'Keep it as a further reason'
  const routine = way
    ? cut(`It stays on “${labelOf(policy, now.level)}”`, 'It stays')
    : 'It is no further reason'
  const [first, value, second] = triage?.enhanced
    ? ([enhanced, 'routine', routine] as const)
    : ([routine, 'enhanced', enhanced] as const)
  const form = policy.forms.some(({ id }) => id === OTHERWISE) ? { form: OTHERWISE } : {}
  return [
    { value: 'accept', label: first, style: 'primary' },
    { value, label: `${second}…`, ...form, with: { level: value } },
  ]
}

function cut(label: string, short: string): string {
  return label.length < LONGEST ? label : short
}
