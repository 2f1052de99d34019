import { NO_PATIENTS } from '../meeting-fields.ts'
import { yesNo } from '../options.ts'
import { brief, doneOn, type Form, ours, reason, text } from './fields.ts'

const framework = { document: 'QSIF 2020', kind: 'source' } as const

export const formalNotice: Form = {
  id: 'formalNotice',
  number: 5,
  label: 'Formal notice to the provider',
  title: 'Formal notice',
  heading: [
    NO_PATIENTS,
    'The provider’s chief executive and head of the organisation read it in private, and it stands in the provider’s room.',
  ],
  fields: [
    text('concerns', 'What are the concerns?'),
    text('substantiated', 'How are they substantiated?'),
    text('severity', 'How severe are they held to be?'),
    {
      id: 'breach',
      kind: 'choice',
      label: 'Do they breach the contract?',
      options: [...yesNo, { value: 'notSettled', label: 'Not settled yet' }],
      required: true,
    },
    text('expected', 'What is expected of the provider?'),
    brief('timescales', 'By when?'),
    {
      id: 'route',
      kind: 'choice',
      label: 'How does the formal notice go out?',
      options: [
        {
          value: 'contract',
          label: 'Contract performance notice',
          description: 'The service is commissioned directly',
        },
        { value: 'letter', label: 'Letter' },
        { value: 'joint', label: 'Joint letter with the joint commissioners' },
      ],
      required: true,
    },
    { id: 'reference', kind: 'line', label: 'Reference or link of the letter' },
    doneOn,
    {
      id: 'oversight',
      kind: 'statement',
      label: 'NHSE/I has strategic oversight while the provider is in enhanced.',
    },
  ],
  submit: 'Give notice',
  citation: {
    ...framework,
    section: '5.2.3 a',
    note: 'The formal notice is the initial step for services that are not commissioned directly; no time is given for it.',
  },
}

export const noticeAnswered: Form = {
  id: 'noticeAnswered',
  number: null,
  label: 'The provider’s answer to the notice',
  title: 'Answer to the notice',
  heading: [NO_PATIENTS],
  fields: [
    {
      id: 'answer',
      kind: 'choice',
      label: 'What does the provider say?',
      options: [
        { value: 'acknowledges', label: 'It acknowledges the concerns' },
        { value: 'partly', label: 'It acknowledges some and challenges some' },
        { value: 'challenges', label: 'It challenges them' },
      ],
      required: true,
    },
    text('words', 'In its own words, with the evidence that it adds'),
    doneOn,
  ],
  submit: 'Answer',
  citation: {
    ...framework,
    section: '5.2.3 d',
    note: 'The provider may acknowledge, challenge, and add evidence.',
  },
}

export const setUp: Form = {
  id: 'enhancedSetUp',
  number: null,
  label: 'How the enhanced monitoring is set up',
  title: 'Enhanced: set up',
  heading: [NO_PATIENTS],
  fields: [
    {
      id: 'lead',
      kind: 'line',

      label: 'Who is the named quality lead?',
      required: true,
    },
    text('organisation', 'Which organisation leads, and which subgroups are there?'),
    text('terms', 'Membership, roles, terms of reference and reporting lines'),
    {
      id: 'involved',
      kind: 'many',
      label: 'Who is involved or informed?',
      options: [
        { value: 'chiefNurse', label: 'Chief nurse' },
        { value: 'deputy', label: 'Deputy chief nurse' },
        { value: 'heads', label: 'Heads of quality and safety where the provider works' },
        { value: 'contract', label: 'Contract team' },
        { value: 'joint', label: 'Joint commissioners' },
      ],
    },
    text('explained', 'How was NHSE/I’s process explained to the provider?'),
    { id: 'papers', kind: 'line', label: 'Where agendas, papers and minutes are kept (link)' },
    doneOn,
  ],
  submit: 'Put on file',
  citation: {
    ...framework,
    section: '5.2.3 a',
    note: 'Lead organisation, subgroups, membership, roles, terms of reference and reporting lines are set up; records are kept securely.',
  },
}

export const communications: Form = {
  id: 'communications',
  number: null,
  label: 'Communications strategy',
  title: 'Communications',
  heading: [NO_PATIENTS, 'Where the media are interested, or may be.'],
  fields: [
    text('interest', 'What interest is there, and from whom?'),
    {
      id: 'spokesperson',
      kind: 'line',

      label: 'Who speaks, and for whom?',
      required: true,
    },
    text('lines', 'What is said, to whom, and when?'),
    text('families', 'How do patients and families hear of it first?', false),
  ],
  submit: 'Put on file',
  citation: {
    ...framework,
    section: '5.2.3 a',
    note: 'A communications strategy where there is media interest. The questions are our choice.',
    kind: 'part',
  },
}

export const interestOver: Form = {
  id: 'interestOver',
  number: null,
  label: 'The interest of the media is over',
  title: 'The interest is over',
  heading: [NO_PATIENTS],
  fields: [reason],
  submit: 'It is over',
  citation: { ...ours, note: 'With a reason.' },
}
