import type { Environment } from './environment.ts'

interface SlackConfig {
  readonly botToken: string
  readonly signingSecret: string | undefined
  readonly appToken: string | undefined
  readonly apiUrl: string | undefined
  readonly connect: boolean
}

/** In the names that Bot Framework uses. */
interface TeamsConfig {
  readonly MicrosoftAppId: string
  readonly MicrosoftAppPassword: string
  readonly MicrosoftAppTenantId: string
  readonly MicrosoftAppType: string
  readonly GRAPH_URL: string | undefined
  readonly GRAPH_LOGIN_URL: string | undefined
  readonly MUSTER_TEAMS_APP: string | undefined
  readonly MUSTER_TEAMS_ORGANISER: string | undefined
  /** Another authority's addresses, all or none: sovereign clouds, and tests. */
  readonly ToBotFromChannelOpenIdMetadataUrl: string | undefined
  readonly ToBotFromChannelTokenIssuer: string | undefined
  readonly ToChannelFromBotOAuthScope: string | undefined
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string | undefined
  readonly ToChannelFromBotLoginUrl: string | undefined
}

export interface Chat {
  readonly slack: SlackConfig | null
  readonly teams: TeamsConfig | null
}

const APP_TYPES = ['MultiTenant', 'SingleTenant']

/** The chat services that are set, or the sentence about what is half set. */
export function chatOf(set: Environment): Chat | string {
  const slack = slackOf(set)
  if (typeof slack === 'string') return slack
  const teams = teamsOf(set)
  return typeof teams === 'string' ? teams : { slack, teams }
}

function slackOf(set: Environment): SlackConfig | null | string {
  const others = [
    'SLACK_SIGNING_SECRET',
    'SLACK_APP_TOKEN',
    'SLACK_API_URL',
    'MUSTER_SLACK_CONNECT',
  ] as const
  const [botToken, signingSecret] = [set.SLACK_BOT_TOKEN, set.SLACK_SIGNING_SECRET]
  const appToken = set.SLACK_APP_TOKEN
  // Method names are put right behind it.
  const apiUrl = set.SLACK_API_URL?.replace(/\/*$/, '/')
  if (botToken === undefined) {
    const alone = others.find((name) => set[name] !== undefined)
    return alone ? without(alone, 'SLACK_BOT_TOKEN', 'it begins with xoxb-') : null
  }
  if (!botToken.startsWith('xoxb-')) {
    return 'SLACK_BOT_TOKEN is not a bot token, which begins with xoxb-: copy the Bot User OAuth Token of the app.'
  }
  if (signingSecret === undefined && appToken === undefined) {
    return 'SLACK_BOT_TOKEN is set without SLACK_SIGNING_SECRET or SLACK_APP_TOKEN: set the first for requests over HTTP, or the second for socket mode.'
  }
  if (appToken !== undefined && !appToken.startsWith('xapp-')) {
    return 'SLACK_APP_TOKEN is not an app-level token, which begins with xapp-: copy it from the basic information of the app, or unset it.'
  }
  const connect = set.MUSTER_SLACK_CONNECT === 'yes'
  return { botToken, signingSecret, appToken, apiUrl, connect }
}

function teamsOf(set: Environment): TeamsConfig | null | string {
  const others = [
    'MicrosoftAppPassword',
    'MicrosoftAppTenantId',
    'MicrosoftAppType',
    'GRAPH_URL',
    'GRAPH_LOGIN_URL',
    'MUSTER_TEAMS_APP',
    'MUSTER_TEAMS_ORGANISER',
  ] as const
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = set
  if (MicrosoftAppId === undefined) {
    const alone = others.find((name) => set[name] !== undefined)
    return alone ? without(alone, 'MicrosoftAppId', 'the id of the bot’s app registration') : null
  }
  if (MicrosoftAppPassword === undefined) {
    return without('MicrosoftAppId', 'MicrosoftAppPassword', 'a client secret of the app')
  }
  const MicrosoftAppType = set.MicrosoftAppType ?? 'SingleTenant'
  if (!APP_TYPES.includes(MicrosoftAppType)) {
    return `MicrosoftAppType must be one of ${APP_TYPES.join(', ')}: correct it or unset it.`
  }
  if (MicrosoftAppTenantId === undefined) {
    return without('MicrosoftAppId', 'MicrosoftAppTenantId', 'the id of your tenant')
  }
  return {
    MicrosoftAppId,
    MicrosoftAppPassword,
    MicrosoftAppTenantId,
    MicrosoftAppType,
    GRAPH_URL: set.GRAPH_URL,
    GRAPH_LOGIN_URL: set.GRAPH_LOGIN_URL,
    MUSTER_TEAMS_APP: set.MUSTER_TEAMS_APP,
    MUSTER_TEAMS_ORGANISER: set.MUSTER_TEAMS_ORGANISER,
    ToBotFromChannelOpenIdMetadataUrl: set.ToBotFromChannelOpenIdMetadataUrl,
    ToBotFromChannelTokenIssuer: set.ToBotFromChannelTokenIssuer,
    ToChannelFromBotOAuthScope: set.ToChannelFromBotOAuthScope,
    ToBotFromEmulatorOpenIdMetadataUrl: set.ToBotFromEmulatorOpenIdMetadataUrl,
    ToChannelFromBotLoginUrl: set.ToChannelFromBotLoginUrl,
  }
}

function without(set: string, missing: string, what: string): string {
  return `${set} is set without ${missing}: set ${missing} (${what}), or unset ${set}.`
}
