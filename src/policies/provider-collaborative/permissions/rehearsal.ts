import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

const ours = { document: 'Muster', section: 'rehearsals', kind: 'choice' } as const

/** Nothing in a rehearsal is real: what may be done inside is asked of its records, as outside. */
export const ofRehearsals: Rows = [
  {
    id: 'drill.start',
    label: 'begin a rehearsal',
    kind: 'drill',
    intent: 'start',
    may: ['listed'],
    citation: { ...ours, note: 'Everybody practises, whatever their role.' },
  },
  ...(
    [
      ['act', 'act in this rehearsal'],
      ['move', 'move the clock of this rehearsal'],
      ['end', 'end this rehearsal'],
    ] as const
  ).map(([intent, label]): Rows[number] => ({
    id: `drill.${intent}`,
    label,
    kind: 'drill',
    intent,
    may: ['colleagues'],
    citation: {
      ...ours,
      note: 'Whoever works where somebody of those who rehearse does may join in, and takes part from then on.',
    },
  })),
]
