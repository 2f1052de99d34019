import type { PolicySource } from '../../../core/policy/policy.ts'

type Telling = NonNullable<PolicySource['tellings']>[number]

const named = {
  document: 'N&Q 2021',
  section: 'Lead Provider duty 8',
  kind: 'source',
  basis: 'policy',
} as const
const words = 'It was recorded as a safeguarding matter. Do what your own procedure asks of you.'

/** A26: the leads who are told of a safeguarding matter, in the order of the route. */
export const safeguardingLeads: Telling = {
  id: 'A26',
  label: 'Safeguarding route',
  when: 'safeguarding',
  contact: { role: 'quality-lead', of: 'lead-provider' },
  whom: [
    {
      id: 'sub-contractor',
      label: '1. Sub-contractor: safeguarding lead',
      post: { role: 'safeguarding-lead', of: 'provider' },
      words,
      citation: { ...named, note: 'The sub-contractor’s safeguarding lead.' },
    },
    {
      id: 'lead-provider',
      label: '2. Lead Provider: quality and safeguarding lead',
      post: { role: 'quality-lead', of: 'lead-provider' },
      words,
      citation: {
        ...named,
        note: 'The Lead Provider’s quality and safeguarding lead. That it is the quality lead is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'corporate-team',
      label: '3. Lead Provider: corporate safeguarding team',
      post: { role: 'safeguarding-lead', of: 'lead-provider' },
      words,
      citation: {
        ...named,
        note: 'The corporate safeguarding team. That the safeguarding lead stands for it is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'icb',
      label: '4. ICB: safeguarding lead',
      post: { role: 'safeguarding-adult-lead', of: 'icb' },
      words,
      citation: { ...named, note: 'The CCG’s, then the ICS’s, safeguarding lead; now the ICB’s.' },
    },
    {
      id: 'local-authority',
      label: '5. Local authority: adult safeguarding lead',
      post: { role: 'safeguarding-adult-lead', of: 'local-authority' },
      words,
      citation: {
        ...named,
        note: 'The local authority. This replaces no referral: that goes by the authority’s own procedure.',
      },
    },
  ],
  citation: {
    ...named,
    note: 'The leads between whom information is shared. The source gives no times: all are told at once, and the list keeps their order; that nobody waits for the one before is our choice. Of a confidential case only those on its list are told.',
    kind: 'part',
  },
}
