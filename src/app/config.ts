import type { Place as RoomPlace } from '../core/effect.ts'
import { type Chat, chatOf } from './config/chat.ts'
import { Environment } from './config/environment.ts'
import { type MailConfig, mailOf } from './config/mail.ts'
import { type Place, placeOf, type Surroundings, storePlaceOf } from './config/place.ts'
import { type Setting, secretsOf, settingsOf } from './config/secrets.ts'

export { type Surroundings, surroundings } from './config/place.ts'

export type LogLevel = NonNullable<Environment['LOG_LEVEL']>

/** The channels that a directory file may name. */
export const channelNames: readonly string[] = ['web', 'slack', 'teams']

/** The settings, checked. `playground`: the made-up world, for this machine only. */
export interface Config extends Place, Chat {
  readonly port: number
  readonly host: string
  readonly logLevel: LogLevel
  /** A built-in pack's id, or the path of a YAML pack. */
  readonly policy: string
  /** What is set, for the history. */
  readonly settings: readonly Setting[]
  /** Values that may stand in no log. */
  readonly secrets: readonly string[]
  /** The room into which the head of the ledger is printed each week. */
  readonly ledgerRoom: RoomPlace | null
  readonly mail: MailConfig | null
  /** E-mail addresses, in lower case. */
  readonly administrators: readonly string[]
  /** How many commands, buttons and forms are taken in a minute. */
  readonly rates: { readonly person: number; readonly service: number }
  /** Pinged every minute while all is well; null for none. */
  readonly heartbeatUrl: string | null
  /** Settings that do not suffice, each as a sentence. */
  readonly notes: readonly string[]
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  /** Names the variable and the cure, and never holds a secret. */
  | { readonly ok: false; readonly sentence: string }

/** The one place that reads the environment. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  around: Surroundings,
): ConfigReading {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) return refused(parsed.error.issues[0]?.message ?? 'The settings are wrong.')
  const set = parsed.data
  const chat = chatOf(set)
  if (typeof chat === 'string') return refused(chat)
  const mail = mailOf(set)
  if (typeof mail === 'string') return refused(mail)
  const place = placeOf(set, chat.slack !== null || chat.teams !== null, around)
  if (typeof place === 'string') return refused(place)
  const { PORT: port, HOST: host, MUSTER_POLICY: policy } = set
  // Whoever tries the playground looks for its address, not for a line about each change.
  const logLevel = set.LOG_LEVEL ?? (place.playground ? 'warn' : 'info')
  const heartbeatUrl = set.MUSTER_HEARTBEAT_URL ?? null
  const administrators = set.MUSTER_ADMINISTRATORS
  const own = { port, host, logLevel, policy, mail, administrators, heartbeatUrl }
  const secrets = secretsOf(set)
  const notes = untold(administrators, chat, mail)
  const rates = { person: set.MUSTER_RATE_PERSON, service: set.MUSTER_RATE_SERVICE }
  const rest = { settings: settingsOf(set), secrets, ledgerRoom: roomOf(set), rates, notes }
  return { ok: true, config: { ...own, ...chat, ...place, ...rest } }
}

/** The files that the settings name, also where something else is wrong with the settings. */
export function filesNamed(env: Readonly<Record<string, string | undefined>>): {
  readonly policy: string
  readonly directory: string | null
} {
  const { MUSTER_POLICY, MUSTER_DIRECTORY } = Environment.shape
  return {
    policy: MUSTER_POLICY.parse(env.MUSTER_POLICY),
    directory: MUSTER_DIRECTORY.parse(env.MUSTER_DIRECTORY) ?? null,
  }
}

/** What is needed to open the store and to follow its rules, and nothing of the chat services. */
export type StoreConfig = Pick<
  Config,
  'playground' | 'folder' | 'databaseUrl' | 'policy' | 'administrators'
>

/** The store that a start with the same settings would open. Throws a sentence. */
export function storeNamed(
  env: Readonly<Record<string, string | undefined>>,
  around: Surroundings,
): StoreConfig {
  const set = Environment.pick({
    MUSTER_DATA: true,
    DATABASE_URL: true,
    MUSTER_ADMINISTRATORS: true,
  }).safeParse(env)
  if (!set.success) throw new Error(set.error.issues[0]?.message ?? 'The settings are wrong.')
  const chat = Boolean(env.SLACK_BOT_TOKEN?.trim() || env.MicrosoftAppId?.trim())
  const place = storePlaceOf(set.data, chat, around)
  if (typeof place === 'string') throw new Error(place)
  const { MUSTER_ADMINISTRATORS: administrators } = set.data
  return { ...place, policy: filesNamed(env).policy, administrators }
}

function roomOf({ MUSTER_LEDGER_ROOM }: Environment): RoomPlace | null {
  const [channel, room] = MUSTER_LEDGER_ROOM?.split(/:(.*)/s) ?? []
  return channel && room ? { channel, to: { type: 'room', room } } : null
}

/** The only chat service cannot tell anybody that it is down itself. */
function untold(
  administrators: readonly string[],
  { slack, teams }: Chat,
  mail: MailConfig | null,
): readonly string[] {
  if (administrators.length === 0 || mail || Boolean(slack) === Boolean(teams)) return []
  const service = slack ? 'Slack' : 'Teams'
  return [
    `MUSTER_ADMINISTRATORS is set, but ${service} is the only service that is on: administrators could not be told that it is down. Set SMTP_URL and MAIL_FROM.`,
  ]
}

function refused(sentence: string): ConfigReading {
  return { ok: false, sentence }
}
