import type { types } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Reply } from '../../../src/app/conversation.ts'
import type { Log } from '../../../src/app/host.ts'
import type { FormView } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { Accounts } from './accounts.ts'
import { formView, sayView } from './form.ts'
import { LIMITS, NO_PREVIEWS } from './limits.ts'
import { renderMessage } from './render.ts'
import { respond } from './web.ts'

/** Where a private answer can go; a delivery offers some of these. */
export interface Way {
  readonly user: string
  readonly trigger?: string | undefined
  readonly responseUrl?: string | undefined
  /** The thread in which a button was pressed. */
  readonly thread?: string | undefined
  /** The open dialog that is answered in place. */
  readonly dialog?: string | undefined
  /** Where something was said; a dialog cannot be opened from there. */
  readonly said?: { readonly channel: string; readonly thread: string | undefined } | undefined
}

export interface Answering {
  readonly web: WebClient
  readonly accounts: Accounts
  readonly log: Log
  /** Where Slack is, if not at its own address. */
  readonly apiUrl: string | undefined
}

/** Gives a person their answer, privately, on the way that the delivery offers. */
export async function give(to: Answering, way: Way, reply: Reply): Promise<void> {
  if (reply.type === 'nothing') return
  if (reply.type === 'form') return giveForm(to, way, reply.form)
  if (way.dialog !== undefined) return giveInDialog(to, way, way.dialog, reply.message)
  if (way.responseUrl === undefined && way.said === undefined)
    return giveDialog(to, way, reply.message)
  return giveMessage(to, way, reply.message)
}

export function plain(text: string): Message {
  return { title: '', parts: [{ kind: 'text', text }] }
}

async function giveForm(to: Answering, way: Way, form: FormView): Promise<void> {
  if (way.said !== undefined) return giveMessage(to, way, formButton(form))
  const view = formView(form, to.accounts.knownNames())
  if (way.dialog !== undefined) {
    await to.web.views.update({ view_id: way.dialog, view })
    return
  }
  await opened(to, way, view)
}

async function opened(to: Answering, way: Way, view: types.ModalView): Promise<void> {
  try {
    await to.web.views.open({ trigger_id: way.trigger ?? '', view })
  } catch (error) {
    to.log.warn({ error }, 'Slack did not open a dialog')
    const words = 'Slack did not open the form in time. Nothing is lost: please try again.'
    if (way.responseUrl !== undefined) await giveMessage(to, way, plain(words))
  }
}

async function giveDialog(to: Answering, way: Way, message: Message): Promise<void> {
  const { view, fits } = sayView(message, to.accounts.knownNames())
  await opened(to, way, view)
  if (!fits) await giveDirectly(to, way.user, message)
}

async function giveInDialog(
  to: Answering,
  way: Way,
  dialog: string,
  message: Message,
): Promise<void> {
  const { view, fits } = sayView(message, to.accounts.knownNames())
  await to.web.views.update({ view_id: dialog, view })
  if (!fits) await giveDirectly(to, way.user, message)
}

async function giveMessage(to: Answering, way: Way, message: Message): Promise<void> {
  const posts = renderMessage(message, to.accounts.knownNames(), 'The rest follows.')
  if (posts.length > LIMITS.responses - 1) {
    await giveDirectly(to, way.user, message)
    return giveMessage(
      to,
      way,
      plain('The answer is long: you have it in your messages from Muster.'),
    )
  }
  for (const { text, blocks } of posts) {
    if (way.said) await whisper(to, way.user, way.said, { text, blocks })
    else if (way.responseUrl !== undefined) {
      const thread = way.thread === undefined ? {} : { thread_ts: way.thread }
      const how = { response_type: 'ephemeral', replace_original: false, ...NO_PREVIEWS }
      await respond(way.responseUrl, { ...how, ...thread, text, blocks }, to)
    }
  }
}

async function whisper(
  to: Answering,
  user: string,
  { channel, thread }: { channel: string; thread: string | undefined },
  post: { text: string; blocks: types.KnownBlock[] },
): Promise<void> {
  const where = thread === undefined ? { channel } : { channel, thread_ts: thread }
  await to.web.chat.postEphemeral({ ...where, user, ...post, link_names: false })
}

/** For what no private answer can hold. */
export async function giveDirectly(to: Answering, user: string, message: Message): Promise<void> {
  const { channel } = await to.web.conversations.open({ users: user })
  const posts = renderMessage(message, to.accounts.knownNames(), 'The rest follows.')
  for (const { text, blocks } of posts) {
    const quiet = { link_names: false, ...NO_PREVIEWS }
    await to.web.chat.postMessage({ channel: channel?.id ?? user, text, blocks, ...quiet })
  }
}

function formButton({ title, ticket }: FormView): Message {
  const { form, record, with: filled } = ticket
  const press = {
    do: 'open' as const,
    form,
    ...(record === undefined ? {} : { record }),
    ...(filled === undefined ? {} : { with: filled }),
  }
  const isSmall = JSON.stringify(press).length <= LIMITS.buttonValue
  const { with: _, ...bare } = press
  return {
    title: '',
    parts: [
      { kind: 'text', text: 'This needs a form. Press the button to open it.' },
      {
        kind: 'buttons',
        buttons: [{ label: title, press: isSmall ? press : bare, style: 'primary' }],
      },
    ],
  }
}
