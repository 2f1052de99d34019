import { placeKey } from '../effect.ts'
import type { Context } from '../kind.ts'
import { byMail } from '../late.ts'
import type { Standing } from '../standing.ts'
import type { Instant } from '../time/instant.ts'
import { slotOf, type Telling, type TellingEvent, tellingOf } from './telling.ts'

type Happened = TellingEvent & { readonly at: Instant }

/** A service has accepted what somebody is told. */
export function reached(
  tellings: readonly Telling[],
  { slot, place }: { readonly slot: string; readonly place: string },
  { now: at }: Pick<Context, 'now'>,
): Happened[] {
  const telling = tellingOf(tellings, slot)
  const waits = telling?.told.some(
    (one) => placeKey(one.place) === place && one.acceptedAt === null,
  )
  return telling && waits ? [{ type: 'tellingReached', at, telling: telling.n, place }] : []
}

/** Somebody cannot be told there: by mail, if they are told nowhere else. */
export function notTold(
  telling: Telling,
  place: string,
  reason: string,
  context: Context,
): Happened[] {
  const here = telling.told.find((one) => placeKey(one.place) === place)
  if (!here || here.failed !== null) return []
  const others = telling.told.filter((one) => one !== here && one.person === here.person)
  const isAlone = others.every(({ failed }) => failed !== null)
  const mail = byMail([here.person], slotOf(telling), context).map((one) => one.place)
  const known = telling.told.map((one) => placeKey(one.place))
  const instead = isAlone ? mail.filter((one) => !known.includes(placeKey(one))) : []
  const { n } = telling
  return [{ type: 'tellingFailed', at: context.now, telling: n, place, reason, instead }]
}

/** What must stand in private: whatever neither its service has accepted nor is known to fail, unless it was taken back. */
export function standingTellings(all: readonly Telling[]): readonly Standing[] {
  const tellings = all.filter(({ takenBack }) => takenBack === undefined)
  return tellings.flatMap((telling) =>
    telling.told
      .filter(({ acceptedAt, failed }) => acceptedAt === null && failed === null)
      .map(({ place }) => ({ place, slot: slotOf(telling), urgent: false })),
  )
}
