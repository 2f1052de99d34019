import { CONFIDENTIAL_REASON } from '../case/compose-confidential.ts'
import { droppedWords } from '../case/dropped-words.ts'
import { doerText, shown } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import { mailedText, notAcceptedWords, notReachedWords } from '../late.ts'
import type { Inline, Message, Part, Text } from '../message/message.ts'
import type { Instrument } from '../policy/instrument.ts'
import type { Transition } from '../policy/policy.ts'
import { labelOf } from './change-level.ts'
import { meetingNotice } from './compose-meetings.ts'
import { offerPart } from './compose-offer.ts'
import { proofNotice } from './compose-told.ts'
import { dutyNotice, isOfWork } from './cycle/compose-notice.ts'
import { unbegunOnEntry } from './cycle/unbegun.ts'
import { isWithheld } from './forgotten.ts'
import { heldMeetings } from './held.ts'
import { filedNotice } from './matter/compose.ts'
import { readsMatter } from './matter/kept-back.ts'
import { notLive } from './not-live.ts'
import type { LevelDecision, Notice, Provider, Rated } from './provider.ts'
import { takenBackFacts } from './taken-back/words.ts'
import { isOfLevel } from './untimed.ts'
import { wayTaken } from './ways.ts'

/** What the thread is told of one fact. */
export function composeNotice(
  provider: Provider,
  { said }: Notice,
  composing: Composing,
): Message | undefined {
  if (isOfWork(said)) return dutyNotice(provider, said, composing)
  switch (said.say) {
    case 'level': {
      const decision = provider.decisions.find(({ n }) => n === said.decision)
      return decision && level(provider, decision, composing)
    }
    case 'rated': {
      const rated = provider.ratings.find(({ n }) => n === said.rating)
      return rated && rating(provider, rated, composing)
    }
    case 'filed':
      return filedNotice(provider, said, composing)
    case 'noted':
      return {
        title: 'Note',
        parts: [
          { kind: 'text', text: doerText(said.by, composing) },
          { kind: 'quote', text: said.text },
        ],
      }
    case 'telling':
      return proofNotice(provider, said.telling, composing)
    case 'meetingCalled':
    case 'meetingClosed':
    case 'meetingCalledOff':
      return meetingNotice(provider, said, composing)
    case 'notDone':
      return {
        title: 'This could not be done',
        parts: [{ kind: 'alert', text: said.refusal.message }],
      }
    case 'dropped':
      return {
        title: 'A message was given up',
        parts: [{ kind: 'alert', text: droppedWords(said) }],
      }
    case 'late': {
      const late = provider.late[said.index]
      if (!late) return undefined
      return {
        title: 'A reminder was not accepted',
        parts: [
          { kind: 'alert', text: notAcceptedWords(late, 'it', composing) },
          { kind: 'text', text: mailedText(provider.late, late) },
        ],
      }
    }
    case 'undelivered': {
      const [channel = '', to, name = ''] = said.place.split('/')
      const whom: Text = to === 'person' ? [{ person: name }] : 'This room'
      const text = [...[whom].flat(), ` ${notReachedWords(channel, said.reason)}`]
      return { title: 'A reminder was not delivered', parts: [{ kind: 'alert', text }] }
    }
  }
}

function level(provider: Provider, decision: LevelDecision, composing: Composing): Message {
  const { policy } = composing
  const { from, to, at } = decision
  const way = wayTaken(decision, policy)
  const title =
    from === to
      ? `${provider.name} stays on ${labelOf(policy, to)}`
      : `${provider.name}: ${labelOf(policy, from)} → ${labelOf(policy, to)}`
  const facts: (readonly [string, Text])[] = [
    ...whoDecided(provider, decision, composing),
    ['Decided at', shown(at, composing)],
    ...takenBackFacts(provider, decision, composing),
    ...(way ? [['By', wayText(way)] as const] : []),
    ...(isWithheld(provider, decision) ? WITHHELD : ledTo(decision)),
  ]
  return {
    title,
    parts: [
      { kind: 'facts', facts },
      ...notLive(provider, composing),
      ...(way ? [{ kind: 'rule', id: way.id, citation: way.citation } as const] : []),
      ...wantedNext(provider, decision, composing),
      ...unbegunOnEntry(provider, decision, composing),
      ...offerPart(provider, decision, composing),
    ],
  }
}

/** A meeting that decided, with its chair, and whoever recorded that; otherwise whoever decided. */
function whoDecided(
  provider: Provider,
  decision: LevelDecision,
  composing: Composing,
): (readonly [string, Text])[] {
  const who = doerText(decision.by, composing)
  const meeting = meetingThatDecided(provider, decision, composing)
  if (meeting === null) return [['Decided by', who]]
  return [
    ['Decided by', meeting],
    ['Recorded by', who],
  ]
}

