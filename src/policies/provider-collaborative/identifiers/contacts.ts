import type { IdentifierSource } from '../../../core/policy/identifier.ts'
import { choice } from './citing.ts'
import { ofServices, people, words } from './words.ts'

export const contacts: IdentifierSource[] = [
  {
    id: 'postcode',
    label: 'a postcode',
    certainty: 'doubtful',
    instead: 'Write the town or the area, such as “LS12”.',
    shape: { kind: 'postcode' },
    citation: choice(
      'A full postcode is a street or a house. The postcode of a service is nobody’s: list those of yours under “allow”.',
    ),
  },
  {
    id: 'email',
    label: 'somebody’s e-mail address',
    certainty: 'doubtful',
    instead: 'Write who it is, such as “the mother”, and keep the address in the clinical record.',
    shape: { kind: 'email' },
    allow: ['nhs.net', 'nhs.uk', 'gov.uk', 'police.uk', 'cqc.org.uk', 'slack.com'],
    citation: choice(
      'Addresses of the NHS and of public bodies are those of people at work, and pass. List the domains of other providers under “allow”.',
    ),
  },
  {
    id: 'phone',
    label: 'the telephone number of a patient or a relative',
    certainty: 'doubtful',
    instead: 'Write who it is, such as “the mother”, and keep the number in the clinical record.',
    shape: { kind: 'phone' },
    cues: [
      ...people,
      ...words('partner sisters guardian guardians nr relative relatives nephew niece cousin'),
      ...words('grandson granddaughter stepson stepdaughter godson goddaughter executor'),
      ...words(
        'lady gentleman gent widow widower sons daughters mums dads mothers fathers husbands',
      ),
      ...words('wifes wives partners brothers nephews nieces carers parents spouse relation lpa'),
      'at home',
      ...['number', 'no', 'tel', 'phone', 'telephone', 'mobile', 'mob', 'landline'].map(
        (what) => `home ${what}`,
      ),
      ...['his', 'her', 'their'].flatMap((whose) =>
        ['number', 'mobile', 'phone', 'tel'].map((what) => `${whose} ${what}`),
      ),
    ],
    after: 8,
    before: 6,
    unless: ofServices,
    citation: choice(
      'Telephone numbers of services are wanted. One near a word such as “patient”, “mum” or “next of kin” may be theirs.',
    ),
  },
]
