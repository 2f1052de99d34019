import { z } from 'zod'
import { HELD, type Hold, NoLongerHeld } from '../../../src/app/hold.ts'
import type { Log } from '../../../src/app/host.ts'
import { within } from '../../../src/app/within.ts'
import type { Outcome } from '../../../src/core/effect.ts'
import { Activity } from './activity.ts'
import type { Outgoing } from './card.ts'
import { limits } from './limits.ts'
import { type Failure, failureOf, MISSING_MESSAGE, NOT_INSTALLED } from './outcome.ts'
import { botPass, isAllowedService, isOurApp, isOurTenant, type TeamsSettings } from './settings.ts'
import { serviceSigned } from './signature.ts'
import { tokenSource } from './token.ts'

/** What an HTTP caller gets. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
}

/** One conversation, and the address of the service that holds it. */
export interface Where {
  readonly service: string
  readonly conversation: string
}

/** `notInstalled`: the person or room has not added Muster, which could be cured. */
export type Sent = Outcome & { readonly notInstalled?: boolean }

const Member = z.object({
  /** Always there: what has none is no answer of Teams. */
  id: z.string(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  /** Their own: in a shared channel or a federated chat it need not be that of the chat. */
  tenantId: z.string().nullish(),
})
type Member = z.infer<typeof Member>

/** How long it may take, and whether it is still ours to send. */
interface How {
  readonly milliseconds?: number
  readonly hold?: Hold
}

/** Teams, as far as Muster needs it. This file alone knows the SDK: a successor replaces it. */
export interface TeamsPort {
  /** Lets in only what Teams has signed for this bot; never throws. */
  receive(body: string, authorization: string | undefined): Promise<Answer>
  send(where: Where, message: Outgoing, how?: How): Promise<Sent>
  /** `missing`: the message is not there any more. */
  update(
    where: Where,
    id: string,
    message: Outgoing,
    hold?: Hold,
  ): Promise<Sent & { missing?: boolean }>
  /** The personal chat with an account; `done` carries the conversation. */
  open(service: string, account: string, milliseconds?: number): Promise<Sent>
  /** `none`: nobody of that account is there, or Muster is not. Undefined: that could not be learned now. */
  member(where: Where, account: string): Promise<Member | 'none' | undefined>
}

type Sdk = typeof import('botbuilder')
type Authentication = InstanceType<Sdk['ConfigurationBotFrameworkAuthentication']>
type Connector = Awaited<ReturnType<ReturnType<Authentication['createConnectorFactory']>['create']>>
type Identity = Parameters<Authentication['createConnectorFactory']>[0]

export async function teamsPort(
  settings: TeamsSettings,
  log: Log,
  hear: (activity: Activity) => Promise<Answer>,
): Promise<TeamsPort> {
  const sdk = await import('botbuilder')
  const { call, authentication } = connectors(sdk, settings)

  return {
    async receive(body, authorization) {
      const activity = parse(body)
      const forged = await forgeryOf(authentication, settings, activity, authorization)
      if (forged) return forged
      if (!activity) return { status: 400, body: { error: 'This is not an activity of Teams.' } }
      const refused = refusalOf(settings, activity)
      if (refused) return refused
      try {
        return await hear(activity)
      } catch (error) {
        log.error({ error, type: activity.type }, 'An activity from Teams failed')
        return { status: 500, body: { error: 'Muster failed. Please try again.' } }
      }
    },
    send: (where, message, how = {}) =>
      call(where.service, how, async ({ conversations }, options) => {
        return (await conversations.sendToConversation(where.conversation, message, options)).id
      }),
    async update(where, id, message, hold = HELD) {
      let missing = false
      const outcome = await call(
        where.service,
        { hold },
        async ({ conversations }, options) => {
          const end = await conversations.updateActivity(where.conversation, id, message, options)
          return isOfTeams(end._response.bodyAsText) ? id : ''
        },
        (failure) => {
          missing = failure.status === 404 && failure.code === MISSING_MESSAGE
        },
      )
      return { ...outcome, missing }
    },
    open: (service, account, milliseconds) =>
      call(
        service,
        { ...(milliseconds && { milliseconds }) },
        async ({ conversations }, options) => {
          const parameters = personalChat(settings, account)
          return (await conversations.createConversation(parameters, options)).id
        },
      ),
    async member(where, account) {
      let member: Member | 'none' | undefined
      await call(
        where.service,
        { milliseconds: limits.replyMilliseconds },
        async ({ conversations }, options) => {
          member = Member.parse(
            await conversations.getConversationMember(where.conversation, account, options),
          )
          return account
        },
        ({ status }) => {
          if (status === 403 || status === 404) member = 'none'
        },
      )
      return member
    },
  }
}

function personalChat(settings: TeamsSettings, account: string) {
  const tenantId = settings.MicrosoftAppTenantId
  return {
    isGroup: false,
    bot: { id: `28:${settings.MicrosoftAppId}`, name: 'Muster' },
    members: [{ id: account, name: '' }],
    channelData: { tenant: { id: tenantId } },
    tenantId,
    // The SDK's type asks for these; Teams takes neither for a personal chat.
    topicName: undefined as unknown as string,
    activity: undefined as unknown as never,
  }
}

/** The page of a proxy, with a 200, says nothing of what was to be updated. */
function isOfTeams(body: string | null | undefined): boolean {
  if (!body) return true
  try {
    JSON.parse(body)
    return true
  } catch {
    return false
  }
}

function parse(body: string): Activity | undefined {
  try {
    return Activity.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

const UNAUTHORISED: Answer = { status: 401, body: { error: 'Not signed by Teams for this bot.' } }

const NO_KEYS: Answer = { status: 503, body: { error: 'Teams’ keys cannot be read now.' } }

/** Undefined when it is truly from Teams and for this bot, whatever it is. */
async function forgeryOf(
  authentication: Authentication,
  settings: TeamsSettings,
  activity: Activity | undefined,
  authorization: string | undefined,
): Promise<Answer | undefined> {
  const serviceUrl = serviceSigned(authorization, settings)
  if (!authorization || serviceUrl === undefined) return UNAUTHORISED
  // Of what cannot be read, only the token says where it comes from.
  if (!activity && !isAllowedService(settings, serviceUrl)) return UNAUTHORISED
  try {
    // Only channelId and serviceUrl are looked at; both were checked.
    const signed = (activity ?? { channelId: 'msteams', serviceUrl }) as Parameters<
      Authentication['authenticateRequest']
    >[0]
    // The SDK fetches the keys without a deadline of its own.
    const check = authentication.authenticateRequest(signed, authorization)
    return (await within(check, limits.callMilliseconds)) ? undefined : NO_KEYS
  } catch (error) {
    return error instanceof Error && isOutage(error) ? NO_KEYS : UNAUTHORISED
  }
}

/** Undefined when it comes from where Teams is, out of our tenant. */
function refusalOf(settings: TeamsSettings, activity: Activity): Answer | undefined {
  if (!isAllowedService(settings, activity.serviceUrl)) {
    return { status: 403, body: { error: 'This service address is not one of Teams.' } }
  }
  const theirs = activity.channelData?.tenant?.id ?? activity.conversation.tenantId
  if (theirs === undefined || !isOurTenant(settings, theirs)) {
    return { status: 403, body: { error: 'This bot serves another tenant.' } }
  }
  return undefined
}

function isOutage(error: Error): boolean {
  return error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500)
}

type Options = { abortSignal: AbortSignal }

/** Calls to the connector: one try each, with our deadline; every failure becomes an outcome. */
function connectors(sdk: Sdk, settings: TeamsSettings) {
  const tokens = tokenSource(botPass(settings))
  let bearer = ''
  const authentication = new sdk.ConfigurationBotFrameworkAuthentication(given(settings), {
    isValidAppId: async (id) => isOurApp(settings, id),
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${bearer}`)
        return request
      },
    }),
  })
  const byService = new Map<string, Promise<Connector>>()
  const connector = (service: string) => {
    const known = byService.get(service) ?? connect(authentication, settings, service)
    byService.set(service, known)
    return known
  }

  async function call(
    service: string,
    { milliseconds = limits.callMilliseconds, hold = HELD }: How,
    work: (connector: Connector, options: Options) => Promise<string>,
    failed: (failure: Failure) => void = () => {},
  ): Promise<Sent> {
    if (!isAllowedService(settings, service)) {
      return { type: 'never', reason: `${service} is not an address of Teams.` }
    }
    const token = await tokens.get()
    if (!token.ok) return token.outcome
    bearer = token.token
    // Signals of `AbortSignal.timeout` go off long after a call has ended, each with an error of its own.
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), milliseconds)
    try {
      const there = await connector(service)
      hold()
      const ref = await work(there, { abortSignal: deadline.signal })
      if (ref) return { type: 'done', ref }
      return { type: 'unclear', reason: 'Teams did not say what became of the message.' }
    } catch (error) {
      if (error instanceof NoLongerHeld) throw error
      const failure = failureOf(error)
      if (failure.status === 401) tokens.forget()
      failed(failure)
      const notInstalled = failure.code === NOT_INSTALLED
      return { ...failure.outcome, ...(notInstalled ? { notInstalled } : {}) }
    } finally {
      clearTimeout(timer)
    }
  }
  return { call, authentication }
}

/** To the SDK a setting that is there, though undefined, is an override. */
function given(settings: TeamsSettings): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

/** Steps of each call that do nothing for one with JSON, and take their time. */
const IDLE = ['tracingPolicy', 'logPolicy', 'formDataPolicy', 'multipartPolicy']

async function connect(
  authentication: Authentication,
  settings: TeamsSettings,
  service: string,
): Promise<Connector> {
  // The SDK does not export the class; the factory asks it for the bot's id and nothing else.
  const identity = { getClaimValue: () => settings.MicrosoftAppId } as unknown as Identity
  const connector = await authentication.createConnectorFactory(identity).create(service)
  // The client is private; left alone, it posts up to three times more by itself, so messages double.
  const { client } = connector as unknown as { client: { pipeline: Pipeline } }
  for (const name of ['defaultRetryPolicy', ...IDLE]) client.pipeline.removePolicy({ name })
  return connector
}

interface Pipeline {
  removePolicy(which: { name: string }): unknown
}
