import type { Change, Request, Task } from '../../src/app/ports.ts'
import { type Effect, queueOf } from '../../src/core/effect.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import type { Instant } from '../../src/core/time/instant.ts'
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
export async function putIn(
  world: TestApp,
  id: RecordId,
  effect: Effect,
  addedAt: Instant = world.app.realNow(),
): Promise<void> {
  const queue = queueOf(effect)
  const task: Task = { id: `${id}:x:${queue}`, record: id, queue, effect, tries: 0, addedAt }
  await addTo(world, id, { tasks: [task], requests: [] })
}

/** Puts requests into a record as if its facts had asked for them. */
export async function askOf(
  world: TestApp,
  id: RecordId,
  requests: readonly Request[],
): Promise<void> {
  await addTo(world, id, { tasks: [], requests })
}

async function addTo(
  world: TestApp,
  id: RecordId,
  more: Pick<Change, 'tasks' | 'requests'>,
): Promise<void> {
  const saved = await world.store.load(id)
  const index = (await world.store.list({ facets: {} })).find((one) => one.id === id)?.index
  if (!saved || !index) throw new Error(`${id} is not there`)
  const { version } = saved
  const change = { saved: { ...saved, version: version + 1 }, index, entries: [], ...more }
  await world.store.save(id, version, change)
}

export function slotsAt(world: TestApp, place: string): string[] {
  return world.web.standing.filter((one) => one.place === place).map(({ slot }) => slot)
}

export async function waiting(world: TestApp, id: RecordId): Promise<readonly Task[]> {
  const tasks = await world.store.outbox(id)
  return tasks.filter(({ last }) => last?.type !== 'done' && last?.type !== 'never')
}
