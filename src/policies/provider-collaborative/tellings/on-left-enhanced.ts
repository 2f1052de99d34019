import type { PolicySource } from '../../../core/policy/policy.ts'
import { onEnhanced } from './on-enhanced.ts'

type Telling = NonNullable<PolicySource['tellings']>[number]

const ours = {
  document: 'Muster',
  section: 'tellings',
  note: 'Was told of the way up, so is told of the way down.',
  kind: 'choice',
} as const

/** M11D: whoever had to know that a provider came to enhanced, once it leaves it by an ordinary way. */
export const onLeftEnhanced: Telling = {
  id: 'M11D',
  label: 'Must know that it has left enhanced',
  when: 'leftEnhanced',
  ways: ['G4', 'G8', 'G10', 'G12'],
  whom: onEnhanced.whom.map(({ words: _words, ...one }) => ({
    ...one,
    ...(one.id === 'provider' && {
      words:
        'This tells your organisation formally that it is on routine again. What is still open on file goes on.',
    }),
    citation: ours,
  })),
  citation: {
    ...ours,
    note: 'The framework names who is told of the way up (M11), and nobody for the way down. The same posts, and whoever was told then, are told at once: our choice. Of a level that is taken back as a mistake others tell.',
  },
}
