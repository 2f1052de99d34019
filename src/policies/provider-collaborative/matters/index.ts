import type { PolicySource } from '../../../core/policy/policy.ts'
import { baseline } from './baseline.ts'
import { handover, learning, reflection } from './learning.ts'
import { operational } from './operational.ts'
import { intelligence, premium } from './other-providers.ts'
import { plan } from './plan.ts'
import { profile } from './profile.ts'
import { risks } from './risks.ts'
import { maturity, qualityMaturity } from './self-assessments.ts'
import { communications, notice, setUp } from './setting-up.ts'
import { suspensions } from './suspensions.ts'
import { exceptions } from './upward.ts'
import { visits } from './visits.ts'

/** What is put on file about a provider, step by step. */
export const matters: NonNullable<PolicySource['matters']> = [
  notice,
  setUp,
  baseline,
  risks,
  plan,
  profile,
  suspensions,
  visits,
  operational,
  communications,
  exceptions,
  intelligence,
  premium,
  handover,
  reflection,
  learning,
  maturity,
  qualityMaturity,
]
