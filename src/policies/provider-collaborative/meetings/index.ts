import type { PolicySource } from '../../../core/policy/policy.ts'
import { riskSummit } from './risk-summit.ts'
import { teleconference } from './teleconference.ts'

export const meetings: PolicySource['meetings'] = [riskSummit, teleconference]
