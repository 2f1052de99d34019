import type { Intent } from '../../../src/core/intent.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import type { TestApp } from '../../fixtures/app.ts'
import { concern, person } from '../../fixtures/cases.ts'

export const SECRET = 'The deputy took the keys home.'
export const ROOM = 'web/room/room-1'

export type Raise = Parameters<typeof concern>[0]

export async function confidential(world: TestApp, over: Raise = {}) {
  const answer = await world.ask(concern({ what: SECRET, confidential: true, ...over }))
  if (!answer.ok) throw new Error(answer.refusal.message)
  return { id: answer.id, reference: referenceOf(answer.id) }
}

export function access(
  by: string,
  type: 'giveAccess' | 'removeAccess' | 'refuseAccess',
  who: string,
) {
  return { kind: 'case', type, by: person(by), person: who, reason: 'It is needed.' } as const
}

export async function done(world: TestApp, intent: Intent, id: RecordId): Promise<void> {
  const answer = await world.ask(intent, id)
  if (!answer.ok) throw new Error(answer.refusal.message)
}

export async function listed(world: TestApp, id: RecordId): Promise<readonly string[]> {
  const { confidential: found } = await world.record('case', id)
  return found?.access.map((one) => one.person) ?? []
}

export function rootIn(world: TestApp) {
  return world.web.standing.find(({ place, slot }) => place === ROOM && slot === 'root')?.message
}
