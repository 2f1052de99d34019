import type { Heard, Reply } from '../../../src/app/conversation.ts'
import { bringsCode } from '../../../src/app/talk/code.ts'
import { placeKey } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { type DialogView, dialogView } from './form.ts'
import { enter, type Where } from './here.ts'
import { type Answer, ok } from './http.ts'
import { personalPlace } from './reader.ts'
import { namingFor, type Session } from './session.ts'

/** What the page does next. */
type Next =
  | { readonly type: 'nothing' }
  | {
      readonly type: 'note'
      readonly space: string
      readonly thread: string | null
      readonly ref: string
    }
  | { readonly type: 'form'; readonly form: DialogView; readonly where: Where }

/** A reply of the conversation as the page gets it; what it says stays in the place as a note. */
export async function answer(
  session: Session,
  reply: Reply,
  where: Where,
  heard: Heard,
  asked?: string,
): Promise<Answer> {
  switch (reply.type) {
    case 'nothing':
      return ok({ type: 'nothing' } satisfies Next)
    case 'say':
      return note(session, where, heard, reply, asked)
    case 'form': {
      const form = dialogView(reply.form, namingFor(session))
      return ok({ type: 'form', form, where } satisfies Next)
    }
  }
}

/** A private answer, kept where the person is; in their own messages when they may not be there. One with a code is not kept. */
export async function note(
  session: Session,
  where: Where,
  heard: Heard,
  { message, passing }: { readonly message: Message; readonly passing?: true },
  asked?: string,
): Promise<Answer> {
  const keepsAsked = asked !== undefined && (passing || !bringsCode(asked))
  const here = enter(session, where)
  const item = await session.workspace.add({
    space: here?.space.key ?? placeKey(personalPlace(session.reader)),
    ...(here?.root ? { thread: here.root.ref } : {}),
    at: session.host.now(),
    by: { type: 'clock' },
    body: { type: 'message', message },
    only: session.reader,
    ...(keepsAsked ? { asked } : {}),
    // Where the page has not said which it is, nobody sees it any more.
    ...(passing ? { page: session.page ?? '' } : {}),
    key: `${heard.key}:note`,
  })
  const { space, thread = null, ref } = item
  return ok({ type: 'note', space, thread, ref } satisfies Next)
}
