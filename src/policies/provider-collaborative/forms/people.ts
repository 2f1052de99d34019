import type { PolicySource } from '../../../core/policy/policy.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

export const away: Form = {
  id: 'away',
  number: null,
  label: 'Away',
  title: 'Away',
  heading: ['Whoever covers is told in place of whoever is away, and may answer for them.'],
  fields: [
    { id: 'person', kind: 'choice', label: 'Who is away?', required: true, from: 'mayBeAway' },
    { id: 'from', kind: 'moment', label: 'From when?', required: true, notFuture: false },
    { id: 'until', kind: 'moment', label: 'Until when?', required: true, notFuture: false },
    {
      id: 'cover',
      kind: 'choice',
      label: 'Who covers?',
      hint: 'With nobody, the deputy or the next in line is told at once.',
      required: true,
      options: [{ value: 'nobody', label: 'Nobody' }],
      from: 'mayCover',
    },
  ],
  submit: 'Save',
  citation: ours,
}

const nobody = [{ value: 'nobody', label: 'Nobody' }]

export const appoint: Form = {
  id: 'appoint',
  number: null,
  label: 'Who holds a role',
  title: 'Who holds a role',
  heading: ['Whoever holds a role is asked and told, and may decide. It takes effect at once.'],
  fields: [
    { id: 'role', kind: 'choice', label: 'Which role?', required: true, from: 'roles' },
    {
      id: 'holder',
      kind: 'choice',
      label: 'Who holds it?',
      required: true,
      options: nobody,
      from: 'people',
    },
    {
      id: 'deputy',
      kind: 'choice',
      label: 'Who is the deputy?',
      required: true,
      options: nobody,
      from: 'people',
    },
    {
      id: 'onCall',
      kind: 'choice',
      label: 'Who is on call out of hours?',
      required: true,
      options: nobody,
      from: 'people',
    },
  ],
  submit: 'Save',
  citation: ours,
}

export const addPerson: Form = {
  id: 'addPerson',
  number: null,
  label: 'Add a person',
  title: 'Add a person',
  heading: [
    'They see the cases that their organisation sees, at once. Muster knows them by this address.',
  ],
  fields: [
    { id: 'name', kind: 'line', label: 'Name', required: true, max: 100, ofStaff: true },
    { id: 'title', kind: 'line', label: 'What they are, such as “Ward nurse”', max: 100 },
    {
      id: 'email',
      kind: 'line',
      label: 'E-mail address',
      required: true,
      max: 200,
      ofStaff: true,
    },
  ],
  submit: 'Add',
  citation: ours,
}

export const removePerson: Form = {
  id: 'removePerson',
  number: null,
  label: 'Remove a person',
  title: 'Remove a person',
  heading: [
    'From that moment they see nothing and are told nothing; roles that they hold are empty.',
  ],
  fields: [
    { id: 'person', kind: 'choice', label: 'Who?', required: true, from: 'people' },
    { id: 'reason', kind: 'line', label: 'Why?', required: true },
  ],
  submit: 'Remove',
  citation: ours,
}

export const approveRules: Form = {
  id: 'approveRules',
  number: null,
  label: 'Approval of the rules',
  title: 'Approval of the rules',
  heading: [
    'It holds for the rules as they are now. Changed rules need approval anew. It stands in the history.',
  ],
  fields: [
    {
      id: 'approvedBy',
      kind: 'line',
      label: 'Who approved or reviewed them?',
      hint: 'The body, or the person and their post.',
      required: true,
      max: 200,
      ofStaff: true,
    },
    {
      id: 'approvedOn',
      kind: 'moment',
      label: 'On which day?',
      required: true,
      dayOnly: true,
      pastDay: true,
    },
    {
      id: 'reviewOn',
      kind: 'moment',
      label: 'By which day are they reviewed?',
      hint: 'At most a year after that day; a year, unless you choose an earlier day.',
      dayOnly: true,
    },
  ],
  submit: 'Record',
  citation: ours,
}
