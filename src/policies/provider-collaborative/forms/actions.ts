import type { PolicySource } from '../../../core/policy/policy.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

export const action: Form = {
  id: 'action',
  number: 7,
  label: 'Ask for an action',
  title: 'Ask for an action',
  heading: [
    'No patient identifiers. Nobody directs another organisation: it accepts what it is asked for, or says why not.',
  ],
  fields: [
    { id: 'what', kind: 'text', label: 'What is to be done?', required: true, max: 1000 },
    {
      id: 'of',
      kind: 'choice',
      label: 'Which organisation is asked?',
      required: true,
      from: 'addressed',
    },
    {
      id: 'owner',
      kind: 'choice',
      label: 'Who could own it?',
      hint: 'Leave it empty to ask the head. The organisation may name somebody else.',
      from: 'owners',
    },
    { id: 'due', kind: 'moment', label: 'By which day?', required: true, dayOnly: true },
    {
      id: 'evidence',
      kind: 'text',
      label: 'What will show that it is done?',
      required: true,
      says: true,
      max: 500,
    },
    { id: 'risk', kind: 'text', label: 'Which risk does it address?', max: 500 },
  ],
  submit: 'Ask for it',
  citation: {
    document: 'QSIF 2020',
    section: '5.2.3 e',
    note: 'The risk addressed, the action, the lead, the timescale and the evidence. That it is asked for and accepted follows from Appendix 1: nobody directs another body.',
    kind: 'source',
  },
}

export const actionAnswer: Form = {
  id: 'actionAnswer',
  number: null,
  label: 'Accept an action',
  title: 'Accept, with a change',
  heading: ['It is your organisation’s to say who does it and by when.'],
  fields: [
    {
      id: 'due',
      kind: 'moment',
      label: 'By which day can it be done?',
      required: true,
      dayOnly: true,
    },
    { id: 'owner', kind: 'choice', label: 'Who owns it?', from: 'owners' },
    {
      id: 'reason',
      kind: 'text',
      label: 'Why?',
      hint: 'Needed where it takes longer than was asked.',
      max: 500,
    },
  ],
  submit: 'Accept it so',
  citation: ours,
}

export const actionDecline: Form = {
  id: 'actionDecline',
  number: null,
  label: 'Decline an action',
  title: 'Decline it',
  fields: [{ id: 'reason', kind: 'text', label: 'Why?', required: true, says: true, max: 1000 }],
  submit: 'Decline it',
  citation: ours,
}

export const actionDone: Form = {
  id: 'actionDone',
  number: null,
  label: 'An action is done',
  title: 'It is done',
  heading: ['No patient identifiers. Somebody else looks at it and signs it off.'],
  fields: [
    {
      id: 'evidence',
      kind: 'text',
      label: 'What shows it?',
      hint: 'In words, or a link to where it is kept.',
      required: true,
      says: true,
    },
  ],
  submit: 'Say that it is done',
  citation: ours,
}

export const actionNotEnough: Form = {
  id: 'actionNotEnough',
  number: null,
  label: 'An action is not done yet',
  title: 'Not enough yet',
  fields: [
    {
      id: 'reason',
      kind: 'text',
      label: 'What is missing?',
      required: true,
      says: true,
      max: 1000,
    },
  ],
  submit: 'Give it back',
  citation: ours,
}

export const actionWithdraw: Form = {
  id: 'actionWithdraw',
  number: null,
  label: 'Withdraw an action',
  title: 'Withdraw it',
  fields: [
    {
      id: 'reason',
      kind: 'text',
      label: 'Why is it not needed?',
      required: true,
      says: true,
      max: 1000,
    },
  ],
  submit: 'Withdraw it',
  citation: ours,
}
