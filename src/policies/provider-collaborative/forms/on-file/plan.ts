import { NO_PATIENTS } from '../meeting-fields.ts'
import { day, doneOn, type Form, ours, owner, reason, text } from './fields.ts'

const framework = { document: 'QSIF 2020', section: '5.2.3 e', kind: 'source' } as const

export const planAction: Form = {
  id: 'planAction',
  number: 7,
  label: 'Action of the improvement plan',
  title: 'Improvement action',
  heading: [NO_PATIENTS, 'The provider owns the plan; it is agreed with the stakeholders.'],
  fields: [
    text('risk', 'Which risk does it address?'),
    text('action', 'What is done?'),
    owner,
    day('dueOn', 'Done by'),
    text('metric', 'How is it measured?'),
    doneOn,
  ],
  submit: 'Add to the plan',
  citation: {
    ...framework,
    note: 'One integrated plan owned by the provider, with leads, agreed timescales and metrics.',
  },
}

export const planProgress: Form = {
  id: 'planProgress',
  number: 7,
  label: 'Progress of an improvement action',
  title: 'Progress',
  heading: [NO_PATIENTS],
  fields: [text('progress', 'How far is it?')],
  submit: 'Record progress',
  citation: { ...framework, note: 'Progress is reported to the subgroups that monitor it.' },
}

export const planEvidence: Form = {
  id: 'planEvidence',
  number: 7,
  label: 'Evidence that an improvement action is done',
  title: 'Done: evidence',
  heading: [NO_PATIENTS],
  fields: [
    text('evidence', 'What shows that it is done?'),
    { id: 'link', kind: 'line', label: 'Where the evidence is kept (link)' },
    doneOn,
  ],
  submit: 'Done',
  citation: { ...framework, note: 'The provider acts and gives evidence.' },
}

export const planSigned: Form = {
  id: 'planSigned',
  number: 7,
  label: 'Sign-off of an improvement action',
  title: 'Sign-off',
  heading: [NO_PATIENTS],
  fields: [
    { id: 'group', kind: 'line', label: 'Which group signs it off?', required: true },
    text('why', 'What convinced it?'),
    doneOn,
    day('sustainedOn', 'Looked at again on, to see whether it lasts'),
  ],
  submit: 'Sign off',
  citation: {
    ...framework,
    note: 'Subgroups monitor and sign off. That nobody signs off their own evidence, and the day of the second look, are our choice.',
    kind: 'part',
  },
}

export const planReturned: Form = {
  id: 'planReturned',
  number: 7,
  label: 'Improvement action: not enough yet',
  title: 'Not enough yet',
  heading: [NO_PATIENTS],
  fields: [reason, day('dueOn', 'Done by')],
  submit: 'Send back',
  citation: {
    ...framework,
    note: 'Silent on what is not signed off: it goes on, our choice.',
    kind: 'part',
  },
}

export const planSustained: Form = {
  id: 'planSustained',
  number: 7,
  label: 'Improvement action: it has lasted',
  title: 'It has lasted',
  heading: [NO_PATIENTS],
  fields: [text('shown', 'What shows that it has lasted?')],
  submit: 'It has lasted',
  citation: {
    ...framework,
    note: 'Actions are sustained before the provider goes back to business as usual.',
  },
}

export const planWithdrawn: Form = {
  id: 'planWithdrawn',
  number: 7,
  label: 'Improvement action: withdrawn',
  title: 'Withdraw the action',
  heading: [
    NO_PATIENTS,
    'Only for what was entered by mistake. It stays in the history; it is not owed any more.',
  ],
  fields: [text('reason', 'What was the mistake?')],
  submit: 'Withdraw',
  citation: {
    ...ours,
    note: 'Silent on an action that was entered by mistake: withdrawn with a reason, our choice.',
  },
}
