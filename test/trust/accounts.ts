import type { App } from '../../src/app/app.ts'
import type { Actor } from '../../src/core/people/actor.ts'
import { identify } from '../../src/core/people/find.ts'

/**
 * By account and address, as an adapter knows them: also whoever has left, who keeps both. `unlisted`
 * and `namesake` are nobody’s; the second calls itself by another’s name.
 */
export function accountOf({ directory }: App, who: string, channel: string): Actor {
  const people = directory().organisations.flatMap(({ imported }) => imported.people)
  const email = people.find(({ id }) => id === who)?.email
  const name = who === 'namesake' ? 'Teodora Whitlock' : who
  return identify(directory(), { channel, account: `account-of-${who}`, name, email })
}
