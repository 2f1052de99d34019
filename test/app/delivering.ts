import type { Task } from '../../src/app/ports.ts'
import { type Effect, queueOf } from '../../src/core/effect.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import type { TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'

export const WILLOW = 'web/room/willow'
export const SLACK = 'slack/room/C0WILLOW'
export const NURSE = 'web/person/nia'

/** A serious incident at Willow House, sent to all its places. */
export async function raised(world: TestApp): Promise<RecordId> {
  const answer = await world.ask(incident(), undefined, 'form:opening')
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

export function note(world: TestApp, id: RecordId, text: string) {
  return world.ask({ kind: 'case', type: 'note', by: person('quinn'), text }, id)
}

/** Puts an effect into the outbox of a record as if one of its facts had asked for it. */
export async function putIn(world: TestApp, id: RecordId, effect: Effect): Promise<void> {
  const saved = await world.store.load(id)
  const listed = await world.store.list({ facets: { kind: 'case' } })
  const index = listed.find((one) => one.id === id)?.index
  if (!saved || !index) throw new Error(`${id} is not there`)
  const { version } = saved
  const queue = queueOf(effect)
  const addedAt = world.app.realNow()
  const task: Task = { id: `${id}:x:${queue}`, record: id, queue, effect, tries: 0, addedAt }
  const change = { saved: { ...saved, version: version + 1 }, index, tasks: [task] }
  await world.store.save(id, version, { ...change, entries: [], requests: [] })
}

export function slotsAt(world: TestApp, place: string): string[] {
  return world.web.standing.filter((one) => one.place === place).map(({ slot }) => slot)
}

export async function waiting(world: TestApp, id: RecordId): Promise<readonly Task[]> {
  const tasks = await world.store.outbox(id)
  return tasks.filter(({ last }) => last?.type !== 'done' && last?.type !== 'never')
}
