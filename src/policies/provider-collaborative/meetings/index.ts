import type { PolicySource } from '../../../core/policy/policy.ts'
import { qualityReviewWithProvider, qualityReviewWithRegion } from './clinical-quality.ts'
import { complexCase } from './complex-case.ts'
import { incidentPanel } from './incident-panel.ts'
import { intelligenceCall } from './intelligence-call.ts'
import { qualityReview } from './quality-review.ts'
import { rapidResponse } from './rapid-response.ts'
import { riskSummit } from './risk-summit.ts'
import { singleItemGroup } from './single-item-group.ts'
import { surveillanceGroup } from './surveillance-group.ts'
import { systemCall } from './system-call.ts'
import { teleconference } from './teleconference.ts'

export const meetings: PolicySource['meetings'] = [
  riskSummit,
  surveillanceGroup,
  teleconference,
  incidentPanel,
  qualityReviewWithRegion,
  qualityReviewWithProvider,
  qualityReview,
  complexCase,
  intelligenceCall,
  singleItemGroup,
  systemCall,
  rapidResponse,
]
