import { shown, wayWords } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Inline, Text } from '../../message/message.ts'
import type { Directory } from '../../people/directory.ts'
import { conflictOf } from '../conflict/conflict.ts'
import type { Meeting } from '../meeting.ts'
import type { Ballot, Choice, Vote } from './ballot.ts'
import { type Party, partyIn, takingPart } from './party.ts'
import { voteOf, whyNoVote } from './tally.ts'
import { CHOICES } from './words.ts'

/** Each affected organisation: how it voted, by whom and when; who has not; who may not, and why. */
export function rollOfVotes(meeting: Meeting, ballot: Ballot, composing: Composing): Text[] {
  return ballot.affected.map((party) => [
    `${party.name} – `,
    ...(ballot.result
      ? asItWas(ballot, party, composing)
      : asItIs(meeting, ballot, party, composing)),
  ])
}

function asItIs(meeting: Meeting, ballot: Ballot, party: Party, composing: Composing): Inline[] {
  const why = whyNoVote(meeting, ballot, party, composing)
  if (why !== null) return [`no vote: ${why}`, ...hadVoted(ballot, party)]
  const vote = voteOf(meeting, ballot, party.slug)
  if (vote) return voted(ballot, vote, composing)
  if (ballot.state === 'withdrawn') return ['did not vote']
  const speakers = speakersOf(meeting, party.slug, composing.directory)
  if (speakers.length === 0) return ['not voted yet; nobody of it takes part: it may send a deputy']
  return [
    'not voted yet: ',
    ...speakers.flatMap((person, index): Inline[] => [...(index > 0 ? [' or '] : []), { person }]),
  ]
}

/** What counted at the close, whatever was declared since. */
function asItWas(ballot: Ballot, party: Party, composing: Composing): Inline[] {
  const { result } = ballot
  const { slug } = party
  const without = result?.without.find(({ organisation }) => organisation === slug)
  if (without) return [`no vote: ${without.why}`, ...hadVoted(ballot, party)]
  const choice = choiceIn(ballot, slug)
  const vote = ballot.votes.findLast((one) => one.organisation === slug && one.choice === choice)
  const own = result?.each?.find(({ organisation }) => organisation === slug)
  const outcome = own ? [`; its own decision: ${OUTCOMES[own.outcome]}`] : []
  return [...(vote ? voted(ballot, vote, composing) : ['did not vote']), ...outcome]
}

const OUTCOMES = { passed: 'passed', notPassed: 'not passed', undecided: 'not decided' } as const

function choiceIn({ result }: Ballot, slug: string): Choice | undefined {
  if (result?.for.includes(slug)) return 'for'
  if (result?.against.includes(slug)) return 'against'
  return result?.abstained.includes(slug) ? 'abstain' : undefined
}

function voted({ votes }: Ballot, vote: Vote, composing: Composing): Inline[] {
  const before = votes
    .slice(0, votes.indexOf(vote))
    .filter(({ organisation }) => organisation === vote.organisation)
    .at(-1)
  const who: Inline = vote.by.type === 'person' ? { person: vote.by.person } : 'Muster'
  const changed = before ? ` (before: ${CHOICES[before.choice]})` : ''
  const how = wayWords(vote.by)
  return [`${CHOICES[vote.choice]}: `, who, `, ${shown(vote.at, composing)}${how}${changed}`]
}

/** A vote that was cast before it was lost is kept, and does not count. */
function hadVoted({ votes }: Ballot, { slug }: Party): string[] {
  const last = votes.findLast(({ organisation }) => organisation === slug)
  return last ? [` (voted ${CHOICES[last.choice]} before that; it does not count)`] : []
}

/** Who of an organisation may speak for it now. */
function speakersOf(meeting: Meeting, slug: string, directory: Directory): string[] {
  return takingPart(meeting).filter(
    (person) =>
      partyIn(meeting, person, directory)?.slug === slug &&
      conflictOf(meeting, person) === undefined,
  )
}
