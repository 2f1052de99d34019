import type { App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt'
import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import { within } from '../../../src/app/within.ts'
import { Press } from '../../../src/core/message/message.ts'
import type { afterwards } from './afterwards.ts'
import { answersOf, errorsOf, type HeardView, ticketOf } from './answers.ts'
import { DIALOG, formView, homeView, sayView } from './form.ts'
import {
  commandIn,
  HeardAction,
  HeardCommand,
  HeardHome,
  HeardShortcut,
  HeardSubmission,
  plainWords,
  roomIn,
} from './heard.ts'
import { renderMessage } from './render.ts'
import { type Answering, give, giveDirectly, plain, type Way } from './reply.ts'
import { listenToMessages } from './said.ts'

/** Slack gives up after three seconds. */
const PATIENCE = 2500
const FAILED = 'Muster could not do this just now. Please do it again: nothing is counted twice.'

export interface Inbound extends Answering {
  readonly host: Host
  readonly later: ReturnType<typeof afterwards>
  readonly ownUser: () => string | undefined
}

/** Everything that reaches Muster from Slack, and where in the conversation it goes. */
export function listen(app: App, to: Inbound): void {
  app.command(/^\/(concern|incident|muster)$/, ({ body, ack }) =>
    command(to, HeardCommand.parse(body), ack),
  )
  app.shortcut('raise_concern', async ({ body, ack }) => {
    await ack()
    await shortcut(to, HeardShortcut.parse(body))
  })
  app.action({ type: 'block_actions' }, ({ body, ack }) => action(to, HeardAction.parse(body), ack))
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: DIALOG }, ({ body, ack }) =>
    submission(to, HeardSubmission.parse(body), ack),
  )
  app.event('app_home_opened', async ({ event }) => {
    const { data } = HeardHome.safeParse(event)
    if (data) await home(to, data)
  })
  listenToMessages(app, to)
}

/** Undefined: it failed, and the log says why. */
async function asked(
  to: Inbound,
  user: string,
  key: string,
  ask: (heard: Heard) => Promise<Reply>,
): Promise<Reply | undefined> {
  try {
    return await ask({ actor: await to.accounts.actorOf(user), channel: 'slack', key })
  } catch (error) {
    to.log.error({ error }, 'Something asked for in Slack failed')
    return undefined
  }
}

const orFailed = (reply: Reply | undefined): Reply =>
  reply ?? { type: 'say', message: plain(FAILED) }

/** A late answer that has gone out already, or cannot go out, must not undo the acknowledgement. */
async function given(to: Inbound, way: Way, reply: Reply): Promise<void> {
  try {
    await give(to, way, reply)
  } catch (error) {
    to.log.error({ error }, 'A private answer could not be given in Slack')
  }
}

async function command(to: Inbound, heard: HeardCommand, ack: (body?: object) => Promise<void>) {
  const { name } = commandIn(heard.command)
  const way = { user: heard.user_id, trigger: heard.trigger_id, responseUrl: heard.response_url }
  const run = async () => {
    const text = await plainWords(heard.text, to.ownUser(), to.accounts.nameOf)
    return asked(to, heard.user_id, heard.trigger_id, (one) =>
      to.host.conversation.command({ ...one, ...roomIn(heard.channel_id) }, name, text),
    )
  }
  if (name !== 'muster') {
    // A form is only opened here and nothing is changed, so nothing is worth waiting for.
    await ack()
    return to.later(async () => given(to, way, orFailed(await run())))
  }
  const work = run()
  if (await within(work, PATIENCE)) {
    const reply = orFailed(await work)
    const [post, ...others] =
      reply.type === 'say' ? renderMessage(reply.message, to.accounts.knownNames()) : []
    if (post && others.length === 0) return ack({ response_type: 'ephemeral', ...post })
  }
  await ack()
  await given(to, way, orFailed(await work))
}

async function shortcut(to: Inbound, heard: ReturnType<typeof HeardShortcut.parse>): Promise<void> {
  const { user, trigger_id, response_url, channel, message } = heard
  const text = await plainWords(message.text, to.ownUser(), to.accounts.nameOf)
  const reply = await asked(to, user.id, trigger_id, (one) =>
    to.host.conversation.command({ ...one, ...roomIn(channel?.id) }, 'concern', text),
  )
  await given(
    to,
    { user: user.id, trigger: trigger_id, responseUrl: response_url },
    orFailed(reply),
  )
}

