import type { PolicySource } from '../../../../core/policy/policy.ts'
import { baselineAnswered, baselineBegun, baselineFedBack, baselineFound } from './baseline.ts'
import {
  planAction,
  planEvidence,
  planProgress,
  planReturned,
  planSigned,
  planSustained,
} from './plan.ts'
import {
  profileAnswered,
  profileContributed,
  profileDraft,
  profileModerated,
  profileRecommended,
  profileReported,
  profileShared,
  profileStopped,
  profileWithheld,
} from './profile.ts'
import { riskClosed, riskFedBack, riskOpened, riskReviewed } from './risks.ts'
import { communications, formalNotice, interestOver, noticeAnswered, setUp } from './setting-up.ts'

/** The forms of what is put on file about a provider. */
export const onFile: PolicySource['forms'] = [
  formalNotice,
  noticeAnswered,
  setUp,
  communications,
  interestOver,
  baselineBegun,
  baselineFound,
  baselineFedBack,
  baselineAnswered,
  riskOpened,
  riskReviewed,
  riskFedBack,
  riskClosed,
  planAction,
  planProgress,
  planEvidence,
  planReturned,
  planSigned,
  planSustained,
  profileRecommended,
  profileDraft,
  profileContributed,
  profileModerated,
  profileShared,
  profileWithheld,
  profileAnswered,
  profileReported,
  profileStopped,
]
