import { doerText, ended, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Part } from '../../message/message.ts'
import type { Meeting, Notice } from '../meeting.ts'
import { meetingTitle } from '../words.ts'
import { type Ballot, ballotOf, isDisputed, isPassed, isReplaced, openBallots } from './ballot.ts'
import { endedParts, resultParts } from './compose.ts'
import { disputeParts, isLate, OUTCOMES } from './compose-dispute.ts'
import { partyIn } from './party.ts'
import { presiding, voicing } from './presiding.ts'
import { hasRaised } from './resolver.ts'

type Said = Extract<Notice['said'], { say: 'decision' }>

/** What the place is told once of a decision, and what can be done about it. */
export function composeDecisionNotice(
  meeting: Meeting,
  { what, decision: n }: Said,
  composing: Composing,
): Message {
  const ballot = ballotOf(meeting, n)
  const came = ballot ? cameWords(ballot, what) : TITLES[what]
  const title = `${meetingTitle(meeting)}: decision ${n} ${came}`
  if (!ballot) return { title, parts: [] }
  return {
    title,
    parts: [
      { kind: 'quote', text: ballot.question },
      ...said(ballot, what, composing),
      ...next(meeting, ballot, what, composing),
    ],
  }
}

const TITLES = {
  closed: 'is decided',
  withdrawn: 'is withdrawn',
  disputed: 'is in dispute',
  resolver: 'has somebody to resolve its dispute',
  resolved: 'is no longer in dispute',
} as const

function cameWords({ result, dispute }: Ballot, what: Said['what']): string {
  if (what === 'closed' && result) return result.passed ? 'has passed' : 'has not passed'
  const isNobodys = what === 'resolver' && dispute?.resolver === null
  return isNobodys ? 'has nobody to resolve its dispute' : TITLES[what]
}

function said(ballot: Ballot, what: Said['what'], composing: Composing): Part[] {
  switch (what) {
    case 'closed':
      return resultParts(ballot, composing)
    case 'withdrawn':
      return endedParts(ballot, 'Withdrawn, not decided,', composing)
    case 'disputed':
    case 'resolver':
      return disputeParts(ballot, composing)
    case 'resolved': {
      const { dispute } = ballot
      const outcome = dispute?.outcome
      if (!dispute || !outcome) return []
      const due = isLate(dispute) && dispute.dueAt ? shown(dispute.dueAt, composing) : null
      const by = doerText(outcome.by, composing)
      return [
        {
          kind: 'text',
          text: [
            `${OUTCOMES[outcome.is]} ${shown(outcome.at, composing)}, `,
            ...by,
            `: ${ended(outcome.reason)}`,
          ],
        },
        ...(due === null
          ? []
          : [{ kind: 'text', text: `It was LATE: it was to be resolved by ${due}.` } as const]),
        { kind: 'text', text: 'The votes stay as they were cast.' },
      ]
    }
  }
}

/** Only under the newest notice of its kind is there something to press: what is over offers nothing. */
function next(meeting: Meeting, ballot: Ballot, what: Said['what'], composing: Composing): Part[] {
  if (isReplaced(ballot)) return []
  switch (what) {
    case 'closed':
      return ballot.dispute
        ? []
        : [...again(meeting, ballot, composing), ...disputing(meeting, ballot, composing)]
    case 'disputed':
    case 'resolver':
      return isDisputed(ballot)
        ? [...resolving(meeting, ballot, composing), ...again(meeting, ballot, composing)]
        : []
    case 'resolved':
      return again(meeting, ballot, composing)
    case 'withdrawn':
      return []
  }
}

/** Anybody who was called from an organisation that it affects. */
function disputing(meeting: Meeting, { n, affected }: Ballot, composing: Composing): Part[] {
  const button = opens(meeting, n, 'Dispute it…', 'disputeDecision')
  const theirs = voicing(meeting, 'disputeDecision', n, composing).filter((person) =>
    affected.some(({ slug }) => slug === partyIn(meeting, person, composing.directory)?.slug),
  )
  return [{ kind: 'buttons', buttons: [button], for: theirs }]
}

/** For whoever may say what came of it, or who is to. */
export function resolving(meeting: Meeting, ballot: Ballot, composing: Composing): Part[] {
  const { n } = ballot
  const { directory } = composing
  return [
    {
      kind: 'buttons',
      buttons: [opens(meeting, n, 'Record the outcome…', 'resolveDispute')],
      for: voicing(meeting, 'resolveDispute', n, composing).filter(
        (person) => !hasRaised(meeting, ballot, person, directory),
      ),
    },
    {
      kind: 'buttons',
      buttons: [opens(meeting, n, 'Name who resolves it…', 'nameResolver')],
      for: presiding(meeting, 'nameResolver', composing),
    },
  ]
}

/** What has not passed may be put again while the meeting goes on. */
function again(meeting: Meeting, ballot: Ballot, composing: Composing): Part[] {
  const isOver = meeting.status === 'closed' || isPassed(ballot)
  if (isOver || openBallots(meeting).some(({ supersedes }) => supersedes === ballot.n)) return []
  const filled = {
    question: ballot.question,
    supersedes: String(ballot.n),
    form: ballot.form,
    authority: ballot.authority,
    ...(ballot.gate === null ? {} : { gate: ballot.gate }),
    ...(ballot.ratifiedBy === null ? {} : { ratifiedBy: ballot.ratifiedBy.slice(0, MOST) }),
  }
  return [
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Vote again…',
          press: { do: 'open', form: 'decide', record: meeting.id, with: filled },
        },
      ],
      for: presiding(meeting, 'proposeDecision', composing),
    },
  ]
}

/** A button holds only so much. */
const MOST = 200

function opens({ id: record }: Meeting, n: number, label: string, form: string): Button {
  return { label, press: { do: 'open', form, record, with: { decision: String(n) } } }
}
