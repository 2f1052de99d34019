import { describe, expect, test } from 'vitest'
import { readForm } from '../../../src/core/form/read.ts'
import { viewForm } from '../../../src/core/form/view.ts'
import type { Answers } from '../../../src/core/message/form.ts'
import type { FormRule } from '../../../src/core/policy/form.ts'
import { policies } from '../../../src/policies/index.ts'
import { by, sources, zone } from './forms.ts'

const forms = policies.flatMap(({ id, forms }) => forms.map((form) => ({ pack: id, form })))

const everything = {
  ...sources,
  consequence: [{ value: '4', label: '4 – major' }],
  likelihood: [{ value: '4', label: '4 – likely' }],
  people: [{ value: 'ines', label: 'Ines Carvalho' }],
  tellings: [{ value: 'M7', label: 'Host commissioner’s links' }],
  toldPosts: [{ value: 'contract-team', label: 'Contract lead' }],
  attendees: [{ value: 'ada', label: 'Ada Fofanah' }],
  standIns: [{ value: 'ada', label: 'Ada Fofanah' }],
  mayBeAway: [{ value: 'ivan', label: 'Ivan Petrov' }],
  mayCover: [{ value: 'nia', label: 'Nia Roberts' }],
  roles: [{ value: 'incident-lead', label: 'incident lead' }],
  clocks: [{ value: 'D1', label: 'D1' }],
  addressed: [{ value: 'willow', label: 'Willow House' }],
  owners: [{ value: 'ivan', label: 'Ivan Petrov' }],
  seatedOrganisations: [{ value: 'willow', label: 'Willow House' }],
  decisionForms: [{ value: 'joint', label: 'Joint committee' }],
  gates: [{ value: 'risk', label: 'Which risk is shared' }],
  topics: [{ value: 'remuneration', label: 'Remuneration' }],
  earlierDecisions: [{ value: '1', label: 'Decision 1' }],
  resolvers: [{ value: 'ivan', label: 'Ivan Petrov' }],
  conflictable: [{ value: 'all:willow', label: 'All of Willow House' }],
  conflicts: [{ value: '1', label: 'Ivan Petrov' }],
  digestPlaces: [{ value: 'me', label: 'Me' }],
  rehearsals: [{ value: 'risk-summit', label: 'Risk summit' }],
  itsPeople: [{ value: 'ivan', label: 'Ivan Petrov' }],
  services: [{ value: 'adult-low-secure', label: 'Adult low secure' }],
  procedureStages: [{ value: '1', label: 'Stage 1' }],
  duties: [{ value: 'D10', label: 'D10 Safeguarding report' }],
  commissioners: [{ value: 'fen-icb', label: 'Fen ICB' }],
  ways: [{ value: 'G2', label: 'G2 A trigger' }],
  grounds: [{ value: 'rating:1', label: 'Provider risk rating' }],
}

describe.each(forms)('$pack, $form.id', ({ form }) => {
  test('is shown in ids that every channel takes, each once', () => {
    const answers = { triggers: ['T3', 'T4'], danger: 'yes' }
    const { fields } = viewForm(
      form,
      { ticket: { form: form.id, nonce: 'n' }, answers },
      everything,
      zone,
    )
    const ids = fields.map(({ id }) => id)

    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-zA-Z]\w*$/.test(id))).toEqual([])
    expect(fields.flatMap(({ label }) => (label.length > 150 ? label : []))).toEqual([])
  })

  test('asks for what it needs when it is empty, and takes what its own view offers', () => {
    const empty = readForm(form, {}, everything, by)
    const filled = readForm(form, filledIn(form), everything, by)

    expect(empty.ok).toBe(!form.fields.some(({ required, when }) => required && !when))
    expect(filled).toMatchObject({ ok: true })
  })
})

/** The first of every choice, something plausible everywhere else, and the same of what that asks besides. */
function filledIn(form: FormRule) {
  return answered(form, answered(form, {}))
}

function answered(form: FormRule, answers: Answers): Answers {
  const ticket = { form: form.id, nonce: 'n' }
  const { fields } = viewForm(form, { ticket, answers }, everything, zone)
  return Object.fromEntries(
    fields.map(({ id, kind, options = [], min, dayOnly, required }) => {
      if (dayOnly) return [id, isPast(form, id) ? '2027-03-20' : '2027-03-31']
      if (kind === 'moment')
        return [id, isToCome(form, id) ? '2027-03-26 20:45' : '2027-03-26 20:15']
      if (kind === 'number') return [id, String(min)]
      if (kind === 'many') return [id, required ? [options[0]?.value ?? ''] : []]
      return [id, kind === 'choice' ? (options[0]?.value ?? '') : 'words']
    }),
  )
}

function isToCome({ fields }: FormRule, asked: string): boolean {
  return fields.some((one) => one.id === asked && one.kind === 'moment' && one.toCome)
}

function isPast({ fields }: FormRule, asked: string): boolean {
  return fields.some((one) => one.id === asked && one.kind === 'moment' && one.pastDay)
}
