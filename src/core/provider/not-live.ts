import type { Composing } from '../kind.ts'
import type { Part } from '../message/message.ts'
import { findOrganisation } from '../people/find.ts'
import type { Provider } from './provider.ts'

/** That the collaborative is not live yet, wherever the level of one of its providers is spoken of. */
export function notLive(
  { leadProvider }: Pick<Provider, 'leadProvider'>,
  { policy, directory }: Pick<Composing, 'policy' | 'directory'>,
): Part[] {
  const lead = findOrganisation(directory, leadProvider)
  const stage = policy.collaborativeStages?.find(({ id }) => id === lead?.stage)
  if (!lead || !stage) return []
  const { id, label, citation } = stage
  return [
    { kind: 'text', text: `The collaborative that ${lead.name} leads is ${label}.` },
    { kind: 'rule', id, citation },
  ]
}
