import type { PolicySource } from '../../../core/policy/policy.ts'

const startsOn = { on: 'asked', about: 'provider' } as const
const qualityLead = { role: 'quality-lead', of: 'lead-provider' }
const months = (amount: number) => ({ unit: 'months', amount }) as const
const UP_TO_A_YEAR = { unit: 'months', from: 1, to: 12 } as const

/** What is owed for one provider, once somebody begins it. */
export const ofProviders: PolicySource['cycles'] = [
  {
    id: 'D13b',
    label: 'CQRM with the sub-contractor',
    startsOn,
    every: months(1),
    chosen: { unit: 'months', from: 1, to: 3 },
    missed: 'documented',
    owes: qualityLead,
    evidence: 'meetingHeld',
    metBy: [{ meeting: 'M5b' }],
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 10; Nursing & Quality 3',
      note: 'The Lead Provider’s own CQRMs mirror the one with the region, “monthly – quarterly”, and report to it. Every month, where nobody chooses otherwise, is our choice. That one which is missed is documented is said of the quality meetings of QSIF 2020 5.1.2, its counterpart. That one about the provider, once recorded, is the round is our choice; one from a case, which may become confidential, is an extra one.',
      kind: 'part',
      basis: 'policy',
    },
  },
  {
    id: 'D21',
    label: 'Contract review meeting',
    startsOn,
    every: null,
    chosen: UP_TO_A_YEAR,
    missed: 'documented',
    owes: { role: 'contract-lead', of: 'lead-provider' },
    evidence: 'meetingHeld',
    citation: {
      document: 'QSIF 2020',
      section: '5.1.2',
      note: 'As often as the contract says; minutes or a log of actions are kept, and a meeting that is not held in time must be formally documented. Between one and twelve months is our choice, and so is who is reminded.',
      kind: 'part',
      basis: 'contract',
    },
  },
  {
    id: 'D22',
    label: 'Quality assurance visit',
    startsOn,
    every: null,
    chosen: UP_TO_A_YEAR,
    steppedUpOn: ['ENHANCED_PENDING_REVIEW', 'ENHANCED', 'ENHANCED_ASSURANCE_HOLD'],
    owes: qualityLead,
    evidence: 'cycleDone',
    metBy: [
      {
        filed: 'visit',
        steps: ['visit.held', 'visit.before'],
        on: 'heldAt',
        when: { field: 'kind', is: ['assurance', 'joint', 'practice', 'reference'] },
      },
    ],
    citation: {
      document: 'QSIF 2020',
      section: '5.1.1 and 5.2.3 c',
      note: 'How often is agreed with the provider, and stepped up in enhanced “where possible”. Between one and twelve months is our choice, and so is that a visit on file as held is the round; a desktop review, for which nobody goes there, is not.',
      kind: 'part',
    },
  },
]