async function action(to: Inbound, heard: HeardAction, ack: () => Promise<void>): Promise<void> {
  const [pressed] = heard.actions
  if (pressed?.type === 'button') return press(to, heard, pressed.value ?? '', ack)
  await ack()
  if (heard.view?.type === 'modal') await refresh(to, heard, heard.view)
}

async function press(to: Inbound, heard: HeardAction, value: string, ack: () => Promise<void>) {
  const { user, trigger_id, response_url, container, view } = heard
  const work = asked(to, user.id, trigger_id, async (one): Promise<Reply> => {
    const found = pressIn(value)
    if (found) return to.host.conversation.press(one, found)
    const words = 'This button is out of date. Type /muster mine for what is open.'
    return { type: 'say', message: plain(words) }
  })
  await within(work, PATIENCE)
  await ack()
  const way: Way = {
    user: user.id,
    trigger: trigger_id,
    responseUrl: response_url,
    thread: container.thread_ts,
    dialog: view?.type === 'modal' ? view.id : undefined,
  }
  await given(to, way, orFailed(await work))
  if (view?.type === 'home') await home(to, { user: user.id, event_ts: trigger_id })
}

function pressIn(value: string): Press | undefined {
  try {
    return Press.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}

/** An answer that decides what else is asked. The view's hash drops what a later answer overtook. */
async function refresh(to: Inbound, heard: HeardAction, view: HeardView): Promise<void> {
  const ticket = ticketOf(view)
  if (!ticket) return
  const reply = await asked(to, heard.user.id, heard.trigger_id, (one) =>
    to.host.conversation.refresh(one, ticket, answersOf(view)),
  )
  if (reply?.type !== 'form') return
  const shown = formView(reply.form, to.accounts.knownNames())
  try {
    await to.web.views.update({
      view_id: view.id,
      ...(view.hash ? { hash: view.hash } : {}),
      view: shown,
    })
  } catch (error) {
    to.log.warn({ error }, 'A form in Slack could not be brought up to date')
  }
}

type Submission = ReturnType<typeof HeardSubmission.parse>
type Answer = ViewResponseAction | undefined

async function submission(
  to: Inbound,
  heard: Submission,
  ack: (answer?: ViewResponseAction) => Promise<void>,
) {
  const { user, view } = heard
  const ticket = ticketOf(view)
  if (!ticket) return ack()
  const work = asked(to, user.id, ticket.nonce, (one) =>
    to.host.conversation.submit(one, ticket, answersOf(view)),
  )
  if (await within(work, PATIENCE)) {
    const reply = await work
    await ack(answerTo(to, view, reply))
    if (reply?.type !== 'say' || sayView(reply.message, to.accounts.knownNames()).fits) return
    return giveDirectly(to, user.id, reply.message)
  }
  const wait = plain('Muster is saving this. The answer comes here in a moment.')
  await ack({ response_action: 'update', view: sayView(wait, to.accounts.knownNames()).view })
  const reply = orFailed(await work)
  const done: Reply = reply.type === 'nothing' ? { type: 'say', message: plain('Saved.') } : reply
  await given(to, { user: user.id, dialog: view.id }, done)
}

function answerTo(to: Inbound, view: HeardView, reply: Reply | undefined): Answer {
  const names = to.accounts.knownNames()
  if (reply === undefined) return failedAnswer(view)
  if (reply.type === 'nothing') return undefined
  if (reply.type === 'say') {
    return { response_action: 'update', view: sayView(reply.message, names).view }
  }
  const shown = formView(reply.form, names)
  const errors = errorsOf(reply.form, view.blocks, shown.blocks)
  return errors ? { response_action: 'errors', errors } : { response_action: 'update', view: shown }
}

/** The form stays open with all that was written. */
function failedAnswer(view: HeardView): Answer {
  const input = view.blocks.find(({ type, block_id }) => type === 'input' && block_id)
  if (input?.block_id) return { response_action: 'errors', errors: { [input.block_id]: FAILED } }
  const { view: said } = sayView(plain(FAILED), {
    directory: { organisations: [] },
    accounts: new Map(),
  })
  return { response_action: 'update', view: said }
}

async function home(to: Inbound, { user, tab, event_ts }: ReturnType<typeof HeardHome.parse>) {
  if (tab !== undefined && tab !== 'home') return
  const heard = {
    actor: await to.accounts.actorOf(user),
    channel: 'slack',
    key: `home/${user}/${event_ts}`,
  }
  const message = await to.host.conversation.home(heard)
  const view = homeView(message, await to.accounts.names(message))
  await to.web.views.publish({ user_id: user, view })
}
