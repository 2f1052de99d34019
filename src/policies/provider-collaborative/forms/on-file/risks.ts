import { NO_PATIENTS } from '../meeting-fields.ts'
import { domains } from '../options.ts'
import {
  consequence,
  day,
  doneOn,
  type Field,
  type Form,
  likelihood,
  reason,
  text,
} from './fields.ts'

const framework = { document: 'QSIF 2020', section: '5.2.3 a and c', kind: 'source' } as const

const agreedIn: Field = {
  id: 'agreedIn',
  kind: 'line',
  label: 'Agreed with partners in which meeting?',
}

export const riskOpened: Form = {
  id: 'riskOpened',
  number: null,
  label: 'Risk',
  title: 'Risk',
  heading: [NO_PATIENTS, 'The provider reads it once you feed it back.'],
  fields: [
    text('risk', 'What is the risk?'),
    { id: 'domain', kind: 'choice', label: 'Which domain?', options: domains, required: true },
    consequence,
    likelihood,
    text('mitigation', 'What mitigates it already?'),
    text('action', 'What is to be done?'),
    day('reviewOn', 'Reviewed next on'),
    agreedIn,
    doneOn,
  ],
  submit: 'Put on register',
  citation: {
    ...framework,
    note: 'The register holds risk, mitigation and action. Domain, rating and the day of the review are our choice.',
    kind: 'part',
  },
}

export const riskReviewed: Form = {
  id: 'riskReviewed',
  number: null,
  label: 'Risk reviewed',
  title: 'Review of the risk',
  heading: [NO_PATIENTS],
  fields: [
    text('changed', 'What has changed?'),
    consequence,
    likelihood,
    text('mitigation', 'What mitigates it now?'),
    day('reviewOn', 'Reviewed next on'),
    agreedIn,
    doneOn,
  ],
  submit: 'Record review',
  citation: {
    ...framework,
    note: 'Risk registers are revised, new risks included. The questions are our choice.',
    kind: 'part',
  },
}

export const riskFedBack: Form = {
  id: 'riskFedBack',
  number: null,
  label: 'Risk fed back to the provider',
  title: 'Feed the risk back',
  heading: [NO_PATIENTS, 'From now on the provider reads this risk here.'],
  fields: [text('feedback', 'What is the provider told, and what is expected of it?'), doneOn],
  submit: 'Feed back',
  citation: {
    document: 'QSIF 2020',
    section: '5.2.3 d',
    note: 'Risks and sources of data are fed back to the provider.',
    kind: 'source',
  },
}

export const riskClosed: Form = {
  id: 'riskClosed',
  number: null,
  label: 'Risk closed',
  title: 'Close the risk',
  heading: [NO_PATIENTS],
  fields: [reason],
  submit: 'Close risk',
  citation: {
    ...framework,
    note: 'Silent on how a risk ends: with a reason, our choice.',
    kind: 'part',
  },
}
