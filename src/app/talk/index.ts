import { placeKey } from '../../core/effect.ts'
import type { App } from '../app.ts'
import type { Conversation, Heard, Reply } from '../conversation.ts'
import { UnreadableRecord } from '../upcast.ts'
import { type Ask, isKnown, look, NOT_LISTED } from './ask.ts'
import { first, muster } from './commands.ts'
import { openForm, showForm } from './forms.ts'
import { home } from './lists.ts'
import { press } from './press.ts'
import { message, NOTHING, refused } from './say.ts'
import { submitForm } from './submit.ts'
import { asksSomething, replied } from './thread.ts'

/** All that people can do, over one app. A failure to save is told to the person; nothing is half done. */
export function createConversation(app: App): Conversation {
  const ask = (heard: Heard): Ask => ({ app, heard })
  return {
    command: (heard, name, text) =>
      guarded(app, () =>
        name === 'muster'
          ? muster(ask(heard), text)
          : openForm(ask(heard), name, undefined, first(text)),
      ),
    press: (heard, pressed) => guarded(app, () => press(ask(heard), pressed)),
    refresh: (heard, ticket, answers) => guarded(app, () => showForm(ask(heard), ticket, answers)),
    submit: (heard, ticket, answers) => guarded(app, () => submitForm(ask(heard), ticket, answers)),
    said: (heard, { place, ref }, text) =>
      guarded(app, async () => {
        const shown = await app.store.shownAt(placeKey(place), ref)
        if (!shown) return NOTHING
        const record = await look(ask(heard), shown.record)
        if (record) return replied(ask(heard), record, shown.slot, text)
        return isKnown(heard.actor) || !asksSomething(text) ? NOTHING : refused(NOT_LISTED)
      }),
    async home(heard) {
      try {
        return await home(ask(heard))
      } catch (error) {
        app.log.error({ error }, 'A person’s own page could not be written')
        return message('Muster', 'This could not be read just now. Try again in a minute.')
      }
    },
  }
}

async function guarded(app: App, doing: () => Promise<Reply> | Reply): Promise<Reply> {
  try {
    return await doing()
  } catch (error) {
    app.log.error({ error }, 'Something that a person asked for could not be done')
    if (error instanceof UnreadableRecord) return refused(error)
    return refused({
      message:
        'This was not saved: Muster could not write it down just now. Keep what you wrote and try again in a minute. If it is urgent, phone.',
    })
  }
}
