import { NO_PATIENTS } from '../meeting-fields.ts'
import { doneOn, type Form, text } from './fields.ts'

const framework = { document: 'QSIF 2020', kind: 'source' } as const

export const baselineBegun: Form = {
  id: 'baselineBegun',
  number: null,
  label: 'Baseline review: what is looked at',
  title: 'Baseline review',
  heading: [
    NO_PATIENTS,
    'The quality lead leads it, not the provider. The provider reads it once you feed it back.',
  ],
  fields: [
    text('scope', 'What does it look at?'),
    {
      id: 'sources',
      kind: 'many',
      label: 'What does it draw on?',
      options: [
        { value: 'profile', label: 'Issues of the quality risk profile' },
        { value: 'visits', label: 'Themes of visits' },
        { value: 'safeguarding', label: 'Themes of safeguarding and continuing care reviews' },
        { value: 'regulators', label: 'Regulators' },
        { value: 'stakeholders', label: 'NHSE/I, local authority, GPs, Healthwatch' },
        { value: 'families', label: 'Families and the public' },
        { value: 'risk', label: 'Risk assessments' },
        { value: 'submissions', label: 'Routine submissions and public data' },
        { value: 'soft', label: 'Soft intelligence' },
      ],
      required: true,
    },
    doneOn,
  ],
  submit: 'Begin review',
  citation: {
    ...framework,
    section: '5.2.3 b',
    note: 'A deep dive over all quality domains, triangulated; soft intelligence counts. No time is given.',
  },
}

export const baselineFound: Form = {
  id: 'baselineFound',
  number: null,
  label: 'Baseline review: what was found',
  title: 'Review: findings',
  heading: [NO_PATIENTS],
  fields: [
    text('findings', 'What was found, and how was it validated?'),
    text('rationale', 'Is escalation justified, and why?'),
    doneOn,
  ],
  submit: 'Put on file',
  citation: {
    ...framework,
    section: '5.2.3 b',
    note: 'Its output is validated evidence and a rationale for escalation.',
  },
}

export const baselineFedBack: Form = {
  id: 'baselineFedBack',
  number: null,
  label: 'Feed the review back to the provider',
  title: 'Feed back',
  heading: [NO_PATIENTS, 'From now on the provider reads the whole review here.'],
  fields: [
    text('feedback', 'What is the provider told: risks, sources, what is expected?'),
    doneOn,
  ],
  submit: 'Feed back',
  citation: {
    ...framework,
    section: '5.2.3 d',
    note: 'Regular feedback: arrangements, roles, expected action and outcomes, from the view of the system.',
  },
}

export const baselineAnswered: Form = {
  id: 'baselineAnswered',
  number: null,
  label: 'The provider’s response',
  title: 'Provider’s response',
  heading: [NO_PATIENTS],
  fields: [text('response', 'What does the provider acknowledge, challenge or add?'), doneOn],
  submit: 'Respond',
  citation: {
    ...framework,
    section: '5.2.3 d',
    note: 'The provider may acknowledge, challenge, and add evidence.',
  },
}
