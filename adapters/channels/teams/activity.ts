import { z } from 'zod'
import { plainAccount } from '../../../src/core/people/account.ts'

/** What has no value may be left out or be null. */
function maybe<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional()
}

/** Stores keep no NUL and no half a character, and no id of Teams has them. */
function whole(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((id) => !id.includes('\0') && !/\p{Surrogate}/u.test(id))
}

const Entity = z.object({
  type: maybe(z.string()),
  text: maybe(z.string()),
  mentioned: maybe(z.object({ id: z.string(), name: maybe(z.string()) })),
})

/** What we read of a Bot Framework activity. Everything else in it is left alone. */
export const Activity = z.object({
  type: z.string().max(100),
  id: maybe(z.string().min(1).max(500)),
  name: maybe(z.string().max(200)),
  action: maybe(z.string().max(100)),
  channelId: z.literal('msteams'),
  /** Must be there: without it the SDK does not compare it with the token's. */
  serviceUrl: whole(2000),
  from: z.object({
    id: whole(500),
    name: maybe(z.string().max(500)),
    aadObjectId: maybe(whole(200).transform(plainAccount)),
    tenantId: maybe(z.string()),
  }),
  /** Targeted: a slash command that only its writer and Muster can see. */
  recipient: maybe(z.object({ id: z.string(), isTargeted: maybe(z.boolean()) })),
  conversation: z.object({
    id: whole(1000),
    conversationType: maybe(z.string()),
    tenantId: maybe(z.string()),
  }),
  channelData: maybe(z.object({ tenant: maybe(z.object({ id: z.string() })) })),
  text: maybe(z.string()),
  value: z.unknown().optional(),
  replyToId: maybe(z.string().max(500)),
  entities: maybe(z.array(Entity)),
})
export type Activity = z.infer<typeof Activity>

/** The person's Entra object id where Teams gives it. */
export function accountOf(activity: Activity): string {
  return activity.from.aadObjectId ?? activity.from.id
}

/** Teams' own id of a person, as this bot sees them: what cards and mentions take. */
export function isUserId(id: string): boolean {
  return id.startsWith('29:')
}

export function isPersonal(activity: Activity): boolean {
  return activity.conversation.conversationType === 'personal'
}

/** `19:…@thread.tacv2;messageid=17…`: the channel, and the first message of the thread. */
export function threadOf(conversation: string): { room: string; root: string | undefined } {
  const [room = conversation, rest] = conversation.split(';messageid=')
  return { room, root: rest }
}

/** Channels have threads; chats do not, and refuse them. */
export function hasThreads(room: string): boolean {
  return /@thread\.(tacv2|skype)$/.test(room)
}

export function inThread(room: string, root: string | undefined): string {
  return root !== undefined && hasThreads(room) ? `${room};messageid=${root}` : room
}
