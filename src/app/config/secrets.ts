import type { Environment } from './environment.ts'

/** The settings that nobody may read in a log: each as it is, and the password of an address by itself. */
export function secretsOf(set: Environment): readonly string[] {
  const tokens = [
    set.SLACK_BOT_TOKEN,
    set.SLACK_SIGNING_SECRET,
    set.SLACK_APP_TOKEN,
    set.MicrosoftAppPassword,
  ]
  const addresses = [set.DATABASE_URL, set.SMTP_URL, set.MUSTER_HEARTBEAT_URL]
  return [...tokens, ...addresses, ...addresses.flatMap(passwordIn)].filter(
    (secret): secret is string => secret !== undefined && secret !== '',
  )
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
