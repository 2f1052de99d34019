import { isDeepStrictEqual } from 'node:util'
import type { Heard, Reply } from '../../../src/app/conversation.ts'
import { placeKey } from '../../../src/core/effect.ts'
import type { Answers, Ticket } from '../../../src/core/message/form.ts'
import type { Message, Press } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { type DialogView, dialogView } from './form.ts'
import { type Answer, no, ok } from './http.ts'
import { personalPlace, placeOf } from './reader.ts'
import { heardFrom, namingFor, type Session } from './session.ts'
import { maySeeItem, type Space, spaceFor } from './sight.ts'
import type { Item } from './workspace-state.ts'

/** Where a person is while they act: private answers stand there. */
export interface Where {
  readonly space: string
  readonly thread?: string | undefined
}

/** What the page does next. */
export type Next =
  | { readonly type: 'nothing' }
  | {
      readonly type: 'note'
      readonly space: string
      readonly thread: string | null
      readonly ref: string
    }
  | { readonly type: 'form'; readonly form: DialogView; readonly where: Where }

const GONE = no(404, 'There is nothing here that you can see. Choose a room on the left.')
const OLD_BUTTON = no(
  404,
  'That button is not there any more. The message shows what can be done now.',
)

/** A command, words to Muster in private, or words to the people of a room or a thread. */
export async function say(
  session: Session,
  { key, text, ...where }: Where & { key: string; text: string },
): Promise<Answer> {
  const here = enter(session, where)
  if (!here) return GONE
  const words = text.trim()
  if (words === '') return no(400, 'There is nothing to send yet. Write something first.')
  const heard = heardFrom(session, key)
  const spoken = understand(words, here.space.kind === 'you' && here.root === undefined)
  switch (spoken.type) {
    case 'unknown':
      return noteWords(session, where, heard, spoken.word, words)
    case 'command': {
      const reply = await session.host.conversation.command(heard, spoken.name, spoken.rest)
      return answer(session, reply, where, heard, words)
    }
    case 'addressed': {
      await post(session, here, heard.key, words)
      const reply = await session.host.conversation.command(heard, spoken.name, spoken.rest)
      return answer(session, reply, where, heard)
    }
    case 'words':
      await post(session, here, heard.key, words)
      return answer(session, await heardInThread(session, here, heard, words), where, heard)
  }
}

type Spoken =
  | { type: 'command' | 'addressed'; name: 'concern' | 'incident' | 'muster'; rest: string }
  | { type: 'unknown'; word: string }
  | { type: 'words' }

/** In private, and after `@muster`, words are commands without their slash. */
function understand(words: string, inPrivate: boolean): Spoken {
  const [, slash = '', first = '', rest = ''] = /^([/@]?)(\S+)\s*([\s\S]*)$/.exec(words) ?? []
  const word = first.toLowerCase()
  const name = word === 'concern' || word === 'incident' || word === 'muster' ? word : undefined
  if (slash === '/')
    return name ? { type: 'command', name, rest } : { type: 'unknown', word: first }
  if (slash === '@' && name === 'muster') return { type: 'addressed', name, rest }
  if (!inPrivate) return { type: 'words' }
  return name
    ? { type: 'addressed', name, rest }
    : { type: 'addressed', name: 'muster', rest: words }
}

async function heardInThread(
  { host }: Session,
  { space, root }: Here,
  heard: Heard,
  text: string,
): Promise<Reply> {
  const place = placeOf(space.key)
  if (!place || !root) return { type: 'nothing' }
  return host.conversation.said(heard, { place, ref: root.ref }, text)
}

/** A button: it must stand in a message that this person can see. */
export async function press(
  session: Session,
  { key, space, ref, press: pressed }: { key: string; space: string; ref: string; press: Press },
): Promise<Answer> {
  const heard = heardFrom(session, key)
  const item = visible(session, space, ref)
  const message = item?.body.type === 'message' ? item.body.message : undefined
  if (!item || !message || !offers(message, pressed)) return OLD_BUTTON
  const reply = await session.host.conversation.press(heard, pressed)
  return answer(session, reply, besides(item), heard)
}

/** A button of Home, which is made anew for whoever looks. */
export async function pressAtHome(session: Session, key: string, pressed: Press): Promise<Answer> {
  const heard = heardFrom(session, key)
  const home = await session.host.conversation.home({ ...heard, key: `${heard.key}:home` })
  if (!offers(home, pressed)) return OLD_BUTTON
  const reply = await session.host.conversation.press(heard, pressed)
  return answer(session, reply, { space: placeKey(personalPlace(session.reader)) }, heard)
}

