import { PolicyShape } from '../core/policy/policy.ts'
import { providerCollaborative } from './provider-collaborative/index.ts'
import { socialCare } from './social-care/index.ts'

/** The packs in the words of their papers, with what may be left out filled in. */
export const asWritten = {
  collaborative: PolicyShape.parse(providerCollaborative),
  socialCare: PolicyShape.parse(socialCare),
}
