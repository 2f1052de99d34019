import { type Field, type Form, text } from './fields.ts'

const slides = { document: 'NHSE event 2023', kind: 'source' } as const

const VOLUNTARY = 'Voluntary, for the collaborative itself. It is not for assurance.'

const collaborative: Field = {
  id: 'collaborative',
  kind: 'line',
  label: 'Which collaborative is it about?',
  required: true,
}

/** The matrix’s areas, in three domains, as the slides number them. */
export const areas = [
  { value: 'a11', label: '1.1 Unwarranted variation and inequalities' },
  { value: 'a12', label: '1.2 Resilience' },
  { value: 'a13', label: '1.3 Productivity and value' },
  { value: 'a21', label: '2.1 Shared vision and governance' },
  { value: 'a22', label: '2.2 Mutual support and accountability' },
  { value: 'a23', label: '2.3 Multi-professional clinical and care leadership' },
  { value: 'a31', label: '3.1 Support of integrated care systems' },
  { value: 'a32', label: '3.2 Relationships with partners' },
  { value: 'a33', label: '3.3 Engagement and co-design' },
]

const levels = [
  { value: 'emerging', label: 'Emerging' },
  { value: 'developing', label: 'Developing' },
  { value: 'maturing', label: 'Maturing' },
  { value: 'thriving', label: 'Thriving' },
]

/** Only the areas of focus are rated; the others are left out, as the template has it. */
const rows = areas.flatMap(({ value, label }): Field[] => {
  const when = { field: 'focus', is: [value] }
  const [number = ''] = label.split(' ')
  return [
    {
      id: `${value}Level`,
      kind: 'choice',
      label: `${label}: where is it?`,
      options: levels,
      required: true,
      when,
    },
    { ...text(`${value}Evidence`, `${number}: evidence`), when },
    { ...text(`${value}Actions`, `${number}: actions`, false), when },
  ]
})

const matrix: Omit<Form, 'id' | 'label'> = {
  number: null,
  title: 'Maturity matrix',
  heading: [
    VOLUNTARY,
    'Tick the areas of focus: each of them is asked about, and none weighs more.',
  ],
  fields: [
    {
      id: 'focus',
      kind: 'many',
      label: 'Which are areas of focus?',
      options: areas,
      required: true,
    },
    ...rows,
  ],
  submit: 'Put on file',
  citation: {
    ...slides,
    section: 'NHS England: provider collaboratives’ maturity matrix',
    note: 'Three domains, four levels; the template asks for area of focus, rating, evidence and actions. Voluntary; each objective that is included weighs the same; its scores are not designed for assurance. The objectives themselves are in a file that is not in our copy.',
  },
}

export const maturityMatrix: Form = {
  ...matrix,
  id: 'maturityMatrix',
  label: 'Maturity matrix',
  fields: [collaborative, ...matrix.fields],
}

export const maturityAgain: Form = {
  ...matrix,
  id: 'maturityAgain',
  label: 'Maturity matrix, assessed again',
}

const checkpoint: Omit<Form, 'id' | 'label'> = {
  number: null,
  title: 'Maturity framework',
  heading: [VOLUNTARY, 'Its checkpoints are reminded of by “/muster duties”, D24.'],
  fields: [
    {
      id: 'level',
      kind: 'choice',
      label: 'Where does the collaborative stand?',
      options: [
        { value: 'forming', label: 'Forming' },
        {
          value: 'between',
          label: 'Between forming and established',
          description: 'The sources name no level between the two',
        },
        {
          value: 'established',
          label: 'Established',
          description: 'The paper of 2021 speaks of “Established & Optimised”',
        },
      ],
      required: true,
    },
    text('evidence', 'What shows it?'),
    text('actions', 'What is done to get further?', false),
    { id: 'heldAt', kind: 'moment', label: 'When was the checkpoint, if not now?' },
  ],
  submit: 'Put on file',
  citation: {
    ...slides,
    section: 'West Yorkshire: Supporting milestones',
    note: 'From forming to established, with a checkpoint every six months. The levels between are named nowhere; the paper of 2021 has “Level One … (Established & Optimised ‘Steady-State’)” at go-live and does not say whether One is the first or the last.',
  },
}

export const framework: Form = {
  ...checkpoint,
  id: 'maturityFramework',
  label: 'Quality Maturity Framework',
  fields: [collaborative, ...checkpoint.fields],
}

export const frameworkAgain: Form = {
  ...checkpoint,
  id: 'frameworkAgain',
  label: 'Quality Maturity Framework, next checkpoint',
}

export const assessmentEnded: Form = {
  id: 'assessmentEnded',
  number: null,
  label: 'Self-assessment ended',
  title: 'End it',
  heading: [VOLUNTARY],
  fields: [text('reason', 'Why?')],
  submit: 'End it',
  citation: { document: 'Muster', section: 'on file', note: 'With a reason.', kind: 'choice' },
}
