import type { IdentifierRule } from '../identifier.ts'
import type { Policy } from '../policy.ts'
import type { Complaint } from './complaint.ts'

/** Shapes that much else has as well: only the words beside one say what it is. */
const NEEDS_CUES: readonly IdentifierRule['shape']['kind'][] = ['phone', 'code', 'name', 'words']

/** Rules that would let everything through, or stop what is no identifier. */
export function identifierFaults({ identifiers }: Policy): Complaint[] {
  if (identifiers.length === 0) {
    const message =
      'the pack finds nothing that identifies a patient but NHS numbers; add rules, or extend a pack that has them'
    return [{ path: ['identifiers'], message }]
  }
  return identifiers.flatMap((rule, index) =>
    messagesFor(rule).map((fault) => ({
      path: ['identifiers', index],
      message: `identifier "${rule.id}" ${fault}`,
    })),
  )
}

function messagesFor({ shape, cues, certainty }: IdentifierRule): string[] {
  const anywhere = cues.length === 0
  const faults: string[] = []
  if (anywhere && NEEDS_CUES.includes(shape.kind))
    faults.push(`would stop every ${shape.kind}; give it "cues", the words that stand by it`)
  else if (anywhere && certainty === 'certain' && shape.kind !== 'picture')
    faults.push(`refuses every ${shape.kind} with no way out; give it "cues" or make it "doubtful"`)
  if (shape.kind === 'date' && shape.aged && shape.aged.from > shape.aged.to)
    faults.push(`finds no date: "aged" goes from ${shape.aged.from} to ${shape.aged.to} years`)
  return faults
}
