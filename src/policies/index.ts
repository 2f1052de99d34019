import { Policy } from '../core/policy/policy.ts'
import { providerCollaborative } from './provider-collaborative/index.ts'

/** Every pack that is shipped, the default first; each checked once, when this is loaded. */
export const policies: readonly Policy[] = [providerCollaborative].map((pack) => Policy.parse(pack))
