import { postLabel } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import type { Button, Part, Text } from '../message/message.ts'
import { resolvePost } from '../people/posts.ts'
import type { Transition } from '../policy/policy.ts'
import type { RecordId } from '../record-id.ts'
import { isWithheld } from './forgotten.ts'
import type { LevelDecision, Provider } from './provider.ts'
import { waysOn } from './ways.ts'

/** Opens the form that decides on the level, with a way chosen where there is one, and what it rests on. */
export function levelButton(
  record: Provider['id'],
  chosen?: { transition: string; rests?: string },
): Button {
  const label = chosen === undefined ? 'Change its level…' : `Decide ${chosen.transition}…`
  const filled = chosen === undefined ? {} : { with: chosen }
  return { label, press: { do: 'open', form: 'surveillance', record, ...filled } }
}

/** A further reason changes no level by itself: the way that it may open is put to whoever decides. */
export function offerPart(
  provider: Provider,
  decision: LevelDecision,
  composing: Composing,
): Part[] {
  const { n, from, to, because } = decision
  if (from !== to || !isOpen(provider, n)) return []
  // A button must not carry what its card keeps back.
  const rests = isWithheld(provider, decision) ? undefined : (because ?? undefined)
  return furtherWays(provider, composing).flatMap((way) =>
    considerPart(provider, way, composing, rests),
  )
}

/** On the card: the cases that wait for a decision, where one may change the level on which it is. */
export function askedPart(provider: Provider, composing: Composing): Part[] {
  const ways = furtherWays(provider, composing)
  const asking = (provider.signs ?? []).filter(({ levelAsked }) => levelAsked)
  return asking.flatMap(({ case: rests }) =>
    ways.flatMap((way): Part[] => [
      {
        kind: 'text',
        text: ['Waits for a decision, here or on the case: ', { record: rests }, '.'],
      },
      ...considerPart(provider, way, composing, rests),
    ]),
  )
}

function furtherWays(provider: Provider, { policy }: Composing): Transition[] {
  return waysOn(provider, policy).filter(({ offered }) => offered === 'onFurtherReason')
}

/** Puts a way between levels to whoever decides on it. */
export function considerPart(
  provider: Provider,
  { id, label, decides, citation }: Transition,
  composing: Composing,
  rests?: RecordId,
): Part[] {
  const { directory, now } = composing
  const deciders = decides.map((post): Text => {
    const found = resolvePost(directory, provider, post, now)
    return found ? [{ person: found.person }] : postLabel({ provider }, post, composing)
  })
  const whom = deciders.flatMap((one, index) => [...(index > 0 ? [' or '] : []), ...[one].flat()])
  const button = levelButton(provider.id, { transition: id, ...(rests && { rests }) })
  return [
    {
      kind: 'text',
      text: [
        ...whom,
        `: does it change the level (${id}, ${label.toLowerCase()})? Only your decision does; until then all goes on as it is.`,
      ],
    },
    { kind: 'buttons', buttons: [button] },
    { kind: 'rule', id, citation },
  ]
}

/** Nothing was decided since that led anywhere. */
function isOpen({ decisions }: Provider, n: number): boolean {
  return decisions.every((one) => one.n <= n || one.from === one.to)
}

/** Which earlier decisions still ask for one. */
export function openOffers({ decisions }: Pick<Provider, 'decisions'>): number[] {
  const changed = decisions.findLast(({ from, to }) => from !== to)?.n ?? 0
  return decisions.filter(({ n, from, to }) => n > changed && from === to).map(({ n }) => n)
}
