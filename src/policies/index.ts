import { type Policy, PolicyShape } from '../core/policy/policy.ts'
import { names2026, socialCare2026 } from './names-2026/index.ts'
import { providerCollaborative } from './provider-collaborative/index.ts'
import { socialCare } from './social-care/index.ts'

/** Every pack that is shipped, the default first. That their parts fit each other is tested, not asked at every start. */
export const policies: readonly Policy[] = [
  ...[providerCollaborative, socialCare].map((pack) => PolicyShape.parse(pack)),
  names2026,
  socialCare2026,
]
