import type { PolicySource } from '../../../core/policy/policy.ts'
import { domains, incidentTypes, sources, yesNo, yesNoUnsure } from './options.ts'

type Form = PolicySource['forms'][number]
type Field = Form['fields'][number]

export const noIdentifiers =
  'Do not include patient identifiers: no name, NHS number, date of birth, address or record number.'

export const danger: Field[] = [
  {
    id: 'danger',
    kind: 'choice',
    label: 'Is anyone in immediate danger?',
    required: true,
    options: yesNo,
  },
  {
    id: 'dangerNow',
    kind: 'statement',
    label: 'Phone now. Do not wait for Muster.',
    urgent: true,
    when: { field: 'danger', is: ['yes'] },
  },
]

const how: Field[] = [
  {
    id: 'how',
    kind: 'choice',
    label: 'How do you want to be named?',
    required: true,
    initial: 'named',
    options: [
      {
        value: 'named',
        label: 'By name',
        description: 'Those who deal with the case see who raised it.',
      },
      {
        value: 'inConfidence',
        label: 'In confidence',
        description: 'Only the Lead Provider’s quality lead may learn your name.',
      },
      {
        value: 'anonymous',
        label: 'Anonymously',
        description: 'Your name is not kept. You get a code to follow it up.',
      },
    ],
  },
  {
    id: 'howConfidence',
    kind: 'statement',
    label: 'In confidence: one role only may learn your name.',
    when: { field: 'how', is: ['inConfidence'] },
  },
  {
    id: 'howAnonymous',
    kind: 'statement',
    label:
      'Anonymously: Muster keeps no name and no account of yours, so nothing can be sent to you. You get a code: keep it, nobody can recover it.',
    hint: 'The chat service itself knows who typed it. In a small team people may guess: leave out what only you could know.',
    when: { field: 'how', is: ['anonymous'] },
  },
]

export const confidential: Field[] = [
  {
    id: 'confidential',
    kind: 'choice',
    label: 'Is it confidential?',
    hint: 'For example where it is about a colleague.',
    required: true,
    initial: 'no',
    options: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes', description: 'Only a few named people will know of it.' },
    ],
  },
  {
    id: 'visible',
    kind: 'statement',
    label: 'Only these people will see it, in a private room of its own:',
    when: { field: 'confidential', is: ['yes'] },
  },
]

const provider: Field = {
  id: 'provider',
  kind: 'choice',
  label: 'Which provider is it about?',
  hint: 'If it is not there, choose “not listed”.',
  required: true,
  from: 'providers',
}

const kindOfIncident: Field = {
  id: 'type',
  kind: 'choice',
  label: 'What kind of incident?',
  options: incidentTypes,
}

const forInspectors: Field[] = [
  {
    id: 'detained',
    kind: 'choice',
    label: 'Was the patient detained under the Mental Health Act?',
    options: yesNoUnsure,
  },
  {
    id: 'under18',
    kind: 'choice',
    label: 'Was it somebody under 18 on an adult ward?',
    options: yesNoUnsure,
  },
]

export const concern: Form = {
  id: 'concern',
  number: 1,
  label: 'Concern',
  title: 'Raise a concern',
  heading: [noIdentifiers],
  fields: [
    { id: 'what', kind: 'text', label: 'What did you see or hear?', required: true },
    provider,
    { id: 'where', kind: 'line', label: 'Where?', hint: 'Service, site or ward.' },
    ...danger,
    { id: 'done', kind: 'text', label: 'What has been done so far?' },
    {
      id: 'safeguarding',
      kind: 'choice',
      label: 'Is it a safeguarding matter?',
      options: yesNoUnsure,
    },
    {
      id: 'domain',
      kind: 'choice',
      label: 'What is it about?',
      hint: '“/muster indicators” shows examples of each',
      options: domains,
    },
    { id: 'source', kind: 'choice', label: 'Where does it come from?', options: sources },
    {
      id: 'wider',
      kind: 'choice',
      label: 'Does it matter beyond this provider?',
      options: yesNo,
    },
    ...how,
    ...confidential,
  ],
  submit: 'Raise concern',
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duty 3',
    note: 'Soft intelligence of wider relevance is shared; the domains and sources are the framework’s (QSIF 2020, 5.1). Danger, what was done and how the raiser is named are our choice.',
    kind: 'part',
  },
}

export const incident: Form = {
  id: 'incident',
  number: 2,
  label: 'Serious incident',
  title: 'Serious incident',
  heading: [noIdentifiers],
  fields: [
    { id: 'what', kind: 'text', label: 'What happened?', required: true },
    provider,
    { id: 'where', kind: 'line', label: 'Where?', hint: 'Service, site or ward.', required: true },
    {
      id: 'occurred',
      kind: 'moment',
      label: 'When did it happen?',
      required: true,
      notAfter: 'identified',
    },
    {
      id: 'identified',
      kind: 'moment',
      label: 'When was it identified as a serious incident?',
      required: true,
    },
    ...danger,
    { id: 'done', kind: 'text', label: 'What has been done so far?', required: true },
    {
      id: 'safeguarding',
      kind: 'choice',
      label: 'Is it a safeguarding matter?',
      required: true,
      options: yesNoUnsure,
    },
    kindOfIncident,
    {
      id: 'neverEvent',
      kind: 'choice',
      label: 'Is it a never event?',
      options: yesNoUnsure,
    },
    ...forInspectors,
    ...how,
    ...confidential,
  ],
  submit: 'Report incident',
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duty 4',
    note: 'Both times are asked because one clock runs from the identification and another from the incident. The kinds of incident, the two CQC questions and how the raiser is named are our choice.',
    kind: 'part',
  },
}

export const becomeIncident: Form = {
  id: 'becomeIncident',
  number: null,
  label: 'This is a serious incident',
  title: 'Make it an incident',
  heading: [noIdentifiers],
  fields: [
    {
      id: 'occurred',
      kind: 'moment',
      label: 'When did it happen?',
      required: true,
      notAfter: 'identified',
    },
    {
      id: 'identified',
      kind: 'moment',
      label: 'When was it identified as a serious incident?',
      required: true,
    },
    kindOfIncident,
    ...forInspectors,
    {
      id: 'safeguarding',
      kind: 'choice',
      label: 'Is it a safeguarding matter?',
      required: true,
      options: yesNoUnsure,
    },
    { id: 'reason', kind: 'text', label: 'Why is it a serious incident?', required: true },
  ],
  submit: 'Make it an incident',
  citation: {
    document: 'Muster',
    section: 'forms',
    note: 'A concern may turn out to be a serious incident; its clocks then start.',
    kind: 'choice',
  },
}

export const followUp: Form = {
  id: 'followUp',
  number: null,
  label: 'Follow up with a code',
  title: 'Follow up with a code',
  heading: [noIdentifiers],
  fields: [
    {
      id: 'code',
      kind: 'line',
      label: 'The code that you were given',
      hint: 'Four groups of four letters.',
      required: true,
      max: 60,
    },
    {
      id: 'text',
      kind: 'text',
      label: 'Anything to add?',
      hint: 'Leave it empty to see only what came of it.',
    },
  ],
  submit: 'Look',
  citation: {
    document: 'Muster',
    section: 'speaking up',
    note: 'No source says how somebody who stays anonymous learns what came of it. A code that is kept nowhere lets them ask, and add to it.',
    kind: 'choice',
  },
}
