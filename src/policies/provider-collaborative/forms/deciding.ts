import type { PolicySource } from '../../../core/policy/policy.ts'
import { voting } from '../voting.ts'

type Form = PolicySource['forms'][number]

const ours = {
  document: 'Muster',
  section: 'decisions',
  note: 'A question of our own: no source has a form for it.',
  kind: 'choice',
} as const
const heading = ['No patient identifiers.']

const decide: Form = {
  id: 'decide',
  number: null,
  label: 'Put to a decision',
  title: 'Put to a decision',
  heading,
  fields: [
    {
      id: 'question',
      kind: 'text',
      label: 'What is to be decided? Write it so that one can vote for or against it.',
      required: true,
      max: 300,
    },
    {
      id: 'affects',
      kind: 'many',
      label: 'Whom does it affect? Only they vote.',
      hint: 'Tick none if it affects everybody who is called.',
      from: 'seatedOrganisations',
    },
    {
      id: 'form',
      kind: 'choice',
      label: 'How is it decided?',
      required: true,
      from: 'decisionForms',
    },
    {
      id: 'authority',
      kind: 'choice',
      label: 'Does it bind?',
      required: true,
      options: [
        { value: 'decision', label: 'Yes, it is a decision' },
        { value: 'advisory', label: 'No, it is advice' },
      ],
    },
    { id: 'ratifiedBy', kind: 'line', label: 'Who must still ratify it?' },
    {
      id: 'gate',
      kind: 'choice',
      label: 'Which gate does it decide?',
      hint: 'A gate opens once the one before it has passed, here or in an earlier meeting about the same.',
      from: 'gates',
    },
    {
      id: 'topic',
      kind: 'choice',
      label: 'Is it about one of these?',
      hint: 'They may not be delegated.',
      from: 'topics',
    },
    {
      id: 'topicWarning',
      kind: 'statement',
      label: 'This may not be delegated. You can put it all the same: the decision will say so.',
      urgent: true,
      when: { field: 'topic', is: (voting.topics ?? []).map(({ id }) => id) },
    },
    {
      id: 'supersedes',
      kind: 'choice',
      label: 'Instead of an earlier decision?',
      from: 'earlierDecisions',
    },
    {
      id: 'because',
      kind: 'line',
      label: 'If it stands instead of one that has passed: why is it decided anew?',
      max: 300,
    },
  ],
  submit: 'Put it to the vote',
  citation: ours,
}

const closeVote: Form = {
  id: 'closeVote',
  number: null,
  label: 'Close the vote',
  title: 'Close the vote',
  heading: ['No patient identifiers.', 'After this nobody votes on it, and it stays as it is.'],
  fields: [
    {
      id: 'reason',
      kind: 'text',
      label: 'What are the reasons for this decision?',
      hint: 'The record keeps them: on what, and for what, it was decided.',
      required: true,
    },
  ],
  submit: 'Close the vote',
  citation: ours,
}

const withdrawVote: Form = {
  id: 'withdrawVote',
  number: null,
  label: 'Withdraw a decision',
  title: 'Withdraw a decision',
  heading: ['It ends without a result. The votes stay on record.'],
  fields: [{ id: 'reason', kind: 'text', label: 'Why is it withdrawn?', required: true }],
  submit: 'Withdraw it',
  citation: ours,
}

const disputeDecision: Form = {
  id: 'disputeDecision',
  number: null,
  label: 'Dispute a decision',
  title: 'Dispute a decision',
  heading: ['The votes stay as they were cast. Who resolves it, and until when, is said at once.'],
  fields: [{ id: 'reason', kind: 'text', label: 'What is disputed, and why?', required: true }],
  submit: 'Dispute it',
  citation: ours,
}

const nameResolver: Form = {
  id: 'nameResolver',
  number: null,
  label: 'Name who resolves a dispute',
  title: 'Who resolves it?',
  fields: [
    { id: 'person', kind: 'choice', label: 'Who resolves it?', required: true, from: 'resolvers' },
  ],
  submit: 'Name them',
  citation: ours,
}

const resolveDispute: Form = {
  id: 'resolveDispute',
  number: null,
  label: 'Outcome of a dispute',
  title: 'Outcome of the dispute',
  heading,
  fields: [
    {
      id: 'outcome',
      kind: 'choice',
      label: 'What is the outcome?',
      required: true,
      options: [
        { value: 'stands', label: 'The result stands' },
        { value: 'again', label: 'The question is to be put again' },
      ],
    },
    { id: 'reason', kind: 'text', label: 'Why?', required: true },
  ],
  submit: 'Record the outcome',
  citation: ours,
}

const conflict: Form = {
  id: 'conflict',
  number: null,
  label: 'Declare a conflict of interest',
  title: 'Conflict of interest',
  heading: [
    'Whoever has one has no vote, and leaves the meeting’s own room until they are let back in.',
  ],
  fields: [
    { id: 'whose', kind: 'choice', label: 'Whose is it?', required: true, from: 'conflictable' },
    {
      id: 'what',
      kind: 'text',
      label: 'What is it?',
      hint: 'Everybody in the meeting reads it.',
      required: true,
      max: 1000,
    },
  ],
  submit: 'Declare it',
  citation: {
    document: 'Collaboratives 2023',
    section: 'Weightmans: governance',
    note: 'Conflicts of interest are declared before a vote. The form is our own.',
    kind: 'choice',
  },
}

const returnFromConflict: Form = {
  id: 'returnFromConflict',
  number: null,
  label: 'Let somebody back in',
  title: 'Let them back in',
  fields: [
    {
      id: 'conflict',
      kind: 'choice',
      label: 'After which conflict of interest?',
      required: true,
      from: 'conflicts',
    },
    { id: 'reason', kind: 'line', label: 'Why may they come back?', required: true, max: 300 },
  ],
  submit: 'Let them back in',
  citation: ours,
}

export const deciding: readonly Form[] = [
  decide,
  closeVote,
  withdrawVote,
  disputeDecision,
  nameResolver,
  resolveDispute,
  conflict,
  returnFromConflict,
]
