import { notReachedWords } from '../../late.ts'
import type { Message } from '../../message/message.ts'
import type { Meeting } from '../meeting.ts'
import { meetingTitle } from '../words.ts'
import type { UntoldNotice } from './untold.ts'

const NEWS = {
  calledOff: 'it is called off',
  time: 'it starts at another time',
} as const satisfies Record<UntoldNotice['about'], string>

/** Who has not heard of it, why, and that somebody phones. */
export function composeUntold(
  meeting: Meeting,
  { person, about, place, reason }: UntoldNotice,
): Message {
  const [channel = ''] = place.split('/')
  const why = notReachedWords(channel, reason).replace(/\.$/, '')
  const text = [
    { person },
    ` may not know that ${NEWS[about]}, and Muster has no other way to tell them. Phone them now.`,
  ]
  return {
    title: `${meetingTitle(meeting)}: not told`,
    parts: [
      { kind: 'alert', text },
      { kind: 'text', text: [{ person }, ` ${why}.`] },
    ],
  }
}
