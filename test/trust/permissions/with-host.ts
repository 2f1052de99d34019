import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import { providerId, type RecordId } from '../../../src/core/record-id.ts'
import { type MadeUpWorld, person } from '../made-up-world.ts'

/** What a placing commissioner shared about Kestrel Lodge. */
export interface Shared {
  readonly shared: RecordId
  /** Looked at by the host: it could be closed. */
  readonly sharedTriaged: RecordId
  readonly kestrel: RecordId
}

/** In the name of Fenmoor, by its commissioner. */
export const sharing = {
  kind: 'case',
  type: 'raise',
  by: person('ignatius-rook'),
  via: 'web',
  how: 'named',
  case: 'intelligence',
  provider: 'kestrel-lodge',
  what: 'Belts are used on two wards.',
  where: null,
  occurredAt: null,
  identifiedAt: null,
  danger: false,
  done: null,
  safeguarding: 'no',
  answers: {},
  shared: {
    placing: 'fenmoor-icb',
    signs: [{ id: 'H1', evidence: 'A visit.', direction: 'new' }],
  },
} satisfies CaseIntentOf<'raise'>

export async function sharedWith(world: MadeUpWorld): Promise<Shared> {
  const raise = () => world.must(sharing)
  const shared = await raise()
  const sharedTriaged = await raise()
  const marks = { triggers: [], consequence: 2, likelihood: 2 }
  const host = person('bronwen-satpathy')
  const answers = { urgent: false, safeguardingRoute: false }
  await world.must({ kind: 'case', type: 'triage', by: host, ...marks, ...answers }, sharedTriaged)
  return { shared, sharedTriaged, kestrel: providerId('kestrel-lodge') }
}
