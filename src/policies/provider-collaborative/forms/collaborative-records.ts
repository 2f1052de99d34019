import type { PolicySource } from '../../../core/policy/policy.ts'
import {
  actions,
  attendance,
  conclusion,
  heldAt,
  information,
  NO_DIRECTION,
  NO_PATIENTS,
  present,
} from './meeting-fields.ts'
import { yesNo } from './options.ts'

type Form = PolicySource['forms'][number]

const duty = { document: 'N&Q 2021', kind: 'source', basis: 'policy' } as const

export const incidentPanelRecord: Form = {
  id: 'incidentPanelRecord',
  number: null,
  label: 'Incident panel record',
  title: 'Incident panel record',
  heading: [
    `${NO_PATIENTS} What the panel decided about the incident is recorded on the case, with “Close…”.`,
  ],
  fields: [
    heldAt,
    present,
    attendance,
    {
      id: 'sampled',
      kind: 'choice',
      label: 'Did the Quality Manager take part, to sample?',
      options: yesNo,
    },
    conclusion,
    { id: 'learning', kind: 'text', label: 'Learning' },
    actions,
  ],
  submit: 'Save panel record',
  citation: {
    ...duty,
    section: 'Lead Provider duty 6',
    note: 'Incidents are discussed briefly; the Quality Manager samples from time to time. The questions are our choice.',
    kind: 'part',
  },
}

const reviewed = [
  heldAt,
  present,
  attendance,
  { id: 'quality', kind: 'text', label: 'Quality: what was reported and discussed?' },
  { id: 'safeguarding', kind: 'text', label: 'Safeguarding: what was reported and discussed?' },
  { id: 'learning', kind: 'text', label: 'Themes and learning' },
  conclusion,
  actions,
] as const satisfies Form['fields']

export const qualityReviewWithRegionRecord: Form = {
  id: 'qualityReviewWithRegionRecord',
  number: null,
  label: 'Record of the clinical quality review with the region',
  title: 'Review with the region',
  heading: [NO_PATIENTS],
  fields: [...reviewed],
  submit: 'Save review record',
  citation: {
    ...duty,
    section: 'Nursing & Quality duty 3',
    note: 'Quality and safeguarding are its parts; themes and learning stand in its reports. The questions are our choice.',
    kind: 'part',
  },
}

export const qualityReviewWithProviderRecord: Form = {
  ...qualityReviewWithRegionRecord,
  id: 'qualityReviewWithProviderRecord',
  label: 'Record of the clinical quality review with a provider',
  title: 'Review with a provider',
  fields: [
    ...reviewed,
    { id: 'upward', kind: 'text', label: 'What is reported to the meeting with NHSE/I?' },
  ],
  citation: {
    ...duty,
    section: 'Lead Provider duty 10',
    note: 'Mirrors the meeting with NHSE/I and reports to it. The questions are our choice.',
    kind: 'part',
  },
}

export const systemCallRecord: Form = {
  id: 'systemCallRecord',
  number: null,
  label: 'System call note',
  title: 'System call note',
  heading: [`${NO_PATIENTS} ${NO_DIRECTION}`],
  fields: [heldAt, present, attendance, information, conclusion, actions],
  submit: 'Save call note',
  citation: {
    ...duty,
    section: 'Lead Provider duty 7',
    note: 'The Lead Provider shares findings. The questions are our choice.',
    kind: 'part',
  },
}

const OR_WHY_NOT = 'Or “not discussed, because …”.'

function discussed(id: string, label: string): Form['fields'][number] {
  return { id, kind: 'text', label, hint: OR_WHY_NOT, required: true }
}

export const complexCaseRecord: Form = {
  id: 'complexCaseRecord',
  number: null,
  label: 'Complex-case meeting record',
  title: 'Complex-case record',
  heading: [`${NO_PATIENTS} Differences of clinical opinion are respected.`],
  fields: [
    heldAt,
    present,
    attendance,
    discussed('interest', 'What is in the person’s best interest?'),
    discussed('framework', 'Which legal framework holds?'),
    discussed('here', 'Can it be done from here, and what is needed?'),
    discussed('actions', 'Who needs to do what?'),
    discussed('toldTo', 'Who needs to know?'),
    discussed('contingency', 'What is the contingency plan?'),
    { id: 'outOfHours', kind: 'text', label: 'Who is reached out of hours?', required: true },
    discussed('differences', 'Which opinions differed?'),
    { ...conclusion, label: 'What was decided, and why?' },
  ],
  submit: 'Save case record',
  citation: {
    document: 'NHSE event 2023',
    section: 'West Yorkshire, complex case',
    note: 'The questions that were asked there each time. That each has an answer, or why not, and that the contacts out of hours are asked for, is our choice.',
    kind: 'practice',
  },
}
