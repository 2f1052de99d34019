import { z } from 'zod'
import { issuerOf, type TeamsSettings } from './settings.ts'

const Header = z.object({ alg: z.literal('RS256'), kid: z.string() })
const Claims = z.object({ iss: z.string(), exp: z.number() })

/**
 * Whether a header is worth the SDK's check. The SDK also lets in tokens meant for its emulator: one
 * that any connector has received from us would do, from any tenant, with no check of the service
 * address. So: Teams' own issuer only.
 */
export function mayBeFromTeams(authorization: string, settings: TeamsSettings): boolean {
  const [scheme, token, ...more] = authorization.split(' ')
  const [header, claims, signature] = (token ?? '').split('.')
  if (scheme !== 'Bearer' || more.length > 0 || !signature) return false
  const signed = Claims.safeParse(decoded(claims)).data
  return Header.safeParse(decoded(header)).success && signed?.iss === issuerOf(settings)
}

function decoded(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}
