import type { RecordId } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import { type Ask, cannotSee } from './ask.ts'
import { refused, say } from './say.ts'

/** Whoever raised a case switches its news off and on; to everybody else there is none. */
export async function switchNews(ask: Ask, record: RecordId, on: boolean): Promise<Reply> {
  const { app, heard } = ask
  const intent = { kind: 'case', type: 'switchNews', by: heard.actor, on } as const
  const answer = await handle(app, { key: heard.key, to: record, intent })
  if (!answer.ok) return refused(cannotSee(ask, record))
  return on
    ? say('You get news of it again', 'What happened meanwhile stands in the confirmation above.')
    : say(
        'You get no more news of it',
        'It goes on all the same. “Send me news again” in the confirmation switches it back on.',
      )
}
