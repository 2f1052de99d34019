import { type Effect, placeKey, type Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Part } from '../../message/message.ts'
import type { DigestGroup } from '../../provider/digest/lines.ts'
import { lookAhead } from '../../provider/digest/window.ts'
import { showDate } from '../../time/day.ts'
import { showLocal } from '../../time/local.ts'
import type { Organisation } from '../organisation.ts'
import { type DigestFor, type DigestSent, type Often, slotOfDigest } from './digest.ts'

const MOST = 20

export function announceDigests(sent: readonly DigestSent[]): Effect[] {
  return sent.flatMap((one) => {
    const slot = slotOfDigest(one)
    return one.places.map((place): Effect => ({ type: 'message', place, slot, urgent: false }))
  })
}

/** The digest of a slot, where whoever looks is one of those who were sent it. */
export function digestIn(
  { digests }: Organisation,
  slot: Slot,
  { viewer }: Pick<Composing, 'viewer'>,
): DigestSent | undefined {
  const sent = digests?.sent.find((one) => slotOfDigest(one) === slot)
  if (!sent || viewer.type === 'operator') return sent
  if (viewer.type !== 'place') return undefined
  const key = placeKey(viewer.place)
  return sent.places.some((place) => placeKey(place) === key) ? sent : undefined
}

/** That it was sent: what it told is in the records of the providers, and written from them. */
export function composeDigest(
  organisation: Organisation,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const sent = digestIn(organisation, slot, composing)
  if (!sent) return undefined
  return {
    title: `Digest of the tracker, ${showLocal(sent.upTo, composing.policy.zone)}`,
    parts: [buttonsPart(organisation, sent.to)],
  }
}

/** The digest with what it tells, by level; one line where that is nothing. */
export function digestMessage(
  organisation: Organisation,
  sent: DigestSent,
  groups: readonly DigestGroup[],
  composing: Composing,
): Message {
  const { policy } = composing
  const all = groups.flatMap(({ entries }) => entries)
  const ahead = showDate(lookAhead(sent.upTo, policy).day)
  const since = showLocal(sent.from, policy.zone)
  const buttons = buttonsPart(organisation, sent.to)
  if (all.length === 0)
    return {
      title: `Tracker: nothing new since ${since}, nothing overdue, nothing due by ${ahead}`,
      parts: sent.to.type === 'person' ? [buttons] : [],
    }
  const count = (what: 'news' | 'overdue' | 'due') =>
    all.reduce((sum, entry) => sum + entry[what].length, 0)
  const rule = policy.digest
  return {
    title: `Tracker: ${count('news')} new, ${count('overdue')} overdue, ${count('due')} due by ${ahead}`,
    parts: [
      { kind: 'text', text: `What is new since ${since}. ${RHYTHM[sent.every]}` },
      ...levelParts(groups),
      buttons,
      ...(rule ? [{ kind: 'rule', id: rule.id, citation: rule.citation } as const] : []),
    ],
  }
}

const RHYTHM: Readonly<Record<Often, string>> = {
  daily: 'It comes each working day.',
  weekly: 'It comes once a week.',
}

/** As many providers as a message holds, the highest level first. */
function levelParts(groups: readonly DigestGroup[]): Part[] {
  let room = MOST
  const parts = groups.flatMap(({ label, entries }): Part[] => {
    const items = entries.slice(0, room).map(({ text }) => text)
    room -= items.length
    if (items.length === 0) return []
    return [
      { kind: 'text', text: `${label}:` },
      { kind: 'list', items },
    ]
  })
  const left = groups.flatMap(({ entries }) => entries).length - (MOST - room)
  if (left === 0) return parts
  const text = `And ${left} more: “/muster tracker” with the name of a level.`
  return [...parts, { kind: 'text', text }]
}

function buttonsPart({ id: record }: Organisation, to: DigestFor): Part {
  const tracker: Button = { label: 'Tracker', press: { do: 'command', words: 'tracker' } }
  const own: Button = {
    label: 'No more of this',
    press: { do: 'command', words: 'digest off' },
  }
  if (to.type === 'person') return { kind: 'buttons', buttons: [tracker, own] }
  const change: Button = {
    label: 'Change or end it…',
    press: { do: 'open', form: 'digest', record, with: { where: to.use } },
  }
  return { kind: 'buttons', buttons: [tracker, change] }
}
