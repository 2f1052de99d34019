import { NOTHING_STANDS, type Place, placeKey, type Slot } from '../../core/effect.ts'
import { findOrganisation } from '../../core/people/find.ts'
import type { AnyRecord } from '../../core/record.ts'
import { recordKind } from '../../core/record-id.ts'
import type { Chat, Reply } from '../conversation.ts'
import { list } from '../read.ts'
import { answer, type Fitting, fitting } from './answering.ts'
import { type Ask, cannotSee, contextOf, isKnown, look, NOT_LISTED } from './ask.ts'
import { isCommand, muster } from './commands.ts'
import { named } from './named.ts'
import { saidOfNews } from './news.ts'
import { counted } from './rates.ts'
import { refused } from './say.ts'
import { asksSomething, isMeant, replied } from './thread.ts'
import { type Understood, understand } from './understand.ts'

/**
 * Words where there are no threads: they are about the message that they quote, the record that they
 * begin with, or what stands there. What fits nothing is taken for a command.
 */
export async function saidInChat(ask: Ask, chat: Chat, text: string): Promise<Reply> {
  const quoted = await underQuoted(ask, chat, text)
  if (quoted) return quoted
  const { id, rest } = named(text)
  const words = rest.replace(/^[\s:,]+/, '')
  const ofNews = saidOfNews(ask, id, words)
  if (ofNews) return ofNews
  if (id && recordKind(id) !== 'provider' && words !== '') {
    const record = await look(ask, id)
    if (record && isMeant(ask, record, 'root', words)) return replied(ask, record, 'root', words)
    // Some words look like a reference.
    if (!record && /\d/.test(id)) return refused(cannotSee(ask, id))
  }
  const command = () => commanded(ask, chat, text)
  if (isCommand(text) && !lacksReference(ask, text)) return command()
  return (await aboutWhatStands(ask, chat, text)) ?? command()
}

const SAY_WHICH = {
  message:
    'Muster cannot tell which case you mean. Begin with its reference, for example “C-7K2M-9Q4X done D1 now”.',
}

async function underQuoted(ask: Ask, chat: Chat, text: string): Promise<Reply | undefined> {
  const { places, quoted } = chat
  if (quoted === undefined) return undefined
  for (const place of places) {
    const shown = await ask.app.store.shownAt(placeKey(place), quoted)
    // Whoever raised it may switch its news without seeing the rest of it.
    const ofNews = saidOfNews(ask, shown?.record, text)
    if (ofNews) return ofNews
    const record = shown && (await look(ask, shown.record))
    // Words that do not fit what they quote answer nothing else either.
    if (shown && record)
      return isMeant(ask, record, shown.slot, text)
        ? replied(ask, record, shown.slot, text)
        : commanded(ask, chat, text)
  }
  return undefined
}

/** Counted with the others, unless it says what somebody does or knows of a record. */
function commanded(ask: Ask, chat: Chat, text: string): Promise<Reply> {
  const command = () => muster(ask, text)
  return SAYING.test(text) ? command() : counted(chat, command)
}

const SAYING = /^\s*(?:note|have)\b([\s\S]*)$/i

/** `note` and `have` are commands as well, in which a reference or a provider’s short name comes first. */
function lacksReference({ app }: Ask, text: string): boolean {
  const rest = SAYING.exec(text)?.[1]
  if (rest === undefined) return false
  const { id } = named(rest)
  if (id === undefined) return true
  return (
    recordKind(id) === 'provider' &&
    !findOrganisation(app.directory(), id.slice('provider-'.length))
  )
}

/** Undefined when the words are for nothing that stands there. */
async function aboutWhatStands(ask: Ask, chat: Chat, text: string): Promise<Reply | undefined> {
  if (!isKnown(ask.heard.actor)) return asksSomething(ask, text) ? refused(NOT_LISTED) : undefined
  const said = understand(
    text,
    contextOf(ask, null).policy.clocks.map(({ id }) => id),
  )
  if (said.type === 'talk') return undefined
  if (said.type === 'answer') {
    const found = await fittingHere(ask, chat, said)
    return found.length > 0 ? answer(ask, found, said.reason) : undefined
  }
  // What stands in somebody's own chat is only a part of what they may mean.
  const [only, ...others] = isRoom(chat) ? await casesIn(ask, chat) : []
  return only && others.length === 0 ? replied(ask, only, 'root', text) : refused(SAY_WHICH)
}

/** In a room every open question of its cases; in somebody's own chat those that were put to them there. */
async function fittingHere(
  ask: Ask,
  chat: Chat,
  said: Extract<Understood, { type: 'answer' }>,
): Promise<readonly Fitting[]> {
  if (isRoom(chat)) return (await casesIn(ask, chat)).flatMap((one) => fitting(ask, one, said))
  const { actor } = ask.heard
  if (!isKnown(actor)) return []
  const rows = await list(ask.app, { type: 'actor', actor }, { facets: { person: actor.person } })
  const found: Fitting[] = []
  for (const { record } of rows) {
    for (const one of fitting(ask, record, said)) {
      const { prompt } = one.fit
      const isTheirs = prompt.asked.includes(actor.person)
      if (isTheirs && (await stands(ask, chat, record, `prompt:${prompt.id}`))) found.push(one)
    }
  }
  return found
}

async function casesIn(ask: Ask, chat: Chat): Promise<readonly AnyRecord[]> {
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const facets = { kind: 'case', status: 'open', ...ownerOf(ask, chat) }
  const rows = await list(ask.app, viewer, { facets })
  const found: AnyRecord[] = []
  for (const { record } of rows) if (await stands(ask, chat, record, 'root')) found.push(record)
  return found
}

/** A provider's own room holds its cases alone: no others need be read. */
function ownerOf({ app }: Ask, { places }: Chat): { readonly provider?: string } {
  const owner = app
    .directory()
    .organisations.find(({ rooms }) =>
      rooms.some(
        ({ channel, room, use }) =>
          use === 'cases' && places.some((one) => one.channel === channel && isAt(one, room)),
      ),
    )
  return owner ? { provider: owner.slug } : {}
}

function isAt({ to }: Place, room: string): boolean {
  return to.type === 'room' && to.room === room
}

async function stands({ app }: Ask, { places }: Chat, { id }: AnyRecord, slot: Slot) {
  const refs = await Promise.all(places.map((place) => app.store.shown(id, placeKey(place), slot)))
  return refs.some((ref) => ref !== undefined && ref !== NOTHING_STANDS)
}

function isRoom({ places }: Chat): boolean {
  return places.some(({ to }) => to.type === 'room')
}
