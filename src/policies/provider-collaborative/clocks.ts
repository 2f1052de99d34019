import type { PolicySource } from '../../core/policy/policy.ts'
import { optionalClocks } from './optional-clocks.ts'
import { safeguardingClock } from './safeguarding.ts'

const incidentLead = { role: 'incident-lead', of: 'provider' }
const qualityLead = { role: 'quality-lead', of: 'lead-provider' }
const qualityManager = { role: 'quality-manager', of: 'lead-quality-team' }

/** After the Lead Provider’s quality lead. */
const leadProviderClimb = [
  { ...qualityLead, via: 'deputy' },
  { ...qualityLead, via: 'on-call' },
  { ...qualityLead, via: 'head' },
] as const

/** The serious-incident clocks of the Lead Provider’s fourth duty, then those that are off by default. */
export const clocks: PolicySource['clocks'] = [
  {
    id: 'D1',
    label: 'StEIS alert',
    startsOn: ['incident'],
    from: 'identified',
    within: { unit: 'hours', amount: 48 },
    owes: incidentLead,
    to: qualityManager,
    ladder: 'hours',
    climb: [
      { ...incidentLead, via: 'deputy' },
      { ...incidentLead, via: 'on-call' },
      { ...qualityLead, via: 'holder' },
      { ...qualityLead, via: 'on-call' },
    ],
    evidence: { reference: 'StEIS reference', asks: 'When was the Quality Manager notified?' },
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 4',
      note: 'The Quality Manager has notice of a StEIS alert within 48 hours of the sub-contractor identifying the incident, safeguarding concerns included. Hours, so nights and weekends count; older policy says 2 working days. Exactly 48 hours is in time, and the notice, not the StEIS entry, stops the clock: our choices.',
      kind: 'part',
      basis: 'policy',
    },
  },
  {
    id: 'D2',
    label: 'SitRep',
    startsOn: ['incident'],
    from: 'occurred',
    within: { unit: 'receiptOf', clock: 'D3' },
    owes: qualityLead,
    to: qualityManager,
    ladder: 'working-days',
    climb: [...leadProviderClimb],
    evidence: { form: 'sitrep', asks: 'When was the SitRep sent?' },
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 4',
      note: 'A short written SitRep to the Quality Manager, no later than the 72-hour report is received. Silent on whose receipt: the Quality Manager’s is our choice, so both may go together. Until the report arrives D3’s due time stands in.',
      kind: 'part',
      basis: 'policy',
    },
  },
  {
    id: 'D3',
    label: '72-hour report shared',
    startsOn: ['incident'],
    from: 'occurred',
    within: { unit: 'workingDays', amount: 3 },
    owes: qualityLead,
    to: qualityManager,
    ladder: 'working-days',
    climb: [...leadProviderClimb],
    evidence: { form: 'report72', asks: 'When was the report shared with the Quality Manager?' },
    information: [
      {
        label: '3 working days from identification',
        from: 'identified',
        within: { unit: 'workingDays', amount: 3 },
      },
      {
        label: '72 plain hours from the incident',
        from: 'occurred',
        within: { unit: 'hours', amount: 72 },
      },
    ],
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 4',
      note: 'A copy of the sub-contractor’s 72-hour report within 3 working days of the date of the incident. The name says 72 hours and the rule says working days: we follow the rule. It runs from the incident, so one that is found late may be overdue at once. The end of the third working day is our choice.',
      kind: 'part',
      basis: 'policy',
    },
  },
  {
    id: 'D3a',
    label: '72-hour report to the Lead Provider',
    startsOn: ['incident'],
    from: 'identified',
    within: { unit: 'hours', amount: 72 },
    soft: true,
    owes: incidentLead,
    to: qualityLead,
    ladder: 'once',
    climb: [],
    evidence: { asks: 'When did the Lead Provider receive the report?' },
    citation: {
      document: 'Muster',
      section: 'clocks',
      note: 'The source gives the sub-contractor no time of its own. A friendly question 72 hours after identification; never a breach.',
      kind: 'choice',
    },
  },
  {
    id: 'D4',
    label: 'Teleconference',
    startsOn: ['incident'],
    from: 'identified',
    within: { unit: 'asRequired' },
    owes: qualityLead,
    to: qualityManager,
    ladder: 'working-days',
    climb: [...leadProviderClimb],
    evidence: { form: 'teleconference', asks: 'When was the teleconference held?' },
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 4',
      note: 'The Lead Provider invites the Quality Manager and relevant others to a call on mitigation, remediation and first learning, as required. No time is given and we make none up.',
      kind: 'source',
      basis: 'policy',
    },
  },
  {
    id: 'D5',
    label: 'Update after the teleconference',
    startsOn: ['incident'],
    from: { met: 'D4' },
    within: { unit: 'chosen' },
    soft: true,
    owes: qualityLead,
    to: qualityManager,
    ladder: 'working-days',
    climb: [...leadProviderClimb],
    evidence: { form: 'update', asks: 'When was the update given?' },
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 4',
      note: 'After the call the Lead Provider keeps the Quality Manager and relevant others up to date and oversees the actions. Silent on how often: a person chooses it for the incident, and reminders follow that; it is never a breach.',
      kind: 'source',
      basis: 'policy',
    },
  },
  safeguardingClock,
  ...optionalClocks,
]
