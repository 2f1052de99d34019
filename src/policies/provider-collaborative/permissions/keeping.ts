import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

const keeps = {
  document: 'Muster',
  section: 'permissions',
  note: 'How long records are kept is the organisation’s to say. Whoever the settings name as administrator decides in its name.',
  kind: 'choice',
} as const

/** How long a meeting about a provider is kept; one of a case goes with its case. */
export const ofKeeping: Rows = [
  {
    id: 'meeting.hold',
    label: 'hold this meeting beyond its time',
    kind: 'meeting',
    intent: 'hold',
    may: ['administrator'],
    citation: keeps,
  },
  {
    id: 'meeting.release',
    label: 'release this meeting',
    kind: 'meeting',
    intent: 'release',
    may: ['administrator'],
    citation: keeps,
  },
  {
    id: 'meeting.remove',
    label: 'remove this meeting',
    kind: 'meeting',
    intent: 'remove',
    may: ['administrator'],
    citation: keeps,
  },
]
