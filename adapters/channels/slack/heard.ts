import { z } from 'zod'
import type { Place } from '../../../src/core/effect.ts'
import { HeardView } from './answers.ts'

/** What we read of Slack's deliveries; everything else in them is left alone. */
const User = z.object({ id: z.string() })

export const HeardCommand = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
})
export type HeardCommand = z.infer<typeof HeardCommand>

export const HeardShortcut = z.object({
  user: User,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ text: z.string().default('') }),
})

export const HeardAction = z.object({
  user: User,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.object({ thread_ts: z.string().optional() }),
  view: HeardView.optional(),
  actions: z.array(z.object({ type: z.string(), value: z.string().optional() })).min(1),
})
export type HeardAction = z.infer<typeof HeardAction>

export const HeardSubmission = z.object({ user: User, trigger_id: z.string(), view: HeardView })

export const HeardMessage = z.object({
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
})
export type HeardMessage = z.infer<typeof HeardMessage>

/** A message that somebody changed or deleted. Slack tells the same of links that it unfolds. */
export const HeardChange = z.object({
  subtype: z.enum(['message_changed', 'message_deleted']),
  /** Of this delivery. */
  ts: z.string(),
  channel: z.string(),
  channel_type: z.string().optional(),
  message: z.object({ text: z.string().default('') }).optional(),
  previous_message: z.object({
    user: z.string(),
    bot_id: z.string().optional(),
    text: z.string().default(''),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
})
export type HeardChange = z.infer<typeof HeardChange>

export const HeardHome = z.object({
  user: z.string(),
  tab: z.string().optional(),
  event_ts: z.string(),
})

/** Subtypes under which people write; all others are edits, joins and the like. */
const WRITTEN = new Set([undefined, 'thread_broadcast', 'file_share'])

export function isWritten(message: HeardMessage, ownUser: string | undefined): boolean {
  return WRITTEN.has(message.subtype) && message.bot_id === undefined && message.user !== ownUser
}

const MENTION = /<@([UW]\w{1,40})(?:\|[^<>]*)?>/g
/** Whoever writes more names than this is not asked about each of them. */
const MOST_NAMES = 30

/** What a person meant to write: mentions as names, links as addresses, no markup of Slack's. */
export async function plainWords(
  text: string,
  ownUser: string | undefined,
  nameOf: (account: string) => Promise<string>,
): Promise<string> {
  const mentioned = new Set([...text.matchAll(MENTION)].map(([, id = '']) => id))
  const names = new Map<string, string>()
  const others = [...mentioned].filter((id) => id !== ownUser)
  for (const id of others.slice(0, MOST_NAMES))
    names.set(id, await nameOf(id).catch(() => `@${id}`))
  return text
    .replace(MENTION, (_, id: string) => (id === ownUser ? '' : (names.get(id) ?? `@${id}`)))
    .replace(/<[#!][^<>|]*\|([^<>]*)>/g, '$1')
    .replace(/<!(\w+)[^<>]*>/g, '@$1')
    .replace(/<(?:mailto:|tel:)?([^<>|]+)(?:\|[^<>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}

const COMMANDS = ['concern', 'incident', 'muster'] as const

/** A command's name, and words typed to the bot without one: those are `muster …`. */
export function commandIn(words: string): { name: (typeof COMMANDS)[number]; text: string } {
  const [, first = '', rest = ''] = /^\/?(\S*)\s*([\s\S]*)$/.exec(words) ?? []
  const name = COMMANDS.find((one) => one === first.toLowerCase())
  return name === undefined ? { name: 'muster', text: words } : { name, text: rest }
}

/** Where a command was typed; undefined in somebody's own conversation. */
export function roomIn(channel: string | undefined): { readonly at?: Place } {
  if (channel === undefined || channel.startsWith('D')) return {}
  return { at: { channel: 'slack', to: { type: 'room', room: channel } } }
}
