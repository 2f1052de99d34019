import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import { standingChanges } from './placement.ts'
import { tellingsOf } from './told.ts'

type Decided = Extract<ProviderEvent, { type: 'levelDecided' }>

/** Since when the level goes on to which a decision that is taken back leads; undefined where that is not on record. */
export function sinceBefore(
  { decisions }: Pick<Provider, 'decisions'>,
  takesBack: number | undefined,
): string | undefined {
  if (takesBack === undefined) return undefined
  return standingChanges(decisions).findLast(({ n }) => n < takesBack)?.at
}

/** Whoever is not told yet of a level that was taken back is not told of it any more. */
export function withoutPlacement(
  provider: Provider,
  { at, takesBack }: Decided,
): Pick<Provider, 'tellings'> {
  const { tellings } = provider
  const of = tellingsOf(provider, takesBack)
  if (!tellings || of.length === 0) return {}
  return { tellings: tellings.map((one) => (of.includes(one) ? { ...one, takenBack: at } : one)) }
}
