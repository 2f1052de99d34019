import { doerText, ended, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Part, Text } from '../../message/message.ts'
import { findPerson } from '../../people/find.ts'
import { type Ballot, type Dispute, isDisputed } from './ballot.ts'

/** Why a decision is in dispute, who resolves it and until when, and what they found. */
export function disputeParts(ballot: Ballot, composing: Composing): Part[] {
  const { dispute, affected } = ballot
  if (!dispute) return []
  const { at, by, reason, organisation, resolver, dueAt, outcome } = dispute
  const isOverdue = isDisputed(ballot) && dispute.overdueAt !== undefined
  const whose = affected.find(({ slug }) => slug === organisation)?.name
  const until = dueAt === null ? null : shown(dueAt, composing)
  const facts: (readonly [string, Text])[] = [
    ['In dispute since', [`${shown(at, composing)}, by `, ...doerText(by, composing)]],
    ...(whose === undefined ? [] : [['Disputed by', whose] as const]),
    ['Why', ended(reason)],
    [
      'Resolved by',
      resolver === null ? 'nobody yet: the chair names somebody' : [{ person: resolver }],
    ],
    ...(until === null
      ? []
      : [['To be resolved by', isOverdue ? `${until}: OVERDUE` : until] as const]),
    ...(outcome
      ? ([
          [
            'Resolved',
            [
              `${shown(outcome.at, composing)} by `,
              ...doerText(outcome.by, composing),
              isLate(dispute) ? ', LATE' : '',
            ],
          ],
          ['Outcome', `${OUTCOMES[outcome.is]} ${ended(outcome.reason)}`],
        ] as const)
      : []),
  ]
  return [
    ...(isDisputed(ballot)
      ? [{ kind: 'alert', text: 'In dispute: a later gate stays locked meanwhile.' } as const]
      : []),
    ...(isDisputed(ballot) ? handedOver(dispute, composing) : []),
    { kind: 'facts', facts },
    ...ruleParts(composing),
  ]
}

/** Whoever was to resolve it reads who has it now; everybody, that somebody who was to has left. */
function handedOver({ earlier = [], resolver }: Dispute, composing: Composing): Part[] {
  const { viewer, directory } = composing
  const last = earlier.at(-1)?.person
  if (last === undefined) return []
  const to = viewer.type === 'place' ? viewer.place.to : null
  const hadIt = earlier.some(({ person }) => to?.type === 'person' && to.person === person)
  const isTheirs = to?.type === 'person' && to.person === resolver
  const now: Text =
    resolver === null
      ? 'Nobody has it now. Whoever chairs or calls: name somebody else.'
      : [{ person: resolver }, ' has it now.']
  if (!findPerson(directory, last))
    return [
      { kind: 'text', text: [{ person: last }, ' has left the directory. ', ...[now].flat()] },
    ]
  return hadIt && !isTheirs ? [{ kind: 'text', text: now }] : []
}

/** Whether what came of it was recorded after its time. */
export function isLate({ dueAt, outcome }: Dispute): boolean {
  return dueAt !== null && outcome !== null && outcome.at > dueAt
}

export const OUTCOMES = {
  stands: 'The result stands.',
  again: 'The question is to be put again.',
} as const

function ruleParts({ policy: { voting } }: Composing): Part[] {
  return voting ? [{ kind: 'rule', id: 'dispute', citation: voting.dispute.citation }] : []
}
