import type { Asking } from './token.ts'

/** The names are Bot Framework's own. The five with `To` move every check to another authority together. */
export interface TeamsSettings {
  readonly MicrosoftAppId: string
  readonly MicrosoftAppPassword: string
  /** The one tenant that is served, whatever the type of the registration. */
  readonly MicrosoftAppTenantId: string
  readonly MicrosoftAppType?: string | undefined
  /** Microsoft Graph's addresses, for sovereign clouds. */
  readonly GRAPH_URL?: string | undefined
  readonly GRAPH_LOGIN_URL?: string | undefined
  /** The id that the catalogue of the tenant gave the app; looked up where it is not set. */
  readonly MUSTER_TEAMS_APP?: string | undefined
  /** The account in whose name calls are made; without one no calls are. */
  readonly MUSTER_TEAMS_ORGANISER?: string | undefined
  readonly ToBotFromChannelOpenIdMetadataUrl?: string | undefined
  readonly ToBotFromChannelTokenIssuer?: string | undefined
  readonly ToChannelFromBotOAuthScope?: string | undefined
  readonly ToBotFromEmulatorOpenIdMetadataUrl?: string | undefined
  readonly ToChannelFromBotLoginUrl?: string | undefined
}

/** Where Teams can be reached before it has ever spoken to us. */
export const PUBLIC_SERVICE = 'https://smba.trafficmanager.net/teams/'

const OVERRIDES = [
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromChannelTokenIssuer',
  'ToChannelFromBotOAuthScope',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'ToChannelFromBotLoginUrl',
] as const

/** Throws one sentence that names the variable and the cure. */
export function checkSettings(settings: TeamsSettings): void {
  const { MicrosoftAppType: type, MicrosoftAppTenantId: tenant } = settings
  if (type !== undefined && type !== 'SingleTenant' && type !== 'MultiTenant') {
    throw new Error(
      `MicrosoftAppType is "${type}": set it to SingleTenant, or MultiTenant for an older registration.`,
    )
  }
  if (!tenant) {
    throw new Error(
      'MicrosoftAppTenantId is missing: set it to the Directory (tenant) ID of the bot in Microsoft Entra.',
    )
  }
  const missing = OVERRIDES.filter((name) => settings[name] === undefined)
  if (missing.length > 0 && missing.length < OVERRIDES.length) {
    throw new Error(`${missing.join(', ')} missing: set all five authority addresses, or none.`)
  }
}

export function ownAuthority(settings: TeamsSettings): boolean {
  return settings.ToBotFromChannelOpenIdMetadataUrl !== undefined
}

/** Who signs what Teams sends us. */
export function issuerOf(settings: TeamsSettings): string {
  return settings.ToBotFromChannelTokenIssuer ?? 'https://api.botframework.com'
}

/** The pass to the connector. */
export function botPass(settings: TeamsSettings): Asking {
  const tenant =
    settings.MicrosoftAppType === 'MultiTenant' ? 'botframework.com' : settings.MicrosoftAppTenantId
  return {
    login: settings.ToChannelFromBotLoginUrl ?? `https://login.microsoftonline.com/${tenant}`,
    scope: settings.ToChannelFromBotOAuthScope ?? 'https://api.botframework.com',
    client: settings.MicrosoftAppId,
    secret: settings.MicrosoftAppPassword,
    service: 'Teams',
  }
}

/** Whether an id of a tenant, in whatever letters, is that of the one tenant that is served. */
export function isOurTenant(settings: TeamsSettings, tenant: string): boolean {
  return tenant.toLowerCase() === settings.MicrosoftAppTenantId.toLowerCase()
}

/** Whether the id of a bot, in whatever letters, is ours. */
export function isOurApp(settings: TeamsSettings, app: string): boolean {
  return app.toLowerCase() === settings.MicrosoftAppId.toLowerCase()
}

/** Messages carry what people wrote: they go to Microsoft's connector or our own authority only. */
export function isAllowedService(settings: TeamsSettings, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const { protocol, host, hostname } = new URL(serviceUrl)
  const metadata = settings.ToBotFromChannelOpenIdMetadataUrl
  if (metadata !== undefined && URL.canParse(metadata)) {
    const authority = new URL(metadata)
    if (protocol === authority.protocol && host === authority.host) return true
  }
  return (
    protocol === 'https:' &&
    (hostname === 'smba.trafficmanager.net' ||
      /^smba\.infra\.[a-z.]*teams\.microsoft\.(com|us)$/.test(hostname))
  )
}
