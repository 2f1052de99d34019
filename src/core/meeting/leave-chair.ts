import type { Actor } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import { askNextChair } from './calling.ts'
import type { Draft } from './draft.ts'

interface Leaving {
  readonly by: Actor
  readonly reason: string
}

/** Whoever would chair, or is asked to, does not; the next of the chair’s line is asked. */
export function leaveTheChair(
  draft: Draft,
  people: readonly string[],
  { by, reason }: Leaving,
  context: Allowed,
): void {
  const { chair, prompts } = draft.meeting()
  if (!chair) return
  const asked = prompts.find(({ id }) => id === 'chair')?.asked ?? []
  const { directory, now, acting } = context
  const isAsked = (person: string) =>
    chair.person === null && asked.includes(person) && !chair.declined.includes(person)
  const leaving = people.filter((person) => chair.person === person || isAsked(person))
  for (const person of leaving) {
    const doer = doerOf(directory, by, acting)
    draft.add({ type: 'chairDeclined', at: now, by: doer, person, reason })
  }
  const { declined = [] } = draft.meeting().chair ?? {}
  const isOpen = chair.person === null || leaving.includes(chair.person)
  const isLeft =
    leaving.includes(chair.person ?? '') || asked.every((one) => declined.includes(one))
  if (leaving.length > 0 && isOpen && isLeft) askNextChair(draft, context)
}
