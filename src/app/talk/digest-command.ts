import { Often } from '../../core/organisation/digest/digest.ts'
import { findPerson } from '../../core/people/find.ts'
import { organisationId } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import { type Ask, contextOf, isKnown, NOT_LISTED } from './ask.ts'
import { digestWords, ME } from './digest.ts'
import { openForm } from './forms.ts'
import { refused, shortened } from './say.ts'

/** `/muster digest`: where the tracker is sent, and how often; with a word, to oneself, at once. */
export async function digest(ask: Ask, words: string): Promise<Reply> {
  const { actor } = ask.heard
  if (!isKnown(actor)) return refused(NOT_LISTED)
  const home = findPerson(ask.app.directory(), actor.person)?.organisation
  if (!home) return refused(NOT_LISTED)
  const to = organisationId(home.slug)
  const asked = words.trim().toLowerCase()
  if (asked === '') return openForm(ask, 'digest', to, { where: ME })
  const every = asked === 'off' ? asked : Often.safeParse(asked).data
  if (every === undefined)
    return refused({
      message: `A digest comes “daily” or “weekly”, or is “off”; not “${shortened(asked)}”. “/muster digest” opens the form.`,
    })
  const intent = { kind: 'organisation', type: 'orderDigest', by: actor, every } as const
  const answer = await handle(ask.app, { key: ask.heard.key, to, intent })
  if (!answer.ok) return refused(answer.refusal)
  if (answer.record.kind !== 'organisation') throw new Error(`${to} is no organisation`)
  return digestWords(answer.record, actor, contextOf(ask, answer.record))
}
