import { doerText, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Message, Part } from '../../message/message.ts'
import { labelOf } from '../../provider/change-level.ts'
import { composeLeftEnhanced } from '../../provider/compose-left-enhanced.ts'
import { cameByNeed } from '../../provider/taken-back/placement.ts'
import type { Meeting } from '../meeting.ts'
import type { LevelNotice, TakenBackNotice } from './level.ts'

const WHY = {
  otherwise: 'This meeting did not decide so.',
  corrected: 'That rests on this meeting, whose record says something else now.',
  held: 'That rests on this meeting, whose record says another time of holding now, by which it was too early.',
} as const

/** To those who were in it: whoever recorded it is called by name. */
export function composeLevelLeft(
  { id: record, provider, record: held }: Meeting,
  left: LevelNotice,
  composing: Composing,
): Message {
  const by = held?.by
  const people = by?.type === 'person' ? [by.person] : []
  const why = WHY[left.how ?? 'otherwise']
  return composeLeftEnhanced({ record, provider, people, why }, left, composing)
}

/** To everybody who was called to it. */
export function composeTakenBack(
  meeting: Meeting,
  { from, to, transition, decidedBy, decidedAt, reason }: TakenBackNotice,
  composing: Composing,
): Message {
  const { policy } = composing
  const { name } = meeting.provider
  const [was, is] = [labelOf(policy, from), labelOf(policy, to)]
  const way = policy.transitions.find(({ id }) => id === transition)
  return {
    title: `${name} is on “${is}” again`,
    parts: [
      {
        kind: 'alert',
        text: `${name} was put on “${was}” by mistake; that is taken back.${becomesOf(meeting)}`,
      },
      {
        kind: 'text',
        text: [
          `Taken back ${shown(decidedAt, composing)} by `,
          ...doerText(decidedBy, composing),
          ', because:',
        ],
      },
      { kind: 'quote', text: reason },
      ...(way ? [{ kind: 'rule', id: way.id, citation: way.citation } as const] : []),
    ],
  }
}

/** Whoever took the level back may not have known of it, where it is confidential: then it goes on. */
function becomesOf({ label, status, calledOff }: Meeting): string {
  const named = `The ${label.toLowerCase()} to which you were called`
  if (calledOff) return ` ${named} is not held.`
  return status === 'open' ? ` ${named} goes on until whoever called or chairs it ends it.` : ''
}

/** Of a meeting that was called off: what becomes of the level that changed at its call (G13), a decision of its own. */
export function levelWords(
  { transition, confidential, provider, notices }: Meeting,
  { policy }: Pick<Composing, 'policy'>,
): Part[] {
  if (transition === null || confidential || provider.slug === null) return []
  const back = notices.findLast(({ said }) => said.say === 'levelTakenBack')?.said
  if (back?.say === 'levelTakenBack') {
    const text = `The level was taken back: ${provider.name} is on “${labelOf(policy, back.to)}” again.`
    return [{ kind: 'text', text }]
  }
  const stays = `The level stays as it is; decide on it with “/muster level ${provider.slug}”.`
  const way = policy.transitions.find((one) => cameByNeed(one)?.ways.includes(transition))
  const [label = ''] = way?.label.split(':') ?? []
  const mistaken = way
    ? ` If it was called by mistake, choose “${label}” there: everybody who was told is told so.`
    : ''
  return [{ kind: 'text', text: `${stays}${mistaken}` }]
}