/** `the risk summit M-…, chaired by Rhea Dutta`; null where somebody decided by themselves. */
export function meetingThatDecided(
  provider: Provider,
  { because, opened, chair }: LevelDecision,
  { policy }: Composing,
): Text | null {
  if (because === null || opened?.meeting !== because) return null
  const rule = heldMeetings(provider).find(({ meeting }) => meeting === because)?.rule
  const label = policy.meetings.find(({ id }) => id === rule)?.label ?? 'meeting'
  return [`the ${label.toLowerCase()} `, { record: because }, ...chairedBy(chair)]
}

/** Nothing where that is not known: it was not always kept, and whoever confirmed may not have come. */
function chairedBy(chair: LevelDecision['chair']): Inline[] {
  if (chair === undefined) return []
  return chair === null ? [', with no chair confirmed'] : [', chaired by ', { person: chair }]
}

const WITHHELD = [['Reason', CONFIDENTIAL_REASON]] as const

function ledTo({
  reason,
  evidence,
  because,
  rests,
  conflicts,
}: LevelDecision): (readonly [string, Text])[] {
  return [
    ['Reason', reason],
    ...(evidence ? [['Evidence', evidence] as const] : []),
    ...(because ? [['Because of', [{ record: because }]] as const] : []),
    ...(rests === undefined ? [] : [['Rests on', [{ record: rests }]] as const]),
    ...(conflicts === undefined ? [] : [['Conflicts of interest', conflicts] as const]),
  ]
}

/** `G2, a trigger`. */
export function wayText({ id, label }: Pick<Transition, 'id' | 'label'>): string {
  return `${id}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

/** What is owed on the level that was reached. */
function wantedNext({ cycles }: Provider, decision: LevelDecision, { policy }: Composing): Part[] {
  const { untimed = [] } = policy
  const reached = decision.to
  const then = { level: reached, decisions: [decision] }
  const timed = policy.cycles.flatMap(({ id, label, startsOn, citation }): Part[] => {
    const cycle = cycles.find(({ rule }) => rule === id)
    if (startsOn.on !== 'level' || !startsOn.levels.includes(reached) || !cycle?.dueAt) return []
    return [
      { kind: 'text', text: `${label}: ${cycle.words}.` },
      { kind: 'rule', id, citation },
    ]
  })
  const others = untimed.filter((rule) => isOfLevel(then, rule))
  return [
    ...timed,
    ...others.flatMap(({ id, label, time, citation }): Part[] => [
      { kind: 'text', text: `${label}: ${time}.` },
      { kind: 'rule', id, citation },
    ]),
  ]
}

function rating(provider: Provider, rated: Rated, composing: Composing): Message {
  const { rating: result, by, ratedAt, prompts } = rated
  const instrument = composing.policy.instruments.find(({ id }) => id === result.instrument)
  const label = instrument?.label ?? result.instrument
  const rows = result.rows.map((row): readonly [string, Text] => [
    row.label,
    `${row.score} × ${row.weight} = ${row.share}`,
  ])
  const said = [result.change, result.remark].filter((one) => one !== null)
  return {
    title: `${provider.name}: ${label} ${result.total}, ${result.bandLabel}`,
    parts: [
      {
        kind: 'text',
        text: [`Rated ${shown(ratedAt, composing)} by `, ...doerText(by, composing), '.'],
      },
      { kind: 'facts', facts: [...rows, ['Total', result.sum]] },
      ...said.map((text): Part => ({ kind: 'text', text })),
      ...intelligenceParts(provider, rated, composing),
      ...suggestions(prompts),
      ...(instrument ? instrumentParts(instrument) : []),
    ],
  }
}

/** What officers know beside the scores, for whoever does not work at the provider. */
export function intelligenceParts(
  provider: Provider,
  { note }: Pick<Rated, 'note'>,
  composing: Composing,
): Part[] {
  if (note === null || !readsMatter({ keptBack: true }, provider, composing)) return []
  return [
    { kind: 'text', text: 'Other soft intelligence, kept from the provider:' },
    { kind: 'quote', text: note },
  ]
}

/** What a band suggests; a person decides whether any of it is done. */
export function suggestions(prompts: readonly string[]): Part[] {
  if (prompts.length === 0) return []
  return [
    { kind: 'text', text: 'To be considered by a person; nothing of it happens by itself:' },
    { kind: 'list', items: prompts },
  ]
}

function instrumentParts({ id, citation, bandsCitation, disclaimer }: Instrument): Part[] {
  return [
    ...(disclaimer ? [{ kind: 'text', text: disclaimer } as const] : []),
    { kind: 'rule', id, citation },
    { kind: 'rule', id: `${id} bands`, citation: bandsCitation },
  ]
}
