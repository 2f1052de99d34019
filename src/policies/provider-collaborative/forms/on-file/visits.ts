import { NO_PATIENTS } from '../meeting-fields.ts'
import { domains, yesNo } from '../options.ts'
import { day, doneOn, type Field, type Form, ours, reason, text } from './fields.ts'

const duty = { document: 'N&Q 2021', section: 'Lead Provider duty 7', kind: 'source' } as const
const fn = { document: 'N&Q 2021', section: 'Footnote 3', kind: 'source' } as const

const kind: Field = {
  id: 'kind',
  kind: 'choice',
  label: 'What is it?',
  options: [
    { value: 'assurance', label: 'Quality assurance visit' },
    {
      value: 'joint',
      label: 'Joint visit',
      description: 'With the local authority, to a care home',
    },
    {
      value: 'desktop',
      label: 'Desktop review',
      description: 'Of clinical quality: themes of feedback from visits, without going there',
    },
    { value: 'practice', label: 'Quality site visit to a practice', description: 'Primary care' },
    { value: 'reference', label: 'Follow-up of an earlier visit' },
  ],
  required: true,
}

const purpose = text(
  'purpose',
  'Why, and what is looked at?',
  true,
  'Begin with it in a few words.',
)
const visitOn = day('visitOn', 'On which day?')
const goes: Field = {
  id: 'goes',
  kind: 'line',

  label: 'Who goes, and who leads it?',
  required: true,
}
const planningCall = text(
  'planningCall',
  'Planning call: when it is, or was, and who takes part',
  false,
)
const announced: Field = {
  id: 'announced',
  kind: 'choice',
  label: 'Was it announced?',
  options: yesNo,
  required: true,
}
const terms = text('terms', 'Terms of reference, or the link to them', false)

const held: Field[] = [
  { id: 'heldAt', kind: 'moment', label: 'When was it held?', required: true },
  { id: 'went', kind: 'line', label: 'Who was there?', required: true },
  text('atOnce', 'What could not wait, and what was done about it?', false),
  day('findingsOn', 'Findings shared with the provider by'),
]

const partners = [
  { value: 'quality-manager', label: 'NHSE/I Quality Manager' },
  { value: 'local-authority', label: 'Local authority commissioner' },
  { value: 'icb', label: 'ICB head of quality and safety' },
  { value: 'cqc', label: 'CQC inspector' },
]

function invited(options: typeof partners): Field {
  return { id: 'invited', kind: 'many', label: 'Who is asked, or told, in private?', options }
}

const announcedTo = [
  ...partners,
  { value: 'chief-executive', label: 'The provider’s chief executive' },
]

export const visitAnnounced: Form = {
  id: 'visitAnnounced',
  number: 16,
  label: 'Quality assurance visit, announced',
  title: 'Plan a visit',
  heading: [NO_PATIENTS, 'The provider reads this in its room.'],
  fields: [kind, purpose, visitOn, goes, planningCall, terms, invited(announcedTo)],
  submit: 'Plan the visit',
  citation: { ...fn, note: 'Planning calls, terms of reference; Quality Managers may be invited.' },
}

export const visitUnannounced: Form = {
  id: 'visitUnannounced',
  number: 16,
  label: 'Quality assurance visit, unannounced',
  title: 'Unannounced visit',
  heading: [
    NO_PATIENTS,
    'The provider sees nothing of this, and its room is told nothing, until you record that it was held.',
  ],
  fields: [kind, purpose, visitOn, goes, planningCall, terms, invited(partners)],
  submit: 'Plan the visit',
  citation: {
    ...fn,
    note: 'Announced or not. Kept back until it was held is our choice.',
    kind: 'part',
  },
}

export const visitTerms: Form = {
  id: 'visitTerms',
  number: 16,
  label: 'Visit: planning call and terms of reference',
  title: 'Planning the visit',
  heading: [NO_PATIENTS],
  fields: [
    text('planningCall', 'What did the planning call settle?'),
    text('terms', 'Terms of reference, or the link to them'),
  ],
  submit: 'Put on file',
  citation: { ...fn, note: 'Planning calls and terms of reference are for the Lead Provider.' },
}

export const visitMoved: Form = {
  id: 'visitMoved',
  number: 16,
  label: 'Visit: another day',
  title: 'Another day',
  heading: [NO_PATIENTS],
  fields: [visitOn, reason, invited(partners)],
  submit: 'Move the visit',
  citation: { ...ours, note: 'A plan may change; why is kept.' },
}

