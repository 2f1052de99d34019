import { z } from 'zod'
import { CaseIntent } from './case/intent.ts'
import { DrillIntent } from './drill/intent.ts'
import { MeetingIntent } from './meeting/intent.ts'
import { OrganisationIntent } from './organisation/intent.ts'
import { ProviderIntent } from './provider/intent.ts'

/** What a person, another record or the clock wants. Every change of a record starts as one. */
export const Intent = z.discriminatedUnion('kind', [
  CaseIntent,
  MeetingIntent,
  ProviderIntent,
  OrganisationIntent,
  DrillIntent,
])
export type Intent = z.infer<typeof Intent>
