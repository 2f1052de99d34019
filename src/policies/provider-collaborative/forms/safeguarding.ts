import type { PolicySource } from '../../../core/policy/policy.ts'

type Form = PolicySource['forms'][number]

/** What was done about a safeguarding matter: the evidence of its follow-up. */
export const safeguardingFollowUp: Form = {
  id: 'safeguardingFollowUp',
  number: null,
  label: 'Safeguarding follow-up',
  title: 'Safeguarding follow-up',
  heading: ['No patient identifiers here. A referral itself stays with the local authority.'],
  fields: [
    { id: 'at', kind: 'moment', label: 'When was it followed up?', required: true },
    {
      id: 'cameTo',
      kind: 'choice',
      label: 'What became of it?',
      required: true,
      options: [
        { value: 'enquiry', label: 'The local authority makes an enquiry' },
        { value: 'noEnquiry', label: 'The local authority makes none' },
        { value: 'notReferred', label: 'It was not referred to the local authority' },
        { value: 'waiting', label: 'Referred; the local authority has not answered yet' },
      ],
    },
    { id: 'followedUp', kind: 'text', label: 'What was done?', required: true },
    { id: 'reference', kind: 'line', label: 'Reference of the referral' },
  ],
  submit: 'Record follow-up',
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duty 8',
    note: 'The Lead Provider assures its sub-contractors’ safeguarding. What is asked here is our choice: no source has a form for it.',
    kind: 'choice',
  },
}
