import { type Effect, NOTHING_STANDS, type Outcome } from '../core/effect.ts'
import type { RecordId } from '../core/record-id.ts'
import type { App } from './app.ts'
import type { Channel } from './channel-port.ts'
import { read } from './read.ts'

type Work = Extract<Effect, { type: 'call' | 'endCall' }>

/** The setting was taken away after the meeting was called. */
const NO_CALLS: Outcome = { type: 'never', reason: 'No calls are made on this service any more.' }
const NOTHING: Outcome = { type: 'done', ref: NOTHING_STANDS }

/**
 * A call starts when its meeting does at the moment of sending, so that a try that comes late sets no
 * old time; once the meeting is called off none is made. Null: the claim is over.
 */
export async function workOnCall(
  app: App,
  channel: Channel,
  id: RecordId,
  effect: Work,
  isOver: () => boolean,
): Promise<Outcome | null> {
  const meeting = await read(app, { type: 'operator' }, id)
  if (meeting?.kind !== 'meeting') return NOTHING
  switch (effect.type) {
    case 'call': {
      if (meeting.calledOff) return NOTHING
      if (isOver()) return null
      const { startsAt } = meeting
      return channel.makeCall?.({ id, subject: effect.subject, startsAt }) ?? NO_CALLS
    }
    case 'endCall':
      return isOver() ? null : (channel.endCall?.(id) ?? NO_CALLS)
  }
}
