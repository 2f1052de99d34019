import type { IdentifierSource } from '../../../core/policy/identifier.ts'
import { choice } from './citing.ts'
import { otherDates, words } from './words.ts'

const birth = [
  'dob',
  'd o b',
  'd of b',
  'date of birth',
  'dates of birth',
  'birth date',
  'birthdate',
  'birthday',
  'born',
]
const instead = 'Write the age in years instead, or “under 18”.'

export const dates: IdentifierSource[] = [
  {
    id: 'birth-date',
    label: 'a date of birth',
    certainty: 'certain',
    instead,
    shape: { kind: 'date' },
    cues: birth,
    after: 3,
    through: words('is was the of on in a as given to it at now should read be'),
    unless: words('missing not wrong blank incorrect unknown form wristband incident today'),
    citation: choice('A date next to such a word is hardly ever another date.'),
  },
  {
    id: 'birth-date-near',
    label: 'a date of birth',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'date', aged: { from: 1, to: 115 } },
    cues: [...birth, 'birth', 'b'],
    after: 10,
    before: 8,
    citation: choice('A date that only stands in the same sentence may be another one.'),
  },
  {
    id: 'old-date',
    label: 'a date of birth',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'date', aged: { from: 8, to: 115 } },
    unless: otherDates,
    citation: choice(
      'Incidents lie weeks back, births years: a full date that is eight years old or more is asked about.',
    ),
  },
]
