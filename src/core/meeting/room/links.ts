import type { Message } from '../../message/message.ts'
import type { Directory } from '../../people/directory.ts'
import type { Meeting } from '../meeting.ts'
import { callPlace } from '../words.ts'

/** What whoever is in the room should find without looking for it. */
export function linksOf(meeting: Meeting, directory: Directory): NonNullable<Message['links']> {
  const url = callPlace(meeting, directory)?.url
  return url && /^https?:\/\//.test(url) ? [{ title: 'Join the call', url }] : []
}
