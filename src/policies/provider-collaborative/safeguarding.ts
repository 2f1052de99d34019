import type { PolicySource } from '../../core/policy/policy.ts'

/** What a safeguarding matter leads to. */
export const safeguarding: NonNullable<PolicySource['safeguarding']> = {
  telling: 'A26',
  clock: 'SG1',
  reads: [
    { role: 'quality-lead', of: 'lead-provider' },
    { role: 'head-of-quality', of: 'lead-provider' },
    { role: 'safeguarding-lead', of: 'lead-provider' },
  ],
  months: 3,
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duty 8',
    note: 'Effective communication between the leads, and a detailed report every quarter. That the route begins when somebody says that it is a safeguarding matter, or whoever triages does, is our choice; so is who reads the figures, and that they count by calendar quarters.',
    kind: 'part',
    basis: 'policy',
  },
}

const leads = { role: 'quality-lead', of: 'lead-provider' }
const team = { role: 'safeguarding-lead', of: 'lead-provider' }

/** No source gives the follow-up a time. */
export const safeguardingClock: PolicySource['clocks'][number] = {
  id: 'SG1',
  label: 'Safeguarding follow-up',
  startsOn: ['safeguarding'],
  from: 'raised',
  within: { unit: 'workingDays', amount: 5 },
  soft: true,
  owes: leads,
  to: { role: 'quality-manager', of: 'lead-quality-team' },
  ladder: 'working-days',
  climb: [
    { ...team, via: 'holder' },
    { ...leads, via: 'deputy' },
    { ...leads, via: 'on-call' },
  ],
  evidence: { form: 'safeguardingFollowUp', asks: 'When was it followed up?' },
  citation: {
    document: 'Muster',
    section: 'clocks',
    note: 'The source asks for collaboration and a quarterly report, and gives the follow-up of one matter no time. A friendly question after 5 working days, counted from when it was said to be one, and each working morning until it is answered; never a breach.',
    kind: 'choice',
  },
}
