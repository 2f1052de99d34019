import type { PolicySource } from '../../../core/policy/policy.ts'
import { yesNoUnsure } from './options.ts'
import { confidential, danger, noIdentifiers } from './raising.ts'

type Form = PolicySource['forms'][number]

/** Form 10. */
export const hostIntelligence: Form = {
  id: 'hostIntelligence',
  number: 10,
  label: 'Host-commissioner intelligence',
  title: 'Tell the host',
  heading: [
    'What you know of a unit goes to its host commissioner. You stay responsible for the people whom you placed there.',
    'The unit reads it in its room too, with your name. Where it must not, say below that it is confidential.',
    noIdentifiers,
  ],
  fields: [
    {
      id: 'provider',
      kind: 'choice',
      label: 'Which unit is it about?',
      hint: 'If it is not there, choose “not listed”.',
      required: true,
      from: 'providers',
    },
    {
      id: 'placing',
      kind: 'choice',
      label: 'For which placing commissioner do you share it?',
      required: true,
      from: 'commissioners',
    },
    {
      id: 'signs',
      kind: 'many',
      label: 'What do you share?',
      hint: 'Only what you have evidence of.',
      from: 'signs',
      each: ['evidence', 'direction'],
    },
    { id: 'what', kind: 'text', label: 'What is known, in a sentence or two?', required: true },
    ...danger,
    {
      id: 'knownFrom',
      kind: 'many',
      label: 'Where do you know it from?',
      options: [
        { value: 'cetr', label: 'C(E)TR' },
        { value: 'cpa', label: 'CPA meeting' },
        { value: 'visit', label: 'Commissioner’s oversight visit' },
        { value: 'feedback', label: 'Complaint, or feedback of a person or family' },
        { value: 'advocacy', label: 'Feedback of an advocate' },
        { value: 'healthwatch', label: 'Healthwatch report' },
        { value: 'other', label: 'Other' },
      ],
    },
    {
      id: 'sharedWith',
      kind: 'line',
      label: 'With whom have you shared it already?',
      hint: 'Organisations, for example the unit itself or CQC.',
    },
    { id: 'done', kind: 'text', label: 'What have you done so far?' },
    { id: 'followUp', kind: 'text', label: 'What follow-up do you ask for?' },
    {
      id: 'safeguarding',
      kind: 'choice',
      label: 'Is it a safeguarding matter?',
      options: yesNoUnsure,
    },
    ...confidential,
  ],
  submit: 'Tell the host',
  citation: {
    document: 'QSIF 2020',
    section: '5.3.4',
    note: 'Seven examples of what a placing commissioner may share, and the sources to draw on. Not exhaustive, and proportionate: each judges what to escalate. Evidence, direction and danger are our choice.',
    kind: 'part',
  },
}
