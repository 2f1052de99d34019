import type { PolicySource } from '../../core/policy/policy.ts'

type Disagreement = NonNullable<
  NonNullable<PolicySource['collaboratives']>['disagreements']
>[number]
type Says = Disagreement['says'][number]

const paper = (words: string): Says => {
  const note = 'The paper whose rules these are.'
  const place = { document: 'N&Q 2021', section: 'Introduction', kind: 'source' } as const
  return { words, citation: { ...place, note } }
}

const eastern = (words: string, section: string): Says => {
  const note = 'Slides of another region.'
  return { words, citation: { document: 'East of England', section, note, kind: 'source' } }
}

const page: Says = {
  words: 'from April 2020',
  citation: {
    document: 'NHSE page',
    section: 'when they begin',
    note: 'An older copy of the page; today’s was not read.',
    kind: 'source',
  },
}

const counted: Says = {
  words: 'over 100 in December 2023, about 50 of them specialised',
  citation: {
    document: 'NHSE event 2023',
    section: 'NHS England: current support',
    note: 'Most are of one sector; about 50 are longer established lead provider models of specialised mental health, learning disability and autism care.',
    kind: 'source',
  },
}

const ours = (note: string): Disagreement['citation'] => {
  return { document: 'Muster', section: 'where the sources disagree', note, kind: 'choice' }
}

/** What the sources say differently of collaboratives and their services, and what is taken here. */
export const disagreements: NonNullable<
  NonNullable<PolicySource['collaboratives']>['disagreements']
> = [
  {
    id: 'collaboratives.start',
    label: 'When they began',
    says: [paper('from April 2021'), page],
    citation: ours('April 2021, as the paper has it whose rules these are.'),
  },
  {
    id: 'collaboratives.secondPhase',
    label: 'Second phase',
    says: [
      paper('likely, chosen from 2021'),
      eastern('needs further consideration', 'Services in scope'),
    ],
    citation: ours('its services are in the catalogue, without a day.'),
  },
  {
    id: 'collaboratives.count',
    label: 'How many',
    says: [eastern('to cover the whole country by 2023/24', 'Long-term plan ambition'), counted],
    citation: ours('no number; whether the aim was reached, no source says.'),
  },
  {
    id: 'collaboratives.words',
    label: 'Names of services',
    says: [paper('CYPMHS, autism'), eastern('CAMHS, autism/ASC', 'Services in scope')],
    citation: ours('“children and young people” and “autism”; the services are the same.'),
  },
]
