import { rate } from '../../assess/instrument.ts'
import type { Refused } from '../../decision.ts'
import type { Answers } from '../../message/form.ts'
import type { MatterRule, MatterStep } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Provider } from '../provider.ts'
import type { Matter, MatterRating } from './matter.ts'

type RatedRule = NonNullable<MatterStep['rated']>[number]

/** What a step rates, each beside the same of before; what it leaves blank is rated nowhere. */
export function ratingsOf(
  { matters = [] }: Provider,
  matter: Matter | undefined,
  rule: MatterRule,
  step: MatterStep,
  answers: Answers,
  policy: Policy,
): MatterRating[] | Refused {
  const earlier = rule.reruns
    ? matters.findLast((one) => one.rule === rule.id && one.n !== matter?.n && isRated(one))
    : matter
  const before = earlier?.filed.findLast(({ ratings }) => ratings)?.ratings
  const ratings: MatterRating[] = []
  for (const one of step.rated ?? []) {
    const found = 'scale' in one ? onScale(one, step, answers, policy) : rated(one, answers, policy)
    if (found === null) continue
    if ('ok' in found) return found
    const { label } = one
    const known = before?.find((other) => other.label === label)?.total
    const of = rule.reruns && earlier ? { of: earlier.n } : {}
    ratings.push({ label, ...found, ...(known !== undefined && { before: known, ...of }) })
  }
  return ratings
}

type Found = Pick<MatterRating, 'total' | 'bandLabel' | 'nameOnly'> | null

function rated(
  one: Extract<RatedRule, { consequence: string }>,
  answers: Answers,
  { instruments, riskMatrix }: Policy,
): Found | Refused {
  const instrument = instruments.find(({ id }) => id === riskMatrix)
  const [consequence, likelihood] = [answers[one.consequence], answers[one.likelihood]]
  if (!instrument || (consequence === undefined && likelihood === undefined)) return null
  const result = rate(instrument, {
    consequence: Number(consequence),
    likelihood: Number(likelihood),
  })
  if (!result.ok) return result
  const { total, bandLabel } = result.rating
  return { total, bandLabel }
}

/** The place of the answer among its options, the lowest first. */
function onScale(
  { scale, nameOnly }: Extract<RatedRule, { scale: string }>,
  { form }: MatterStep,
  answers: Answers,
  { forms }: Policy,
): Found {
  const field = forms.find(({ id }) => id === form)?.fields.find(({ id }) => id === scale)
  const options = field && 'options' in field ? (field.options ?? []) : []
  const place = options.findIndex(({ value }) => value === answers[scale])
  const option = options[place]
  if (!option) return null
  return { total: place + 1, bandLabel: option.label, ...(nameOnly && { nameOnly }) }
}

function isRated({ filed }: Matter): boolean {
  return filed.some(({ ratings }) => ratings)
}
