import type { Directory, ProviderRef } from './directory.ts'
import { findOrganisation } from './find.ts'

const EMERGENCY = 'Emergency 999'

/** Whom to phone when somebody is in danger now, the same wherever it is said. */
export function phonesFor(directory: Directory, provider: ProviderRef | null): string {
  const slugs = provider === null ? [] : [provider.slug, provider.leadProvider]
  const phones = slugs.flatMap((slug) => {
    const organisation = slug === null ? undefined : findOrganisation(directory, slug)
    return organisation?.urgentPhone
      ? [`${organisation.name} on call ${organisation.urgentPhone}`]
      : []
  })
  return `${[EMERGENCY, ...new Set(phones)].join('. ')}.`
}
