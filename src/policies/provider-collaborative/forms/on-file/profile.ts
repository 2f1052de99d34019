import { NO_PATIENTS } from '../meeting-fields.ts'
import { domains } from '../options.ts'
import { day, doneOn, type Form, ours, reason, text } from './fields.ts'
import { scored, stakeholder } from './profile-fields.ts'

const framework = { document: 'QSIF 2020', kind: 'source' } as const

const NOT_THE_TOOL = 'Built from the framework’s words; it is not the NHS England tool.'
const BACK = 'The provider reads it once it is shared.'

const why = text('why', 'Why a quality risk profile now?')

export const profileRecommended: Form = {
  id: 'profileRecommended',
  number: 6,
  label: 'Quality risk profile recommended',
  title: 'Recommend a profile',
  heading: [NO_PATIENTS, `The lead commissioner drafts it. ${BACK}`],
  fields: [why, doneOn],
  submit: 'Recommend',
  citation: { ...framework, section: '5.2.3 a', note: 'NHSE/I recommends a quality risk profile.' },
}

export const profileDraft: Form = {
  id: 'profileDraft',
  number: 6,
  label: 'Draft of the quality risk profile',
  title: 'Quality risk profile',
  heading: [NO_PATIENTS, NOT_THE_TOOL, BACK],
  fields: [
    why,
    {
      id: 'grounds',
      kind: 'choice',
      label: 'On what grounds?',
      options: [
        { value: 'unsafe', label: 'People continue to be at risk and services are unsafe' },
        { value: 'persistent', label: 'Concerns about quality persist or grow' },
      ],
      required: true,
    },
    {
      id: 'asked',
      kind: 'choice',
      label: 'Whose decision is it?',
      options: [
        { value: 'recommended', label: 'NHSE/I recommends it' },
        { value: 'commissioner', label: 'The lead commissioner decides' },
      ],
      required: true,
    },
    ...scored,
    text('sources', 'What is it drawn from?'),
    doneOn,
  ],
  submit: 'Put on file',
  citation: {
    ...framework,
    section: 'Appendix 1, QRP; 5.2.3 a',
    note: 'A systematic assessment at a point in time. NHS England’s own categories and scoring are not in our copy: the five domains of 5.1.1, each rated 5 × 5, are our choice. Either of the two grounds opens it, because the framework names one in each place.',
    kind: 'part',
  },
}

export const profileContributed: Form = {
  id: 'profileContributed',
  number: 6,
  label: 'Contribution to the quality risk profile',
  title: 'Contribution',
  heading: [NO_PATIENTS, `Those who are not in Muster contribute through you. ${BACK}`],
  fields: [
    stakeholder,
    { id: 'contributor', kind: 'line', label: 'Whose words are these?' },
    text('view', 'What do they say about the risk?'),
    {
      id: 'differs',
      kind: 'many',
      label: 'Which domains would they score differently?',
      options: domains,
    },
    text('sources', 'What do they draw on?', false),
  ],
  submit: 'Put on file',
  citation: {
    ...framework,
    section: 'Appendix 1, QRP',
    note: 'Commissioners, regulators and stakeholders contribute; the lead commissioner makes sure that they do. The list beyond the bodies of the surveillance group is our choice.',
    kind: 'part',
  },
}

export const profileModerated: Form = {
  id: 'profileModerated',
  number: 6,
  label: 'Moderated scores of the quality risk profile',
  title: 'Moderation',
  heading: [NO_PATIENTS, NOT_THE_TOOL],
  fields: [
    ...scored,
    text('agreedBy', 'Who agreed these scores?', true, 'Each body, by its name'),
    doneOn,
    day('groupOn', 'The next quality surveillance group meets on'),
  ],
  submit: 'Put on file',
  citation: {
    ...framework,
    section: 'Appendix 1, QRP',
    note: 'Scoring is moderated and agreed with commissioners, regulators and stakeholders, and reported to the next available surveillance group.',
  },
}

export const profileShared: Form = {
  id: 'profileShared',
  number: 6,
  label: 'Quality risk profile shared with the provider',
  title: 'Share the profile',
  heading: [NO_PATIENTS, 'From now on the provider reads the whole profile here.'],
  fields: [text('words', 'What is the provider told with it, and what is expected of it?')],
  submit: 'Share',
  citation: {
    ...framework,
    section: '5.2.3 a; Appendix 1, QRP',
    note: 'It “should” be shared in one place, and “if required” after stakeholders agree in the other. Offered after agreement, by our choice.',
    kind: 'part',
  },
}

export const profileWithheld: Form = {
  id: 'profileWithheld',
  number: 6,
  label: 'Quality risk profile not shared',
  title: 'Do not share it',
  heading: [NO_PATIENTS, 'The framework says that it should be shared.'],
  fields: [text('reason', 'Why is it not shared with the provider?')],
  submit: 'Do not share',
  citation: {
    ...framework,
    section: '5.2.3 a; Appendix 1, QRP',
    note: '“Should” in one place, “if required” in the other: a reason is asked for, by our choice.',
    kind: 'part',
  },
}

export const profileAnswered: Form = {
  id: 'profileAnswered',
  number: 6,
  label: 'The provider’s evidence on the quality risk profile',
  title: 'Provider’s evidence',
  heading: [NO_PATIENTS],
  fields: [
    text('evidence', 'What does the provider add, acknowledge or challenge?'),
    { id: 'link', kind: 'line', label: 'Where the evidence is kept (link)' },
  ],
  submit: 'Add evidence',
  citation: {
    ...framework,
    section: '5.2.3 d; Appendix 1, QRP',
    note: 'The provider may acknowledge, challenge, and add evidence.',
  },
}

export const profileReported: Form = {
  id: 'profileReported',
  number: 6,
  label: 'Quality risk profile reported to the surveillance group',
  title: 'Report of the profile',
  heading: [NO_PATIENTS],
  fields: [
    { id: 'heldAt', kind: 'moment', label: 'When did the group meet?', required: true },
    {
      id: 'assurance',
      kind: 'choice',
      label: 'What came of it?',
      options: [
        { value: 'gained', label: 'Assurance gained' },
        { value: 'notGained', label: 'Assurance not gained' },
      ],
      required: true,
    },
    reason,
  ],
  submit: 'Put on file',
  citation: {
    ...framework,
    section: 'Appendix 1, QRP',
    note: 'Reported and agreed at the next available surveillance group; done between meetings, at the next one.',
  },
}

export const profileStopped: Form = {
  id: 'profileStopped',
  number: 6,
  label: 'Quality risk profile stopped',
  title: 'Stop the profile',
  heading: [NO_PATIENTS],
  fields: [reason],
  submit: 'Stop it',
  citation: { ...ours, note: 'Silent on a profile that is not finished: with a reason.' },
}
