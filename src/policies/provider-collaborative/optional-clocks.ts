import type { PolicySource } from '../../core/policy/policy.ts'
import { inspected } from './inspected-clocks.ts'

const incidentLead = { role: 'incident-lead', of: 'provider' }
const qualityLead = { role: 'quality-lead', of: 'lead-provider' }
const qualityManager = { role: 'quality-manager', of: 'lead-quality-team' }

const incidentLeadClimb = [
  { ...incidentLead, via: 'deputy' },
  { ...incidentLead, via: 'on-call' },
  { ...qualityLead, via: 'holder' },
] as const

const superseded =
  'An older policy. National guidance has since dropped its fixed times, so check your contract before you switch this on.'

/** Clocks of other documents. Off until an administrator’s own pack switches them on. */
export const optionalClocks: PolicySource['clocks'] = [
  {
    id: 'E1a',
    label: 'StEIS within 2 working days',
    startsOn: ['incident'],
    from: 'identified',
    within: { unit: 'workingDays', amount: 2 },
    optional: true,
    owes: incidentLead,
    to: qualityManager,
    ladder: 'working-days',
    climb: [...incidentLeadClimb],
    evidence: { reference: 'StEIS reference', asks: 'When was it reported on StEIS?' },
    citation: {
      document: 'PCT SI policy',
      section: 'reporting',
      note: `StEIS within 2 working days of becoming aware, where D1 says 48 hours. ${superseded}`,
      kind: 'practice',
    },
  },
  {
    id: 'E1b',
    label: '72-hour management report',
    startsOn: ['incident'],
    from: 'identified',
    within: { unit: 'hours', amount: 72 },
    optional: true,
    owes: incidentLead,
    to: qualityLead,
    ladder: 'hours',
    climb: [...incidentLeadClimb],
    evidence: {
      reference: 'Where the report is kept',
      asks: 'When was the management report sent?',
    },
    citation: {
      document: 'PCT SI policy',
      section: 'management report',
      note: `A management report within 72 hours; counting them from identification is our choice. ${superseded}`,
      kind: 'practice',
    },
  },
  {
    id: 'E1c',
    label: 'Investigation within 60 working days',
    startsOn: ['incident'],
    from: { met: 'D1' },
    within: { unit: 'workingDays', amount: 60 },
    optional: true,
    owes: incidentLead,
    to: qualityLead,
    ladder: 'working-days',
    climb: [...incidentLeadClimb],
    evidence: {
      reference: 'Where the report is kept',
      asks: 'When was the investigation report sent?',
    },
    citation: {
      document: 'PCT SI policy',
      section: 'investigation',
      note: `60 working days from the StEIS report. We count from the time on which D1 is met: when the Quality Manager had notice of it. ${superseded}`,
      kind: 'practice',
    },
  },
  {
    id: 'E1d',
    label: 'Feedback on the investigation',
    startsOn: ['incident'],
    from: { met: 'E1c' },
    within: { unit: 'workingDays', amount: 20 },
    optional: true,
    owes: qualityLead,
    to: incidentLead,
    ladder: 'working-days',
    climb: [
      { ...qualityLead, via: 'deputy' },
      { ...qualityLead, via: 'on-call' },
      { ...qualityLead, via: 'head' },
    ],
    evidence: { asks: 'When was the feedback given?' },
    citation: {
      document: 'PCT SI policy',
      section: 'feedback',
      note: `The commissioner answers within 20 working days of the report. ${superseded}`,
      kind: 'practice',
    },
  },
  {
    id: 'E2',
    label: 'Duty of candour letter',
    startsOn: ['incident'],
    from: 'identified',
    within: { unit: 'workingDays', amount: 10 },
    optional: true,
    owes: incidentLead,
    to: qualityLead,
    ladder: 'working-days',
    climb: [...incidentLeadClimb],
    evidence: { asks: 'When was the letter sent?' },
    citation: {
      document: 'CQC Regulation 20',
      section: 'written notification',
      note: 'Practice, not law: the regulation says as soon as reasonably practicable and names no days. Ten working days is what many providers use. The letter goes to the patient or the family; the Lead Provider hears only that it went.',
      kind: 'practice',
    },
  },
  ...inspected,
]
