import type { PolicySource } from '../../../core/policy/policy.ts'
import { serviceRegion } from './service-region.ts'

type Telling = NonNullable<PolicySource['tellings']>[number]

const named = { document: 'QSIF 2020', section: '5.2.3 a', kind: 'source' } as const

/** M11: who must know that a provider has come to enhanced. */
export const onEnhanced: Telling = {
  id: 'M11',
  label: 'Must know that it is in enhanced',
  when: 'enhanced',
  whom: [
    {
      id: 'provider',
      label: 'Provider: chief executive',
      post: { role: 'chief-executive', of: 'provider' },
      words:
        'This is the formal notice to your organisation. NHSE/I has strategic oversight from now on; the Lead Provider explains the process, and a letter follows.',
      citation: {
        ...named,
        note: 'The provider is told formally and in writing, and not as a surprise. That its chief executive reads it is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'chief-nurse',
      label: 'ICB: accountable officer or chief nurse',
      post: { role: 'accountable-officer', of: 'icb' },
      citation: { ...named, note: 'The chief nurse is involved.' },
    },
    {
      id: 'deputy-chief-nurse',
      label: 'ICB: their deputy',
      post: { role: 'accountable-officer', of: 'icb' },
      via: 'deputy',
      citation: { ...named, note: 'The deputy chief nurse is involved.' },
    },
    {
      id: 'lead-provider-head-of-quality',
      label: 'Lead Provider: head of quality and safety',
      post: { role: 'head-of-quality', of: 'lead-provider' },
      words: 'So that people who are cared for there now are kept safe.',
      citation: {
        ...named,
        note: 'Heads of quality and safety where the provider operates. Named of CCGs: the Lead Provider’s is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'icb-head-of-quality',
      label: 'ICB: head of quality and safety',
      post: { role: 'head-of-quality', of: 'icb' },
      words: 'So that people who are cared for there now are kept safe.',
      citation: { ...named, note: 'Heads of quality and safety where the provider operates.' },
    },
    {
      id: 'contract-team',
      label: 'Lead Provider: contract lead',
      post: { role: 'contract-lead', of: 'lead-provider' },
      citation: { ...named, note: 'The contract team is informed.' },
    },
    {
      id: 'joint-commissioners',
      label: 'Local authority: commissioner',
      post: { role: 'commissioner', of: 'local-authority' },
      condition: 'jointlyCommissioned',
      citation: { ...named, note: 'Joint commissioners are considered, for a joint letter.' },
    },
    {
      id: 'region',
      label: 'NHSE/I Quality Manager',
      post: { role: 'quality-manager', of: 'lead-quality-team' },
      citation: { ...named, note: 'NHSE/I has strategic oversight.' },
    },
    serviceRegion,
  ],
  citation: {
    ...named,
    note: 'Who is told, or involved, once a provider is in enhanced. The quality meeting and the quality committees are told monthly (D16). Silent on the time: at once is our choice. The notice here replaces no letter.',
    kind: 'part',
  },
}
