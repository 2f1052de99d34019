import type { Composing } from '../../kind.ts'
import type { Button, Part } from '../../message/message.ts'
import type { Meeting } from '../meeting.ts'
import { whoMayBringIn } from './asked.ts'
import { guestsOf } from './guests.ts'

/** Brings somebody in, and takes them out again. */
export function guestButtons(meeting: Meeting, composing: Composing): Part[] {
  if (meeting.status === 'closed') return []
  const opening = (label: string, form: string): Button => ({
    label,
    press: { do: 'open', form, record: meeting.id },
  })
  const buttons = [
    opening('Bring somebody in…', 'bringIn'),
    ...(guestsOf(meeting).length > 0 ? [opening('Withdraw somebody…', 'takeOut')] : []),
  ]
  return [{ kind: 'buttons', buttons, for: whoMayBringIn(meeting, composing) }]
}
