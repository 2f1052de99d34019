import { channelOf, serviceName } from '../../core/late.ts'
import { isKeptOut } from '../../core/meeting/conflict/conflict.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { openedAt } from '../../core/meeting/opened/opened.ts'
import type { Part, Text } from '../../core/message/message.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { RecordId } from '../../core/record-id.ts'
import { showLocal } from '../../core/time/local.ts'
import type { App } from '../app.ts'
import { deliveredWords } from './delivered-words.ts'
import { letterLines } from './letter-lines.ts'
import { messagesOf, type Notified } from './messages.ts'
import { slotsOfMeeting } from './slots.ts'
import { gathered } from './told-events.ts'

type Around = Pick<App, 'store' | 'channels'>

/** Proof of notice of a meeting, for whoever may see it: who was told when, on which service, who opened it and who answered. */
export async function noticeParts(
  { store, channels }: Around,
  id: RecordId,
  zone: string,
  reader: Actor,
): Promise<readonly Part[]> {
  const row = await store.row(id)
  const one = row && gathered('meeting', row)
  if (!one || one.record.removed) return []
  const times = timeSlotsOf(one.record)
  const all = messagesOf(one, slotsOfMeeting(one))
  const calls = all.filter(({ slot }) => slot.startsWith('prompt:') || times.includes(slot))
  const proof: Proof = { meeting: one.record, calls, times, zone, channels }
  const items = [
    ...peopleOf(one.record).map((person) => lineOf(person, proof)),
    ...(readsVotes(one.record, reader) ? letterLines(one.record, all, zone) : []),
  ]
  if (items.length === 0) return []
  return [
    { kind: 'text', text: 'Proof of notice – told, accepted by the service, opened, answered:' },
    { kind: 'list', items },
    ...remarks(proof),
  ]
}

/** What is decided meanwhile is not for whoever is kept out. */
function readsVotes(meeting: Meeting, reader: Actor): boolean {
  return reader.type === 'person' && !isKeptOut(meeting, reader.person)
}

interface Proof extends Pick<Around, 'channels'> {
  readonly meeting: Meeting
  readonly calls: readonly Notified[]
  /** The messages that told of another time. */
  readonly times: readonly string[]
  readonly zone: string
}

function timeSlotsOf({ notices }: Meeting): readonly string[] {
  return notices.flatMap(({ n, said }) => (said.say === 'time' ? [`notice:${n}`] : []))
}

function peopleOf({ prompts, gone = [] }: Meeting): readonly string[] {
  const asked = prompts.flatMap((prompt) => prompt.asked)
  return [...new Set(asked)].filter((person) => !gone.includes(person))
}

function lineOf(person: string, proof: Proof): Text {
  const { calls, zone } = proof
  const own = calls.filter(({ place }) => place.endsWith(`/person/${person}`))
  const words = own.flatMap((call) => [
    `${aboutOf(call, proof)}${deliveredWords(call, zone)}${openedWords(call, person, proof)}`,
    ...byLetterSince(call, proof),
  ])
  const answers = own.flatMap(({ answered }) => (answered?.by === person ? [answered] : []))
  const [answer] = answers
  const answered = answer
    ? `answered “${answer.answer}” ${showLocal(answer.at, zone)}`
    : 'no answer'
  return [{ person }, `: ${[...words, answered].join('; ')}`]
}

function aboutOf({ slot }: Notified, { times }: Proof): string {
  if (times.includes(slot)) return 'another time, '
  return slot === 'prompt:chair' ? 'asked to chair, ' : ''
}

/** Nothing where the service does not say: that is remarked below, once. */
function openedWords({ place, slot }: Notified, person: string, proof: Proof): string {
  const channel = channelOf(place)
  const word = proof.channels.get(channel)?.tells
  if (word === undefined) return ''
  const at = openedAt(proof.meeting, { person, channel, slot })
  return `, ${at === null ? NOT_YET[word] : `${word} ${showLocal(at, proof.zone)}`}`
}

const NOT_YET = { opened: 'not opened yet', 'link opened': 'link not opened yet' } as const

/** A letter is never changed: another time comes by a letter of its own, about the same call. */
function byLetterSince({ place, slot, latestAt }: Notified, proof: Proof): string[] {
  const { meeting, zone } = proof
  const changed = meeting.times?.at(-1)?.at
  const isLetter = meeting.casePlaces.every(({ channel }) => channel !== channelOf(place))
  if (!isLetter || changed === undefined || latestAt === null || latestAt < changed) return []
  const [channel = '', , person = ''] = place.split('/')
  const word = proof.channels.get(channel)?.tells
  const at = openedAt(meeting, { person, channel, slot }, changed)
  const told = `another time, told on ${serviceName(channel)}, accepted ${showLocal(latestAt, zone)}`
  if (word === undefined) return [told]
  return [`${told}, ${at === null ? NOT_YET[word] : `${word} ${showLocal(at, zone)}`}`]
}

/** What the words above mean, and which services say nothing. */
function remarks({ calls, channels }: Proof): Part[] {
  const used = [...new Set(calls.map(({ place }) => channelOf(place)))]
  const silent = used.filter((channel) => channels.get(channel)?.tells === undefined)
  const byLink = used.some((channel) => channels.get(channel)?.tells === 'link opened')
  const names = silent.map(serviceName).join(' and ')
  return [
    ...(silent.length > 0
      ? [{ kind: 'text', text: `Whether it was opened is not known on ${names}.` } as const]
      : []),
    ...(byLink
      ? [
          {
            kind: 'text',
            text: '“Link opened” may be a program that checks mails: it does not say that anybody has read it.',
          } as const,
        ]
      : []),
  ]
}
