import { z } from 'zod'
import type { Host } from '../../../src/app/host.ts'
import { Answers, Ticket } from '../../../src/core/message/form.ts'
import { Press } from '../../../src/core/message/message.ts'
import { clockMover } from './clock.ts'
import { GONE } from './here.ts'
import { type Answer, no, ok } from './http.ts'
import { press, pressAtHome, raise, refresh, say, submit } from './inbound.ts'
import { messageView } from './render.ts'
import { heardFrom, namingFor, type Session } from './session.ts'
import { isUnread, itemsIn, spaceFor } from './sight.ts'
import { peopleView, spaceView, stateView } from './view.ts'
import type { Item } from './workspace-state.ts'

const key = z.string().min(8).max(100)
const where = z.object({ space: z.string().max(200), thread: z.string().max(50).optional() })
const filled = z.object({ key, where, ticket: Ticket, answers: Answers })

type Action = (session: Session, body: unknown) => Promise<Answer>

function action<Body>(
  shape: z.ZodType<Body>,
  act: (session: Session, body: Body) => Promise<Answer>,
): Action {
  return async (session, body) => {
    const parsed = shape.safeParse(body)
    if (!parsed.success)
      return no(400, 'The request was not understood. Reload the page and try again.')
    return act(session, parsed.data)
  }
}

/** What a page may ask, by path. Each answer is for the session's reader. */
export function questions(): Readonly<
  Record<string, (session: Session, query: URLSearchParams) => Promise<Answer>>
> {
  return {
    '/api/state': async (session) => ok(stateView(session)),
    '/api/people': async (session) => ok(peopleView(session)),
    '/api/home': async (session) => {
      const home = await session.host.conversation.home(heardFrom(session, 'home'))
      return ok(messageView(home, namingFor(session)))
    },
    '/api/space': async (session, query) => {
      const { host, reader, workspace } = session
      const space = spaceFor(workspace.state, host.directory(), reader, query.get('key') ?? '')
      return space ? ok(spaceView(session, space)) : GONE
    },
  }
}

/** What a page may do, by path. */
export function actions(host: Host): Readonly<Record<string, Action>> {
  const move = clockMover(host.clock)
  return {
    '/api/say': action(where.extend({ key, text: z.string() }), say),
    '/api/press': action(
      z.object({ key, space: z.string(), ref: z.string(), press: Press }),
      press,
    ),
    '/api/press-at-home': action(z.object({ key, press: Press }), (session, body) =>
      pressAtHome(session, body.key, body.press),
    ),
    '/api/raise': action(z.object({ key, space: z.string(), ref: z.string() }), raise),
    '/api/submit': action(filled, submit),
    '/api/refresh': action(filled, refresh),
    '/api/read': action(where, markRead),
    '/api/clock': action(z.object({ move: z.enum(['hour', 'day', 'deadline']) }), (_, body) =>
      move(body.move),
    ),
  }
}

/** Their own calls that they had not read before. */
async function tellOpened(session: Session, seen: readonly Item[]): Promise<void> {
  const { host, reader, workspace } = session
  for (const item of seen) {
    const { ref, record, slot } = item
    if (record === undefined || slot === undefined) continue
    if (isUnread(workspace.state, item, reader))
      await host.conversation.opened(heardFrom(session, ref), record, slot)
  }
}

async function markRead(session: Session, place: z.infer<typeof where>): Promise<Answer> {
  const { host, reader, workspace } = session
  if (!spaceFor(workspace.state, host.directory(), reader, place.space)) return GONE
  const seen = itemsIn(workspace.state, place.space, reader).filter(
    ({ thread }) => thread === place.thread,
  )
  await tellOpened(session, seen)
  const last = seen.at(-1)
  if (last) await workspace.read(reader, place.space, place.thread, last.seq)
  return ok({ type: 'nothing' })
}