export const visitNotHeld: Form = {
  id: 'visitNotHeld',
  number: 16,
  label: 'Visit: not held',
  title: 'It is not held',
  heading: [NO_PATIENTS],
  fields: [reason],
  submit: 'It is not held',
  citation: { ...ours, note: 'What was planned and did not happen is documented.' },
}

export const visitHeld: Form = {
  id: 'visitHeld',
  number: 16,
  label: 'Visit: held',
  title: 'It was held',
  heading: [
    NO_PATIENTS,
    'From now on the provider reads all that is on file of this visit. If anybody is in danger, raise a concern as well.',
  ],
  fields: held,
  submit: 'It was held',
  citation: { ...duty, note: 'No time is given for the findings: the day is agreed.' },
}

export const visitBefore: Form = {
  id: 'visitBefore',
  number: 16,
  label: 'Quality assurance visit, put on file afterwards',
  title: 'A visit that was held',
  heading: [
    NO_PATIENTS,
    'The provider reads this in its room. If anybody is in danger, raise a concern as well.',
  ],
  fields: [
    kind,
    purpose,
    announced,
    {
      ...doneOn,
      id: 'planningCallOn',
      label: 'On which day was the planning call?',
      notAfter: 'heldAt',
    },
    terms,
    ...held,
  ],
  submit: 'Put on file',
  citation: {
    ...duty,
    note: 'Silent on one that is put on file only after it was held: it counts from its true day, our choice.',
    kind: 'part',
  },
}

export const visitFindings: Form = {
  id: 'visitFindings',
  number: 16,
  label: 'Visit: findings',
  title: 'Findings of the visit',
  heading: [NO_PATIENTS, 'The provider reads them in its room.'],
  fields: [
    { id: 'domains', kind: 'many', label: 'Which domains?', options: domains, required: true },
    text('good', 'What was good?', false),
    text('findings', 'What was found?'),
    text('wanted', 'What is to be done?', false),
    doneOn,
    day('reportOn', 'Report by'),
  ],
  submit: 'Share findings',
  citation: { ...fn, note: 'Findings are shared; the questions are our choice.', kind: 'part' },
}

export const visitAnswered: Form = {
  id: 'visitAnswered',
  number: 16,
  label: 'Visit: the provider’s answer',
  title: 'Answer the findings',
  heading: [NO_PATIENTS],
  fields: [text('answer', 'What does the provider acknowledge, challenge or add?')],
  submit: 'Answer',
  citation: { ...ours, note: 'Before the report is written.' },
}

export const visitReport: Form = {
  id: 'visitReport',
  number: 16,
  label: 'Visit: report',
  title: 'Report of the visit',
  heading: [NO_PATIENTS, 'The provider reads it too: it stands in its room.'],
  fields: [
    text('report', 'The report in short'),
    { id: 'link', kind: 'line', label: 'Where the report is kept (link)' },
    {
      id: 'sharedWith',
      kind: 'many',
      label: 'With whom is it shared?',
      options: [
        { value: 'provider', label: 'The provider' },
        { value: 'meeting', label: 'Its quality meeting (CPQG, CQRM)' },
        { value: 'committee', label: 'Quality Committee' },
        { value: 'qualityManager', label: 'NHSE/I Quality Manager' },
        { value: 'localAuthority', label: 'Local authority' },
        { value: 'cqc', label: 'CQC' },
      ],
      required: true,
    },
    text('actions', 'Which actions follow, and which role leads on each?', false),
    doneOn,
    day('actionsOn', 'Actions done by', false),
  ],
  submit: 'Put on file',
  citation: {
    document: 'QSIF 2020',
    section: '5.1.1',
    note: 'Reviewed at the quality meeting and the Quality Committee.',
    kind: 'source',
  },
}

export const visitDone: Form = {
  id: 'visitDone',
  number: 16,
  label: 'Visit: actions done',
  title: 'The actions are done',
  heading: [NO_PATIENTS, 'What goes on longer belongs in the improvement plan.'],
  fields: [text('shown', 'What shows it, or where does it go on?')],
  submit: 'Done',
  citation: { ...ours, note: 'Silent on how a visit ends.' },
}
