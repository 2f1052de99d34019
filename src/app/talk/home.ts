import type { Message } from '../../core/message/message.ts'
import { findPerson } from '../../core/people/find.ts'
import { rolesOf } from '../../core/people/posts.ts'
import { type Ask, contextOf, isKnown } from './ask.ts'
import { RAISE, type Said } from './lists.ts'
import { mine } from './mine.ts'
import { buttons } from './say.ts'

/** App Home, and the start of a personal chat. */
export async function home(ask: Ask): Promise<Said> {
  const { actor } = ask.heard
  const found = isKnown(actor) ? findPerson(ask.app.directory(), actor.person) : undefined
  const roles = found ? rolesOf(found.organisation, found.person.id) : []
  const { policy } = contextOf(ask, null)
  const words = roles.map(({ role, as }) => {
    const label = policy.roles.find(({ id }) => id === role)?.label ?? role
    return as === 'holder' ? label : `${label} (${as})`
  })
  const said = await mine(ask)
  const own = said.message
  const page: Message = {
    title: 'Muster',
    parts: [
      ...(found
        ? [
            {
              kind: 'text',
              text: `${found.person.name}, ${found.organisation.name}${words.length > 0 ? `: ${words.join(', ')}` : ''}`,
            } as const,
          ]
        : []),
      buttons(
        ...RAISE,
        { label: 'What I can see', press: { do: 'command', words: 'status' } },
        { label: 'Help', press: { do: 'command', words: 'help' } },
      ),
      { kind: 'text', text: own.title },
      ...own.parts.filter(({ kind }) => kind !== 'buttons'),
    ],
  }
  return { ...said, message: page }
}
