import { doerText, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Text } from '../../message/message.ts'
import { labelOf } from '../../provider/change-level.ts'
import { levelButton } from '../../provider/compose-offer.ts'
import { providerId } from '../../record-id.ts'
import type { Meeting } from '../meeting.ts'
import type { LevelNotice } from './level.ts'

/** The provider left enhanced: those who were in a confidential meeting that did not decide so are asked whether that stands. */
export function composeLevelLeft(
  { id, provider, record }: Meeting,
  { from, to, transition, decidedBy, decidedAt }: LevelNotice,
  composing: Composing,
): Message {
  const { policy } = composing
  const by = record?.by
  const whom: Text = by?.type === 'person' ? [{ person: by.person }, ': '] : ''
  const note: Button = {
    label: 'Note why it stands…',
    press: { do: 'open', form: 'note', record: id },
  }
  const change = provider.slug === null ? [] : [levelButton(providerId(provider.slug))]
  return {
    title: `${provider.name} is on “${labelOf(policy, to)}” now. Does that stand?`,
    parts: [
      {
        kind: 'text',
        text: [
          ...[whom].flat(),
          `${labelOf(policy, from)} → ${labelOf(policy, to)} (${transition}), decided ${shown(decidedAt, composing)} by `,
          ...doerText(decidedBy, composing),
          '. This meeting did not decide so, and whoever decided may not know of it: nothing of it stands with the provider.',
        ],
      },
      {
        kind: 'text',
        text: 'If it does not stand, whoever of you may decide changes the level. The reason there is read by others: name nothing of this. If it stands, note why here, where only you read it.',
      },
      { kind: 'buttons', buttons: [...change, note] },
    ],
  }
}
