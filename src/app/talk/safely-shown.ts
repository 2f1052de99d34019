import { safeForm, safeMessage } from '../../core/message/safe.ts'
import type { Conversation, Reply } from '../conversation.ts'

/** The same conversation; what it answers holds nothing that could make it look like something else. */
export function safelyShown(inner: Conversation): Conversation {
  return {
    command: async (...asked) => safe(await inner.command(...asked)),
    press: async (...asked) => safe(await inner.press(...asked)),
    refresh: async (...asked) => safe(await inner.refresh(...asked)),
    submit: async (...asked) => safe(await inner.submit(...asked)),
    said: async (...asked) => safe(await inner.said(...asked)),
    saidInChat: async (...asked) => safe(await inner.saidInChat(...asked)),
    home: async (...asked) => safeMessage(await inner.home(...asked)),
    async view(...asked) {
      const message = await inner.view(...asked)
      return message && safeMessage(message)
    },
  }
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
