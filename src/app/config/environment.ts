import { z } from 'zod'
import { isGuid } from '../../core/people/account.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** An empty variable counts as one that is not set. */
function emptyAsUnset(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value
}

const words = z.preprocess(emptyAsUnset, z.string().trim().optional())

function wordsOr(fallback: string) {
  return z.preprocess(emptyAsUnset, z.string().trim().default(fallback))
}

function address(name: string, example: string) {
  const error = `${name} must be an address such as ${example}: correct it or unset it.`
  return z.preprocess(emptyAsUnset, z.url({ protocol: /^https?$/, error }).optional())
}

/** How many of something are taken in a minute. */
function rate(name: string, usual: number) {
  const error = `${name} must be a whole number from 1: correct it or unset it, and it is ${usual}.`
  return z.preprocess(
    emptyAsUnset,
    z.coerce.number({ error }).int(error).min(1, error).default(usual),
  )
}

function guid(error: string) {
  return z.preprocess(
    emptyAsUnset,
    z.string().trim().toLowerCase().refine(isGuid, error).optional(),
  )
}

/** In lower case, each once. */
function addresses(error: string) {
  const list = z
    .string()
    .default('')
    .transform((all) => all.toLowerCase().split(','))
    .transform((all) => [...new Set(all.map((one) => one.trim()).filter((one) => one !== ''))])
    .refine((all) => all.every((one) => z.email().safeParse(one).success), error)
  return z.preprocess(emptyAsUnset, list)
}

/** The user, the password and all else is for the database to say. */
function isDatabase(value: string): boolean {
  return /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)
}

/** A link in a mail must not travel in the clear. */
function isPublic(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url?.protocol !== 'https:') return false
  return url.username + url.password + url.search + url.hash === ''
}

const port = z.preprocess(
  emptyAsUnset,
  z
    .string()
    .trim()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65535))
    .default(3000)
    .catch(Number.NaN)
    .refine(
      (one) => !Number.isNaN(one),
      'PORT must be a number from 1 to 65535: correct it or unset it, and it is 3000.',
    ),
)

/** Every variable that Muster reads. */
export const Environment = z.object({
  PORT: port,
  HOST: wordsOr('127.0.0.1'),
  MUSTER_DATA: words,
  DATABASE_URL: words.refine(
    (value) => value === undefined || isDatabase(value),
    'DATABASE_URL must be an address such as postgres://user:password@host:5432/muster: correct it, or unset it to keep records in the folder MUSTER_DATA.',
  ),
  MUSTER_POLICY: wordsOr('provider-collaborative'),
  MUSTER_DIRECTORY: words,
  MUSTER_LEDGER_ROOM: words.refine(
    (value) => value === undefined || /^(slack|teams):\S+$/.test(value),
    'MUSTER_LEDGER_ROOM must name a channel and a room, such as slack:C0123ABCD: correct it or unset it.',
  ),
  MUSTER_ADMINISTRATORS: addresses(
    'MUSTER_ADMINISTRATORS must be e-mail addresses, with commas between them: correct it or unset it.',
  ),
  SLACK_BOT_TOKEN: words,
  SLACK_SIGNING_SECRET: words,
  SLACK_APP_TOKEN: words,
  SLACK_API_URL: address('SLACK_API_URL', 'https://slack.com/api/'),
  MUSTER_SLACK_CONNECT: z.preprocess(
    emptyAsUnset,
    z
      .enum(['yes', 'no'], {
        error: 'MUSTER_SLACK_CONNECT must be yes or no: correct it or unset it, and it is no.',
      })
      .optional(),
  ),
  MicrosoftAppId: words,
  MicrosoftAppPassword: words,
  MicrosoftAppTenantId: words,
  MicrosoftAppType: words,
  ToBotFromChannelOpenIdMetadataUrl: words,
  ToBotFromChannelTokenIssuer: words,
  ToChannelFromBotOAuthScope: words,
  ToBotFromEmulatorOpenIdMetadataUrl: words,
  ToChannelFromBotLoginUrl: words,
  GRAPH_URL: address('GRAPH_URL', 'https://graph.microsoft.com/'),
  GRAPH_LOGIN_URL: address('GRAPH_LOGIN_URL', 'https://login.microsoftonline.com/'),
  MUSTER_TEAMS_APP: guid(
    'MUSTER_TEAMS_APP must be the id that your organisation’s app catalogue gave the Muster app: copy it from the Teams admin center, or unset it to have it looked up.',
  ),
  MUSTER_TEAMS_ORGANISER: guid(
    'MUSTER_TEAMS_ORGANISER must be the Entra object id of the account in whose name calls are made: correct it, or unset it and no calls are made.',
  ),
  SMTP_URL: words,
  MAIL_FROM: words,
  MUSTER_URL: z.preprocess(
    emptyAsUnset,
    z
      .string()
      .trim()
      .refine(
        isPublic,
        'MUSTER_URL must be the address at which people reach Muster, such as https://muster.example.org, with https and without anything after the path: correct it, or unset it and mails have no link to answer by.',
      )
      .optional(),
  ),
  MUSTER_HEARTBEAT_URL: address('MUSTER_HEARTBEAT_URL', 'https://watch.example.org/ping'),
  MUSTER_RATE_PERSON: rate('MUSTER_RATE_PERSON', 120),
  MUSTER_RATE_SERVICE: rate('MUSTER_RATE_SERVICE', 3000),
  LOG_LEVEL: z.preprocess(
    emptyAsUnset,
    z
      .enum(LEVELS, {
        error: `LOG_LEVEL must be one of ${LEVELS.join(', ')}: correct it or unset it.`,
      })
      .optional(),
  ),
})
export type Environment = z.infer<typeof Environment>
