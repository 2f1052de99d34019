import type { IdentifierSource } from '../../../core/policy/identifier.ts'
import { afterWork, beforeWork, noFamilyNames, towardsWork } from './at-work.ts'
import { choice } from './citing.ts'
import { givenNames, namesWithCapitals } from './given-names.ts'
import { atWork, nameless, noNames, people, words } from './words.ts'

const instead = 'Write “the patient”, “patient A” or “the mother” instead.'
const persons = [
  ...words(
    'patient patients pt pts client clients yp child childs baby babys mother mothers mum mums',
  ),
  ...words(
    'resident residents deceased victim nok man woman lady gentleman boy girl his her their',
  ),
  'service user',
  'young person',
  'next of kin',
]

/** Ways to say what somebody is called. */
const called = [
  ...words(
    'he hes she shes they who man woman lady gentleman gent boy girl lad lass chap bloke person',
  ),
  ...words('patient pt resident client child baby toddler infant teenager student'),
].flatMap((one) =>
  [
    'called',
    'is called',
    's called',
    'named',
    'is named',
    'by the name of',
    'known as',
    'is known as',
  ].map((two) => `${one} ${two}`),
)

const kin = words(`
  mum mums mother dad father parents parent wife husband partner son daughter brother sister gran nan
  grandmother grandfather granddaughter grandson family nok carer carers niece nephew aunt uncle cousin
  death fall falls hip leg arm medication meds discharge admission care bed notes wound birth baby twin
  operation relatives relative widow stroke cannula dialysis
`)

/** Of everybody with a title or a given name. */
const ofPersons: Pick<IdentifierSource, 'certainty' | 'instead' | 'unless' | 'through' | 'allow'> =
  {
    certainty: 'doubtful',
    instead,
    unless: beforeWork,
    through: towardsWork,
    allow: [
      ...['John Lewis', 'Marie Curie', 'James Cook', 'Oliver McGowan', 'Florence Nightingale'],
      ...['Mary Seacole', 'Edith Cavell', 'Robert Francis', 'Bill Kirkup', 'Donna Ockenden'],
    ],
  }
const person = { kind: 'person', never: noFamilyNames, works: afterWork } as const

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
      'by the name of',
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
  {
    id: 'called-name',
    label: 'a name',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'name', never: noNames },
    cues: called,
    through: words('a'),
    citation: choice('Whoever is called something has a name.'),
  },
  {
    id: 'name-of-kin',
    label: 'a name',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'name', never: noNames },
    cues: kin.map((one) => `s ${one}`),
    before: 1,
    unless: atWork,
    citation: choice('Two words with capitals, of whom somebody is a relative, are a name.'),
  },
  {
    id: 'person',
    label: 'a name',
    ...ofPersons,
    shape: { ...person, first: [...words('mr mrs'), ...givenNames], small: true },
    citation: choice(
      'A list by hand of given names of many origins. Titles are written of patients and of surgeons: people at work are told by their post beside the name.',
    ),
  },
  {
    id: 'person-with-capitals',
    label: 'a name',
    ...ofPersons,
    shape: { ...person, first: [...words('miss ms mx master'), ...namesWithCapitals] },
    citation: choice('Titles and given names that are other words as well, in small letters.'),
  },
]
