import { doerText, shown } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import type { Button, Message, Part, Text } from '../message/message.ts'
import type { ProviderRef } from '../people/directory.ts'
import { providerId, type RecordId } from '../record-id.ts'
import { labelOf } from './change-level.ts'
import { levelButton } from './compose-offer.ts'
import type { LeftEnhanced } from './left-enhanced.ts'

interface Asking {
  /** Where it stands, and where why it stands is noted. */
  readonly record: RecordId
  readonly provider: ProviderRef & { readonly name: string }
  readonly people: readonly string[]
  /** What the confidential meeting has to do with it. */
  readonly why: Text
  /** A question of its own asks for the answer. */
  readonly isAsked?: boolean
}

/** Put to those who read a confidential record, and to nobody else: whether that stands. */
export function composeLeftEnhanced(
  { record, provider, people, why, isAsked = false }: Asking,
  left: LeftEnhanced,
  composing: Composing,
): Message {
  const whom = people.flatMap((person, index) => [...(index > 0 ? [', '] : []), { person }])
  const note: Button = { label: 'Note why it stands…', press: { do: 'open', form: 'note', record } }
  const change = provider.slug === null ? [] : [levelButton(providerId(provider.slug))]
  const answer: Part[] = [
    {
      kind: 'text',
      text: 'If it does not stand, whoever of you may decide changes the level. The reason there is read by others: name nothing of this. If it stands, note why here, where only you read it.',
    },
    { kind: 'buttons', buttons: [...change, note] },
  ]
  return {
    title: `${provider.name} is on “${labelOf(composing.policy, left.to)}” now. Does that stand?`,
    parts: [
      {
        kind: 'text',
        text: [
          ...whom,
          ...(whom.length > 0 ? [': '] : []),
          ...[leftText(left, why, composing)].flat(),
          ' Whoever decided may not know of it: nothing of it stands with the provider.',
        ],
      },
      ...(isAsked ? [] : answer),
    ],
  }
}

/** What was decided, and what the meeting has to do with it. */
export function leftText(
  { from, to, transition, decidedBy, decidedAt }: LeftEnhanced,
  why: Text,
  composing: Composing,
): Text {
  const { policy } = composing
  return [
    `${labelOf(policy, from)} → ${labelOf(policy, to)} (${transition}), decided ${shown(decidedAt, composing)} by `,
    ...doerText(decidedBy, composing),
    '. ',
    ...[why].flat(),
  ]
}
