import { type Refused, refuse } from '../../decision.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Meeting } from '../meeting.ts'
import { type Ballot, ballotsOf, isDisputed, isPassed } from './ballot.ts'
import { ruleOf } from './tally.ts'

export type GateState = 'locked' | 'ready' | 'voting' | 'passed' | 'notPassed' | 'disputed'

export interface Gate {
  readonly id: string
  readonly label: string
  readonly state: GateState
  /** The decision on it that stands, or is being made. */
  readonly ballot: Ballot | undefined
}

/** The stages of what a meeting decides, in their order: each opens once the one before has passed. */
export function gatesOf(meeting: Meeting, policy: Policy): readonly Gate[] {
  const gates = ruleOf(meeting, policy)?.gates ?? []
  let opens = true
  return gates.map(({ id, label }) => {
    const ballot = standingOn(meeting, id)
    const state = stateOf(ballot, opens)
    opens = opens && ballotsOf(meeting).some((one) => one.gate === id && isPassed(one))
    return { id, label, state, ballot }
  })
}

/** Refused where the gate is locked, or is decided and the new decision does not name the one before. */
export function gateFault(
  meeting: Meeting,
  id: string,
  supersedes: number | null,
  policy: Policy,
): Refused | undefined {
  const gates = gatesOf(meeting, policy)
  const gate = gates.find((one) => one.id === id)
  if (!gate)
    return refuse('unknown', 'This meeting has no such gate. Open the form again and choose.')
  const { label, state, ballot } = gate
  const fault = (words: string) => refuse('invalid', words, { gate: words })
  switch (state) {
    case 'ready':
      return undefined
    case 'locked': {
      const before = gates[gates.indexOf(gate) - 1]
      return fault(
        `“${label}” is locked: the gate before it, “${before?.label ?? ''}”, has not passed. Decide that first.`,
      )
    }
    case 'voting':
      return fault(
        `Decision ${ballot?.n} on “${label}” is open already. Close that vote or withdraw it first.`,
      )
    case 'passed':
    case 'notPassed':
    case 'disputed':
      return ballot && ballot.n === supersedes
        ? undefined
        : fault(
            `“${label}” is decided by decision ${ballot?.n}, which stands as it is. To decide anew, choose that decision under “Instead of an earlier decision?” and say why.`,
          )
  }
}

/** The vote that is open, otherwise what has passed, otherwise the newest: what did not pass replaces nothing that has. */
function standingOn(meeting: Meeting, gate: string): Ballot | undefined {
  const all = ballotsOf(meeting).filter(
    (one) => one.gate === gate && one.state !== 'withdrawn' && one.supersededBy === null,
  )
  return all.find(({ state }) => state === 'open') ?? all.findLast(isPassed) ?? all.at(-1)
}

function stateOf(ballot: Ballot | undefined, opens: boolean): GateState {
  if (!ballot) return opens ? 'ready' : 'locked'
  if (ballot.state === 'open') return 'voting'
  if (isPassed(ballot)) return 'passed'
  return isDisputed(ballot) ? 'disputed' : 'notPassed'
}
