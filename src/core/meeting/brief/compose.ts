import { shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Part, Text } from '../../message/message.ts'
import type { Brief } from '../../provider/action.ts'
import { labelOf } from '../../provider/change-level.ts'
import { openActionsPart } from '../../provider/compose-actions.ts'
import { heading } from '../../provider/trend.ts'
import { carriedPart } from '../carried/carried.ts'
import type { Meeting } from '../meeting.ts'
import { onCallPart } from '../team/out-of-hours.ts'
import { onAgenda, proposedPart } from './agenda.ts'

/** What whoever comes should have read: the agenda, the papers, and what is known of the provider. */
export function briefParts(meeting: Meeting, composing: Composing): Part[] {
  const { agenda = [], papers = [], brief } = meeting
  return [
    ...listed('Agenda:', agenda),
    ...proposedPart(meeting, composing),
    ...listed('Papers:', papers),
    ...onCallPart(meeting, composing),
    ...(brief ? known(brief, composing) : []),
    ...carriedPart(meeting, composing),
  ]
}

function known(brief: Brief, composing: Composing): Part[] {
  const { policy } = composing
  const { level, since, reason, ratings, actions, signs } = brief
  const rated = ratings.map(({ instrument, band, at, total, before }) => {
    const label = policy.instruments.find(({ id }) => id === instrument)?.label ?? instrument
    const trend = total === undefined ? '' : `, ${total}${heading(before ?? null, total)}`
    return [label, `${band}${trend}, rated ${shown(at, composing)}`] as const
  })
  return [
    { kind: 'text', text: `What is known of the provider, as of ${shown(brief.at, composing)}:` },
    {
      kind: 'facts',
      facts: [
        ['Level', `${labelOf(policy, level)}, since ${shown(since, composing)}`],
        ...(reason === null ? [] : [['Why', reason] as const]),
        ...rated,
      ],
    },
    ...signsPart(signs, composing),
    ...listed('Open on file:', onAgenda(brief, composing)),
    // As it was then: what was overdue at the call may be done by now.
    ...openActionsPart(actions, { ...composing, now: brief.at }),
  ]
}

function signsPart(signs: Brief['signs'], { policy }: Composing): Part[] {
  if (signs.length === 0) return []
  const items = signs.map(({ case: record, triggers, levelAsked }): Text => {
    const words = triggers.map(({ id, direction }) => {
      const short = policy.triggers.find((one) => one.id === id)?.short ?? ''
      return `${id} ${short} (${direction})`
    })
    const asked = levelAsked ? '. It waits for a decision on the level' : ''
    return [{ record }, `: ${words.join('; ')}${asked}`]
  })
  return [
    { kind: 'text', text: 'Triggers of its open cases:' },
    { kind: 'list', items },
  ]
}

function listed(title: string, items: readonly string[]): Part[] {
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: title },
        { kind: 'list', items: [...items] },
      ]
}
