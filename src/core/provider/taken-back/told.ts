import type { Telling } from '../../telling/telling.ts'
import type { Provider } from '../provider.ts'

/** Those by which people were told of one decision on the level. */
export function tellingsOf(
  { decisions, tellings = [] }: Pick<Provider, 'decisions' | 'tellings'>,
  decision: number | undefined,
): readonly Telling[] {
  const made = decisions.find(({ n }) => n === decision)
  if (!made) return []
  return tellings.filter(
    ({ at, level }) => at === made.at && level?.from === made.from && level.to === made.to,
  )
}
