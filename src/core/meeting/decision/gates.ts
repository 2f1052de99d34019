import { type Refused, refuse } from '../../decision.ts'
import { type DecidedGate, isSame, standingGate } from '../../gate/gate.ts'
import type { Policy } from '../../policy/policy.ts'
import { referenceOf } from '../../record-id.ts'
import type { Meeting } from '../meeting.ts'
import {
  type Ballot,
  ballotsOf,
  isDisputed,
  isPassed,
  isReplaced,
  type Proposal,
} from './ballot.ts'
import { ruleOf } from './tally.ts'

export type GateState = 'locked' | 'ready' | 'voting' | 'passed' | 'notPassed' | 'disputed'

export interface Gate {
  readonly id: string
  readonly label: string
  readonly state: GateState
  /** Every gate before it has passed, and none of them is in dispute. */
  readonly opens: boolean
  /** The decision on it that stands, or is being made; not of this meeting where it is `elsewhere`. */
  readonly ballot: Ballot | undefined
  readonly elsewhere: DecidedGate | undefined
}

/**
 * The stages of what a meeting decides, in their order: each opens once the one before has passed, here or
 * in another meeting about the same matter.
 */
export function gatesOf(meeting: Meeting, policy: Policy): readonly Gate[] {
  const gates = ruleOf(meeting, policy)?.gates ?? []
  let before = true
  return gates.map(({ id, label }) => {
    const opens = before
    const own = standingOn(meeting, id)
    const other = standingGate(notReplacedHere(meeting), id)
    const isOwn = own !== undefined && (other?.state !== 'passed' || stands(own))
    const ballot = isOwn ? own : undefined
    const elsewhere = isOwn ? undefined : other
    const state = elsewhere?.state ?? stateOf(ballot, opens)
    const hasPassed =
      other?.state === 'passed' ||
      ballotsOf(meeting).some((one) => gateOf(one) === id && isPassed(one))
    before = opens && hasPassed
    return { id, label, state, opens, ballot, elsewhere }
  })
}

/** The gate that it decides on; advice binds nobody, so it passes none. */
export function gateOf({ gate, authority }: Pick<Ballot, 'gate' | 'authority'>): string | null {
  return authority === 'decision' ? gate : null
}

/** What others told, without what has passed here instead of it. */
function notReplacedHere(meeting: Meeting): Pick<Meeting, 'gates'> {
  const replaced = ballotsOf(meeting).flatMap(({ result, supersedesIn }) =>
    result?.passed && supersedesIn ? [supersedesIn] : [],
  )
  const gates = meeting.gates ?? []
  return { gates: gates.filter((one) => !replaced.some((ref) => isSame(one, ref))) }
}

function stands(ballot: Ballot): boolean {
  return ballot.state === 'open' || isPassed(ballot)
}

type Replacing = Pick<Proposal, 'supersedes' | 'supersedesIn' | 'because'>

/** Refused where the gate is locked, or is decided and the new decision does not name the one before. */
export function gateFault(
  meeting: Meeting,
  id: string,
  replacing: Replacing,
  policy: Policy,
): Refused | undefined {
  const gates = gatesOf(meeting, policy)
  const gate = gates.find((one) => one.id === id)
  if (!gate)
    return refuse('unknown', 'This meeting has no such gate. Open the form again and choose.')
  const { label, state, ballot } = gate
  const fault = (words: string) => refuse('invalid', words, { gate: words })
  if (!gate.opens)
    return fault(`“${label}” is locked: ${waitingFor(gates, gate)}. Decide that first.`)
  switch (state) {
    case 'ready':
    case 'locked':
      return undefined
    case 'voting':
      return fault(
        `Decision ${ballot?.n} on “${label}” is open already. Close that vote or withdraw it first.`,
      )
    case 'passed':
    case 'notPassed':
    case 'disputed':
      return decidedFault(gate, replacing)
  }
}

/** `the gate before it, “Which risk is shared”, is in dispute`: the first that keeps it locked. */
function waitingFor(gates: readonly Gate[], gate: Gate): string {
  const earlier = gates.slice(0, gates.indexOf(gate))
  const first = earlier.findLast(({ opens }) => opens)
  const is = first?.state === 'disputed' ? 'is in dispute' : 'has not passed'
  return `the gate before it, “${first?.label ?? ''}”, ${is}`
}

/** A vote on a gate is closed only where it could be put now: much can happen while it is open. */
export function closingFault(
  meeting: Meeting,
  ballot: Ballot,
  policy: Policy,
): Refused | undefined {
  const { n, supersedes, because } = ballot
  const id = gateOf(ballot)
  if (id === null) return undefined
  const without = { ...meeting, decisions: ballotsOf(meeting).filter((one) => one.n !== n) }
  const gates = gatesOf(without, policy)
  const gate = gates.find((one) => one.id === id)
  if (!gate) return undefined
  if (!gate.opens)
    return refuse(
      'tooEarly',
      `Decision ${n} cannot be closed yet: ${waitingFor(gates, gate)}. The votes are kept. Settle that first and then close it, or withdraw it.`,
    )
  const { elsewhere } = gate
  const replacing = { supersedes, because, ...named(ballot) }
  if (!elsewhere || !gateFault(without, id, replacing, policy)) return undefined
  return refuse(
    'stale',
    `Decision ${n} was not closed: “${gate.label}” was decided meanwhile, by ${elsewhereWords(elsewhere)}, which stands. Withdraw decision ${n}. To decide anew, put it again and choose ${elsewhereWords(elsewhere)} under “Instead of an earlier decision?”.`,
  )
}

function named({ supersedesIn }: Pick<Ballot, 'supersedesIn'>) {
  return supersedesIn && { supersedesIn }
}

/** What is decided stays so: a new decision names it and, where it has passed, says why. */
function decidedFault(
  { label, ballot, elsewhere }: Gate,
  { supersedes, supersedesIn, because }: Replacing,
): Refused | undefined {
  const isNamed = elsewhere
    ? supersedesIn !== undefined && isSame(supersedesIn, elsewhere)
    : ballot?.n === supersedes
  const which = elsewhere ? elsewhereWords(elsewhere) : `decision ${ballot?.n}`
  if (!isNamed) {
    const words = `“${label}” is decided by ${which}, which stands as it is. To decide anew, choose that decision under “Instead of an earlier decision?” and say why.`
    return refuse('invalid', words, { gate: words })
  }
  if (elsewhere?.state !== 'passed' || because?.trim()) return undefined
  return refuse('missing', `${sentence(which)} has passed. Say why it is decided anew.`, {
    because: 'Say why: what has passed stands unless there is a reason.',
  })
}

/** `decision 1 of M-7K2M-9Q4X`. */
export function elsewhereWords({ decision, meeting }: Pick<DecidedGate, 'decision' | 'meeting'>) {
  return `decision ${decision} of ${referenceOf(meeting)}`
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** The vote that is open, otherwise what has passed, otherwise the newest: what did not pass replaces nothing that has. */
function standingOn(meeting: Meeting, gate: string): Ballot | undefined {
  const all = ballotsOf(meeting).filter(
    (one) => gateOf(one) === gate && one.state !== 'withdrawn' && !isReplaced(one),
  )
  return all.find(({ state }) => state === 'open') ?? all.findLast(isPassed) ?? all.at(-1)
}

function stateOf(ballot: Ballot | undefined, opens: boolean): GateState {
  if (!ballot) return opens ? 'ready' : 'locked'
  if (ballot.state === 'open') return 'voting'
  if (isPassed(ballot)) return 'passed'
  return isDisputed(ballot) ? 'disputed' : 'notPassed'
}
