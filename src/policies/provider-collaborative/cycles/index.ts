import type { PolicySource } from '../../../core/policy/policy.ts'
import { ofLeadProvider } from './of-lead-provider.ts'
import { ofProviders } from './of-providers.ts'
import { visitsToUnits } from './of-units.ts'
import { onLevels } from './on-levels.ts'
import { reminders } from './reminders.ts'

export const cycles: PolicySource['cycles'] = [
  ...onLevels,
  ...ofLeadProvider,
  ...ofProviders,
  ...reminders,
  ...visitsToUnits,
]
