import type { PolicySource } from '../../../core/policy/policy.ts'
import { toldOfLearning } from '../matters/learning.ts'
import { askedForHelp, helpNotWanted } from '../matters/operational.ts'
import { toldOfNotice, toldOfWithdrawnNotice } from '../matters/setting-up.ts'
import {
  toldOfLiftedSuspension,
  toldOfSuspension,
  toldOfWithdrawnSuspension,
} from '../matters/suspensions.ts'
import { invitedToVisit, notVisited } from '../matters/visits.ts'
import { hostLinks } from './host-links.ts'
import { onEnhanced } from './on-enhanced.ts'
import { onLeftEnhanced } from './on-left-enhanced.ts'
import { placingCommissioners } from './placing-commissioners.ts'
import { safeguardingLeads } from './safeguarding-leads.ts'
import { softIntelligence } from './soft-intelligence.ts'
import { onTakenBack } from './taken-back.ts'

export const tellings: NonNullable<PolicySource['tellings']> = [
  hostLinks,
  onEnhanced,
  onLeftEnhanced,
  onTakenBack,
  placingCommissioners,
  toldOfNotice,
  toldOfWithdrawnNotice,
  toldOfSuspension,
  toldOfLiftedSuspension,
  toldOfWithdrawnSuspension,
  invitedToVisit,
  notVisited,
  askedForHelp,
  helpNotWanted,
  toldOfLearning,
  softIntelligence,
  safeguardingLeads,
]
