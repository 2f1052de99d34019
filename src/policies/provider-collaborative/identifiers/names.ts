import type { IdentifierSource } from '../../../core/policy/identifier.ts'
import { choice } from './citing.ts'
import { atWork, nameless, noNames, people, words } from './words.ts'

const instead = 'Write “the patient”, “patient A” or “the mother” instead.'
const persons = [
  ...words(
    'patient patients pt client yp child childs baby mother mum resident deceased victim nok',
  ),
  'service user',
  'young person',
  'next of kin',
]

export const names: IdentifierSource[] = [
  {
    id: 'patient-name',
    label: 'a name',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'words', never: nameless },
    cues: [
      ...persons.flatMap((one) => [`${one} name`, `name of ${one}`, `name of the ${one}`]),
      ...words('patientname surname forename forenames'),
      'forename s',
      'first name',
      'last name',
      'full name',
      'name patient',
    ],
    through: words('is was the of a as given pt patient'),
    unless: atWork,
    citation: choice('What follows such words is a name unless it says that there is none.'),
  },
  {
    id: 'name',
    label: 'a name',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'name', never: noNames },
    cues: ['name', 'names'],
    through: words('is'),
    unless: atWork,
    citation: choice('Names of people at work may stand; say so when you are asked.'),
  },
  {
    id: 'named-patient',
    label: 'a name',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'name', never: noNames },
    cues: people,
    through: words('called named is was known as the a that by'),
    citation: choice(
      'Two words with capitals after “patient”, “mum” or the like are a name more often than not.',
    ),
  },
]
