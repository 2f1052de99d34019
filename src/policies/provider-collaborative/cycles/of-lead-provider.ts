import type { PolicySource } from '../../../core/policy/policy.ts'

const startsOn = { on: 'asked', about: 'lead-provider' } as const
const qualityLead = { role: 'quality-lead', of: 'lead-provider' }
const qualityManager = { role: 'quality-manager', of: 'lead-quality-team' }
const months = (amount: number) => ({ unit: 'months', amount }) as const

const source = { document: 'N&Q 2021', kind: 'source', basis: 'policy' } as const
const quarterly = 'A quarter is three months from the last one: our choice.'

/** What a Lead Provider and its regional team owe each other, once somebody begins it. */
export const ofLeadProvider: PolicySource['cycles'] = [
  {
    id: 'D10',
    label: 'Safeguarding report to the CQRM',
    startsOn,
    every: months(3),
    owes: qualityLead,
    evidence: 'cycleDone',
    citation: {
      ...source,
      section: 'Lead Provider duty 8 d',
      note: `A detailed safeguarding report to the CQRM, quarterly. What must stand in it is in an appendix that is not in our copy. ${quarterly}`,
      kind: 'part',
    },
  },
  {
    id: 'D11',
    label: 'Quality and safeguarding Board report',
    startsOn,
    every: months(3),
    owes: qualityLead,
    evidence: 'boardReport',
    citation: {
      ...source,
      section: 'Lead Provider duty 11; Nursing & Quality 1, footnote 4',
      note: 'Board reports to the regional Nursing & Quality team: “routine” in one place, “quarterly” in the other. Every three months is our choice. Minutes and reports of clinical governance groups are not sufficient.',
      kind: 'choice',
    },
  },
  {
    id: 'D12',
    label: 'Intelligence call',
    startsOn,
    every: months(1),
    owes: qualityManager,
    evidence: 'cycleDone',
    metBy: [{ meeting: 'M9' }],
    citation: {
      ...source,
      section: 'Nursing & Quality 2',
      note: 'Monthly, with CQC and relevant others, on quality data that the Lead Provider has analysed. That the Quality Manager is reminded is our choice, and that a call about the Lead Provider is the round: one about a provider of it is a step of enhanced (QSIF 2020 5.2.3 a).',
      kind: 'part',
    },
  },
  {
    id: 'D13',
    label: 'CQRM with the Lead Provider',
    startsOn,
    every: months(1),
    chosen: { unit: 'months', from: 1, to: 3 },
    missed: 'documented',
    owes: qualityManager,
    evidence: 'meetingHeld',
    metBy: [{ meeting: 'M5a' }],
    citation: {
      ...source,
      section: 'Nursing & Quality 3',
      note: '“Monthly – quarterly”: a range, and no number. Every month, where nobody chooses otherwise, is our choice. That one which is missed is documented is said of the quality meetings of QSIF 2020 5.1.2, its counterpart. That one about the Lead Provider, once recorded, is the round is our choice; one about a provider or a case is an extra one.',
      kind: 'part',
    },
  },
  {
    id: 'D14',
    label: 'Assurance audit',
    startsOn,
    every: months(6),
    owes: qualityManager,
    evidence: 'cycleDone',
    citation: {
      ...source,
      section: 'Nursing & Quality 4; Assurance of effective safeguarding',
      note: 'Quality and safeguarding assurance audit of the Lead Provider, and audit of safeguarding best practice: “bi-annual”, which is twice a year or every two years. Every six months is our choice.',
      kind: 'choice',
    },
  },
  {
    id: 'D24',
    label: 'Quality Maturity Framework checkpoint',
    startsOn,
    every: months(6),
    owes: qualityLead,
    evidence: 'cycleDone',
    metBy: [{ filed: 'framework', steps: ['framework.assessed', 'framework.again'], on: 'heldAt' }],
    citation: {
      document: 'NHSE event 2023',
      section: 'West Yorkshire, Supporting milestones',
      note: 'Every six months, as one collaborative does it. A self-assessment, not for assurance. A checkpoint on file is the round: our choice.',
      kind: 'practice',
    },
  },
  {
    id: 'D27',
    label: 'End-of-year quality-premium position',
    startsOn,
    every: months(12),
    owes: qualityManager,
    evidence: null,
    metBy: [{ filed: 'premium', steps: ['premium.yearEnd'] }],
    citation: {
      document: 'QSIF 2020',
      section: '4.2',
      note: 'Assessed at the end of the year: the quality premium gateway on file is where it is recorded. A reminder and no more: what counts is for the commissioner to judge. Who is reminded is our choice.',
      kind: 'part',
    },
  },
]
