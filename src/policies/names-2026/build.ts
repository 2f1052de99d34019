import type { RuleStanding } from '../../core/policy/standing-of-rule.ts'

/** Names, not words: what a rule is called by other rules, and what its source calls a place of its own. */
const KEPT = ['id', 'document', 'section', 'documents', 'standing']

type Renaming = readonly (readonly [then: string, now: string])[]

/** Gives a pack other words in all that people read; ids and the places in documents stay. */
export function renaming(words: Renaming): <Pack>(pack: Pack) => Pack {
  const now = new Map(words)
  const longestFirst = [...now.keys()].sort((one, other) => other.length - one.length)
  const then = new RegExp(`(?<![\\w/])(?:${longestFirst.map(literally).join('|')})(?![\\w/])`, 'g')
  // Packs share most of their texts.
  const known = new Map<string, string>()
  const name = (text: string): string => {
    const renamed = known.get(text) ?? text.replace(then, (found) => now.get(found) ?? found)
    known.set(text, renamed)
    return renamed
  }
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return name(value)
    if (Array.isArray(value)) return value.map(walk)
    return typeof value === 'object' && value !== null ? eachOf(value, walk) : value
  }
  return <Pack>(pack: Pack) => walk(pack) as Pack // its texts are others, and nothing else
}

function eachOf(block: object, change: (value: unknown) => unknown): object {
  const all = Object.entries(block)
  return Object.fromEntries(
    all.map(([key, value]) => [key, KEPT.includes(key) ? value : change(value)]),
  )
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

interface Marks {
  readonly byId: Readonly<Record<string, RuleStanding>>
  readonly others: RuleStanding
}

/** A pack in which every rule says whether it still stands, and what is inside one as it does. Choices of ours are marked only by name. */
export function marked<Pack>(pack: Pack, { byId, others }: Marks): Pack {
  const walk = (value: unknown, around: RuleStanding): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, around))
    if (typeof value !== 'object' || value === null) return value
    const own = 'id' in value && typeof value.id === 'string' ? byId[value.id] : undefined
    const all = Object.entries(value).map(([key, inner]) => [
      key,
      isCitation(inner) ? withStanding(inner, own, around) : walk(inner, own ?? around),
    ])
    return Object.fromEntries(all)
  }
  return walk(pack, others) as Pack // its citations say more, and nothing else is another
}

interface Cited {
  readonly kind: unknown
}

function isCitation(value: unknown): value is Cited {
  return typeof value === 'object' && value !== null && 'document' in value && 'kind' in value
}

function withStanding(citation: Cited, own: RuleStanding | undefined, around: RuleStanding) {
  if (own === undefined && citation.kind === 'choice') return citation
  return { ...citation, standing: own ?? around }
}
