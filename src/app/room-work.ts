import { type Effect, NOTHING_STANDS, type Outcome, placeKey } from '../core/effect.ts'
import type { App } from './app.ts'
import type { Channel } from './channel-port.ts'
import type { Claim } from './ports.ts'
import { messageFor } from './read.ts'
import { taskName } from './task-name.ts'

type Work = Extract<Effect, { type: 'pin' | 'share' | 'archive' }>

const NOTHING: Outcome = { type: 'done', ref: NOTHING_STANDS }

/** It may have been sent: another would be one too many, and they are called by mail besides. */
const NOT_TWICE: Outcome = {
  type: 'never',
  reason: 'no answer came, so its mail may have reached them or not.',
}

/** What is done to a room besides its messages, where its service can. Null: the claim is over. */
export async function workOnRoom(
  app: App,
  channel: Channel,
  { task, doubtful }: Claim,
  effect: Work,
  isOver: () => boolean,
): Promise<Outcome | null> {
  const { place } = effect
  switch (effect.type) {
    case 'archive':
      return isOver() ? null : (channel.archive?.(place) ?? NOTHING)
    case 'share':
      if (!channel.share) return NOTHING
      if (doubtful || task.last?.type === 'unclear') return NOT_TWICE
      return isOver() ? null : channel.share(place, effect.person)
    case 'pin': {
      if (!channel.pin) return NOTHING
      const ref = await app.store.shown(task.record, placeKey(place), 'root')
      const message = await messageFor(app, place, task.record, 'root', true)
      if (!message || ref === undefined || ref === NOTHING_STANDS) return NOTHING
      if (isOver()) return null
      const outcome = await channel.pin(place, ref, message.links ?? [])
      if (outcome.type !== 'never') return outcome
      // Nothing is lost without it: it is said here and to nobody else.
      app.log.warn({ task: taskName(task), reason: outcome.reason }, 'Not pinned')
      return NOTHING
    }
  }
}
