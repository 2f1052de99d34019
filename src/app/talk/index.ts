import type { Message } from '../../core/message/message.ts'
import type { App } from '../app.ts'
import { withApproval } from '../approval.ts'
import type { Conversation, Heard, Reply } from '../conversation.ts'
import { rehearsals } from '../rehearsal/index.ts'
import { UnreadableRecord } from '../upcast.ts'
import { altered } from './altered.ts'
import { type Ask, unreadable } from './ask.ts'
import { saidInChat } from './chat.ts'
import { first, muster } from './commands.ts'
import { openForm, showForm } from './forms.ts'
import { home } from './home.ts'
import { opened } from './opened.ts'
import { press } from './press.ts'
import { safely } from './safely.ts'
import { message, refused, say } from './say.ts'
import { submitForm } from './submit.ts'
import { saidInThread } from './thread-words.ts'
import { view } from './view.ts'

/** All that people can do, over one app: what they write can be stored, and what they see is safe to look at. */
export function createConversation(app: App): Conversation {
  return safely(talking(app))
}

/** A failure to save is told to the person; nothing is half done. */
function talking(app: App): Conversation {
  const ask = (heard: Heard): Ask => ({ app, heard })
  const written = (heard: Heard): Ask => ({
    ...ask(heard),
    said: { channel: heard.channel, message: heard.key },
  })
  const inside = rehearsals(app)
  return {
    command: (heard, name, text) =>
      guarded(
        ask(heard),
        async () => (await inside.command(heard, name, text)) ?? commanded(ask(heard), name, text),
        name === 'muster' && onlyReads(text) ? NOT_READ : NOT_SAVED,
      ),
    press: (heard, pressed) =>
      guarded(
        ask(heard),
        async () => (await inside.press(heard, pressed)) ?? pressing(ask(heard), pressed),
        pressed.do === 'command' && onlyReads(pressed.words) ? NOT_READ : NOT_SAVED,
      ),
    refresh: (heard, ticket, answers) =>
      guarded(
        ask(heard),
        async () =>
          (await inside.refresh(heard, ticket, answers)) ?? showForm(ask(heard), ticket, answers),
      ),
    submit: (heard, ticket, answers) =>
      guarded(
        ask(heard),
        async () =>
          (await inside.submit(heard, ticket, answers)) ?? submitting(ask(heard), ticket, answers),
        NOT_SAVED,
        async () =>
          (await inside.refresh(heard, ticket, answers)) ??
          showForm(ask(heard), ticket, answers, { problem: STILL_HERE }),
      ),
    said: (heard, thread, text) =>
      guarded(ask(heard), () =>
        saidThere(written(heard), thread, text, (shown) => inside.said(heard, shown, text)),
      ),
    altered: (heard, one) => guarded(ask(heard), () => altered(ask(heard), one)),
    saidInChat: (heard, chat, text) =>
      guarded(
        ask(heard),
        async () =>
          (await inside.saidInChat(heard, chat, text)) ?? chatting(written(heard), chat, text),
        onlyReads(text) ? NOT_READ : NOT_SAVED,
      ),
    view: (heard, place, record, slot) => view(ask(heard), place, record, slot),
    opened: (heard, record, slot) => opened(ask(heard), record, slot),
    home: (heard) => homeOf(ask(heard)),
  }
}

/** What is answered inside a rehearsal stays as it is. */
async function saidThere(...said: Parameters<typeof saidInThread>): Promise<Reply> {
  const [ask, thread, text, inside] = said
  let rehearsed: Reply | undefined
  const reply = await saidInThread(ask, thread, text, async (shown) => {
    rehearsed = await inside(shown)
    return rehearsed
  })
  return rehearsed ?? noted(ask, reply)
}

/** A private answer, too, says so while nobody has approved the rules: those of the record that it is about. */
function noted({ app }: Ask, reply: Reply): Reply {
  if (reply.type !== 'say') return reply
  const { under, rests, ...said } = reply
  return rests === 'said' ? said : { ...said, message: withApproval(app, said.message, under) }
}

function noting<Rest extends readonly unknown[]>(
  doing: (ask: Ask, ...rest: Rest) => Promise<Reply> | Reply,
): (ask: Ask, ...rest: Rest) => Promise<Reply> {
  return async (ask, ...rest) => noted(ask, await doing(ask, ...rest))
}

const pressing = noting(press)
const submitting = noting(submitForm)
const chatting = noting(saidInChat)
const commanded = noting((ask, name: 'concern' | 'incident' | 'muster', text: string) =>
  name === 'muster' ? muster(ask, text) : openForm(ask, name, undefined, first(text)),
)

async function homeOf(ask: Ask): Promise<Message> {
  try {
    const page = noted(ask, await home(ask))
    return page.type === 'say' ? page.message : message('Muster')
  } catch (error) {
    ask.app.log.error({ error }, 'A person’s own page could not be written')
    return message('Muster', NOT_READ)
  }
}

const NOT_SAVED =
  'This was not saved: Muster could not write it down just now. Keep what you wrote and try again in a minute. If it is urgent, phone.'
const STILL_HERE =
  'This was not saved: Muster could not write it down just now. What you wrote is still here; try again in a minute. If it is urgent, phone.'
const NOT_READ =
  'Muster could not read its records just now; try again in a minute. If it is urgent, phone.'

/** Whether a command only shows something: then there is nothing that could have been saved. */
function onlyReads(words: string): boolean {
  return /^\s*(?:(?:help|mine|status|rules|export)\b|$)/i.test(words)
}

async function guarded(
  ask: Ask,
  doing: () => Promise<Reply> | Reply,
  failing = NOT_SAVED,
  keeping?: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await doing()
  } catch (error) {
    ask.app.log.error({ error }, 'Something that a person asked for could not be done')
    if (error instanceof UnreadableRecord) return refused(await unreadable(ask, error))
    // What a form needs may be out of reach as well.
    if (keeping) return keeping().catch(() => refused({ message: failing }))
    return failing === NOT_READ ? say('Muster', NOT_READ) : refused({ message: failing })
  }
}
