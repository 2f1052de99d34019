import type { Policy } from '../core/policy/policy.ts'
import { asWritten } from './as-written.ts'
import { names2026, socialCare2026 } from './names-2026/index.ts'

/** Every pack that is shipped, the default first. That their parts fit each other is tested, not asked at every start. */
export const policies: readonly Policy[] = [
  asWritten.collaborative,
  asWritten.socialCare,
  names2026,
  socialCare2026,
]
