import type { OptionSources } from '../../../src/core/form/asked.ts'
import { FormRule } from '../../../src/core/policy/form.ts'
import { guarding } from '../../fixtures/guarding.ts'

export const zone = 'Europe/London'
/** Fri 26 Mar 2027 20:20 GMT. */
const now = '2027-03-26T20:20:00Z'

/** What forms are read by. */
export const by = { zone, now, guarding }

export const sources: OptionSources = {
  providers: [
    { value: 'willow', label: 'Willow House' },
    { value: 'alder', label: 'Alder Unit' },
  ],
  triggers: [
    { value: 'T3', label: 'Staffing below what is safe' },
    { value: 'T4', label: 'Complaints on the rise' },
  ],
  meetings: [{ value: 'M3', label: 'Teleconference' }],
  seats: [{ value: 'quality-manager', label: 'Quality Manager' }],
  outsiders: [{ value: 'ivan', label: 'Ivan Petrov' }],
  insiders: [{ value: 'quinn', label: 'Quinn Adeyemi' }],
  askers: [{ value: 'ines', label: 'Ines Carvalho' }],
}

/** A form for one test: only the fields matter. */
export function formOf(fields: unknown[]): FormRule {
  return FormRule.parse({
    id: 'test',
    number: null,
    label: 'Test',
    title: 'Test',
    heading: ['No patient identifiers.'],
    fields,
    submit: 'Send',
    citation: { document: 'Muster', section: 'tests', note: 'A form of a test.', kind: 'choice' },
  })
}
