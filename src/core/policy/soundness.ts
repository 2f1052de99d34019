import type { Policy } from './policy.ts'
import { type Complaint, unknownWord } from './soundness/complaint.ts'
import { duplicates } from './soundness/duplicates.ts'
import { formFaults } from './soundness/form-faults.ts'
import { identifierFaults } from './soundness/identifier-faults.ts'
import { leavingFaults } from './soundness/leaving-faults.ts'
import { permissionFaults } from './soundness/permission-faults.ts'
import { postsAndCitations } from './soundness/posts-and-citations.ts'
import { procedureFaults } from './soundness/procedure-faults.ts'
import { references } from './soundness/references.ts'
import { rehearsalFaults } from './soundness/rehearsals.ts'
import { sequences } from './soundness/sequences.ts'
import { tellingFaults } from './soundness/telling-faults.ts'
import { votingFaults } from './soundness/voting-faults.ts'

export type { Complaint } from './soundness/complaint.ts'

/** What a pack's parts say of each other that is not so. An empty list: the pack is sound. */
export function soundness(policy: Policy): Complaint[] {
  return [
    ...wrongZone(policy.zone),
    ...duplicates(policy),
    ...postsAndCitations(policy),
    ...references(policy),
    ...formFaults(policy),
    ...identifierFaults(policy),
    ...sequences(policy),
    ...permissionFaults(policy),
    ...rehearsalFaults(policy),
    ...tellingFaults(policy),
    ...leavingFaults(policy),
    ...votingFaults(policy),
    ...procedureFaults(policy),
  ]
}

function wrongZone(zone: string): Complaint[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return []
  } catch {
    return unknownWord(['zone'], 'the pack', 'time zone', zone, Intl.supportedValuesOf('timeZone'))
  }
}
