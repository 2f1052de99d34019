import type { Citation } from './citation.ts'
import type { Policy } from './policy.ts'

export interface CitedRule {
  readonly id: string
  readonly label: string | null
  readonly citation: Citation
}

/** Every rule of a pack that has an id and says where it comes from, in the order of the pack. */
export function citedRules(policy: Policy): readonly CitedRule[] {
  return Object.values(policy).flatMap(within)
}

function within(value: unknown): CitedRule[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(within)
  if (!isCited(value)) return inner
  const { id, citation } = value
  return [{ id, label: labelOf(value), citation }, ...inner]
}

function isCited(value: object): value is Omit<CitedRule, 'label'> {
  return 'citation' in value && 'id' in value && typeof value.id === 'string'
}

function labelOf(value: object): string | null {
  return 'label' in value && typeof value.label === 'string' ? value.label : null
}
