import type { PolicySource } from '../../../core/policy/policy.ts'
import { serviceRegion } from './service-region.ts'

type Telling = NonNullable<PolicySource['tellings']>[number]

const ours = { document: 'Muster', section: 'tellings', kind: 'choice' } as const

/** M11T: beside everybody who was told that a provider had come to a level, whoever could have decided otherwise. */
export const onTakenBack: Telling = {
  id: 'M11T',
  label: 'Must know that a level was taken back',
  when: 'takenBack',
  whom: [
    {
      id: 'quality-lead',
      label: 'Lead Provider: quality lead',
      post: { role: 'quality-lead', of: 'lead-provider' },
      citation: { ...ours, note: 'Decides on most ways, and owes what follows.' },
    },
    {
      id: 'head-of-quality',
      label: 'Lead Provider: head of quality and safety',
      post: { role: 'head-of-quality', of: 'lead-provider' },
      citation: { ...ours, note: 'Decides on the ways to enhanced.' },
    },
    {
      id: 'host-commissioner',
      label: 'Host commissioner, or the ICB’s where none is named',
      post: { role: 'commissioner', of: 'host-commissioner' },
      otherwise: { role: 'commissioner', of: 'icb' },
      citation: { ...ours, note: 'The commissioner hears of it from whoever took it back.' },
    },
    {
      id: 'region',
      label: 'NHSE/I Quality Manager',
      post: { role: 'quality-manager', of: 'lead-quality-team' },
      citation: { ...ours, note: 'Has oversight of enhanced, and may call a meeting at once.' },
    },
    serviceRegion,
  ],
  citation: {
    ...ours,
    note: 'Nobody has to confirm that a level is taken back. Instead these read at once who did and why, beside everybody who was told of the level or called on it: whoever sees that the concern is real decides anew.',
  },
}
