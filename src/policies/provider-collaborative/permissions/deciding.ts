import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

const slides = { document: 'Collaboratives 2023', section: 'Weightmans: governance' } as const
const ours = { document: 'Muster', section: 'decisions', kind: 'choice' } as const

const presides = {
  ...ours,
  note: 'Silent on who puts a question and closes a vote. Whoever may call the meeting, and whoever chairs it, do; nobody with a conflict of interest.',
} as const

/** Whoever calls or chairs a meeting sees to how it decides. */
const presided: Rows = (
  [
    ['returnFromConflict', 'let somebody back in after a conflict of interest'],
    ['proposeDecision', 'put a decision to …'],
    ['closeVote', 'close a vote of …'],
    ['withdrawVote', 'withdraw a decision of …'],
    ['nameResolver', 'name who resolves a dispute of …'],
  ] as const
).map(([intent, label]) => ({
  id: `meeting.${intent}`,
  label,
  kind: 'meeting',
  intent,
  may: ['caller', 'chair'],
  citation: presides,
}))

/** What people may ask of a meeting about deciding: conflicts of interest, votes and disputes. */
export const ofDeciding: Rows = [
  {
    id: 'meeting.declareConflict',
    label: 'declare a conflict of interest for …',
    kind: 'meeting',
    intent: 'declareConflict',
    may: ['called', 'caller', 'chair'],
    citation: {
      ...slides,
      note: 'Conflicts of interest are declared. By whom is our choice: each for themselves and their organisation; whoever calls or chairs, for anybody who is called.',
      kind: 'choice',
    },
  },
  ...presided,
  {
    id: 'meeting.vote',
    label: 'vote on …',
    kind: 'meeting',
    intent: 'vote',
    may: ['called'],
    citation: {
      ...slides,
      note: 'Only those impacted by decisions make the decisions. Whoever is called and takes part votes for their organisation, which has one vote.',
      kind: 'source',
    },
  },
  {
    id: 'meeting.disputeDecision',
    label: 'dispute …',
    kind: 'meeting',
    intent: 'disputeDecision',
    may: ['called'],
    citation: {
      ...ours,
      note: 'The slides ask for strong dispute resolution. Anybody called from an organisation that it affects may dispute a decision.',
    },
  },
  {
    id: 'meeting.resolveDispute',
    label: 'resolve the dispute about …',
    kind: 'meeting',
    intent: 'resolveDispute',
    may: ['called', 'chair'],
    citation: {
      ...ours,
      note: 'Whoever is named to resolve it records what they found, or whoever chairs the meeting does.',
    },
  },
]
