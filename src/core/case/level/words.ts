import type { Composing } from '../../kind.ts'
import type { Part, Text } from '../../message/message.ts'
import { maySee } from '../../people/access.ts'
import { HOST } from '../../people/posts.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Prompt } from '../../prompt.ts'
import { labelOf } from '../../provider/change-level.ts'
import { showDay } from '../../time/local.ts'
import type { Case, LevelChoice } from '../case.ts'
import { providerOf } from '../rules.ts'
import type { Found, LevelNow } from './now.ts'
import { furtherWay, isUsual, wayWords } from './ways.ts'

/** What was decided on the case, with its day; and where the provider is now, for whoever may read that. */
export function levelFacts(kase: Case, composing: Composing): (readonly [string, Text])[] {
  return [['Level', levelWords(kase, composing)], ...nowFact(kase, composing)]
}

function levelWords({ level, triage }: Case, { policy }: Composing): string {
  if (level) {
    const how = level.asRecommended
      ? 'as the trigger tool recommended'
      : `chosen otherwise: ${level.reason ?? ''}`
    return `Decided on ${showDay(level.at, policy.zone)}: ${chosenWords(level, policy)}, ${how}`
  }
  return triage ? `not decided; the tool recommends “${triage.recommend}”` : 'not triaged yet'
}

function chosenWords({ level, found }: LevelChoice, policy: Policy): string {
  if (found) return foundWords(found, policy)
  return level === 'enhanced' ? 'Enhanced, review pending' : 'Routine'
}

/** `Enhanced (G11)`, or that it stays where it was found. */
export function foundWords({ level, way }: Found, policy: Policy): string {
  return way === null ? `it stays on “${labelOf(policy, level)}”` : wayWords(way, policy)
}

function nowFact(kase: Case, composing: Composing): (readonly [string, Text])[] {
  const { providerLevel: now, status } = kase
  if (!now || status === 'closed' || !mayKnow(kase, composing)) return []
  return [['Its provider now', nowWords(now, composing)]]
}

/** The host commissioner decides on what is shared with them. */
const ABOUT = { concern: {}, incident: {}, intelligence: { also: [HOST] } } as const

/** Whoever reads about the provider: not those who are told of this case alone. */
function mayKnow(kase: Case, { viewer, directory }: Composing): boolean {
  if (viewer.type === 'place' && viewer.place.to.type !== 'person') return true
  const person =
    viewer.type === 'place' && viewer.place.to.type === 'person' ? viewer.place.to.person : null
  const whoever =
    person === null ? viewer : ({ type: 'actor', actor: { type: 'person', person } } as const)
  return maySee(whoever, { ...ABOUT[kase.type], provider: providerOf(kase), places: [] }, directory)
}

function nowWords({ level, since, until }: LevelNow, { policy }: Composing): string {
  const day = (at: string) => showDay(at, policy.zone)
  const held = until === undefined ? '' : `, until ${day(until)} at the earliest`
  return `${labelOf(policy, level)}, since ${day(since)}${held}`
}

/** With the question for the level: that the provider is in enhanced already, and what is open there. */
export function alreadyParts(kase: Case, { state }: Prompt, composing: Composing): Part[] {
  const { providerLevel: now, provider } = kase
  const { policy } = composing
  if (!now || state !== 'open' || isUsual(now, policy)) return []
  const way = furtherWay(now, policy)
  const alert = { kind: 'alert', text: `${provider.name}: ${nowWords(now, composing)}.` } as const
  if (!way)
    return [
      alert,
      { kind: 'text', text: 'It is there already: its level stays, whatever you decide here.' },
    ]
  const text = `Nothing but a decision ends that: ${way.id}, ${way.label.toLowerCase()}, leads to “${labelOf(policy, way.to)}”. Or it stays as it is. Until then all goes on.`
  return [alert, { kind: 'text', text }, { kind: 'rule', id: way.id, citation: way.citation }]
}

/** Of a confidential case nobody says where its provider is: where a further reason may change that, it is decided there. */
export function heldWords({ transitions, levels }: Policy): string {
  const ways = transitions.filter(({ offered }) => offered === 'onFurtherReason')
  return ways
    .map(({ id, from }) => {
      const held = levels.filter((one) => from.includes(one.id)).map(({ label }) => `“${label}”`)
      return ` While it is on ${held.join(' or ')}, decide there whether that ends (${id}).`
    })
    .join('')
}

/** How the question is answered in words. */
export function howToAnswer({ providerLevel: now }: Case, policy: Policy): string {
  if (isUsual(now, policy))
    return ' You decide: reply “accept”, or “enhanced because …” or “routine because …”.'
  return ' You decide: press a button, or reply “accept” for what the tool recommends; otherwise “enhanced because …”, or “routine because …” where the level stays as it is.'
}
