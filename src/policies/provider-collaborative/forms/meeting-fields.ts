import type { PolicySource } from '../../../core/policy/policy.ts'

type Field = PolicySource['forms'][number]['fields'][number]

/** Questions that recur in the records of meetings. */
export const heldAt: Field = {
  id: 'heldAt',
  kind: 'moment',
  label: 'When was it held?',
  required: true,
}

export const present: Field = {
  id: 'present',
  kind: 'many',
  label: 'Who was there?',
  hint: 'Ticked: whoever said that they were coming, or stands in. Change it to how it was.',
  required: true,
  from: 'attendees',
}

export const attendance: Field = {
  id: 'attendance',
  kind: 'text',
  label: 'Who else took part?',
  hint: 'Those who are not on the list.',
}

export const information: Field = { id: 'information', kind: 'text', label: 'What was shared?' }

export const conclusion: Field = {
  id: 'judgement',
  kind: 'text',
  label: 'What did it conclude, and why?',
  required: true,
}

export const actions: Field = {
  id: 'actions',
  kind: 'text',
  label: 'Actions, and who has accepted each',
}

/** Steps the provider down where it was in enhanced. */
export const assurance: Field = {
  id: 'assurance',
  kind: 'choice',
  label: 'Was assurance gained, so that the provider steps down?',
  options: [
    { value: 'no', label: 'No, or not yet' },
    { value: 'yes', label: 'Yes: step down to routine' },
    { value: 'hold', label: 'Yes, but hold it on enhanced for three months' },
  ],
  initial: 'no',
}

export const NO_PATIENTS = 'No patient identifiers.'

export const NO_DIRECTION =
  'Nobody directs another body’s statutory functions: actions are asked for and accepted.'
