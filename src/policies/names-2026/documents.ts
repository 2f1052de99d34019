import type { PolicySource } from '../../core/policy/policy.ts'

/** What the standings rest on, beside the papers that the rules cite. */
export const documents: PolicySource['documents'] = [
  {
    id: 'PSIRF',
    title: 'Patient Safety Incident Response Framework (NHS England, August 2022)',
  },
  {
    id: 'NQB escalation',
    title:
      'National Guidance on Quality Risk Response and Escalation in Integrated Care Systems (National Quality Board)',
  },
  {
    id: 'LFPSE',
    title: 'Learn from patient safety events service (NHS England’s page, after June 2024)',
  },
  {
    id: 'Never events 2025',
    title: 'Never Events: findings of the 2024 consultation (NHS England, 16 September 2025)',
  },
  {
    id: 'Host commissioner',
    title:
      'Host commissioner guidance (NHS England, 1 February 2021, updated June 2023): monitoring the quality of care in learning disability and autism units',
  },
  {
    id: 'ICB briefing',
    title: 'Integrated care boards from 1 July 2022 (NHS Confederation briefing, 12 July 2022)',
  },
]
