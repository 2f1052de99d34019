import { placeKey } from '../../core/effect.ts'
import type { Reply, Thread } from '../conversation.ts'
import { type Ask, cannotSee, isKnown, look, NOT_LISTED } from './ask.ts'
import { muster } from './commands.ts'
import { NOTHING, notUnderstood, refused } from './say.ts'
import { asksSomething, isMeant, replied } from './thread.ts'

/** Words in a thread: about what it stands under. Whoever calls Muster by name is always answered. */
export async function saidInThread(
  ask: Ask,
  { place, ref, called = false }: Thread,
  text: string,
): Promise<Reply> {
  const shown = await ask.app.store.shownAt(placeKey(place), ref)
  if (!shown) return called ? muster(ask, text) : NOTHING
  const record = await look(ask, shown.record)
  if (record) {
    const isLost = called && !isMeant(ask, record, text)
    return isLost ? refused(notUnderstood(record.kind)) : replied(ask, record, shown.slot, text)
  }
  if (!called && !asksSomething(ask, text)) return NOTHING
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  return called ? refused(cannotSee(ask, shown.record)) : NOTHING
}
