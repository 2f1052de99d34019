import type { PolicySource } from '../../../core/policy/policy.ts'

export const onLevels: PolicySource['cycles'] = [
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
      kind: 'part',
    },
  },
  {
    id: 'D19',
    label: 'Three-month hold',
    startsOn: { on: 'level', levels: ['ENHANCED_ASSURANCE_HOLD'] },
    every: { unit: 'months', amount: 3 },
    owes: { role: 'quality-manager', of: 'lead-quality-team' },
    evidence: null,
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, QRP',
      note: 'Three months more on enhanced after assurance at the quality risk profile, then confirmed through the surveillance group. That the quality manager is reminded is our choice, and so is the reading of months: the same day, or the last of a shorter month.',
      kind: 'part',
    },
  },
]
