import { z } from 'zod'
import { HeardView } from './answers.ts'
import {
  HeardAction,
  HeardChange,
  HeardCommand,
  HeardHome,
  HeardMessage,
  HeardShortcut,
  HeardSubmission,
} from './heard.ts'

/** What stands in the way of nothing: it is left out where it is not what it should be. */
function perhaps<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined)
}

const about = {
  team: perhaps(z.object({ id: z.string() })),
  channel: perhaps(z.object({ id: z.string() })),
}
const place = { team_id: perhaps(z.string()), channel_id: perhaps(z.string()) }

/** Events come in hundreds of kinds; one without what we read of it is none of ours. */
const Event = z
  .object({
    type: z.string(),
    subtype: perhaps(z.string()),
    bot_id: perhaps(z.string()),
    user: perhaps(HeardMessage.shape.user),
    text: perhaps(z.string()),
    ts: perhaps(z.string()),
    thread_ts: perhaps(z.string()),
    channel: perhaps(z.string()),
    channel_type: perhaps(z.string()),
    tab: perhaps(z.string()),
    event_ts: perhaps(HeardHome.shape.event_ts),
    message: perhaps(HeardChange.shape.message),
    previous_message: perhaps(HeardChange.shape.previous_message),
  })
  .transform(withoutGaps)

const KINDS = {
  command: z.object({ ...HeardCommand.shape, ...place }),
  event_callback: z.object({
    type: z.literal('event_callback'),
    team_id: perhaps(z.string()),
    event: Event,
  }),
  message_action: z.object({
    ...HeardShortcut.shape,
    ...about,
    type: z.literal('message_action'),
    callback_id: z.string(),
  }),
  block_actions: z.object({ ...HeardAction.shape, ...about, type: z.literal('block_actions') }),
  view_submission: z.object({
    ...HeardSubmission.shape,
    ...about,
    type: z.literal('view_submission'),
    view: HeardView.extend({ callback_id: perhaps(z.string()) }),
  }),
}

type Delivery =
  | { readonly type: 'known'; readonly body: Record<string, unknown> }
  | { readonly type: 'unknown' }
  | { readonly type: 'malformed' }

/** A body as far as we read it. Bolt gets nothing else: it trusts what it is given. */
export function deliveryOf(body: Readonly<Record<string, unknown>>): Delivery {
  const kind = body.command === undefined ? body.type : 'command'
  if (!isKind(kind)) return { type: 'unknown' }
  const { data } = KINDS[kind].safeParse(body)
  return data ? { type: 'known', body: withoutGaps(data) } : { type: 'malformed' }
}

function isKind(kind: unknown): kind is keyof typeof KINDS {
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind)
}

/** Bolt looks whether a name is there, not whether it has a value. */
function withoutGaps(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
