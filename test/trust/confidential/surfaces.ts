import type { ServerResponse } from 'node:http'
import type { Reply } from '../../../src/app/conversation.ts'
import { metricsRoute } from '../../../src/app/metrics/index.ts'
import { tallying } from '../../../src/app/metrics/meter.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Message, Press } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { readersOf } from '../../../src/core/people/access.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import { findPerson } from '../../../src/core/people/find.ts'
import { RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { roomOf, type World } from './world.ts'

/** A reference that was never given. */
const NOWHERE = RecordId.parse('case-00000000')

/** One way to come upon the case: what somebody gets, as text. `id` is its own, or one that is not there. */
export interface Surface {
  readonly name: string
  get(world: World, who: Actor, id: RecordId): Promise<string>
  /** The same is got for a case that is not there; otherwise nothing is compared. */
  readonly compares: boolean
}

export const SURFACES: readonly Surface[] = [
  asked('status', () => 'status'),
  asked('what I owe', () => 'mine'),
  asked('help', () => 'help'),
  asked('status of the reference', (id) => `status ${referenceOf(id)}`),
  asked('note on the reference', (id) => `note ${referenceOf(id)}`),
  asked('triage of the reference', (id) => `trigger ${referenceOf(id)}`),
  asked('meeting on the reference', (id) => `convene ${referenceOf(id)}`),
  asked('closing the reference', (id) => `close ${referenceOf(id)}`),
  asked('taking a clock of the reference', (id) => `have ${referenceOf(id)} D2`),
  asked('who sees the reference', (id) => `access ${referenceOf(id)}`),
  asked('making the reference confidential', (id) => `confidential ${referenceOf(id)}`),
  asked('news of the reference', (id) => `news off ${referenceOf(id)}`),
  asked('a code that is none', () => 'followup ABCD-ABCD-ABCD-ABCD'),
  {
    name: 'status of the provider',
    compares: false,
    async get({ app, channel }, actor) {
      const text = 'status willow'
      return said(app, await app.conversation.command(heard(actor, channel), 'muster', text))
    },
  },
  {
    name: 'status of its meeting',
    compares: false,
    async get({ app, channel, meeting }, actor) {
      const text = `status ${referenceOf(meeting)}`
      return said(app, await app.conversation.command(heard(actor, channel), 'muster', text))
    },
  },
  {
    name: 'own page',
    compares: true,
    async get({ app, channel }, actor) {
      return words(app, await app.conversation.home(heard(actor, channel)))
    },
  },
  pressed('old button that opens a form', (record) => ({ do: 'open', form: 'access', record })),
  pressed('old button of a reminder', (record) => ({ do: 'have', record, clock: 'D2' })),
  pressed('old button of a question', (record) => {
    return { do: 'answer', record, prompt: 'level', answer: 'accept', revision: 1 }
  }),
  inForm('form that is open, brought up to date', 'refresh'),
  inForm('form that is open, handed in', 'submit'),
  inForm('form for who sees it, handed in', 'submit', 'access'),
  {
    name: 'reply in its thread',
    compares: false,
    async get({ app, channel, id }, actor) {
      const place = placeOf(roomOf(app, channel, id).split('/')[2] ?? '', channel)
      const ref = await app.store.shown(id, roomOf(app, channel, id), 'root')
      const where = { place, ref: ref ?? '' }
      return said(app, await app.conversation.said(heard(actor, channel), where, 'have D2'))
    },
  },
  {
    name: 'words in a chat without threads',
    compares: true,
    async get({ app, channel }, actor, id) {
      const chat = { places: [placeOf('willow', channel)], quoted: undefined }
      const text = `${referenceOf(id)} have D2`
      return said(app, await app.conversation.saidInChat(heard(actor, channel), chat, text))
    },
  },
  {
    name: 'its card, brought up to date',
    compares: false,
    async get({ app, channel, id }, actor) {
      const place = placeOf(roomOf(app, channel, id).split('/')[2] ?? '', channel)
      const seen = await app.conversation.view(heard(actor, channel), place, id, 'root')
      return seen ? words(app, seen) : ''
    },
  },
  standing('cards and threads', ({ slot }) => /^(root|prompt:|notice:\d)/.test(slot)),
  standing('reminders', ({ slot }) => slot.startsWith('nudge:')),
  standing('mails', ({ place }) => place.startsWith('mail/')),
  standing('notices after an outage, alarms, questions about access', ({ record, slot }) => {
    return record.startsWith('organisation-') || slot.startsWith('notice:ask')
  }),
  {
    name: 'names of rooms',
    compares: false,
    async get({ app, channel }, actor) {
      const places = placesFor(app, channel, actor)
      const rooms = app.web.rooms.filter(({ room }) => places.includes(`${channel}/room/${room}`))
      return rooms.map(({ name, topic }) => `${name} ${topic}`).join('\n')
    },
  },
]

/** What is for no person: a trace of the case there would be read by whoever runs Muster, or watches it. */
export async function unseen({ app, lines }: World): Promise<Readonly<Record<string, string>>> {
  const texts: string[] = []
  const response = { writeHead: () => response, end: (text: string) => texts.push(text) }
  // The route writes to nothing else of a response.
  const standIn = response as unknown as ServerResponse
  await metricsRoute(app.app, tallying()).handle({} as never, standIn)
  const rooms = app.web.rooms.map(({ name, topic }) => `${name} ${topic}`)
  return {
    metrics: texts.join(''),
    'lines of the log': lines.join('\n'),
    'names of rooms': rooms.join('\n'),
  }
}

export { NOWHERE }

function asked(name: string, text: (id: RecordId) => string): Surface {
  return {
    name,
    compares: true,
    async get({ app, channel }, actor, id) {
      return said(app, await app.conversation.command(heard(actor, channel), 'muster', text(id)))
    },
  }
}

/** All that is left where it stood before; whose message it is, nobody sees. */
const LEFT =
  'This case is now confidential\nIt is not shown here any more. Only the people on its list see it.'

type Standing = World['app']['web']['standing'][number]

/** Messages of one kind that stand wherever somebody may look. */
function standing(name: string, isMeant: (one: Standing) => boolean): Surface {
  return {
    name,
    compares: false,
    async get({ app, channel }, actor) {
      const places = placesFor(app, channel, actor)
      const all = app.channels.flatMap((one) => one.standing)
      const read = all.filter(
        (one) => isMeant(one) && places.includes(one.place) && one.words !== LEFT,
      )
      return read.map((one) => `${nameOf(one)} ${one.words}`).join('\n')
    },
  }
}

/** Of which record it is, and which of its messages. */
function nameOf({ record, slot }: Standing): string {
  return `${referenceOf(RecordId.parse(record))} ${slot}`
}

/** How many messages of each kind there were to be found. */
export function counted({ app }: World): string {
  const all = app.channels.flatMap((one) => one.standing)
  const of = (isMeant: (one: Standing) => boolean) => all.filter(isMeant).length
  const reminders = of(({ slot }) => slot.startsWith('nudge:'))
  const mails = of(({ place }) => place.startsWith('mail/'))
  const asks = of(({ slot }) => slot.startsWith('notice:ask'))
  const outages = of(({ record }) => record.startsWith('organisation-'))
  return `${all.length} messages (${reminders} reminders, ${mails} mails, ${outages} notices after an outage and alarms, ${asks} questions about access)`
}

function pressed(name: string, press: (id: RecordId) => Press): Surface {
  return {
    name,
    compares: true,
    async get({ app, channel }, actor, id) {
      return said(app, await app.conversation.press(heard(actor, channel), press(id)))
    },
  }
}

function inForm(name: string, what: 'refresh' | 'submit', form = 'note'): Surface {
  return {
    name,
    compares: true,
    async get({ app, channel }, actor, record) {
      keys += 1
      const ticket = { form, nonce: `nonce-${keys}`, record }
      const answers = { text: 'Seen.', action: 'take', take: 'nobody', reason: 'So.' }
      return said(app, await app.conversation[what](heard(actor, channel), ticket, answers))
    },
  }
}

let keys = 0

function heard(actor: Actor, channel: string) {
  keys += 1
  return { actor, channel, key: `tried-${keys}` }
}

function said(app: World['app'], reply: Reply): string {
  switch (reply.type) {
    case 'nothing':
      return 'nothing'
    case 'say':
      return words(app, reply.message)
    case 'form': {
      const { title, heading, fields, problem = '', ticket } = reply.form
      const { nonce, ...rest } = ticket
      return JSON.stringify([title, heading, fields, problem, rest])
    }
  }
}

function words({ app }: World['app'], message: Message): string {
  return plainMessage(message, app.directory())
}

function placeOf(room: string, channel: string): Place {
  return { channel, to: { type: 'room', room } }
}

/** A person's own messages and mails, the rooms that the directory gives them, and those they are in now. */
function placesFor(app: World['app'], channel: string, actor: Actor): readonly string[] {
  if (actor.type !== 'person') return [`${channel}/account/guest`]
  const { person } = actor
  const directory = app.app.directory()
  const home = findPerson(directory, person)?.organisation.slug ?? ''
  const listed = directory.organisations.flatMap(({ slug, leadProvider, rooms }) => {
    const provider = { slug, leadProvider: leadProvider ?? slug }
    return readersOf(directory, provider).includes(home) ? rooms.map(({ room }) => room) : []
  })
  const made = app.web.rooms.filter(({ room, people }) =>
    isIn(app, `${channel}/room/${room}`, people, person),
  )
  const rooms = [...listed, ...made.map(({ room }) => room)].map(
    (room) => `${channel}/room/${room}`,
  )
  return [`${channel}/person/${person}`, `mail/person/${person}`, ...rooms]
}

/** As the service was told: made with, then let in and taken out. */
function isIn(app: World['app'], room: string, people: readonly string[], person: string): boolean {
  let inside = people.includes(person)
  for (const call of app.web.calls) {
    const [what, where, ...who] = call.split(' ')
    if (where === room && who.includes(person)) inside = what === 'invite'
  }
  return inside
}
