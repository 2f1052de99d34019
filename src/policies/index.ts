import { Policy } from '../core/policy/policy.ts'
import { providerCollaborative } from './provider-collaborative/index.ts'
import { socialCare } from './social-care/index.ts'

/** Every pack that is shipped, the default first; each checked once, when this is loaded. */
export const policies: readonly Policy[] = [providerCollaborative, socialCare].map((pack) =>
  Policy.parse(pack),
)
