import { type Policy, PolicyShape, type PolicySource } from '../../core/policy/policy.ts'
import { providerCollaborative } from '../provider-collaborative/index.ts'
import { socialCare } from '../social-care/index.ts'
import { marked, renamed } from './build.ts'
import { documents } from './documents.ts'
import { standings, unknown } from './standings.ts'
import { words } from './words.ts'

/** The provider collaborative’s rules with the names of 2026, each with what is known of whether it still stands. */
export const names2026 = inNamesOf2026(providerCollaborative, {
  id: 'names-2026',
  label: 'Provider collaborative, names of 2026',
})

/** The same with the council’s rating beside them. */
export const socialCare2026 = inNamesOf2026(socialCare, {
  id: 'social-care-2026',
  label: 'Provider collaborative with social care, names of 2026',
})

function inNamesOf2026(pack: PolicySource, named: Pick<PolicySource, 'id' | 'label'>): Policy {
  const below: PolicySource = {
    ...pack,
    ...named,
    documents: [...pack.documents, ...documents],
    forms: pack.forms.map((form) =>
      form.id === 'incident'
        ? {
            ...form,
            label: 'PSII or serious incident (as the contract says)',
            title: 'PSII or serious incident',
          }
        : form,
    ),
  }
  return PolicyShape.parse(marked(renamed(below, words), { byId: standings, others: unknown }))
}
