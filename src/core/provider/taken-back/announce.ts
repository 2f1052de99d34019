import type { Effect, Place, Slot } from '../../effect.ts'
import { slotOf } from '../../telling/telling.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import { tellingsOf } from './told.ts'

/** Wherever it stands that the provider had come to that level: in the thread, and with whoever was told. */
export function announceTakenBack(
  provider: Provider,
  { takesBack }: Extract<ProviderEvent, { type: 'levelDecided' }>,
): Effect[] {
  if (takesBack === undefined) return []
  const { places, notices } = provider
  const tellings = tellingsOf(provider, takesBack)
  const numbers = tellings.map(({ n }) => n)
  const slots = notices.flatMap(({ n, said }): Slot[] => {
    const isOf =
      (said.say === 'level' && said.decision === takesBack) ||
      (said.say === 'telling' && numbers.includes(said.telling))
    return isOf ? [`notice:${n}`] : []
  })
  return [
    ...places.flatMap((place) => slots.map((slot) => update(place, slot))),
    ...tellings.flatMap((telling) =>
      telling.told
        .filter(({ acceptedAt }) => acceptedAt !== null)
        .map(({ place }) => update(place, slotOf(telling))),
    ),
  ]
}

function update(place: Place, slot: Slot): Effect {
  return { type: 'message', place, slot, urgent: false }
}
