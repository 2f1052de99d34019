import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '../../../src/core/guard/find.ts'
import { IdentifierRule } from '../../../src/core/policy/identifier.ts'
import { directory } from '../../fixtures/directory.ts'
import { guarding } from '../../fixtures/guarding.ts'

function kindsIn(text: string, by = guarding): string[] {
  return findIdentifiers(text, by).map(({ kind }) => kind)
}

const citation = { document: 'Muster', section: 'tests', note: 'A test.', kind: 'choice' } as const

function ruleOf(shape: object, more: object = {}): IdentifierRule {
  const fixed = { id: 'own', label: 'an own number', certainty: 'doubtful', instead: 'Leave it.' }
  return IdentifierRule.parse({ ...fixed, citation, shape, ...more })
}

describe.each([
  [
    'birth-date',
    'DOB 14/03/1998',
    'Bed 3. She was born on the 22nd of February 2008.',
    'dob 110361',
  ],
  ['birth-date', 'd.o.b.: 7.6.2009', 'DATE OF BIRTH – 1 May 1964', 'dob: 1989-04-17'],
  ['old-date', 'the girl, 19.02.2014, ran', 'M 18/05/1976', 'on 13 July 1992 as'],
  ['postcode', 'lives at LS12 4RT', 'ls97tf', 'SW1A-2AB'],
  ['hospital-number', 'MRN A123456', 'her hospital no. is 55-12-34', 'RiO ID: 9912834'],
  ['email', 'from kev@mail.example', '(Rosie.B@post.example)', 'KEV@MAIL.EXAMPLE'],
  ['phone', 'mum: 07700 900206', 'the patient on +44 (0)7700 900206', '01632 960308 is her dad'],
  ['patient-name', 'Patient name: tilda', 'surname QUILL', 'name of the patient is Tilda Quill'],
  ['named-patient', 'patient Tilda Quill', 'NOK: Mr Quill', 'the patient (T. Quill) left'],
  ['person', 'mr quill fell', 'MRS OLIVE QUILL NOT TURNED', 'doreen quill’s hip', 'mrs j. o’quill'],
  ['person', 'Priya O’Quill-Brown left', 'the consultant hurt Priya Quill', 'Mrs Quill in room 4'],
  [
    'person-with-capitals',
    'Miss Quill',
    'ms d’Arcy',
    'Rose Quill fell',
    'Baby of Master Theo Quill',
  ],
  ['called-name', 'a man called Zed Quill', 'boy by the name of Zed Quill', 'hes called Mr Quill'],
  ['name-of-kin', 'Zedella Quill’s mum rang', 'Zedella Quill’s fall', 'Zed Quill’s bed'],
  ['number-before-its-name', 'X0094421 (hospital number)', '4429918 is the MRN', 'K44291 = CRN'],
  ['number-of-patient', 'pt P1128830', 'patient 1128830', 'Pt. 11-28-830'],
  ['hospital-number', 'A&E number 27-018832', 'H/N 229310', 'x-ray no XR228104'],
  ['phone', 'nephew 07700 900206', 'home tel is 020 79460 733', 'the lady on 00447700900206'],
  [
    'birth-date',
    'born the third of May 1951',
    'dob twenty-third march 1990',
    'dob: first of June 2001',
  ],
  ['name', 'Name: Tilda Quill', 'name – Miss Quill', 'Names: Tilda Quill and another'],
  ['nhs-number-mistyped', 'NHS no 987 654 4321', 'nhs 987-654-4321', 'NHS number is 9876544321'],
])('%s is found', (kind, ...texts) => {
  test.each(texts)('in “%s”', (text) => {
    expect(kindsIn(text)).toContain(kind)
  })
})

