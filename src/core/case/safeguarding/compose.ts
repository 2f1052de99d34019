import type { Composing } from '../../kind.ts'
import type { Message, Text } from '../../message/message.ts'
import { referenceOf } from '../../record-id.ts'
import { composeProof, composeTold } from '../../telling/compose.ts'
import { countsOf } from '../../telling/state.ts'
import { tellingOf } from '../../telling/telling.ts'
import type { Case } from '../case.ts'
import { routesOf } from './route.ts'

/** What each of them reads in private; undefined for a slot that is none of the route’s. */
export function composeRoute(kase: Case, slot: string, composing: Composing): Message | undefined {
  const telling = tellingOf(routesOf(kase), slot)
  if (!telling) return undefined
  const { viewer } = composing
  const isTheirs = viewer.type === 'place' && viewer.place.to.type === 'person'
  const person = isTheirs && viewer.place.to.type === 'person' ? viewer.place.to.person : null
  return composeTold({ ...telling, words: kase.what }, aboutOf(kase), person, composing)
}

/** The proof in the thread. */
export function routeNotice(kase: Case, composing: Composing): Message {
  return kase.route
    ? composeProof(kase.route, aboutOf(kase), composing)
    : { title: 'Safeguarding', parts: [] }
}

function aboutOf({ provider, id }: Case) {
  return { ...provider, name: `${provider.name} (${referenceOf(id)})` }
}

export function routeFacts({ route }: Case): readonly (readonly [string, Text])[] {
  return route ? [['Safeguarding route', countsOf(route)]] : []
}
