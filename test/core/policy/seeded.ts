import { Policy } from '../../../src/core/policy/policy.ts'
import { soundness } from '../../../src/core/policy/soundness.ts'
import { socialCare } from '../../../src/policies/social-care/index.ts'

/** A kind of fault, how it gets into a sound pack, and what is then said of it. */
export type Fault = [kind: string, seed: (pack: Policy) => void, complaints: string[]]

export function faultsOf(seed: (pack: Policy) => void): string[] {
  const pack = structuredClone(Policy.parse(socialCare))
  seed(pack)
  return soundness(pack).map(({ message }) => message)
}

export function find<Rule extends { id: string }>(rules: readonly Rule[], id: string): Rule {
  const rule = rules.find((one) => one.id === id)
  if (rule === undefined) throw new Error(`the pack has no "${id}"`)
  return rule
}

export function first<Part>(parts: readonly Part[], change: (part: Part) => void): void {
  const [part] = parts
  if (part === undefined) throw new Error('there is no first one')
  change(part)
}
