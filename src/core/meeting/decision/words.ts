import { type Refused, refuse } from '../../decision.ts'
import type { Policy } from '../../policy/policy.ts'
import type { VotingRule } from '../../policy/voting.ts'
import { showLocal } from '../../time/local.ts'
import { type Ballot, type Choice, isDisputed, type Result } from './ballot.ts'
import { elsewhereWords, type GateState } from './gates.ts'
import { votesThatCount } from './tally.ts'

export const CHOICES: Readonly<Record<Choice, string>> = {
  for: 'for',
  against: 'against',
  abstain: 'abstain',
}

/** Where a gate stands. */
export const GATES = {
  locked: 'locked until the one before has passed',
  ready: 'open to be decided',
  voting: 'being voted on',
  passed: 'passed',
  notPassed: 'not passed',
  disputed: 'in dispute',
} as const satisfies Readonly<Record<GateState, string>>

export function unknownBallot(n: number): Refused {
  return refuse('unknown', `There is no decision ${n} in this meeting.`)
}

export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `Decision 1 was closed at …: passed.`; for somebody who comes too late. */
export function howItEnded(ballot: Ballot, { zone }: Pick<Policy, 'zone'>): string {
  const { n, state, ended, result } = ballot
  const at = ended ? ` at ${showLocal(ended.at, zone)}` : ''
  if (state === 'withdrawn') return `Decision ${n} was withdrawn${at}.`
  return `Decision ${n} was closed${at}: ${result?.passed ? 'passed' : 'not passed'}.`
}

/** Where a decision stands, in a few words. */
export function standingWords(ballot: Ballot): string {
  const { state, result, dispute, supersededBy, supersededIn } = ballot
  if (state === 'open') return 'being voted on'
  if (state === 'withdrawn') return 'withdrawn, not decided'
  const outcome = result?.passed ? 'passed' : 'not passed'
  if (supersededBy !== null) return `${outcome}; decision ${supersededBy} stands instead`
  if (supersededIn) return `${outcome}; ${elsewhereWords(supersededIn)} stands instead`
  if (isDisputed(ballot))
    return `${outcome}, in dispute${dispute?.overdueAt === undefined ? '' : ', OVERDUE'}`
  if (dispute?.outcome?.is === 'again') return `${outcome}; to be voted on again`
  return outcome
}

/** `Not passed: 2 for, 2 against, nobody abstained. A tie does not pass.` */
export function resultWords(result: Result, voting: VotingRule | undefined): string {
  const { for: yes, against, abstained, silent } = result
  const votes = `${yes.length} for, ${against.length} against, ${abstained.length} abstained, ${silent.length} did not vote`
  const head = `${result.passed ? 'Passed' : 'Not passed'}: ${votes}.`
  const notes = [
    ...(result.tied ? ['A tie does not pass.'] : []),
    ...(voting && result.each === null ? [shareWords(result, voting)] : []),
    quorumWords(result.quorum),
  ]
  return [head, ...notes].join(' ')
}

function shareWords(result: Result, voting: VotingRule): string {
  const all = votesThatCount(result, voting)
  return `It takes ${shareOf(voting)} of the ${all} ${all === 1 ? 'vote' : 'votes'} that count.`
}

/** `more than half`, or the share as it is. */
export function shareOf({ moreThan: { votes, of } }: Pick<VotingRule, 'moreThan'>): string {
  return votes * 2 === of ? 'more than half' : `more than ${votes} in ${of}`
}

export function quorumWords(quorum: Result['quorum']): string {
  if (quorum === null) return 'Quorum: none stated by the rules.'
  const { present, needed, missing, met } = quorum
  const lacks = missing.length === 0 ? '' : `, nobody of ${listed(missing)}`
  const people = needed === 1 ? 'person' : 'people'
  return `Quorum: ${needed} ${people} needed, ${present} there${lacks}: ${met ? 'quorate' : 'not quorate, so it does not pass'}.`
}
