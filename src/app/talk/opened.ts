import type { Slot } from '../../core/effect.ts'
import { isNewlyOpened } from '../../core/meeting/opened/opened.ts'
import { type RecordId, recordKind } from '../../core/record-id.ts'
import { handle } from '../handle.ts'
import { type Ask, look } from './ask.ts'

/** Kept of calls to a meeting alone, and of nothing else that somebody looks at. */
export async function opened(ask: Ask, record: RecordId, slot: Slot): Promise<void> {
  const { app, heard } = ask
  const { actor, channel } = heard
  if (actor.type !== 'person' || recordKind(record) !== 'meeting') return
  const { person } = actor
  try {
    const meeting = await look(ask, record)
    if (meeting?.kind !== 'meeting' || !isNewlyOpened(meeting, { person, channel, slot })) return
    const intent = { kind: 'meeting', type: 'noteOpened', person, channel, slot } as const
    await handle(app, { key: null, to: record, intent })
  } catch (error) {
    app.log.error({ error }, 'That somebody opened a message could not be written down')
  }
}
