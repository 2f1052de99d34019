import { z } from 'zod'
import { accept, type Decision } from '../decision.ts'
import type { Intent } from '../intent.ts'
import type { Context, FollowUp } from '../kind.ts'
import { RecordId } from '../record-id.ts'
import { Instant } from '../time/instant.ts'

/** A decision of some meeting. */
export const DecisionRef = z.object({ meeting: RecordId, decision: z.int().positive() })
export type DecisionRef = z.infer<typeof DecisionRef>

/** Where a decision on a gate stands, as its meeting tells others about the same matter: without its words. */
export const DecidedGate = z.object({
  ...DecisionRef.shape,
  gate: z.string(),
  at: Instant,
  state: z.enum(['passed', 'notPassed', 'disputed']),
  /** The earlier one that it stands instead of. */
  insteadOf: z.exactOptional(DecisionRef),
})
export type DecidedGate = z.infer<typeof DecidedGate>

/** A meeting has told of a gate that it decided. */
export interface GateNoted {
  readonly type: 'gateNoted'
  readonly gate: DecidedGate
}

/** Whatever keeps what meetings told of their gates. */
interface Keeping {
  readonly gates?: readonly DecidedGate[]
}

export function noteGate(
  { gates = [] }: Keeping,
  gate: DecidedGate,
  { now: at }: Pick<Context, 'now'>,
): Decision<GateNoted & { readonly at: Instant }> {
  const known = gates.find((one) => isSame(one, gate))
  return known && JSON.stringify(known) === JSON.stringify(gate)
    ? accept()
    : accept({ type: 'gateNoted', at, gate })
}

/** With where the decision stands now, and no more where it stood. */
export function withGate({ gates = [] }: Keeping, gate: DecidedGate): DecidedGate[] {
  return [...gates.filter((one) => !isSame(one, gate)), gate]
}

/** To each of these meetings that has not told it itself. */
export function tellOfGate(
  gate: DecidedGate,
  meetings: readonly { readonly meeting: RecordId }[],
): FollowUp<Intent>[] {
  return meetings.flatMap(({ meeting: to }) =>
    to === gate.meeting ? [] : [{ to, intent: { kind: 'meeting', type: 'noteGate', gate } }],
  )
}

/** All that was decided before it, to a meeting that is called. */
export function tellOfGates({ gates = [] }: Keeping, meeting: RecordId): FollowUp<Intent>[] {
  return gates.flatMap((gate) => tellOfGate(gate, [{ meeting }]))
}

/** The decision on a gate that stands: what has passed, otherwise the newest; none that another stands instead of. */
export function standingGate({ gates = [] }: Keeping, id: string): DecidedGate | undefined {
  const own = gates.filter(({ gate }) => gate === id)
  const left = own.filter(
    (one) => !own.some(({ insteadOf }) => insteadOf !== undefined && isSame(one, insteadOf)),
  )
  return left.findLast(({ state }) => state === 'passed') ?? left.at(-1)
}

export function isSame(one: DecisionRef, other: DecisionRef): boolean {
  return one.meeting === other.meeting && one.decision === other.decision
}
