import { answerWords } from '../../case/answers.ts'
import type { Composing } from '../../kind.ts'
import type { Matter } from './matter.ts'
import { matterRule, stepRule } from './rules.ts'

/** `SUSPENDED in part: adult low secure`; null where nothing is to be said, or no more. */
export function bannerOf(
  { rule: id, filed }: Pick<Matter, 'rule' | 'filed'>,
  composing: Pick<Composing, 'policy' | 'directory'>,
): string | null {
  const rule = matterRule(composing.policy, id)
  const latest = filed.findLast(({ step }) => stepRule(rule, step)?.banner)
  const step = stepRule(rule, latest?.step ?? '')
  if (!latest || !step?.banner) return null
  const { words, names } = step.banner
  const answers = names === undefined ? [] : [latest.answers[names] ?? []].flat()
  const named = answers.map((one) => answerWords([step.form], names ?? '', one, composing))
  return named.length === 0 ? words : `${words}: ${named.join('; ')}`
}
