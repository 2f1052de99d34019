import type { Part } from '../../core/message/message.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { message, refused, say, shortened } from './say.ts'

/** `/muster indicators [DOMAIN]`: what is looked at in each domain of quality, with where it comes from. */
export function indicators(ask: Ask, words: string): Reply {
  const { policy } = contextOf(ask, null)
  const all = policy.indicators ?? []
  if (all.length === 0) return say('Indicators', 'The rules in force here name none.')
  const asked = words.trim().toLowerCase()
  const domains = [...new Set(all.map(({ domain }) => domain))]
  const shown = all.filter(({ domain, label }) =>
    asked === '' ? true : domain === asked || label.toLowerCase().startsWith(asked),
  )
  if (shown.length === 0)
    return refused({
      message: `There is no “${shortened(asked)}” among the domains. Choose one of: ${domains.join(', ')}.`,
    })
  const parts = shown.flatMap(({ id, label, examples, citation }): (string | Part)[] => [
    `${label}:`,
    { kind: 'list', items: examples },
    { kind: 'rule', id, citation },
  ])
  return {
    type: 'say',
    message: message(
      'Indicators, by domain',
      ...parts,
      asked === ''
        ? `One domain: “/muster indicators” with one of ${domains.join(', ')}.`
        : 'All of them: “/muster indicators”.',
    ),
  }
}
