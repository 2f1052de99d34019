import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import type { FormView } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { plainMessage, plainText } from '../../../src/core/message/plain.ts'
import { type Activity, isPersonal } from './activity.ts'
import { CARD, type Card } from './card.ts'
import { formCard } from './form.ts'
import { limits } from './limits.ts'
import type { Answer, TeamsPort } from './port.ts'
import { type Pressed, readPressed } from './pressed.ts'
import type { PrivateAnswer } from './private-answer.ts'
import { clip, renderMessage } from './render.ts'

type FilledIn = Extract<Pressed, { verb: 'submit' | 'refresh' }>

/** Buttons and forms. Whatever comes back is seen by the person who pressed, and by nobody else. */
export function onPressed(host: Host, port: TeamsPort, answer: PrivateAnswer) {
  return async (activity: Activity, heard: Heard): Promise<Answer> => {
    const pressed = readPressed(activity.value)
    if (!pressed) {
      return refused('Muster does not know this button. Write “muster” to see what you can do.')
    }
    switch (pressed.verb) {
      case 'press': {
        const reply = await host.conversation.press(heard, pressed.press)
        return afterPress(host, activity, reply, await answer(activity, reply))
      }
      case 'refresh': {
        const reply = await host.conversation.refresh(heard, pressed.ticket, pressed.answers)
        return inPlace(host, reply, pressed.own)
      }
      case 'submit': {
        const { reply, warnings } = await submit(host, heard, pressed)
        if (reply.type !== 'say') return inPlace(host, reply, pressed.own)
        const message = { ...reply.message, parts: [...warnings, ...reply.message.parts] }
        return confirmed(host, port, activity, message, pressed.own, answer)
      }
    }
  }
}

/**
 * A card cannot grow while it is filled in. If these answers ask for more than the person has seen,
 * new questions are shown before anything is sent; new warnings hold nothing up and go on top of
 * the confirmation.
 */
async function submit(
  { conversation, directory }: Host,
  heard: Heard,
  { ticket, answers, fields, live }: FilledIn,
): Promise<{ reply: Reply; warnings: Message['parts'] }> {
  const grown = live ? await conversation.refresh(heard, ticket, answers) : undefined
  if (grown?.type !== 'form') {
    return { reply: await conversation.submit(heard, ticket, answers), warnings: [] }
  }
  const unseen = grown.form.fields.filter(
    ({ id, kind }) => kind !== 'statement' && !fields.includes(id),
  )
  if (unseen.length > 0) {
    const labels = unseen.map(({ label }) => `“${label}”`).join(', ')
    const problem = `Your answers ask for more: ${labels}. Please look at them and send again.`
    return { reply: { type: 'form', form: { ...grown.form, problem } }, warnings: [] }
  }
  const urgent = grown.form.fields.filter(({ urgent }) => urgent)
  const warnings = urgent.map(({ label }) => ({
    kind: 'alert' as const,
    text: plainText(label, directory()),
  }))
  return { reply: await conversation.submit(heard, ticket, answers), warnings }
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
