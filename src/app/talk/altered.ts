import { placeKey } from '../../core/effect.ts'
import { type RecordId, recordKind, referenceOf } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Altered, Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import { saidIn } from '../kept-event.ts'
import type { SaidIn, Store } from '../ports.ts'
import type { Ask } from './ask.ts'
import { NOTHING, refused, say } from './say.ts'

/** What was recorded of a message stays when the message is changed or deleted; the record says that it was. */
export async function altered(
  { app, heard }: Ask,
  { message, where, what }: Altered,
): Promise<Reply> {
  const { actor: by, channel, key } = heard
  const to = await recordOf(app, { channel, message }, where)
  if (!to) return NOTHING
  const intent = { kind: recordKind(to), type: 'noteEdited', by, channel, message, what } as const
  const answer = await handle(app, { key, to, intent })
  if (!answer.ok) return refused(answer.refusal)
  return say(
    `${referenceOf(to)} keeps what you wrote first`,
    `Your message is on record as it was; that it was ${what} is noted there too. To put it right, write “note …”.`,
  )
}

/** The record that holds what the message said. */
async function recordOf(
  { store }: App,
  { channel, message }: SaidIn,
  where: Altered['where'],
): Promise<RecordId | undefined> {
  const shown = where && (await store.shownAt(placeKey(where.place), where.ref))
  const candidates = shown ? [shown.record] : await tookIt(message, store)
  for (const id of candidates) {
    for (const { body } of await store.history(id)) {
      const said = body === null ? undefined : saidIn(body)
      if (said?.channel === channel && said.message === message) return id
    }
  }
  return undefined
}

/** Outside threads: the open records that took a message in the last 30 days under its key. */
async function tookIt(key: string, store: Store): Promise<readonly RecordId[]> {
  const found: RecordId[] = []
  for (const kind of ['case', 'meeting'] as const) {
    for (const { id } of await store.list({ facets: { kind, status: 'open' } })) {
      const saved = await store.load(id)
      if (saved?.keys.some((used) => used.key === key)) found.push(id)
    }
  }
  return found
}