test.each([
  'It happened on 24/11/2026 and was identified on 3 March 2027.',
  'Policy dated 01/04/2015, contract signed on 1 April 2011',
  'Room B12 3rd floor, E4 2hr, ward B12 3 beds',
  'from the LS12 area',
  'Ring the ward on 01632 960100; the mother rang the ward office on 01632 960100',
  'quality@provider.nhs.uk and rosa@nhs.net, a.khan@northshire.gov.uk',
  'Ward name: Rowan House. Contact name: Ruth Ellison. Name of ward: Mill House',
  'Patient name: withheld. Name of the patient not given. Patient Safety Lead told.',
  'Patient A hit Patient B. Young person went to Acute Hospital.',
  'Mr Sorley ortho, seen by Mr Sorley; consultant mr sorley, Mr Sorley (cons), Mr Sorley’s list',
  'Matron Bev Larkspur; Tilda Quill, head of quality; cc Tilda Quill, thanks, Tilda Quill',
  'sarah rang, dave was told, Will Monday do, mark this, rose ward, Edith Cavell Ward, MR scan',
  'He called Security, she called ED, the patient called NHS 111, who called Dr Quill',
  'Batch expiry 08/09/1927, fire drill 12/03/1998. The building dates to 12 Oct 1938',
  'Datix 10044219, StEIS 2027/12345, order 4500123, MRN missing, Datix 4471299',
])('nobody is found in “%s”', (text) => {
  expect(kindsIn(text)).toEqual([])
})

test('somebody who works here may be named, and a namesake who is called a patient not', () => {
  const found = (text: string) =>
    findIdentifiers(text, { ...guarding, directory }).map(({ kind }) => kind)

  expect(kindsIn('Ivan Petrov will ring')).toEqual(['person'])
  expect(found('Ivan Petrov will ring; so will ivan petrov')).toEqual([])
  expect(found('patient Ivan Petrov')).toEqual(['named-patient'])
})

describe('a pattern of a pack', () => {
  test('has pictures of its own numbers, in which a blank may be left out', () => {
    const rules = [ruleOf({ kind: 'picture', pictures: ['RX@ ####'] })]
    const found = (text: string) => kindsIn(text, { rules, year: 2027 })

    expect(found('see rxk 4471, RXB0912.')).toEqual(['own', 'own'])
    expect(found('rxk 44711, arxk 4471, rx4 4471, rxk 447, rxk4471x')).toEqual([])
  })

  test('is found only near its words, and not past one that makes it something else', () => {
    const shape = { kind: 'code', digits: 4 }
    const rules = [
      ruleOf(shape, { cues: ['bed pass'], after: 2, unless: ['door'], through: ['the'] }),
    ]
    const found = (text: string) => kindsIn(text, { rules, year: 2027 }).length

    expect(found('bed pass 4471')).toBe(1)
    expect(found('Bed-pass, one the two: 4471')).toBe(1)
    expect(found('bed pass one two three 4471')).toBe(0)
    expect(found('bed pass door 4471')).toBe(0)
    expect(found('door bed pass 4471')).toBe(0)
    expect(found('4471')).toBe(0)
  })

  test('lets pass what it allows, and every address of an allowed host', () => {
    const rules = [
      ruleOf({ kind: 'email' }, { allow: ['mill.example'] }),
      ruleOf({ kind: 'postcode' }, { allow: ['LS1 5AB'] }),
    ]
    const found = (text: string) => kindsIn(text, { rules, year: 2027 }).length

    expect(found('a@mill.example b@ward.mill.example ls15ab')).toBe(0)
    expect(found('a@notmill.example, a@mill.example.com, LS1 5AD')).toBe(3)
  })

  test.each([
    [{ kind: 'picture', pictures: ['(a+)+$'] }],
    [{ kind: 'picture', pictures: ['####*'] }],
    [{ kind: 'picture', pictures: ['ab#'] }],
    [{ kind: 'picture', pictures: ['#'.repeat(41)] }],
    [{ kind: 'code', digits: 1 }],
    [{ kind: 'person', first: [] }],
    [{ kind: 'expression', expression: '.*' }],
  ])('cannot be %j', (shape) => {
    expect(() => ruleOf(shape)).toThrow()
  })

  test.each([[['DOB']], [['a  b']], [['a b c d e f g']], [['dob?']]])(
    'cannot have the words %j',
    (cues) => {
      expect(() => ruleOf({ kind: 'date' }, { cues })).toThrow()
    },
  )
})
