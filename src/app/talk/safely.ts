import { storableText } from '../../core/form/free-text.ts'
import type { Answers, Ticket } from '../../core/message/form.ts'
import type { Press } from '../../core/message/message.ts'
import { safeForm, safeMessage } from '../../core/message/safe.ts'
import type { Conversation, Heard, Reply } from '../conversation.ts'

/**
 * The same conversation: what comes in can be stored, whatever a service lets through, and what it
 * answers holds nothing that could make it look like something else.
 */
export function safely(inner: Conversation): Conversation {
  return {
    command: async (heard, name, text) =>
      safe(await inner.command(from(heard), name, storableText(text))),
    press: async (heard, press) => safe(await inner.press(from(heard), pressIn(press))),
    refresh: async (heard, ticket, answers) =>
      safe(await inner.refresh(from(heard), ticketIn(ticket), answersIn(answers))),
    submit: async (heard, ticket, answers) =>
      safe(await inner.submit(from(heard), ticketIn(ticket), answersIn(answers))),
    said: async (heard, where, text) =>
      safe(await inner.said(from(heard), where, storableText(text))),
    saidInChat: async (heard, chat, text) =>
      safe(await inner.saidInChat(from(heard), chat, storableText(text))),
    altered: async (heard, { message, ...altered }) =>
      safe(await inner.altered(from(heard), { ...altered, message: storableText(message) })),
    opened: (heard, ...which) => inner.opened(from(heard), ...which),
    home: async (heard) => safeMessage(await inner.home(from(heard))),
    async view(heard, ...which) {
      const message = await inner.view(from(heard), ...which)
      return message && safeMessage(message)
    },
  }
}

/** People outside the directory choose their names themselves. */
function from(heard: Heard): Heard {
  const { actor } = heard
  const key = storableText(heard.key)
  if (actor.type !== 'unlisted') return { ...heard, key }
  return { ...heard, key, actor: { ...actor, name: storableText(actor.name) } }
}

function pressIn(press: Press): Press {
  switch (press.do) {
    case 'open':
      return { ...press, form: storableText(press.form), ...withIn(press) }
    case 'answer': {
      const { prompt, answer } = press
      return { ...press, prompt: storableText(prompt), answer: storableText(answer) }
    }
    case 'have':
      return { ...press, clock: storableText(press.clock) }
    case 'vote':
    case 'news':
      return press
    case 'command':
      return { ...press, words: storableText(press.words) }
  }
}

function ticketIn(ticket: Ticket): Ticket {
  const { form, nonce } = ticket
  return { ...ticket, form: storableText(form), nonce: storableText(nonce), ...withIn(ticket) }
}

function withIn({ with: filled }: Pick<Ticket, 'with'>): Pick<Ticket, 'with'> {
  if (filled === undefined) return {}
  const clean = Object.entries(filled).map(([id, words]) => [id, storableText(words)])
  return { with: Object.fromEntries(clean) }
}

function answersIn(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      typeof answer === 'string' ? storableText(answer) : answer.map(storableText),
    ]),
  )
}

function safe(reply: Reply): Reply {
  switch (reply.type) {
    case 'nothing':
      return reply
    case 'say':
      return { ...reply, message: safeMessage(reply.message) }
    case 'form':
      return { ...reply, form: safeForm(reply.form) }
  }
}
