import { z } from 'zod'
import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import { within } from '../../../src/app/within.ts'
import type { Activity } from './activity.ts'
import { formDialog, sayDialog, wordsDialog } from './dialog.ts'
import { handIn } from './hand-in.ts'
import { limits } from './limits.ts'
import { messageText } from './message-text.ts'
import type { Answer } from './port.ts'
import { type InDialog, readDialog } from './pressed.ts'
import type { PrivateAnswer } from './private-answer.ts'
import { following, heldBack, landing, type Standing } from './steps.ts'

const COMMANDS = ['concern', 'incident', 'muster', 'raise'] as const
const FetchTask = z.object({
  commandId: z.enum(COMMANDS),
  messagePayload: z.unknown().optional(),
})

const NAMES = [
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'task/fetch',
  'task/submit',
]

const UNKNOWN =
  'Muster does not know this command or form. Write “muster” to it to see what you can do.'
const FAILED = 'Muster could not do this just now: take it as not done, and please do it again.'
const NOT_SAVED =
  'Muster could not save it just now. Please hand it in again as it stands here: it is never made twice.'
const LATE =
  'Muster is still at work. The answer comes to your own chat with Muster. If nothing comes within a minute, take it as not done, and please do it again.'

/** What the dialog shows, and how far the person has come with the form that it may hold. */
interface Shown {
  readonly reply: Reply
  readonly standing: Standing
}

export function isDialog({ type, name }: Activity): boolean {
  return type === 'invoke' && name !== undefined && NAMES.includes(name)
}

/** Dialogs: opened by a command, on a message or by a button, filled in step by step, handed in. */
export function onDialog(host: Host, answer: PrivateAnswer) {
  const inChat = async (activity: Activity, reply: Reply) => {
    const isDone: Reply = { type: 'say', message: { title: 'Received.', parts: [] } }
    await answer(activity, reply.type === 'nothing' ? isDone : reply)
  }
  const failed = (error: unknown) => host.log.error({ error }, 'A dialog on Teams failed')

  return async (activity: Activity, heard: () => Promise<Heard>): Promise<Answer> => {
    const work = shownFor(host, activity, heard).catch((error: unknown) => {
      failed(error)
      return shownAgain(host, activity, heard).catch(() => said(FAILED))
    })
    try {
      if (await within(work, limits.replyMilliseconds)) {
        const { task, whole, reply } = answered(host, await work)
        if (!whole) inChat(activity, reply).catch(failed)
        return task
      }
    } catch (error) {
      failed(error)
      return wordsDialog(FAILED)
    }
    work.then(({ reply }) => inChat(activity, reply)).catch(failed)
    return wordsDialog(LATE)
  }
}

function answered({ directory }: Host, { reply, standing }: Shown) {
  switch (reply.type) {
    case 'nothing':
      return { task: wordsDialog('Received.'), whole: true, reply }
    case 'form':
      return { task: formDialog(reply.form, standing, directory()), whole: true, reply }
    case 'say': {
      const { answer, whole } = sayDialog(reply.message, directory())
      return { task: answer, whole, reply }
    }
  }
}

async function shownFor(
  host: Host,
  { name, value }: Activity,
  heard: () => Promise<Heard>,
): Promise<Shown> {
  if (name === 'composeExtension/fetchTask') {
    const command = FetchTask.safeParse(value).data
    return command ? fresh(await commanded(host, await heard(), command)) : said(UNKNOWN)
  }
  const done = readDialog(value)
  return done ? acted(host, await heard(), done) : said(UNKNOWN)
}

async function commanded(
  { conversation }: Host,
  heard: Heard,
  { commandId, messagePayload }: z.infer<typeof FetchTask>,
): Promise<Reply> {
  switch (commandId) {
    case 'concern':
    case 'incident':
      return conversation.command(heard, commandId, '')
    case 'raise':
      return conversation.command(heard, 'concern', messageText(messagePayload))
    case 'muster':
      return { type: 'say', message: await conversation.home(heard) }
  }
}

async function acted(host: Host, heard: Heard, done: InDialog): Promise<Shown> {
  const { conversation } = host
  switch (done.verb) {
    case 'press':
      return fresh(await conversation.press(heard, done.press))
    case 'back': {
      const reply = await conversation.refresh(heard, done.ticket, done.answers)
      return { reply, standing: { ...done, step: Math.max(0, done.step - 1) } }
    }
    case 'next': {
      const reply = await conversation.refresh(heard, done.ticket, done.answers)
      if (reply.type !== 'form') return { reply, standing: done }
      const held = heldBack(reply.form, done)
      if (held) return { reply: { type: 'form', form: held }, standing: done }
      return { reply, standing: { ...done, step: following(reply.form, done) } }
    }
    case 'submit': {
      const reply = await handIn(host, heard, done)
      if (reply.type !== 'form') return { reply, standing: done }
      return { reply, standing: { ...done, step: landing(reply.form, done) } }
    }
  }
}

/** What was typed is not lost, and goes with the same key. */
async function shownAgain(
  { conversation }: Host,
  { value }: Activity,
  heard: () => Promise<Heard>,
): Promise<Shown> {
  const done = readDialog(value)
  if (!done || done.verb === 'press') return said(FAILED)
  const reply = await conversation.refresh(await heard(), done.ticket, done.answers)
  if (reply.type !== 'form') return said(FAILED)
  return { reply: { type: 'form', form: { ...reply.form, problem: NOT_SAVED } }, standing: done }
}

function fresh(reply: Reply): Shown {
  return { reply, standing: { step: 0, answers: {} } }
}

function said(text: string): Shown {
  return fresh({ type: 'say', message: { title: '', parts: [{ kind: 'text', text }] } })
}
