import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Host } from '../../../src/app/host.ts'
import { Slot } from '../../../src/core/effect.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { type Activity, threadOf } from './activity.ts'
import { CARD } from './card.ts'
import type { Inbound } from './inbound.ts'
import type { About, RoomCards } from './room-card.ts'
import { NAME } from './who.ts'

const View = z.object({
  action: z.object({
    verb: z.literal('view'),
    data: z.object({ 'muster/view': z.object({ record: RecordId, slot: Slot }) }),
  }),
})

/** Answers cards that ask what the person before them may see; everything else goes on to `otherwise`. */
export function viewing(
  host: Host,
  cards: RoomCards,
  who: (activity: Activity) => Promise<Actor>,
  otherwise: Inbound,
): Inbound {
  return async (activity) => {
    const about = viewIn(activity)
    if (!about) return otherwise(activity)
    const { room } = threadOf(activity.conversation.id)
    const place = { channel: NAME, to: { type: 'room', room } } as const
    const heard = { actor: await who(activity), channel: NAME, key: activity.id ?? randomUUID() }
    const message = await host.conversation.view(heard, place, about.record, about.slot)
    const card = message && (await cards.forOne(message, about, activity.from.id))
    const type = card ? CARD : 'application/vnd.microsoft.activity.message'
    const value = card ?? 'This is no longer shown here.'
    return { status: 200, body: { statusCode: 200, type, value } }
  }
}

function viewIn({ type, name, value }: Activity): About | undefined {
  if (type !== 'invoke' || name !== 'adaptiveCard/action') return undefined
  return View.safeParse(value).data?.action.data['muster/view']
}
