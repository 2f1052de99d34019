import type { Place, Slot } from '../../core/effect.ts'
import type { Message } from '../../core/message/message.ts'
import { seenBy } from '../../core/message/viewing.ts'
import type { RecordId } from '../../core/record-id.ts'
import { messageFor, read } from '../read.ts'
import { type Ask, isKnown, look } from './ask.ts'

/** What stands in a place, with the buttons of whoever looks: none for somebody who may not see the record. */
export async function view(
  ask: Ask,
  place: Place,
  id: RecordId,
  slot: Slot,
): Promise<Message | undefined> {
  const message = await messageFor(ask.app, place, id, slot, true)
  if (!message) return undefined
  const { actor } = ask.heard
  const mayLook = isKnown(actor) && (await look(ask, id)) !== undefined
  if (!mayLook && (await isConfidential(ask, place, id))) return undefined
  return seenBy(message, mayLook ? actor.person : null)
}

/** Somebody may still be in its room who may not see it any more. */
async function isConfidential({ app }: Ask, place: Place, id: RecordId): Promise<boolean> {
  const record = await read(app, { type: 'place', place }, id)
  const isGuarded = record?.kind === 'case' || record?.kind === 'meeting'
  return isGuarded && record.confidential !== undefined
}
