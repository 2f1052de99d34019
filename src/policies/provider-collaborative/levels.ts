import type { PolicySource } from '../../core/policy/policy.ts'

export const levels: PolicySource['levels'] = [
  {
    id: 'ROUTINE',
    label: 'Routine',
    enhanced: false,
    citation: {
      document: 'QSIF 2020',
      section: '5.1',
      note: 'Monitoring through the contract, dashboards, quality meetings and visits.',
      kind: 'source',
    },
  },
  {
    id: 'ENHANCED_PENDING_REVIEW',
    label: 'Enhanced, review pending',
    enhanced: true,
    citation: {
      document: 'Muster',
      section: 'levels',
      note: 'The framework places a provider in enhanced and then lets the quality review meeting keep it in routine: two readings, so two states.',
      kind: 'choice',
    },
  },
  {
    id: 'ENHANCED',
    label: 'Enhanced',
    enhanced: true,
    citation: {
      document: 'QSIF 2020',
      section: '5.2',
      note: 'A higher level, overseen by NHSE/I and kept on the surveillance tracker.',
      kind: 'source',
    },
  },
  {
    id: 'ENHANCED_ASSURANCE_HOLD',
    label: 'Enhanced, three-month hold',
    enhanced: true,
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, QRP',
      note: 'After assurance at the quality risk profile the provider stays on enhanced for three months. As a state of its own it is our choice.',
      kind: 'part',
    },
  },
]
