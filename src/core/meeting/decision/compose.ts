import { doerText, ended, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Inline, Message, Part, Text } from '../../message/message.ts'
import type { Meeting } from '../meeting.ts'
import { meetingTitle } from '../words.ts'
import { type Ballot, ballotOf, ballotsOf } from './ballot.ts'
import { disputeParts } from './compose-dispute.ts'
import { elsewhereWords, type Gate, gatesOf } from './gates.ts'
import { partyIn, seatedIn } from './party.ts'
import { presiding, voicing } from './presiding.ts'
import { rollOfVotes } from './roll-of-votes.ts'
import { count, eachDecides, eligible, quorumIn, ruleOf } from './tally.ts'
import { GATES, quorumWords, resultWords, shareOf, standingWords } from './words.ts'

/** A decision: what is asked, of whom, how they voted, and what came of it. */
export function composeBallot(
  meeting: Meeting,
  n: number,
  composing: Composing,
): Message | undefined {
  const ballot = ballotOf(meeting, n)
  if (!ballot) return undefined
  return {
    title: `${meetingTitle(meeting)}: decision ${n}, ${standingWords(ballot)}`,
    parts: [
      ...questionParts(meeting, ballot, composing),
      ...outcomeParts(meeting, ballot, composing),
      ...(ballot.state === 'open' ? buttons(meeting, ballot, composing) : []),
    ],
  }
}

function questionParts(meeting: Meeting, ballot: Ballot, composing: Composing): Part[] {
  return [
    { kind: 'quote', text: ballot.question },
    { kind: 'facts', facts: facts(meeting, ballot, composing) },
    ...topicParts(ballot, composing),
  ]
}

function facts(meeting: Meeting, ballot: Ballot, composing: Composing) {
  const { policy } = composing
  const { at, by, form, authority, gate, ratifiedBy, supersedes, because, supersedesIn } = ballot
  const way = policy.voting?.forms.find(({ id }) => id === form)
  const gateLabel = gatesOf(meeting, policy).find(({ id }) => id === gate)?.label
  const own = supersedes === null ? null : `decision ${supersedes}`
  const before = supersedesIn ? elsewhereWords(supersedesIn) : own
  const reason = because === null ? '' : `: ${because}`
  const all: (readonly [string, Text | null])[] = [
    ['Put by', [...doerText(by, composing), ` ${shown(at, composing)}`]],
    ['How', way?.label ?? form],
    ['Weight', authority === 'decision' ? 'a decision' : adviceWords(gate)],
    ['Gate', gateLabel ?? gate],
    ['To be ratified by', ratifiedBy],
    ['Instead of', before === null ? null : `${before}${reason}`],
  ]
  return all.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]))
}

/** No advice is put about a gate any more. */
function adviceWords(gate: string | null): string {
  return `advice: it binds nobody${gate === null ? '' : ' and passes no gate'}`
}

/** What may not be delegated is not refused: whoever decides it all the same is warned. */
function topicParts({ topic: id }: Ballot, { policy }: Composing): Part[] {
  const topic = policy.voting?.topics.find((one) => one.id === id)
  if (!topic) return []
  const { label, citation } = topic
  return [
    { kind: 'alert', text: `${label}: ${ended(citation.note)}` },
    { kind: 'rule', id: topic.id, citation },
  ]
}

function outcomeParts(meeting: Meeting, ballot: Ballot, composing: Composing): Part[] {
  const { policy } = composing
  const { voting } = policy
  return [
    ...(ballot.state === 'closed' ? resultParts(ballot, composing) : []),
    ...(ballot.state === 'withdrawn' ? endedParts(ballot, 'Withdrawn', composing) : []),
    ...(ballot.state === 'open' ? countParts(meeting, ballot, composing) : []),
    { kind: 'list', items: rollOfVotes(meeting, ballot, composing) },
    ...notAffected(meeting, ballot, composing),
    ...disputeParts(ballot, composing),
    ...(voting ? [{ kind: 'rule', id: voting.id, citation: voting.citation } as const] : []),
  ]
}

/** How a vote ended, who ended it and why. */
export function resultParts(ballot: Ballot, composing: Composing): Part[] {
  const { result } = ballot
  if (!result) return []
  const text = resultWords(result, composing.policy.voting)
  return [
    result.passed ? { kind: 'text', text } : { kind: 'alert', text },
    ...endedParts(ballot, 'Closed', composing),
  ]
}

export function endedParts({ ended: end }: Ballot, how: string, composing: Composing): Part[] {
  if (!end) return []
  const text = [`${how} ${shown(end.at, composing)} by `, ...doerText(end.by, composing)]
  return [{ kind: 'text', text: [...text, `: ${ended(end.reason)}`] }]
}

