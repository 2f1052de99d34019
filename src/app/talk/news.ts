import { type RecordId, recordKind, referenceOf } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import { type Ask, cannotSee, look } from './ask.ts'
import { named } from './named.ts'
import { refused, say } from './say.ts'

const OFF = /^(?:no more news(?: of (?:this|it))?|news off)[.!]?$/i
const ON = /^(?:(?:send me )?news again|news on)[.!]?$/i

/** Whoever raised a case switches its news off and on; to everybody else there is none. */
export async function switchNews(ask: Ask, record: RecordId, on: boolean): Promise<Reply> {
  const { app, heard } = ask
  const intent = { kind: 'case', type: 'switchNews', by: heard.actor, on } as const
  const answer = await handle(app, { key: heard.key, to: record, intent })
  if (!answer.ok) return refused((await look(ask, record)) ? NOT_THEIRS : cannotSee(ask, record))
  const reference = referenceOf(record)
  return on
    ? say('You get news of it again', 'What happened meanwhile stands in the confirmation above.')
    : say(
        'You get no more news of it',
        `${reference} goes on all the same. “Send me news again” in the confirmation switches it back on, and so does “/muster news on ${reference}”.`,
      )
}

/** The same for all who see the case: who raised it may be a secret. */
const NOT_THEIRS = {
  message:
    'Only whoever raised it, with their name, has its news sent and can switch it. What was raised anonymously is looked up with its code: “/muster followup”.',
}

/** `/muster news off C-…` and `news on`, in either order. */
export function news(ask: Ask, words: string): Promise<Reply> | Reply {
  const [, before = '', rest = ''] = /^\s*(?:(on|off)\b)?\s*([\s\S]*)$/i.exec(words) ?? []
  const { id, rest: after } = named(rest)
  const on = newsIn(`news ${before || after}`)
  const isBoth = before !== '' && after !== ''
  if (!id || recordKind(id) !== 'case' || on === undefined || isBoth) return refused(SAY_WHICH)
  return switchNews(ask, id, on)
}

const SAY_WHICH = {
  message:
    'Say “/muster news off C-7K2M-9Q4X” or “/muster news on C-7K2M-9Q4X”, with the reference of what you raised: it stands in your confirmation.',
}

/** Words about the news of a case under whose message they stand, or whose reference comes before them. */
export function saidOfNews(
  ask: Ask,
  record: RecordId | undefined,
  words: string,
): Promise<Reply> | undefined {
  const on = newsIn(words)
  if (on === undefined || !record || recordKind(record) !== 'case') return undefined
  return switchNews(ask, record, on)
}

/** Whether news is wanted; undefined for other words. */
function newsIn(words: string): boolean | undefined {
  const said = words.trim()
  if (OFF.test(said)) return false
  return ON.test(said) ? true : undefined
}
