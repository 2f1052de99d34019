import type { Policy } from '../../core/policy/policy.ts'
import { asWritten } from '../as-written.ts'
import { marked, renaming } from './build.ts'
import { documents } from './documents.ts'
import { standings, unknown } from './standings.ts'
import { words } from './words.ts'

const renamed = renaming(words)

/** The provider collaborative’s rules with the names of 2026, each with what is known of whether it still stands. */
export const names2026 = inNamesOf2026(asWritten.collaborative, {
  id: 'names-2026',
  label: 'Provider collaborative, names of 2026',
})

/** The same with the council’s rating beside them. */
export const socialCare2026 = inNamesOf2026(asWritten.socialCare, {
  id: 'social-care-2026',
  label: 'Provider collaborative with social care, names of 2026',
})

function inNamesOf2026(pack: Policy, named: Pick<Policy, 'id' | 'label'>): Policy {
  const below: Policy = {
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
  return marked(renamed(below), { byId: standings, others: unknown })
}
