import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import { inTime } from '../../../src/app/in-time.ts'
import type { FormView } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { type Activity, isPersonal } from './activity.ts'
import { CARD, type Card } from './card.ts'
import { formCard } from './form.ts'
import { handIn } from './hand-in.ts'
import { limits } from './limits.ts'
import type { Answer, TeamsPort } from './port.ts'
import { type Pressed, readPressed } from './pressed.ts'
import type { PrivateAnswer } from './private-answer.ts'
import { clip, renderMessage } from './render.ts'
import { NOT_KNOWN_NOW } from './who.ts'

const UNKNOWN = 'Muster does not know this button. Write “muster” to see what you can do.'
const LATE =
  'Muster is still at work. The answer comes to your own chat with Muster. If nothing comes within a minute, take it as not done, and please press again.'

/** What the person who pressed sees now, and what of it has not gone to their own chat. */
interface Reacted {
  readonly answer: Answer
  readonly unsent: Reply
}

const NOBODY: Reacted = { answer: toast(NOT_KNOWN_NOW), unsent: { type: 'nothing' } }

/** Buttons and forms. Whatever comes back is seen by the person who pressed, and by nobody else. */
export function onPressed(host: Host, port: TeamsPort, answer: PrivateAnswer) {
  const react = reaction(host, port, answer)
  return async (activity: Activity, who: Promise<Heard | undefined>): Promise<Answer> => {
    const pressed = readPressed(activity.value)
    if (!pressed) return refused(UNKNOWN)
    const work = who.then((heard) => (heard ? react(activity, heard, pressed) : NOBODY))
    const done = await inTime(work, limits.pressMilliseconds)
    if (done !== 'late') return done.answer
    work
      .then(({ unsent }) => answer(activity, unsent))
      .catch((error: unknown) => host.log.error({ error }, 'A button on Teams failed'))
    return toast(LATE)
  }
}

function reaction(host: Host, port: TeamsPort, answer: PrivateAnswer) {
  return async (activity: Activity, heard: Heard, pressed: Pressed): Promise<Reacted> => {
    switch (pressed.verb) {
      case 'press': {
        const reply = await host.conversation.press(heard, pressed.press)
        const arrived = await answer(activity, reply)
        return { answer: afterPress(host, activity, reply, arrived), unsent: { type: 'nothing' } }
      }
      case 'refresh': {
        const reply = await host.conversation.refresh(heard, pressed.ticket, pressed.answers)
        return { answer: inPlace(host, reply, pressed.own), unsent: reply }
      }
      case 'submit': {
        const reply = await handIn(host, heard, pressed)
        if (reply.type !== 'say')
          return { answer: inPlace(host, reply, pressed.own), unsent: reply }
        const { message } = reply
        const shownNow = await confirmed(host, port, activity, message, pressed.own, answer)
        return { answer: shownNow, unsent: reply }
      }
    }
  }
}

/** The confirmation takes the place of the form, now and when the chat is opened again. */
async function confirmed(
  host: Host,
  port: TeamsPort,
  activity: Activity,
  message: Message,
  own: boolean,
  answer: PrivateAnswer,
): Promise<Answer> {
  const [first, ...more] = renderMessage(message, host.directory())
  if (more.length > 0) await answer(activity, { type: 'say', message })
  const { serviceUrl: service, conversation, replyToId } = activity
  if (own && isPersonal(activity) && replyToId !== undefined) {
    const where = { service, conversation: conversation.id }
    void port.update(where, replyToId, first).then((outcome) => {
      if (outcome.type !== 'done') host.log.warn({ outcome }, 'A form on Teams was not taken away')
    })
  }
  const [attachment] = first.attachments ?? []
  return attachment ? shown(attachment.content) : toast(message.title)
}

function inPlace(host: Host, reply: Reply, own: boolean): Answer {
  switch (reply.type) {
    case 'nothing':
      return toast('Received.')
    case 'say':
      return toast(plainMessage(reply.message, host.directory()))
    case 'form':
      return shown(formCard(reply.form, host.directory(), own))
  }
}

/** A button's message stays as it is: what the button gives has gone to the person's own chat. */
function afterPress(host: Host, activity: Activity, reply: Reply, arrived: boolean): Answer {
  switch (reply.type) {
    case 'nothing':
      return toast('Received.')
    case 'say':
      return toast(arrived ? reply.message.title : plainMessage(reply.message, host.directory()))
    case 'form':
      if (!arrived) return shown(formCard(reply.form, host.directory(), false))
      return toast(whereFormIs(reply.form, activity))
  }
}

function whereFormIs({ title }: FormView, activity: Activity): string {
  return isPersonal(activity)
    ? `${title}: the form is below.`
    : `${title}: the form is in your own chat with Muster.`
}

function shown(value: Card): Answer {
  return { status: 200, body: { statusCode: 200, type: CARD, value } }
}

/** A short text that only who pressed sees. */
function toast(words: string): Answer {
  const value = clip(words, limits.toastCharacters)
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
  }
}

function refused(message: string): Answer {
  const value = { code: 'BadRequest', message }
  return { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } }
}
