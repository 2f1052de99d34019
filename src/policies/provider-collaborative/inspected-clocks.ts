import type { PolicySource } from '../../core/policy/policy.ts'

type Clock = PolicySource['clocks'][number]

const incidentLead = { role: 'incident-lead', of: 'provider' }
const qualityLead = { role: 'quality-lead', of: 'lead-provider' }

/** Somebody who is not sure is asked too: they can say that it is not needed. */
const YES_OR_NOT_SURE = ['yes', 'notSure']

const shared = {
  startsOn: ['incident'],
  soft: true,
  optional: true,
  owes: incidentLead,
  to: { role: 'inspector', of: 'cqc' },
  ladder: 'without-delay',
  climb: [
    { ...incidentLead, via: 'deputy' },
    { ...incidentLead, via: 'on-call' },
    { ...qualityLead, via: 'holder' },
  ],
} as const satisfies Partial<Clock>

const evidence = { reference: 'CQC notification reference', asks: 'When was CQC notified?' }

const law = { document: 'CQC notifications', kind: 'source', basis: 'law' } as const
const regulation17 = { ...law, section: 'Regulation 17' } as const

/** What CQC is told without delay: no number of hours is given, and none is made up. Off like all of them. */
export const inspected: PolicySource['clocks'] = [
  {
    ...shared,
    id: 'E3a',
    label: 'CQC: death of a detained patient',
    from: 'identified',
    when: [
      { field: 'type', is: ['death'] },
      { field: 'detained', is: YES_OR_NOT_SURE },
    ],
    within: { unit: 'withoutDelay', from: { unit: 'hours', amount: 0 } },
    lapses: 'the patient was not detained',
    evidence,
    citation: {
      ...regulation17,
      note: 'Without delay. Wanted as soon as it is raised, and reminded of every morning: our choice.',
      kind: 'part',
    },
  },
  {
    ...shared,
    id: 'E3b',
    label: 'CQC: absence without leave',
    from: 'occurred',
    when: [
      { field: 'type', is: ['absence'] },
      { field: 'detained', is: YES_OR_NOT_SURE },
    ],
    within: { unit: 'withoutDelay', from: { unit: 'midnight' } },
    lapses: 'they were back before midnight, or the ward is not a secure one',
    evidence,
    citation: {
      ...regulation17,
      note: 'Without delay: absence without leave of a detained patient from low, medium or high security. A commentary adds “past midnight”, so it is asked for from the first midnight on.',
    },
  },
  {
    ...shared,
    id: 'E3c',
    label: 'CQC: return from absence',
    from: { met: 'E3b' },
    within: { unit: 'asRequired' },
    lapses: 'they do not come back to this ward',
    evidence: { ...evidence, asks: 'When was CQC told of the return?' },
    citation: {
      ...regulation17,
      note: 'The return is notified too, without delay. When it will be nobody knows: it is listed once CQC has notice of the absence.',
    },
  },
  {
    ...shared,
    id: 'E4',
    label: 'CQC: under 18 on an adult ward',
    from: 'occurred',
    when: [{ field: 'under18', is: YES_OR_NOT_SURE }],
    within: { unit: 'withoutDelay', from: { unit: 'hours', amount: 48 } },
    lapses: 'it ended before the 48 hours were over',
    evidence,
    citation: {
      ...law,
      section: 'under 18s',
      note: 'CQC is told when somebody under 18 has been on an adult psychiatric ward for more than 48 hours without a break. The 48 hours are counted from the time the incident occurred; after that no time is given.',
    },
  },
]
