import { z } from 'zod'
import { issuerOf, type TeamsSettings } from './settings.ts'

const Header = z.object({ alg: z.literal('RS256'), kid: z.string() })
const Claims = z.object({ iss: z.string(), exp: z.number(), serviceurl: z.string() })

/**
 * What makes a header worth the SDK's check. The SDK also lets in tokens meant for its emulator: one
 * that any connector has received from us would do, from any tenant, with no check of the service
 * address. So: Teams' own issuer only. Undefined when it is not; otherwise the service that it names.
 */
export function serviceSigned(
  authorization: string | undefined,
  settings: TeamsSettings,
): string | undefined {
  const [scheme, token, ...more] = authorization?.split(' ', 3) ?? []
  const [header, claims, signature, ...others] = token?.split('.', 4) ?? []
  if (scheme !== 'Bearer' || more.length > 0 || !signature || others.length > 0) return undefined
  if (!Header.safeParse(decoded(header)).success) return undefined
  const { data: signed } = Claims.safeParse(decoded(claims))
  return signed?.iss === issuerOf(settings) ? signed.serviceurl : undefined
}

function decoded(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}
