import { z } from 'zod'
import type { Outcome } from '../../../src/core/effect.ts'
import type { Graph, Need } from './graph.ts'
import type { TeamsSettings } from './settings.ts'

const Catalogue = z.object({ value: z.array(z.object({ id: z.string().min(1) })) })

const LOOK_UP: Need = {
  what: 'find its own app in the catalogue of your organisation',
  right: 'AppCatalog.Read.All (or whoever runs Muster sets MUSTER_TEAMS_APP)',
}
const INTO_CHAT: Need = {
  what: 'join the chat that it made',
  right: 'TeamsAppInstallation.ReadWriteSelfForChat.All',
}
const FOR_PERSON: Need = {
  what: 'install its own app for a person',
  right: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
}

/** Muster’s own app, put where Muster is to write. `done` also where it was there before. */
export interface Installation {
  /** The app’s id in the tenant’s catalogue: asked for before anything is made that would need it. */
  app(): Promise<Outcome>
  intoChat(chat: string): Promise<Outcome>
  forPerson(account: string): Promise<Outcome>
}

export function installation(settings: TeamsSettings, graph: Graph): Installation {
  let found: string | undefined = settings.MUSTER_TEAMS_APP

  async function app(): Promise<Outcome> {
    if (found !== undefined) return { type: 'done', ref: found }
    // The package’s id is the bot’s; the catalogue gives it another.
    const filter = encodeURIComponent(`externalId eq '${settings.MicrosoftAppId.toLowerCase()}'`)
    const answer = await graph.ask('GET', `/appCatalogs/teamsApps?$filter=${filter}`, LOOK_UP)
    if (!answer.ok) return onlyAsked(answer.outcome)
    const id = Catalogue.safeParse(answer.body).data?.value[0]?.id
    if (id === undefined)
      return {
        type: 'never',
        reason:
          'The Muster app is not in the catalogue of your organisation: a Teams administrator uploads its package in the Teams admin center.',
      }
    found = id
    return { type: 'done', ref: id }
  }

  async function put(where: string, need: Need): Promise<Outcome> {
    const own = await app()
    if (own.type !== 'done') return own
    const name = graph.nameOf(`/appCatalogs/teamsApps/${own.ref}`)
    const answer = await graph.ask('POST', where, need, { 'teamsApp@odata.bind': name })
    if (answer.ok || answer.status === 409) return own
    // It may have been uploaded anew, under another id.
    if (answer.outcome.type === 'never') found = settings.MUSTER_TEAMS_APP
    // Twice does no harm: the second time finds it there.
    return onlyAsked(answer.outcome)
  }

  return {
    app,
    intoChat: (chat) => put(`/chats/${encodeURIComponent(chat)}/installedApps`, INTO_CHAT),
    forPerson: (account) =>
      put(`/users/${encodeURIComponent(account)}/teamwork/installedApps`, FOR_PERSON),
  }
}

/** What may be done twice leaves no doubt behind. */
export function onlyAsked(outcome: Outcome): Outcome {
  return outcome.type === 'unclear' ? { ...outcome, type: 'later' } : outcome
}
