import type { Intent } from '../../core/intent.ts'
import type { Press } from '../../core/message/message.ts'
import { recordKind } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import { pressedAction } from './action-words.ts'
import { type Ask, cannotSee, look } from './ask.ts'
import { muster } from './commands.ts'
import { openForm } from './forms.ts'
import { switchNews } from './news.ts'
import { about, NOTHING, refused } from './say.ts'

/** A button does the same on every channel. What it changes shows in the messages themselves. */
export async function press(ask: Ask, pressed: Press): Promise<Reply> {
  switch (pressed.do) {
    case 'open':
      return openForm(ask, pressed.form, pressed.record, pressed.with)
    case 'command':
      return muster(ask, pressed.words)
    case 'have':
      return change(ask, pressed.record, ask.heard.key, {
        kind: 'case',
        type: 'have',
        by: ask.heard.actor,
        clock: pressed.clock,
      })
    case 'news':
      return switchNews(ask, pressed.record, pressed.on)
    case 'answer':
      return answerTo(ask, pressed)
    case 'vote': {
      const { record, decision, choice } = pressed
      const by = ask.heard.actor
      const intent = { kind: 'meeting', type: 'vote', by, decision, choice } as const
      return change(ask, record, ask.heard.key, intent)
    }
  }
}

function answerTo(ask: Ask, pressed: Extract<Press, { do: 'answer' }>): Promise<Reply> {
  const { record, prompt, answer, revision } = pressed
  const key = `answer:${record}:${prompt}:${revision}:${answer}:${who(ask)}`
  const shared = {
    type: 'answer',
    by: ask.heard.actor,
    prompt,
    answer,
    revision,
    reason: null,
  } as const
  const intent: Intent =
    pressedAction(prompt, answer, revision, ask.heard.actor) ??
    (recordKind(record) === 'meeting'
      ? { kind: 'meeting', ...shared, person: null }
      : { kind: 'case', ...shared })
  return change(ask, record, key, intent)
}

/** Sends an intent for a record that this person may see, and says so when it is refused. */
export async function change(
  ask: Ask,
  record: Extract<Press, { do: 'answer' }>['record'],
  key: string,
  intent: Intent,
): Promise<Reply> {
  const found = await look(ask, record)
  if (!found) return refused(cannotSee(ask, record))
  const said = ask.said ? { said: ask.said } : {}
  const answer = await handle(ask.app, { key, to: record, intent, ...said })
  return answer.ok ? NOTHING : about(found, refused(answer.refusal))
}

function who({ heard: { actor } }: Ask): string {
  return actor.type === 'person' ? actor.person : actor.type
}
