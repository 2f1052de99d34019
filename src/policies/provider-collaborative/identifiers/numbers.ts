import type { IdentifierSource } from '../../../core/policy/identifier.ts'
import { choice } from './citing.ts'
import { otherNumbers, words } from './words.ts'

const instead =
  'Write "the patient", or the reference of your own incident system, which holds the name.'
const through = words('is was the on of a as should be read number no id unique our their her his')

/** Each with every usual way to say that a number follows. */
function numbersOf(...systems: readonly string[]): string[] {
  return systems.flatMap((one) =>
    ['number', 'no', 'num', 'nr', 'id', 'ref', 'reference'].map((two) => `${one} ${two}`),
  )
}

const ofPatients = [
  ...words('mrn mrns hospno hosp patientid hospitalnumber crn crns hn unitno'),
  'm r n',
  'h n',
  'unique patient',
  'patient unique id',
  'patient identifier',
  ...numbersOf('hospital', 'hosp', 'patient', 'pt', 'inpatient', 'service user', 'su'),
  ...numbersOf('medical record', 'medical records', 'case note', 'case notes', 'casenote'),
  ...numbersOf('pas', 'rio', 'rio client', 'systmone', 'systm one', 's1', 'emis', 'paris'),
  ...numbersOf('carenotes', 'lorenzo', 'cerner', 'epic', 'epr', 'district'),
  ...numbersOf(
    'crn',
    'hn',
    'a e',
    'ae',
    'ed',
    'emergency dept',
    'emergency department',
    'casualty',
  ),
  ...numbersOf(
    'maternity',
    'maternity notes',
    'mat notes',
    'mat',
    'notes',
    'icm',
    'trak',
    'trakcare',
  ),
  ...numbersOf('silverlink', 'nervecentre', 'meditech', 'medway', 'careflow', 'millennium', 'rec'),
  ...numbersOf('x ray', 'xray', 'xr', 'accession', 'radiology', 'pacs', 'ris', 'patient rec'),
  ...numbersOf(
    'patient record',
    'chi',
    'h c',
    'hcn',
    'wristband',
    'clinic',
    'attendance',
    'episode',
  ),
]

export const numbers: IdentifierSource[] = [
  {
    id: 'hospital-number',
    label: 'a hospital number',
    certainty: 'certain',
    instead,
    shape: { kind: 'code', digits: 5 },
    cues: ofPatients,
    after: 2,
    through,
    unless: otherNumbers,
    citation: choice(
      'Each hospital has numbers of its own shape, so the words before them are gone by.',
    ),
  },
  {
    id: 'hospital-number-near',
    label: 'a hospital number',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'code', digits: 5 },
    cues: ofPatients,
    after: 5,
    through,
    unless: otherNumbers,
    citation: choice('Further on in the sentence it may be another number.'),
  },
  {
    id: 'record-number',
    label: 'a hospital number',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'code', digits: 5 },
    cues: [
      ...words('pas rio systmone emis paris lorenzo carenotes casenotes hospital upi upn'),
      ...numbersOf(
        'unit',
        'client',
        'local',
        'record',
        'admission',
        'k',
        'p',
        'x',
        'lab',
        'specimen',
        'sample',
      ),
      ...words('trak trakcare silverlink nervecentre meditech medway careflow icm xr accession'),
    ],
    after: 2,
    through,
    unless: otherNumbers,
    citation: choice('Such words stand before other numbers as well.'),
  },
  {
    id: 'number-of-patient',
    label: 'a hospital number',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'code', digits: 6 },
    cues: words('patient pt'),
    citation: choice('Six digits and more right after “patient” are seldom anything else.'),
  },
  {
    id: 'number-before-its-name',
    label: 'a hospital number',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'code', digits: 5 },
    cues: [...ofPatients, ...numbersOf('unit', 'record')],
    before: 1,
    through,
    unless: otherNumbers,
    citation: choice('“X1234567 is the hospital number” is written as well.'),
  },
  {
    id: 'nhs-number-mistyped',
    label: 'an NHS number',
    certainty: 'doubtful',
    instead,
    shape: { kind: 'code', digits: 9 },
    cues: ['nhs', 'nhsno', 'nhsnumber', ...numbersOf('nhs')],
    after: 2,
    through,
    citation: choice(
      'A number that fails the check and is called an NHS number is most often one that was mistyped.',
    ),
  },
]
