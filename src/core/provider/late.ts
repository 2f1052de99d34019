import { alarmOf } from '../alarm.ts'
import { placeKey, Slot } from '../effect.ts'
import type { Context } from '../kind.ts'
import { byMail, countsAsLate, type Heard, isKnown, isRepeated } from '../late.ts'
import { dutyOf } from './duty.ts'
import type { ProviderEvent } from './event.ts'
import { ownPlaces } from './guarded.ts'
import type { Provider } from './provider.ts'

/**
 * A reminder that its service has not accepted: whoever owes the round is told by mail, and the
 * administrators. A cycle has no climb. Nothing where it was done meanwhile, or is known already.
 */
export function notAccepted(
  provider: Provider,
  { slot: named, ...heard }: Heard,
  context: Context,
): ProviderEvent[] {
  const slot = Slot.safeParse(named).data
  const { place } = heard
  if (!slot || !countsAsLate(slot) || isKnown(provider.late, slot, place)) return []
  if (!ownPlaces(provider).some((one) => placeKey(one) === place)) return []
  const sent = provider.cycles
    .map(({ rule, nudges }) => ({ rule, nudge: nudges.at(-1) }))
    .find(({ rule, nudge }) => slot === `nudge:${rule}:${nudge?.n}`)?.nudge
  if (!sent) return []
  const told = isRepeated(provider.late, slot) ? [] : byMail(sent.to, slot, context)
  const alarm = alarmOf(place, nameOf(provider, slot, context), context)
  return [{ type: 'notAccepted', at: context.now, slot, ...heard, instead: null, told, alarm }]
}

/** Nothing of the provider but its reference. */
function nameOf(provider: Provider, slot: Slot, { policy }: Context): string {
  const duty = dutyOf(provider, slot.split(':')[1] ?? '', policy)
  if (duty?.matter !== null) return 'the reminder of something on file'
  return `the reminder of ${duty.code} ${duty.label}`
}
