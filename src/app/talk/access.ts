import { setTimeout } from 'node:timers/promises'
import { parseReference, recordKind } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import type { Request } from '../ports.ts'
import { type Ask, isKnown, look, NOT_LISTED } from './ask.ts'
import { openForm } from './forms.ts'
import { named } from './named.ts'
import { refused, say } from './say.ts'
import { tries } from './tries.ts'

const asking = tries({ most: 5, seconds: 3600 })

const WHICH = {
  message: 'Give the reference of the case, for example “/muster access C-7K2M-9Q4X”.',
}

/** Who sees a case, for whoever does; everybody else may ask, and learns nothing of whether there is one. */
export async function access(ask: Ask, words: string): Promise<Reply> {
  const { id, rest } = named(words)
  if (!id || recordKind(id) !== 'case') return refused(WHICH)
  const record = await look(ask, id)
  if (record?.kind === 'case')
    return openForm(ask, record.confidential ? 'access' : 'makeConfidential', id)
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  const reference = words
    .trim()
    .slice(0, words.trim().length - rest.length)
    .trim()
  return openForm(ask, 'askAccess', undefined, { reference, ...(rest ? { reason: rest } : {}) })
}

/** As long as the answer takes, whatever there is: longer than the work ever should. */
const ANSWER_MILLISECONDS = 250

/** The same words, after the same time, whether or not there is such a case, and however often somebody has asked. */
export async function askedForAccess(
  ask: Ask,
  reference: string,
  { text: reason, confirmed = [] }: Pick<Request, 'confirmed'> & { readonly text: string },
): Promise<Reply> {
  const { app, heard } = ask
  if (!isKnown(heard.actor)) return refused(NOT_LISTED)
  const answered = setTimeout(ANSWER_MILLISECONDS)
  const to = parseReference(reference)
  const isOver = asking.isOver(ask)
  asking.count(ask)
  if (to && recordKind(to) === 'case' && !isOver) {
    // Where nothing can be read at all, that is said; it is so whatever there is.
    await app.store.load(to)
    const intent = { kind: 'case', type: 'askAccess', by: heard.actor, reason } as const
    pass(app, { key: heard.key, to, intent, confirmed })
  }
  await answered
  return say(
    'Asked',
    'If there is such a confidential case, the person who decides has been asked privately. You hear of it only if you are given access. If it is urgent, phone the quality lead.',
  )
}

/** Nobody waits for it: how long it takes, and whether it comes through, would tell that there is a case. */
function pass(app: App, request: Request): void {
  handle(app, request).catch((error: unknown) =>
    app.log.error({ error }, 'A request for access could not be passed on'),
  )
}
