import type { Part } from '../../core/message/message.ts'
import { kindWords } from '../../core/policy/citation.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { type CitedRule, citedRules } from '../../core/policy/rules-called.ts'
import { nearest } from '../../core/policy/soundness/nearest.ts'
import { standingWords } from '../../core/policy/standing-of-rule.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { message, refused, shortened } from './say.ts'

/** `/muster rules D16`: what the rule says, where it comes from, and what of it is ours. */
export function oneRule(ask: Ask, asked: string): Reply {
  const { policy } = contextOf(ask, null)
  const all = citedRules(policy)
  const wanted = asked.toLowerCase()
  const found = all.filter(({ id }) => id.toLowerCase() === wanted)
  const [first] = found
  if (!first) return refused({ message: unknownWords(asked, all) })
  return {
    type: 'say',
    message: message(`Rule ${first.id}`, ...different(found).map((one) => said(one, policy))),
  }
}

/** Parts of one rule may carry its id, and say the same again. */
function different(found: readonly CitedRule[]): CitedRule[] {
  const seen = new Map(found.map((one) => [`${one.label} ${one.citation.note}`, one]))
  return [...seen.values()]
}

function said({ label, citation }: CitedRule, policy: Policy): Part {
  const { document, section, note, basis } = citation
  const title = policy.documents.find((one) => one.id === document)?.title ?? document
  const standing = standingWords(citation)
  return {
    kind: 'facts',
    facts: [
      ...(label === null ? [] : [['Rule', label] as const]),
      ['Says', note],
      ['Whose', [kindWords(citation), ...(basis ? [basis] : [])].join(', ')],
      ['Where', `${title}, ${section}`],
      ...(standing === null ? [] : [['Whether it stands', standing] as const]),
    ],
  }
}

function unknownWords(asked: string, all: readonly CitedRule[]): string {
  const ids = all.map(({ id }) => id)
  const meant = nearest(asked, ids)
  const more = meant === undefined ? '' : ` Did you mean ${meant}?`
  return `There is no rule “${shortened(asked)}” in force.${more} Messages name theirs in the last line, such as “Rule D1”.`
}
