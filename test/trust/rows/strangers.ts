import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Message, Press } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { type Found, found, type Row } from '../../proof/row.ts'
import { accountOf } from '../accounts.ts'
import { CHANNELS } from '../made-up-world.ts'
import { type Prepared, prepared } from '../permissions/prepared.ts'

export const strangersSeeNothing: Row = {
  name: 'strangers',
  goal: 'people of another sub-contractor or region, somebody removed, and accounts of nobody get not a word of Alder House’s records, and change nothing',
  run: strangers,
}

/** None of them has to do with Alder House, or has any more. */
const STRANGERS = [
  'tomasz-ellery',
  'shirin-castellane',
  'winston-achterberg',
  'siobhan-ekwueme',
  'jasvinder-coombe',
  'marek-ashdown',
  'unlisted',
  'namesake',
]

/** Words that stand in nothing but Alder House’s records and in what is said of them. */
const SECRETS = [/restrictor/i, /Heron/, /grave risk/i, /Gethin/, /Amina/, /Cornelius/, /referrals/]

async function strangers(): Promise<Found> {
  const world = await prepared()
  const wrongs: string[] = []
  let tried = 0
  for (const channel of CHANNELS) {
    for (const who of STRANGERS) {
      const trial = trialOf(world, who, channel)
      for (const [what, ask] of asksOf(world)) {
        tried += 1
        const before = world.world.changes()
        const words = await ask(trial)
        if (world.world.changes() > before) wrongs.push(`${who}, ${channel}, ${what}: changed it`)
        const secret = SECRETS.find((one) => one.test(words))
        if (secret) wrongs.push(`${who}, ${channel}, ${what}: ${secret} in “${words}”`)
      }
    }
  }
  const sent = sentTo(world)
  wrongs.push(...sent.wrongs)
  return found(
    `${STRANGERS.length} strangers × ${asksOf(world).length} ways × ${CHANNELS.length} channels: ${tried} tries; ${sent.looked} messages that were sent looked at`,
    wrongs,
  )
}

interface Trial {
  readonly prepared: Prepared
  readonly heard: () => Heard
}

type Ask = (trial: Trial) => Promise<string>

let keys = 0

function trialOf(prepared: Prepared, who: string, channel: string): Trial {
  return {
    prepared,
    heard() {
      keys += 1
      return { actor: accountOf(prepared.world.app, who, channel), channel, key: `key-${keys}` }
    },
  }
}

const ROOM: Place = { channel: 'web', to: { type: 'room', room: 'alder-house-quality' } }
const CARDS = [
  'concern',
  'triaged',
  'incident',
  'late',
  'closed',
  'teleconference',
  'summit',
] as const

/** Every way in: commands, lists, cards, threads, chats, forms and links. */
function asksOf(prepared: Prepared): readonly (readonly [string, Ask])[] {
  return [
    ...LISTS.map((words) => [words, command(words)] as const),
    [
      'home',
      async ({ prepared: { world }, heard }) =>
        plain(world, await world.conversation.home(heard())),
    ],
    ...CARDS.flatMap((card) => asksOfCard(prepared, card)),
    ...PROVIDERS.map((words) => [words, command(words)] as const),
  ]
}

const LISTS = ['', 'help', 'mine', 'status', 'when', 'people']
const PROVIDERS = [
  'status alder-house',
  'rate alder-house',
  'note alder-house a word',
  'people alder-house',
  'people alder-house incident-lead',
]

function asksOfCard(
  prepared: Prepared,
  card: (typeof CARDS)[number],
): readonly (readonly [string, Ask])[] {
  const id = prepared[card]
  const reference = referenceOf(id)
  const words = [
    `status ${reference}`,
    `trigger ${reference}`,
    `convene ${reference}`,
    `have ${reference} D1`,
    `note ${reference} a word`,
    `close ${reference}`,
    `incident ${reference}`,
  ]
  const presses = buttonsOf(prepared, id)
  return [
    ...words.map((one) => [one, command(one)] as const),
    ...presses.map((press) => [`${card}: ${JSON.stringify(press)}`, pressing(press)] as const),
    [`${card}: its card`, viewing(card)],
    ...REPLIES.map((text) => [`${card}: ${text}`, replying(card, text)] as const),
    ...REPLIES.map((text) => [`${reference} ${text}`, chatting(`${reference} ${text}`)] as const),
  ]
}

const REPLIES = ['accept', 'note a word', 'done D1 now', 'I have D1', 'coming', 'confirm', '21:10']

/** Every button that stands anywhere under a record, pressed by hand. */
function buttonsOf({ world }: Prepared, record: string): readonly Press[] {
  const standing = world.channels.flatMap((channel) => channel.standing)
  const all = standing
    .filter((one) => one.record === record)
    .flatMap(({ message }) => message.parts)
    .flatMap((part) => (part.kind === 'buttons' ? part.buttons : []))
    .map(({ press }) => JSON.stringify(press))
  return [...new Set(all)].map((one) => JSON.parse(one))
}

function command(words: string): Ask {
  return async ({ prepared: { world }, heard }) =>
    said(world, await world.conversation.command(heard(), 'muster', words))
}

function pressing(press: Press): Ask {
  return async ({ prepared: { world }, heard }) =>
    said(world, await world.conversation.press(heard(), press))
}

function viewing(card: (typeof CARDS)[number]): Ask {
  return async ({ prepared: { world, [card]: id }, heard }) => {
    // Whoever can read the room has the card before their eyes; it must have no button for them.
    const message = await world.conversation.view(heard(), ROOM, id, 'root')
    const buttons = message?.parts.filter((part) => part.kind === 'buttons' && part.for) ?? []
    return buttons.length > 0 ? 'Heron: a button' : ''
  }
}

function replying(card: (typeof CARDS)[number], text: string): Ask {
  return async ({ prepared: { world, [card]: id }, heard }) => {
    const ref = await world.app.store.shown(id, 'web/room/alder-house-quality', 'root')
    const where = { place: ROOM, ref: ref ?? 'nothing-there' }
    return said(world, await world.conversation.said(heard(), where, text))
  }
}

function chatting(text: string): Ask {
  return async ({ prepared: { world }, heard }) =>
    said(
      world,
      await world.conversation.saidInChat(heard(), { places: [ROOM], quoted: undefined }, text),
    )
}

function said(world: Prepared['world'], reply: Reply): string {
  if (reply.type === 'nothing') return ''
  if (reply.type === 'say') return plain(world, reply.message)
  const { heading, fields, problem = '' } = reply.form
  // Whom somebody may say to be away, or whom they may choose, is on a form too.
  return JSON.stringify([heading, fields, problem])
}

function plain({ app }: Prepared['world'], message: Message): string {
  return plainMessage(message, app.directory())
}

/** Nothing of Alder House was ever sent to a place of one of them. */
function sentTo({ world }: Prepared) {
  const standing = world.channels.flatMap((channel) => channel.standing)
  const theirs = /\/(?:person|account)\/(.+)$|\/room\/(orchard-view|kestrel-lodge)/
  const wrongs = standing.flatMap(({ place, words }) => {
    const [, to, room] = theirs.exec(place) ?? []
    const isStranger = room !== undefined || (to !== undefined && STRANGERS.includes(to))
    const secret = SECRETS.find((one) => one.test(words))
    return isStranger && to !== 'marek-ashdown' && secret ? [`${place} was told ${secret}`] : []
  })
  return { looked: standing.length, wrongs }
}
