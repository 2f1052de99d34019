import { z } from 'zod'
import type { Outcome } from '../../../src/core/effect.ts'
import type { Graph, Need } from './graph.ts'
import { onlyAsked } from './installation.ts'

const PAGES = 10
/** Graph’s clock and ours. */
const CLOCKS_APART = 5 * 60_000

const LOOK: Need = { what: 'look for a chat that it made', right: 'Chat.ReadBasic.All' }

const nextLink = { '@odata.nextLink': z.string().optional() }
const Chats = z.object({
  value: z.array(
    z.object({
      id: z.string().min(1),
      topic: z.string().nullish(),
      chatType: z.string(),
      createdDateTime: z.string(),
    }),
  ),
  ...nextLink,
})
const Members = z.object({
  value: z.array(z.object({ userId: z.string().nullish(), email: z.string().nullish() })),
  ...nextLink,
})

/** What was looked for; null where it is not there; otherwise why nobody can say. */
type Found = { readonly ref: string | null } | { readonly outcome: Outcome }

/**
 * The group chat of this topic made since then with nobody else in it, in the list of one of those
 * who would be in it: whom Graph does not know has no list, and whom it refused is not in the chat.
 */
export async function madeSince(
  graph: Graph,
  topic: string,
  { among, accounts }: { readonly among: readonly string[]; readonly accounts: readonly string[] },
  since: string,
): Promise<Outcome | undefined> {
  for (const account of among) {
    const found = await inList(graph, topic, account, accounts, since)
    if ('outcome' in found) {
      const { outcome } = found
      if (outcome.type !== 'never') return onlyAsked(outcome)
    } else if (found.ref !== null) return { type: 'done', ref: found.ref }
  }
  return undefined
}

async function inList(
  graph: Graph,
  topic: string,
  account: string,
  accounts: readonly string[],
  since: string,
): Promise<Found> {
  const earliest = Date.parse(since) - CLOCKS_APART
  let path: string | undefined = `/users/${encodeURIComponent(account)}/chats?$top=50`
  for (let page = 0; path !== undefined && page < PAGES; page += 1) {
    const answer = await graph.ask('GET', path, LOOK)
    if (!answer.ok) return answer
    const chats = Chats.safeParse(answer.body).data
    const alike = chats?.value.filter(
      (chat) =>
        chat.chatType === 'group' &&
        chat.topic === topic &&
        Date.parse(chat.createdDateTime) >= earliest,
    )
    for (const { id } of alike ?? []) {
      const ours = await isOurs(graph, id, accounts)
      if (typeof ours === 'object') return ours
      if (ours) return { ref: id }
    }
    path = chats?.['@odata.nextLink']
  }
  return { ref: null }
}

/** Anybody may give a chat our topic, and a confidential meeting is not read by whoever did. */
async function isOurs(
  graph: Graph,
  chat: string,
  accounts: readonly string[],
): Promise<boolean | { readonly outcome: Outcome }> {
  const own = new Set(accounts.map((account) => account.toLowerCase()))
  let path: string | undefined = `/chats/${encodeURIComponent(chat)}/members`
  for (let page = 0; path !== undefined && page < PAGES; page += 1) {
    const answer = await graph.ask('GET', path, LOOK)
    if (!answer.ok) return answer
    const members = Members.safeParse(answer.body).data
    const isAmong = (name: string | null | undefined) => own.has(name?.toLowerCase() ?? '')
    const areOurs = members?.value.every(({ userId, email }) => isAmong(userId) || isAmong(email))
    if (!areOurs) return false
    path = members?.['@odata.nextLink']
  }
  return path === undefined
}
