import type { Composing } from '../kind.ts'
import type { Part } from '../message/message.ts'
import { findOrganisation } from '../people/find.ts'
import type { Provider } from './provider.ts'

/** What it gives by the catalogue of the rules, each with its phase; nothing where the directory names none. */
export function servicesPart(
  { slug }: Pick<Provider, 'slug'>,
  { policy, directory }: Pick<Composing, 'policy' | 'directory'>,
): Part[] {
  const given = findOrganisation(directory, slug)?.services ?? []
  const known = policy.services.filter(({ id }) => given.includes(id))
  if (known.length === 0) return []
  const phases = [...new Set(known.map(({ phase }) => phase))].sort()
  return [
    { kind: 'text', text: 'Services, with their phase in the catalogue:' },
    { kind: 'list', items: known.map(({ label, phase }) => `${label} – ${phaseWords(phase)}`) },
    ...phases.flatMap((phase): Part[] => {
      const citation = known.find((one) => one.phase === phase)?.citation
      return citation ? [{ kind: 'rule', id: phaseWords(phase), citation }] : []
    }),
  ]
}

/** `phase 1`. */
export function phaseWords(phase: number): string {
  return `phase ${phase}`
}
