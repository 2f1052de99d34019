import type { PolicySource } from '../../core/policy/policy.ts'

export const cycles: PolicySource['cycles'] = [
  {
    id: 'D16',
    label: 'Enhanced feedback',
    startsOn: {
      on: 'level',
      levels: ['ENHANCED_PENDING_REVIEW', 'ENHANCED', 'ENHANCED_ASSURANCE_HOLD'],
    },
    every: { unit: 'months', amount: 1 },
    owes: { role: 'quality-lead', of: 'lead-provider' },
    evidence: 'feedback',
    citation: {
      document: 'QSIF 2020',
      section: '5.1.2',
      note: 'Feedback at least monthly to the relevant quality meeting and the quality committees. Said of matters escalated to the governing body: that it holds for every enhanced provider, from the day it enters, is our choice.',
      kind: 'source',
    },
  },
]
