import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

const ours = {
  document: 'QSIF 2020',
  section: 'Appendix 1, Risk summit',
  kind: 'choice',
} as const

/** The record of a meeting, once there is one. */
export const ofMinutes: Rows = [
  {
    id: 'meeting.correct',
    label: 'correct the record of …',
    kind: 'meeting',
    intent: 'correct',
    may: ['chair', 'recorder'],
    citation: {
      ...ours,
      note: 'The chair provides the record. That whoever wrote it may correct it too is our choice.',
    },
  },
  {
    id: 'meeting.seal',
    label: 'seal the record of …',
    kind: 'meeting',
    intent: 'seal',
    may: ['chair', 'recorder'],
    citation: {
      ...ours,
      note: 'Silent on when it is final: those who may correct it may end that.',
    },
  },
  {
    id: 'meeting.addendum',
    label: 'add to the sealed record of …',
    kind: 'meeting',
    intent: 'addendum',
    may: ['caller', 'chair'],
    citation: {
      ...ours,
      note: 'Also whoever may call the meeting: a year later the chair may be another. Everybody who was called may still note something.',
    },
  },
]
