import { domains } from '../options.ts'
import { type Field, text } from './fields.ts'

/** Consequence, likelihood and why, for each of the five domains of quality. */
export const scored: readonly Field[] = domains.flatMap(({ value, label }): Field[] => [
  {
    id: `${value}Consequence`,
    kind: 'choice',
    label: `${label}: consequence`,
    from: 'consequence',
    required: true,
  },
  {
    id: `${value}Likelihood`,
    kind: 'choice',
    label: `${label}: likelihood`,
    from: 'likelihood',
    required: true,
  },
  text(`${value}Why`, `${label}: why this score?`),
])

/** Whose words are put on file for them; the first five are those whom the framework names. */
export const stakeholder: Field = {
  id: 'stakeholder',
  kind: 'choice',
  label: 'On behalf of whom?',
  options: [
    { value: 'nhse', label: 'NHSE/I' },
    { value: 'ccg', label: 'CCG' },
    { value: 'cqc', label: 'Care Quality Commission' },
    { value: 'localAuthority', label: 'Local authority' },
    { value: 'hee', label: 'Health Education England' },
    { value: 'host', label: 'Host commissioner' },
    { value: 'placing', label: 'Placing commissioner' },
    { value: 'safeguarding', label: 'Safeguarding partnership' },
    { value: 'healthwatch', label: 'Healthwatch' },
    { value: 'other', label: 'Another body' },
  ],
  required: true,
}
