import { z } from 'zod'
import type { Outcome } from '../../../src/core/effect.ts'
import type { Graph, GraphAnswer, Need } from './graph.ts'
import { onlyAsked } from './installation.ts'

type Role = 'owner' | 'guest'

const ADD: Need = { what: 'add people to its chat', right: 'ChatMember.ReadWrite.WhereInstalled' }

const REMOVE: Need = {
  what: 'take people out of its chat',
  right: 'ChatMember.ReadWrite.WhereInstalled',
}

const Members = z.object({
  value: z.array(
    z.object({ id: z.string(), userId: z.string().nullish(), email: z.string().nullish() }),
  ),
})

export function member(graph: Graph, account: string, role: Role) {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: [role],
    'user@odata.bind': graph.nameOf(`/users('${account.replaceAll("'", "''")}')`),
  }
}

/** Adds each by themselves, so that one who is refused keeps nobody out. `stopped`: it must be tried again. */
export async function addTo(
  graph: Graph,
  chat: string,
  accounts: readonly string[],
): Promise<{ readonly stopped?: Outcome; readonly refused: readonly string[] }> {
  const refused: string[] = []
  for (const account of accounts) {
    const answer = await added(graph, chat, account)
    if (isIn(answer)) continue
    if (answer.status !== 400 && answer.status !== 404)
      return { stopped: onlyAsked(answer.outcome), refused }
    refused.push(account)
  }
  return { refused }
}

/** A guest of the tenant must be named as one, and only Graph knows who that is. */
async function added(graph: Graph, chat: string, account: string): Promise<GraphAnswer> {
  const as = (role: Role) =>
    graph.ask('POST', `/chats/${encodeURIComponent(chat)}/members`, ADD, {
      ...member(graph, account, role),
      // Whoever comes later must read the brief.
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    })
  const answer = await as('owner')
  return isIn(answer) || answer.status !== 400 ? answer : as('guest')
}

function isIn(answer: GraphAnswer): answer is Extract<GraphAnswer, { ok: true }> {
  return answer.ok || answer.status === 409 || /already/i.test(answer.words)
}

/** Whoever is not in the chat is out of it. */
export async function takeOut(
  graph: Graph,
  chat: string,
  accounts: readonly string[],
): Promise<Outcome> {
  const path = `/chats/${encodeURIComponent(chat)}/members`
  const answer = await graph.ask('GET', path, REMOVE)
  if (!answer.ok) return onlyAsked(answer.outcome)
  const out = accounts.map((account) => account.toLowerCase())
  const members = Members.safeParse(answer.body).data?.value ?? []
  for (const { id, userId, email } of members) {
    // Whoever is known by an address only is so in the chat as well.
    const names = [userId, email].flatMap((name) => name?.toLowerCase() ?? [])
    if (!names.some((name) => out.includes(name))) continue
    const gone = await graph.ask('DELETE', `${path}/${encodeURIComponent(id)}`, REMOVE)
    if (!gone.ok && gone.status !== 404) return onlyAsked(gone.outcome)
  }
  return { type: 'done', ref: chat }
}
