import { type Policy, PolicyShape, type PolicySource } from '../../core/policy/policy.ts'
import { providerCollaborative } from '../provider-collaborative/index.ts'
import { marked, renamed } from './build.ts'
import { documents } from './documents.ts'
import { standings, unknown } from './standings.ts'
import { words } from './words.ts'

const below: PolicySource = {
  ...providerCollaborative,
  id: 'names-2026',
  label: 'Provider collaborative, names of 2026',
  documents: [...providerCollaborative.documents, ...documents],
  forms: providerCollaborative.forms.map((form) =>
    form.id === 'incident'
      ? {
          ...form,
          label: 'PSII or serious incident (as the contract says)',
          title: 'PSII or serious incident',
        }
      : form,
  ),
}

/** The provider collaborative’s rules with the names of 2026, each with what is known of whether it still stands. */
export const names2026: Policy = PolicyShape.parse(
  marked(renamed(below, words), { byId: standings, others: unknown }),
)
