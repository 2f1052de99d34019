import { createRequire } from 'node:module'
import { z } from 'zod'

const Package = z.object({ version: z.string() })

/** Which Muster this is. */
export function version(): string {
  return Package.parse(createRequire(import.meta.url)('#package')).version
}
