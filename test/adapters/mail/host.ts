import type { MailHost } from '../../../adapters/mail/index.ts'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import { createConversation } from '../../../src/app/talk/index.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import type { TestApp } from '../../fixtures/app.ts'

const NOW = '2027-08-14T08:00:00Z'
const silent: MailHost['log'] = { info: () => {}, warn: () => {}, error: () => {} }

/** What mail lives on where nobody answers it: without an address for its pages it talks to nobody. */
export function mailHost(directory: () => Directory): MailHost {
  const conversation = new Proxy({}, { get: () => () => Promise.reject(new Error('Nobody talks')) })
  return {
    directory,
    store: memoryStore(),
    now: () => NOW,
    log: silent,
    // It has every method that is asked for.
    conversation: conversation as MailHost['conversation'],
  }
}

/** What mail lives on in a whole app. */
export function hostOf({ app }: TestApp): MailHost {
  const { directory, store, now, log } = app
  return { directory, store, now, log, conversation: createConversation(app) }
}
