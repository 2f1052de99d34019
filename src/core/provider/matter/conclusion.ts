import type { Part } from '../../message/message.ts'
import type { MatterRule } from '../../policy/matter.ts'
import type { Matter } from './matter.ts'
import { stepRule } from './rules.ts'

/** What follows, by the rule, from all that was answered; nothing is decided with it. */
export function conclusionParts({ filed }: Pick<Matter, 'filed'>, rule: MatterRule): Part[] {
  const step = stepRule(rule, filed.at(-1)?.step ?? '')
  if (!step?.concludes) return []
  const { all, is, met, notMet } = step.concludes
  const answers = Object.assign({}, ...filed.map((one) => one.answers))
  const holds = all.every((any) => any.some((field) => answers[field] === is))
  return [{ kind: 'text', text: holds ? met : notMet }]
}
