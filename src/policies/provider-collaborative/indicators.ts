import type { PolicySource } from '../../core/policy/policy.ts'

const table = { document: 'QSIF 2020', section: '5.1.1', kind: 'source' } as const
const appendix = {
  document: 'QSIF 2020',
  section: 'Appendix 1, Routine monitoring',
  kind: 'source',
} as const
const NONE_LISTED = 'The framework names this domain and lists no signs for it.'
const ADDED =
  'The definition of quality adds two domains, well led and sustainable use of resources. None of its signs are listed, and none are made up.'
const examples = 'Examples, not a full list, and no thresholds.'

/** What is looked at from day to day. */
export const indicators: NonNullable<PolicySource['indicators']> = [
  {
    id: 'I-safety',
    label: 'Patient safety',
    domain: 'safety',
    examples: [
      'Incidents and never events',
      'Mortality rates',
      'Safeguarding, serious case reviews for example',
      'Vaccination and immunisation',
      'Healthcare associated infections',
      'Workforce',
      'Training',
      'Alerts of the Central Alerting System',
      'Actions to prevent future deaths',
    ],
    citation: { ...table, note: examples },
  },
  {
    id: 'I-safety-more',
    label: 'Patient safety, besides',
    domain: 'safety',
    examples: ['Complaints', 'Prescribing', 'Numbers and skills of the workforce'],
    citation: { ...appendix, note: `${examples} Complaints stand under experience as well.` },
  },
  {
    id: 'I-effectiveness',
    label: 'Clinical effectiveness',
    domain: 'effectiveness',
    examples: [
      'NICE',
      'Hospital guide',
      'Health checks',
      'Audit reports and peer review',
      'CQUIN',
      'Referral to treatment',
      'Emergency admissions',
      'Benchmarking',
      'Clinical outcomes',
      'Research and development',
    ],
    citation: { ...table, note: examples },
  },
  {
    id: 'I-effectiveness-more',
    label: 'Clinical effectiveness, besides',
    domain: 'effectiveness',
    examples: ['Key performance indicators', 'Keeping to pathways'],
    citation: { ...appendix, note: examples },
  },
  {
    id: 'I-experience',
    label: 'Patient experience',
    domain: 'experience',
    examples: [
      'Outcomes that patients report, and surveys',
      'Mixed-sex accommodation',
      'Friends and Family Test',
      'Complaints and compliments',
      'Access to services',
    ],
    citation: { ...table, note: examples },
  },
  {
    id: 'I-experience-more',
    label: 'Patient experience, besides',
    domain: 'experience',
    examples: [
      'Privacy and dignity',
      'Results of CQC inspections',
      'Patient advice and liaison',
      'Healthwatch',
    ],
    citation: { ...appendix, note: examples },
  },
  {
    id: 'I-well-led',
    label: 'Well led',
    domain: 'well-led',
    examples: [NONE_LISTED],
    citation: { ...table, note: ADDED },
  },
  {
    id: 'I-resources',
    label: 'Use of resources',
    domain: 'resources',
    examples: [NONE_LISTED],
    citation: { ...table, note: ADDED },
  },
  {
    id: 'I-intelligence',
    label: 'Intelligence from outside, for the quality meeting',
    domain: 'intelligence',
    examples: [
      'CQC and other regulators',
      'Local authorities',
      'Coroners',
      'Professional bodies, the Nursing and Midwifery Council for example',
      'GPs',
      'Police',
      'Families',
      'The public',
    ],
    citation: {
      document: 'QSIF 2020',
      section: '5.1.2',
      note: 'From whom what is known comes to the quality meeting, beside its own data. Examples, not a full list.',
      kind: 'source',
    },
  },
  {
    id: 'I-practice',
    label: 'Primary care: what a visit to a practice looks at',
    domain: 'practice',
    examples: [
      'Clinical governance',
      'Culture, environment and leadership',
      'Employment and safe staffing',
      'What CQC knows',
      'Patient participation group and Healthwatch',
      'Peer reviews and national surveys',
      'Complaints and compliments',
      'Incidents, significant events and serious incidents',
      'Prescribing',
      'Outcomes framework, screening and immunisation',
    ],
    citation: { document: 'QSIF 2020', section: '5.3.3', note: examples, kind: 'source' },
  },
]

/** Collaboratives that are not live yet, by the word in the directory. */
export const collaborativeStages: NonNullable<PolicySource['collaborativeStages']> = [
  {
    id: 'shadow',
    label: 'in shadow form: considered case by case by NHSE/I',
    citation: {
      document: 'N&Q 2021',
      section: 'Support for collaboratives in shadow form or at stage two',
      note: 'Considered case by case, or when they apply for shadow status.',
      kind: 'source',
    },
  },
  {
    id: 'two',
    label: 'at stage two: considered case by case by NHSE/I',
    citation: {
      document: 'N&Q 2021',
      section: 'Support for collaboratives in shadow form or at stage two',
      note: 'Considered case by case, or when they apply for shadow status.',
      kind: 'source',
    },
  },
]
