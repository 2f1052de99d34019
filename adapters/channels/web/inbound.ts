import { isDeepStrictEqual } from 'node:util'
import type { Heard, Reply } from '../../../src/app/conversation.ts'
import { bringsCode } from '../../../src/app/talk/code.ts'
import { placeKey } from '../../../src/core/effect.ts'
import type { Guarded } from '../../../src/core/guard/identifiers.ts'
import type { Answers, Ticket } from '../../../src/core/message/form.ts'
import type { Message, Press } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { answer, note } from './answer.ts'
import { enter, GONE, type Here, visible, type Where } from './here.ts'
import { type Answer, no } from './http.ts'
import { personalPlace, placeOf } from './reader.ts'
import { CLOSED } from './rooms.ts'
import { heardFrom, type Session } from './session.ts'
import { understand } from './spoken.ts'
import type { Item } from './workspace-state.ts'

const OLD_BUTTON = no(
  404,
  'That button is not there any more. The message shows what can be done now.',
)

/**
 * A command, words to Muster in private, or words to the people of a room or a thread. What may
 * identify a patient is not sent at all: it stays in the box, to be written again without it.
 */
export async function say(
  session: Session,
  { key, text, ...where }: Where & { key: string; text: string },
): Promise<Answer> {
  const here = enter(session, where)
  if (!here) return GONE
  const words = text.trim()
  if (words === '') return no(400, 'There is nothing to send yet. Write something first.')
  const guarded = session.host.guard(words)
  if (guarded.type === 'refused') return no(400, guarded.message)
  const isClear = guarded.type === 'clear'
  const heard = heardFrom(session, key, here.space.key)
  const spoken = understand(words, here.space.kind === 'you' && here.root === undefined)
  switch (spoken.type) {
    case 'unknown':
      return noteWords(session, where, heard, spoken.word, isClear ? words : undefined)
    case 'command': {
      const reply = await session.host.conversation.command(heard, spoken.name, spoken.rest)
      return answer(session, reply, where, heard, isClear ? words : undefined)
    }
    case 'addressed': {
      if (isClosed(here)) return SHUT
      const isCode = bringsCode(words) || bringsCode(spoken.rest)
      if (isClear && !isCode) await post(session, here, heard.key, words)
      const reply = await session.host.conversation.command(heard, spoken.name, spoken.rest)
      return answer(session, reply, where, heard, isCode ? words : undefined)
    }
    case 'words':
      if (isClosed(here)) return SHUT
      if (isClear) await post(session, here, heard.key, words)
      return heardByMuster(session, here, { ...where, heard, words, guarded })
  }
}

const SHUT = no(
  409,
  `${CLOSED} “/muster addendum” with its reference adds something to the record of a meeting.`,
)

function isClosed({ space }: Here): boolean {
  return space.room?.closed ?? false
}

/** What may identify a patient stays in the box, unless Muster asks what it is. */
async function heardByMuster(
  session: Session,
  here: Here,
  { heard, words, guarded, ...where }: Where & { heard: Heard; words: string; guarded: Guarded },
): Promise<Answer> {
  const reply = await heardInThread(session, here, heard, words)
  if (guarded.type !== 'clear' && reply.type === 'nothing') return no(400, guarded.message)
  return answer(session, reply, where, heard)
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

/** A button: it must stand in a message that this person can see. A vote that comes too late is told so. */
export async function press(
  session: Session,
  { key, space, ref, press: pressed }: { key: string; space: string; ref: string; press: Press },
): Promise<Answer> {
  const heard = heardFrom(session, key)
  const item = visible(session, space, ref)
  const message = item?.body.type === 'message' ? item.body.message : undefined
  if (!item || !message || !(offers(message, pressed) || isVoteOn(item, pressed))) return OLD_BUTTON
  const reply = await session.host.conversation.press(heard, pressed)
  return answer(session, reply, besides(item), heard)
}

function isVoteOn({ record }: Item, pressed: Press): boolean {
  return pressed.do === 'vote' && pressed.record === record
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
  const heard = heardFrom(session, key, space)
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

function noteWords(
  session: Session,
  where: Where,
  heard: Heard,
  word: string,
  asked: string | undefined,
) {
  const message: Message = {
    title: `There is no command /${word}`,
    parts: [
      { kind: 'text', text: 'Type /concern, /incident or /muster. /muster help shows the rest.' },
    ],
  }
  return note(session, where, heard, { message }, asked)
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
