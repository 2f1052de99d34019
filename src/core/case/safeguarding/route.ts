import { accept, type Decision } from '../../decision.ts'
import type { Effect, Place } from '../../effect.ts'
import { placeKey } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import type { SafeguardingRule } from '../../policy/safeguarding.ts'
import { reached } from '../../telling/arrival.ts'
import { resolveTelling } from '../../telling/resolve.ts'
import {
  isTelling,
  placesOfTellings,
  slotOf,
  type Telling,
  type TellingEvent,
  withLate,
  withTelling,
} from '../../telling/telling.ts'
import type { Case } from '../case.ts'
import { startClock } from '../clocks.ts'
import { onList } from '../confidential.ts'
import type { CaseEvent, CaseEventOf } from '../event.ts'
import type { CaseIntentOf } from '../intent.ts'
import { clockRule, providerOf } from '../rules.ts'

/** What of a case decides whether, and how, the route begins. */
type Matter = Pick<Case, 'type' | 'provider' | 'confidential' | 'route'>

/** Whoever must know of a safeguarding matter is told, once, and the clock of its follow-up runs. */
export function beginRoute(kase: Matter, context: Context): CaseEvent[] {
  const { policy, now: at } = context
  const { safeguarding: rule, tellings = [] } = policy
  const list = tellings.find(({ id }) => id === rule?.telling)
  if (!rule || !list || kase.route) return []
  const { lines, told } = resolveTelling(list, providerOf(kase), context)
  const may = onList(
    kase,
    told.map(({ person }) => person),
  )
  const telling = {
    rule: list.id,
    by: { type: 'clock' } as const,
    words: null,
    level: null,
    lines: lines.map((line) => {
      const isKept = line.person !== null && !onList(kase, [line.person]).includes(line.person)
      return isKept ? { ...line, offList: true as const } : line
    }),
    told: told.filter(({ person }) => may.includes(person)),
  }
  return [{ type: 'tellingBegun', at, telling }, ...followUp(kase, rule, context)]
}

/** Counted from when it was known to be one, whatever the case is and since when. */
function followUp(kase: Matter, { clock }: SafeguardingRule, context: Context): CaseEvent[] {
  const { type, provider, confidential } = kase
  const started = {
    ...{ type, provider, raisedAt: context.now, occurredAt: null, identifiedAt: null },
    urgent: false,
    answers: {},
    ...(confidential && { confidential }),
  }
  return startClock(clockRule(context.policy, clock), context.now, started, context)
}

export type RouteEvent = CaseEventOf<TellingEvent['type'] | 'toldLater'>

export function isOfRoute(event: CaseEvent): event is RouteEvent {
  return isTelling(event) || event.type === 'toldLater'
}

export function withRoute(kase: Case, event: RouteEvent): Case {
  if (event.type === 'toldLater')
    return kase.route ? { ...kase, route: withLate(kase.route, event) } : kase
  const [route] = withTelling(kase.route ? [kase.route] : [], event)
  return route ? { ...kase, route } : kase
}

/** From its service: it has accepted what one of them is told. */
export function noteTold(
  kase: Case,
  intent: CaseIntentOf<'noteTold'>,
  context: Context,
): Decision<CaseEvent> {
  return accept<CaseEvent>(...reached(routesOf(kase), intent, context))
}

export function routesOf({ route }: Pick<Case, 'route'>): readonly Telling[] {
  return route ? [route] : []
}

/** Where somebody is told who need not see the case. */
export function placesOfRoute(kase: Pick<Case, 'route'>): readonly Place[] {
  return placesOfTellings(routesOf(kase))
}

/** Whether a place is known only because somebody is told there. */
export function isOnlyRoute(kase: Case, place: Place, others: readonly Place[]): boolean {
  const key = placeKey(place)
  const isHere = (one: Place) => placeKey(one) === key
  return placesOfRoute(kase).some(isHere) && !others.some(isHere)
}

/** To each in private; the proof in the thread and its count on the case are kept up to date. */
export function announceRoute(kase: Case, event: RouteEvent): readonly Effect[] {
  const { route, places, notices } = kase
  if (!route) return []
  const proof = notices.find(({ said }) => said.say === 'route')
  const fresh = freshPlaces(route, event)
  const to = (place: Place, slot: 'root' | `notice:${string}`): Effect => {
    return { type: 'message', place, slot, urgent: false }
  }
  return [
    ...fresh.map((place) => to(place, slotOf(route))),
    ...places.flatMap((place) => [
      to(place, 'root'),
      ...(proof ? [to(place, `notice:${proof.n}`)] : []),
    ]),
  ]
}

function freshPlaces({ told }: Telling, event: RouteEvent): readonly Place[] {
  switch (event.type) {
    case 'tellingBegun':
      return told.map(({ place }) => place)
    case 'tellingFailed':
      return event.instead
    case 'toldLater':
      return event.told.map(({ place }) => place)
    case 'tellingReached':
      return []
  }
}