function offers(message: Message, pressed: Press): boolean {
  return message.parts.some(
    (part) =>
      part.kind === 'buttons' && part.buttons.some((one) => isDeepStrictEqual(one.press, pressed)),
  )
}

/** An answer to a room's message stands in its thread; an answer to a private one beside it. */
function besides(item: Item): Where {
  const inThread = item.only === undefined && item.space.startsWith('web/room/')
  return { space: item.space, thread: item.thread ?? (inThread ? item.ref : undefined) }
}

/** The shortcut on a message: its words fill the concern form. */
export async function raise(
  session: Session,
  { key, space, ref }: { key: string; space: string; ref: string },
): Promise<Answer> {
  const item = visible(session, space, ref)
  if (!item) return GONE
  const text =
    item.body.type === 'words'
      ? item.body.text
      : plainMessage(item.body.message, session.host.directory())
  const heard = heardFrom(session, key)
  const reply = await session.host.conversation.command(heard, 'concern', text)
  return answer(session, reply, { space, thread: item.thread }, heard)
}

export interface Filled {
  readonly key: string
  readonly where: Where
  readonly ticket: Ticket
  readonly answers: Answers
}

export async function submit(
  session: Session,
  { key, where, ticket, answers }: Filled,
): Promise<Answer> {
  const heard = heardFrom(session, key)
  const reply = await session.host.conversation.submit(heard, ticket, answers)
  return answer(session, reply, where, heard)
}

export async function refresh(
  session: Session,
  { key, where, ticket, answers }: Filled,
): Promise<Answer> {
  const heard = heardFrom(session, key)
  const reply = await session.host.conversation.refresh(heard, ticket, answers)
  return answer(session, reply, where, heard)
}

async function answer(
  session: Session,
  reply: Reply,
  where: Where,
  heard: Heard,
  asked?: string,
): Promise<Answer> {
  switch (reply.type) {
    case 'nothing':
      return ok({ type: 'nothing' } satisfies Next)
    case 'say':
      return note(session, where, heard, reply.message, asked)
    case 'form': {
      const form = dialogView(reply.form, namingFor(session))
      return ok({ type: 'form', form, where } satisfies Next)
    }
  }
}

function noteWords(session: Session, where: Where, heard: Heard, word: string, asked: string) {
  const message: Message = {
    title: `There is no command /${word}`,
    parts: [
      { kind: 'text', text: 'Type /concern, /incident or /muster. /muster help shows the rest.' },
    ],
  }
  return note(session, where, heard, message, asked)
}

/** A private answer, kept where the person is; in their own messages when they may not be there. */
async function note(
  session: Session,
  where: Where,
  heard: Heard,
  message: Message,
  asked?: string,
): Promise<Answer> {
  const here = enter(session, where)
  const item = await session.workspace.add({
    space: here?.space.key ?? placeKey(personalPlace(session.reader)),
    ...(here?.root ? { thread: here.root.ref } : {}),
    at: session.host.now(),
    by: { type: 'clock' },
    body: { type: 'message', message },
    only: session.reader,
    ...(asked === undefined ? {} : { asked }),
    key: `${heard.key}:note`,
  })
  const { space, thread = null, ref } = item
  return ok({ type: 'note', space, thread, ref } satisfies Next)
}

interface Here {
  readonly space: Space
  readonly root: Item | undefined
}

/** Undefined when the person may not be there, or there is no such thread. */
function enter(session: Session, { space: key, thread }: Where): Here | undefined {
  const { host, reader, workspace } = session
  const space = spaceFor(workspace.state, host.directory(), reader, key)
  if (!space) return undefined
  if (thread === undefined) return { space, root: undefined }
  const root = visible(session, key, thread)
  return root && root.thread === undefined ? { space, root } : undefined
}

function visible(
  { host, reader, workspace }: Session,
  space: string,
  ref: string,
): Item | undefined {
  const item = workspace.item(ref)
  if (item?.space !== space || !maySeeItem(item, reader)) return undefined
  return spaceFor(workspace.state, host.directory(), reader, space) ? item : undefined
}

async function post(
  session: Session,
  { space, root }: Here,
  key: string,
  text: string,
): Promise<void> {
  await session.workspace.add({
    space: space.key,
    ...(root ? { thread: root.ref } : {}),
    at: session.host.now(),
    by: session.actor,
    body: { type: 'words', text },
    key,
  })
}
