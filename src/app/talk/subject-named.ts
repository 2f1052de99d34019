import { seesOnlyActions } from '../../core/meeting/action/compose.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { findOrganisation } from '../../core/people/find.ts'
import { seesOnlyDuties } from '../../core/provider/cycle/owing.ts'
import type { Provider } from '../../core/provider/provider.ts'
import type { AnyRecord } from '../../core/record.ts'
import { providerId } from '../../core/record-id.ts'
import { type Ask, contextOf, look } from './ask.ts'
import { refused } from './say.ts'

export const NEEDS_SUBJECT = refused({
  message:
    'Give the reference of a case, for example C-7K2M-9Q4X, or the short name of a provider, as the directory has it.',
})

/** A provider’s short name may look like the reference of a case: nine letters that begin with c. */
export async function providerNamed(ask: Ask, text: string): Promise<AnyRecord | undefined> {
  const slug = text.trim().toLowerCase()
  return findOrganisation(ask.app.directory(), slug) ? look(ask, providerId(slug)) : undefined
}

/** Whoever only owes something for it reads no more of a provider than that. */
export function seesProvider(ask: Ask, provider: Provider): boolean {
  const { directory, policy, now } = contextOf(ask, provider)
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  return !seesOnlyDuties(provider, { viewer, directory, policy, now })
}

/** Whoever was only told of one of its actions reads nothing else of a meeting. */
export function seesMeeting(ask: Ask, meeting: Meeting): boolean {
  const { directory } = contextOf(ask, meeting)
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  return !seesOnlyActions(meeting, { viewer, directory })
}
