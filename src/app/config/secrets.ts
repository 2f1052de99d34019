import type { Environment } from './environment.ts'

const TOKENS = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'MicrosoftAppPassword',
] as const
const ADDRESSES = ['DATABASE_URL', 'SMTP_URL', 'MUSTER_HEARTBEAT_URL'] as const

/** Each replica has its own. */
const OF_THE_PROCESS = ['PORT', 'HOST']

/** A variable that is set, in words. */
export interface Setting {
  readonly name: string
  readonly value: string
  /** Its value may stand nowhere. */
  readonly isSecret: boolean
}

/** All that is set and is the same for every replica. */
export function settingsOf(set: Environment): readonly Setting[] {
  const secrets: readonly string[] = [...TOKENS, ...ADDRESSES]
  return Object.entries(set).flatMap(([name, value]) => {
    const words = Array.isArray(value) ? value.join(', ') : String(value ?? '')
    if (words === '' || OF_THE_PROCESS.includes(name)) return []
    return [{ name, value: words, isSecret: secrets.includes(name) }]
  })
}

/** The settings that nobody may read in a log: each as it is, and the password of an address by itself. */
export function secretsOf(set: Environment): readonly string[] {
  const addresses = ADDRESSES.map((name) => set[name])
  return [
    ...TOKENS.map((name) => set[name]),
    ...addresses,
    ...addresses.flatMap(passwordIn),
  ].filter((secret): secret is string => secret !== undefined && secret !== '')
}

function passwordIn(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const { password } = new URL(address)
  return [password, decoded(password)]
}

/** A lone per cent sign is meant as itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