function countParts(meeting: Meeting, ballot: Ballot, composing: Composing): Part[] {
  const { policy } = composing
  const { voting } = policy
  if (!voting) return []
  const { silent } = count(meeting, ballot, composing)
  const all = eligible(meeting, ballot, composing).length
  const passes = eachDecides(voting, ballot)
    ? 'Each organisation decides for itself.'
    : `It passes with ${shareOf(voting)} of the votes; abstentions ${voting.abstentionsCount ? 'count among them' : 'do not count'}. A tie does not pass.`
  const change = voting.mayChange ? ', which may change it until the close' : ''
  const text = `${all - silent.length} of ${all} have voted. One vote for each organisation${change}. ${passes} ${quorumWords(quorumIn(meeting, ballot, composing))}`
  return [{ kind: 'text', text }]
}

/** Members that it does not affect see it and have no vote. */
function notAffected(meeting: Meeting, { affected }: Ballot, { directory }: Composing): Part[] {
  const others = seatedIn(meeting, directory).filter(
    ({ slug }) => !affected.some((one) => one.slug === slug),
  )
  if (others.length === 0) return []
  const names = others.map(({ name }) => name).join('; ')
  return [{ kind: 'text', text: `Not affected, so without a vote: ${names}.` }]
}

function buttons(meeting: Meeting, ballot: Ballot, composing: Composing): Part[] {
  const { n } = ballot
  const record = meeting.id
  const slugs = eligible(meeting, ballot, composing).map(({ slug }) => slug)
  const voters = voicing(meeting, 'vote', n, composing).filter((person) =>
    slugs.includes(partyIn(meeting, person, composing.directory)?.slug ?? ''),
  )
  const votes = (
    [
      ['For', 'for'],
      ['Against', 'against'],
      ['Abstain', 'abstain'],
    ] as const
  ).map(([label, choice]) => ({
    label,
    press: { do: 'vote', record, decision: n, choice } as const,
  }))
  return [
    { kind: 'buttons', buttons: votes, for: voters },
    formButton(meeting, ballot, 'Close the vote…', 'closeVote', composing),
    formButton(meeting, ballot, 'Withdraw it…', 'withdrawVote', composing),
  ]
}

function formButton(
  meeting: Meeting,
  { n }: Ballot,
  label: string,
  form: 'closeVote' | 'withdrawVote',
  composing: Composing,
): Part {
  return {
    kind: 'buttons',
    buttons: [
      {
        label,
        press: { do: 'open', form, record: meeting.id, with: { decision: String(n) } },
      },
    ],
    for: presiding(meeting, form, composing),
  }
}

/** Where each decision and each gate stands, and the button that puts the next one. */
export function decidingParts(meeting: Meeting, composing: Composing): Part[] {
  const gates = gatesOf(meeting, composing.policy)
  const all = ballotsOf(meeting)
  const items: Text[] = [
    ...all.map((one): Inline[] => [`Decision ${one.n}: ${one.question} – ${standingWords(one)}`]),
    ...(all.length > 0 || gates.some(({ elsewhere }) => elsewhere) ? gates.map(gateLine) : []),
  ]
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: 'Decisions' },
        { kind: 'list', items },
      ]
}

function gateLine({ label, state, elsewhere }: Gate): string {
  const where = elsewhere ? ` by ${elsewhereWords(elsewhere)}` : ''
  return `Gate “${label}”: ${GATES[state]}${where}`
}

/** For whoever calls or chairs it; nothing where the rules do not say how it votes. */
export function putButton(meeting: Meeting, composing: Composing): Part[] {
  const { policy } = composing
  if (meeting.status === 'closed' || !policy.voting || !ruleOf(meeting, policy)) return []
  const button: Button = {
    label: 'Put to a decision…',
    press: { do: 'open', form: 'decide', record: meeting.id },
  }
  const may = presiding(meeting, 'proposeDecision', composing)
  return may.length === 0 ? [] : [{ kind: 'buttons', buttons: [button], for: may }]
}

/** Every decision with its votes and what became of it, for the record of the meeting. */
export function decisionParts(meeting: Meeting, composing: Composing): Part[] {
  return ballotsOf(meeting).flatMap((ballot): Part[] => [
    { kind: 'text', text: `Decision ${ballot.n}: ${standingWords(ballot)}` },
    ...questionParts(meeting, ballot, composing),
    ...outcomeParts(meeting, ballot, composing),
  ])
}
