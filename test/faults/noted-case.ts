import { handle } from '../../src/app/handle.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import type { Running } from '../../src/main.ts'
import { incidentAt, person } from './incident.ts'
import type { House } from './world.ts'

export const NOTES = 4

/** An overdue incident on which a few things are noted. */
export async function caseWithNotes({ app }: Running, house: House): Promise<RecordId> {
  const raised = await handle(app, { key: null, intent: incidentAt(house, app.now(), 5000) })
  if (!raised.ok) throw new Error(raised.refusal.message)
  const by = person(house.lead.person)
  for (let index = 1; index <= NOTES; index += 1) {
    const intent = { kind: 'case', type: 'note', by, text: `Note ${index}` } as const
    await handle(app, { key: null, to: raised.id, intent })
  }
  return raised.id
}

/** What stands already is brought up to date. */
export async function taken({ app }: Running, house: House, to: RecordId): Promise<void> {
  const by = person(house.deputy.person)
  const intent = { kind: 'case', type: 'have', by, clock: 'D1' } as const
  await handle(app, { key: null, to, intent })
}
