import { recordKind } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { inquiryInto } from '../inquiry/inquiry.ts'
import { withoutKeptBack } from '../inquiry/kept-back.ts'
import { timelineMessage } from '../inquiry/timeline-message.ts'
import { type Ask, cannotSee, look } from './ask.ts'
import { recordOf } from './minutes.ts'
import { named } from './named.ts'
import { about, refused } from './say.ts'
import { NEEDS_SUBJECT, providerNamed, seesMeeting, seesProvider } from './subject-named.ts'

/** Given to whoever asks alone. Proof of notice and the data itself are for the command line. */
export async function exported(ask: Ask, text: string): Promise<Reply> {
  const { id } = named(text)
  if (id && recordKind(id) === 'meeting') return recordOf(ask, id)
  if (!id || !(recordKind(id) === 'case' || recordKind(id) === 'provider')) return NEEDS_SUBJECT
  const record = (await look(ask, id)) ?? (await providerNamed(ask, text))
  if (!record || (record.kind === 'provider' && !seesProvider(ask, record)))
    return refused(cannotSee(ask, id))
  const inquiry = await inquiryInto(ask.app, record.id, async (meeting) => {
    const found = await look(ask, meeting)
    return found?.kind === 'meeting' && seesMeeting(ask, found)
  })
  if (!inquiry) return refused(cannotSee(ask, id))
  const { actor } = ask.heard
  const person = actor.type === 'person' ? actor.person : null
  const own = withoutKeptBack(inquiry, person, ask.app.directory())
  return about(record, { type: 'say', message: timelineMessage(own) })
}
