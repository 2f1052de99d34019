import type { PolicySource } from '../../../core/policy/policy.ts'

type Form = PolicySource['forms'][number]

const ours = {
  document: 'Muster',
  section: 'confidential cases',
  note: 'No source says how a confidential concern is kept among a few; this is our choice.',
  kind: 'choice',
} as const

export const makeConfidential: Form = {
  id: 'makeConfidential',
  number: null,
  label: 'Make it confidential',
  title: 'Make it confidential',
  fields: [
    {
      id: 'visible',
      kind: 'statement',
      label: 'Who will see it from then on',
    },
    { id: 'reason', kind: 'text', label: 'Why is it confidential?', required: true },
  ],
  submit: 'Make confidential',
  citation: ours,
}

export const access: Form = {
  id: 'access',
  number: null,
  label: 'Who sees it',
  title: 'Who sees this case',
  fields: [
    { id: 'listed', kind: 'statement', label: 'Only these people see it' },
    {
      id: 'action',
      kind: 'choice',
      label: 'What do you want to do?',
      required: true,
      initial: 'give',
      options: [
        { value: 'give', label: 'Give somebody access' },
        { value: 'take', label: 'Take access away', description: 'It takes effect at once.' },
        {
          value: 'refuse',
          label: 'Refuse somebody who asked',
          description: 'They are told nothing.',
        },
      ],
    },
    {
      id: 'give',
      kind: 'choice',
      label: 'To whom?',
      required: true,
      from: 'outsiders',
      when: { field: 'action', is: ['give'] },
    },
    {
      id: 'take',
      kind: 'choice',
      label: 'From whom?',
      required: true,
      from: 'insiders',
      when: { field: 'action', is: ['take'] },
    },
    {
      id: 'asker',
      kind: 'choice',
      label: 'Who asked?',
      required: true,
      from: 'askers',
      when: { field: 'action', is: ['refuse'] },
    },
    {
      id: 'reason',
      kind: 'line',
      label: 'Why?',
      hint: 'Everybody who sees the case reads it.',
      required: true,
    },
  ],
  submit: 'Save',
  citation: ours,
}

export const askAccess: Form = {
  id: 'askAccess',
  number: null,
  label: 'Ask for access',
  title: 'Ask for access',
  heading: [
    'There is no case under that reference that you can see. If there is one, you can ask to see it. You hear of it only if you are given access.',
  ],
  fields: [
    { id: 'reference', kind: 'line', label: 'Reference', required: true },
    { id: 'reason', kind: 'line', label: 'Why do you need to see it?', required: true },
  ],
  submit: 'Ask',
  citation: ours,
}
