import type { PolicySource } from '../../core/policy/policy.ts'

const first = {
  document: 'N&Q 2021',
  section: 'Introduction',
  note: 'In the first phase of provider collaboratives.',
  kind: 'source',
} as const

const second = {
  document: 'N&Q 2021',
  section: 'Introduction',
  note: 'Likely in the second phase; another region’s slides say that it needs further thought.',
  kind: 'source',
} as const

export const services: PolicySource['services'] = [
  {
    id: 'adult-low-secure',
    label: 'Adult low secure: mental illness, personality disorder, learning disability, autism',
    phase: 1,
    citation: first,
  },
  {
    id: 'adult-medium-secure',
    label: 'Adult medium secure: mental illness, personality disorder, learning disability, autism',
    phase: 1,
    citation: first,
  },
  {
    id: 'cypmhs-general-adolescent',
    label: 'Children and young people: general adolescent',
    phase: 1,
    citation: {
      ...first,
      note: 'In the first phase. This paper says CYPMHS where the East of England slides say CAMHS.',
    },
  },
  {
    id: 'cypmhs-general-adolescent-ld',
    label: 'Children and young people: general adolescent, learning disability',
    phase: 1,
    hosted: true,
    citation: first,
  },
  {
    id: 'cypmhs-picu',
    label: 'Children and young people: psychiatric intensive care',
    phase: 1,
    citation: first,
  },
  {
    id: 'cypmhs-eating-disorder',
    label: 'Children and young people: specialist eating disorder unit',
    phase: 1,
    citation: first,
  },
  {
    id: 'cypmhs-low-secure',
    label: 'Children and young people: low secure',
    phase: 1,
    citation: first,
  },
  {
    id: 'cypmhs-low-secure-ld',
    label: 'Children and young people: low secure, learning disability and autism',
    phase: 1,
    hosted: true,
    citation: first,
  },
  {
    id: 'adult-eating-disorder',
    label: 'Adult eating disorder: specialist inpatient and its teams',
    phase: 1,
    citation: first,
  },
  {
    id: 'adult-secure-brain-injury',
    label: 'Adult low and medium secure: acquired brain injury',
    phase: 2,
    citation: second,
  },
  {
    id: 'adult-secure-deaf',
    label: 'Adult low and medium secure: deaf',
    phase: 2,
    citation: second,
  },
  {
    id: 'women-enhanced-medium-secure',
    label: 'Women’s enhanced medium secure',
    phase: 2,
    citation: second,
  },
  { id: 'adult-high-secure', label: 'Adult high secure', phase: 2, citation: second },
  {
    id: 'cypmhs-under-13',
    label: 'Children and young people: under 13',
    phase: 2,
    citation: second,
  },
  {
    id: 'cypmhs-medium-secure',
    label: 'Children and young people: medium secure',
    phase: 2,
    citation: second,
  },
  {
    id: 'cypmhs-medium-secure-ld',
    label: 'Children and young people: medium secure, learning disability',
    phase: 2,
    hosted: true,
    citation: second,
  },
  { id: 'cypmhs-deaf', label: 'Children and young people: deaf', phase: 2, citation: second },
  {
    id: 'cypmhs-forensic',
    label: 'Children and young people: forensic',
    phase: 2,
    citation: second,
  },
  {
    id: 'ocd-bdd',
    label: 'Obsessive compulsive and body dysmorphic disorder',
    phase: 2,
    citation: second,
  },
  {
    id: 'personality-disorder-tier-4',
    label: 'Tier 4 personality disorder',
    phase: 2,
    citation: second,
  },
  { id: 'acute-deaf', label: 'Non-secure (acute) deaf', phase: 2, citation: second },
  {
    id: 'perinatal',
    label: 'Perinatal: specialist inpatient and its teams',
    phase: 2,
    citation: second,
  },
]
