import type { PolicySource } from '../../../core/policy/policy.ts'
import {
  action,
  actionAnswer,
  actionDecline,
  actionDone,
  actionNotEnough,
  actionWithdraw,
} from './actions.ts'
import { feedback, lateReason, notified, report72, sitrep, snooze, when } from './clocks.ts'
import { closeConcern, note, panel } from './closing.ts'
import {
  complexCaseRecord,
  incidentPanelRecord,
  qualityReviewWithProviderRecord,
  qualityReviewWithRegionRecord,
  systemCallRecord,
} from './collaborative-records.ts'
import { access, askAccess, makeConfidential } from './confidential.ts'
import { deciding } from './deciding.ts'
import { digest } from './digest.ts'
import { dutyForms } from './duties.ts'
import { hostIntelligence } from './hosting.ts'
import { ofIncidents } from './incidents.ts'
import { levelStands } from './level.ts'
import {
  intelligenceRecord,
  qualityReviewRecord,
  rapidResponseRecord,
  singleItemRecord,
  surveillanceGroupRecord,
} from './meeting-records.ts'
import { changeTime } from './meeting-time.ts'
import {
  apologies,
  bringIn,
  callOff,
  convene,
  deputy,
  recordTold,
  riskSummitRecord,
  standIn,
  takeOut,
  teleconference,
  tell,
} from './meetings.ts'
import { addendum, sealRecord } from './minutes.ts'
import { onFile } from './on-file/index.ts'
import { addPerson, appoint, approveRules, away, removePerson } from './people.ts'
import { lookAgain, stillOpen } from './quiet.ts'
import { becomeIncident, concern, followUp, incident } from './raising.ts'
import { rehearse } from './rehearsing.ts'
import { safeguardingFollowUp } from './safeguarding.ts'
import { leaveLevel, levelOtherwise, notUrgent, otherwise, surveillance, triage } from './triage.ts'

export const forms: PolicySource['forms'] = [
  concern,
  incident,
  becomeIncident,
  hostIntelligence,
  triage,
  otherwise,
  levelOtherwise,
  leaveLevel,
  notUrgent,
  sitrep,
  report72,
  notified,
  safeguardingFollowUp,
  lateReason,
  snooze,
  when,
  convene,
  apologies,
  deputy,
  bringIn,
  takeOut,
  standIn,
  changeTime,
  callOff,
  tell,
  recordTold,
  teleconference,
  riskSummitRecord,
  surveillanceGroupRecord,
  incidentPanelRecord,
  qualityReviewWithRegionRecord,
  qualityReviewWithProviderRecord,
  qualityReviewRecord,
  complexCaseRecord,
  intelligenceRecord,
  singleItemRecord,
  systemCallRecord,
  rapidResponseRecord,
  sealRecord,
  addendum,
  action,
  actionAnswer,
  actionDecline,
  actionDone,
  actionNotEnough,
  actionWithdraw,
  panel,
  closeConcern,
  note,
  followUp,
  makeConfidential,
  access,
  askAccess,
  surveillance,
  levelStands,
  feedback,
  ...dutyForms,
  away,
  appoint,
  addPerson,
  removePerson,
  approveRules,
  digest,
  lookAgain,
  stillOpen,
  rehearse,
  ...deciding,
  ...onFile,
  ...ofIncidents,
]
