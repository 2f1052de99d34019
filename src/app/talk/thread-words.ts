import { NOTHING_STANDS, type Place, placeKey } from '../../core/effect.ts'
import { ownSlot } from '../../core/meeting/addressing.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Reply, Thread } from '../conversation.ts'
import type { Shown } from '../ports.ts'
import { answer, type Fitting, fitting } from './answering.ts'
import { type Ask, cannotSee, isKnown, look, NOT_LISTED } from './ask.ts'
import { muster } from './commands.ts'
import { saidOfNews } from './news.ts'
import { NOTHING, notUnderstood, refused } from './say.ts'
import { clocksOf } from './take-clock.ts'
import { asksSomething, isMeant, replied } from './thread.ts'
import { understand } from './understand.ts'

/** Words in a thread: about what it stands under, which may be `inside` a rehearsal. Whoever calls Muster by name is always answered. */
export async function saidInThread(
  ask: Ask,
  { place, ref, called = false }: Thread,
  text: string,
  inside: (shown: Shown) => Promise<Reply | undefined>,
): Promise<Reply> {
  const shown = await ask.app.store.shownAt(placeKey(place), ref)
  if (!shown) return called ? muster(ask, text) : NOTHING
  const rehearsed = await inside(shown)
  if (rehearsed) return rehearsed
  const ofNews = saidOfNews(ask, shown.record, text)
  if (ofNews) return ofNews
  const record = await look(ask, shown.record)
  if (record) {
    const fits = isMeant(ask, record, shown.slot, text)
    const toMeeting = fits ? undefined : await saidToMeeting(ask, record, place, text)
    if (toMeeting) return toMeeting
    if (!fits && called) return refused(notUnderstood(record.kind))
    return replied(ask, record, shown.slot, text)
  }
  if (!called && !asksSomething(ask, text)) return NOTHING
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  return called ? refused(cannotSee(ask, shown.record)) : NOTHING
}

/** A meeting without a room of its own stands in its case’s thread, and is answered there. */
async function saidToMeeting(
  ask: Ask,
  kase: AnyRecord,
  place: Place,
  text: string,
): Promise<Reply | undefined> {
  if (kase.kind !== 'case') return undefined
  const said = understand(text, clocksOf(kase))
  if (said.type !== 'answer') return undefined
  const found: Fitting[] = []
  for (const { meeting: id, closedAt } of kase.meetings) {
    if (closedAt !== null) continue
    const meeting = await look(ask, id)
    if (meeting?.kind !== 'meeting') continue
    const ref = await ask.app.store.shown(id, placeKey(place), ownSlot(meeting))
    if (ref && ref !== NOTHING_STANDS) found.push(...fitting(ask, meeting, said))
  }
  return found.length > 0 ? answer(ask, found, said.reason) : undefined
}
