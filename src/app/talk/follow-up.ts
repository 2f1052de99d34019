import type { Case } from '../../core/case/case.ts'
import type { Viewer } from '../../core/people/viewer.ts'
import type { AnyRecord } from '../../core/record.ts'
import { referenceOf } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import type { Request } from '../ports.ts'
import { list, write } from '../read.ts'
import type { Ask } from './ask.ts'
import { codeIn, codeOf, opens, written } from './code.ts'
import { buttons, passing, refused, say } from './say.ts'
import { tries } from './tries.ts'

const wrongCodes = tries({ most: 5, seconds: 15 * 60 })

/** The same words for every code that opens nothing, and for whoever has tried too often. */
const OPENS_NOTHING = {
  message:
    'Nothing is open under that code. Check every letter. After five wrong codes, wait a quarter of an hour. A code that is lost cannot be recovered: raise it again, or tell your quality lead.',
}

type Adding = (Pick<Request, 'confirmed'> & { text: string; key: string }) | null

/** What came of something that was raised anonymously, and what its raiser adds to it. */
export async function followUp(ask: Ask, words: string, adding: Adding = null): Promise<Reply> {
  return passing(await followed(ask, words, adding))
}

async function followed(ask: Ask, words: string, adding: Adding): Promise<Reply> {
  const code = codeIn(words)
  const viewer: Viewer = { type: 'code', opens: (sealed) => opens(code, sealed) }
  if (wrongCodes.isOver(ask)) return refused(OPENS_NOTHING)
  const found = await openedBy(ask, viewer)
  if (!found) {
    wrongCodes.count(ask)
    return refused(OPENS_NOTHING)
  }
  if (adding) {
    const intent = {
      kind: 'case',
      type: 'note',
      by: { type: 'anonymous' },
      text: adding.text,
    } as const
    const { text: _, ...rest } = adding
    const answer = await handle(ask.app, { ...rest, to: found.id, intent })
    if (!answer.ok) return refused(answer.refusal)
  }
  const news = write(ask.app, viewer, found, 'receipt')
  return say(
    news?.title ?? referenceOf(found.id),
    ...(adding ? ['What you wrote has been added; your name was not kept.'] : []),
    ...(news?.parts ?? []),
    'Look again whenever you want: nothing can be sent to you.',
    buttons({
      label: 'Add something…',
      press: { do: 'open', form: 'followUp', with: { code: written(code) } },
    }),
  )
}

/** Every case is tried, so that the time it takes says nothing. */
async function openedBy({ app }: Ask, viewer: Viewer): Promise<AnyRecord | undefined> {
  const [row] = await list(app, viewer, { facets: { raised: 'anonymous' } })
  return row?.record
}

/** The private answer to whoever raised something anonymously: the only time that the code is shown. */
export function codeShown({ id }: Case, nonce: string): Parameters<typeof say> {
  const code = written(codeOf(nonce))
  return [
    `Recorded as ${referenceOf(id)}`,
    { kind: 'facts', facts: [['Your code', code]] },
    'Keep it: it is shown only now, and nobody can recover it.',
    `With it you can ask what came of this, and add to it: “/muster followup ${code}”.`,
    'Your name was not kept, so nothing can be sent to you. The quality lead has been asked to look at it.',
  ]
}
