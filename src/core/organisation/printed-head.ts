import { z } from 'zod'
import { type Effect, Place, placeKey, type Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import type { Message } from '../message/message.ts'
import { Instant } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'

/** A head of the ledger as it was last printed into a room, for whoever wants to keep it. */
export const PrintedHead = z.object({ place: Place, upTo: Instant, head: z.string() })
export type PrintedHead = z.infer<typeof PrintedHead>

export function announceHead(printed: PrintedHead): Effect {
  return { type: 'message', place: printed.place, slot: slotOf(printed), urgent: false }
}

/** Undefined for another slot, and for a place where it was not printed. */
export function composeHead(
  printed: PrintedHead | undefined,
  slot: Slot,
  { policy, viewer }: Composing,
): Message | undefined {
  if (!printed || slot !== slotOf(printed)) return undefined
  if (viewer.type === 'place' && placeKey(viewer.place) !== placeKey(printed.place))
    return undefined
  const { upTo, head } = printed
  return {
    title: `History of Muster up to ${showLocal(upTo, policy.zone)}: ${head}`,
    parts: [
      {
        kind: 'text',
        text: `Anyone may keep this. While nothing that was written before is changed, “muster verify --head ${head}” finds it; ask an administrator to run it before you.`,
      },
    ],
  }
}

function slotOf({ upTo }: PrintedHead): Slot {
  return `notice:head.${upTo.slice(0, 10)}`
}
