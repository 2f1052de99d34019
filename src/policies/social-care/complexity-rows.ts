import type { PolicySource } from '../../core/policy/policy.ts'

type Row = PolicySource['instruments'][number]['items'][number]

/** None, one or both are filled in, as the services of the provider ask for. */
export const complexityRows: Row[] = [
  {
    id: 'complexityCareHome',
    label: 'Complexity, care homes (1.a)',
    weight: 1.5,
    optional: true,
    group: 'complexity',
    steps: [
      { score: 1, label: 'Extra Care', description: 'Extra Care housing' },
      { score: 2, label: 'Residential', description: 'Residential home' },
      { score: 3, label: 'Residential EMI', description: 'Residential home, EMI' },
      { score: 4, label: 'Nursing', description: 'Nursing home' },
      { score: 5, label: 'EMI Nursing', description: 'Nursing home, EMI' },
    ],
  },
  {
    id: 'complexityHomeCare',
    label: 'Complexity, home care and supported living (1.b)',
    weight: 1.5,
    optional: true,
    group: 'complexity',
    steps: [
      {
        score: 1,
        label: 'Supported living under 5 hours',
        description: 'Supported living with less than 5 hours a week, shared or one to one',
      },
      {
        score: 2,
        label: 'Spot bronze or silver; supported living over 5 hours',
        description:
          'Home care, spot purchase bronze or silver; supported living with more than 5 hours, shared or one to one',
      },
      {
        score: 3,
        label: 'Commissioned, spot gold; supported living with many hours',
        description:
          'Home care, commissioned (spot purchase gold and above only); supported living with significant hours a week, shared or one to one',
      },
      {
        score: 4,
        label: 'Move-on, discharge to assess, block; complex needs',
        description:
          'Home care, move-on, discharge to assess (D2A) or commissioned block; supported living with complex needs',
      },
      {
        score: 5,
        label: 'CHC or palliative; complex two to one',
        description:
          'Home care, CHC, palliative or significant complex health needs; supported living with complex two-to-one care, medicines and behaviours that challenge',
      },
    ],
  },
]
