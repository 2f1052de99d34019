import type { Place, Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import { isToldInstead, serviceOf } from '../../late.ts'
import type { Message, Part } from '../../message/message.ts'
import { composeNotice } from '../compose-notice.ts'
import { composePrompt } from '../compose-prompt.ts'
import type { Meeting } from '../meeting.ts'
import { byMailOf } from './entry.ts'

/** A call by mail: what it says in chat, and what it is besides; nothing else goes by mail. */
export function composeLetter(
  meeting: Meeting,
  slot: Slot,
  { to }: Place,
  composing: Composing,
): Message | undefined {
  if (to.type !== 'person') return undefined
  const { person } = to
  const prompt = meeting.prompts.find(
    ({ id, asked }) => slot === `prompt:${id}` && asked.includes(person),
  )
  if (!prompt) return undefined
  const { title, parts } = composePrompt(meeting, prompt, composing)
  const [what, dialIn, ...rest] = parts
  const first = [what, dialIn].filter((part) => part !== undefined)
  const byMail = byMailOf(meeting, prompt, person, composing)
  const isNews = meeting.calledOff && isToldInstead(meeting.late, composing.viewer, slot)
  return {
    title,
    parts: [...first, ...whyByMail(meeting, slot, person), ...rest],
    byMail: isNews ? { ...byMail, isNews } : byMail,
  }
}

/** That its level was taken back; what was put on record, once nobody can change it any more, and what is added to it: letters stay as they are. */
export function composeRecordLetter(
  meeting: Meeting,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const notice = meeting.notices.find(({ n }) => slot === `notice:${n}`)
  if (!notice) return undefined
  const { said } = notice
  if (said.say === 'untold' || said.say === 'callLeft' || said.say === 'levelTakenBack')
    return composeNotice(meeting, notice, composing)
  if (!meeting.minutes?.sealed) return undefined
  const isAdded = said.say === 'minutes' && said.news.type === 'added'
  if (said.say !== 'recorded' && !isAdded) return undefined
  const { title, parts } = composeNotice(meeting, notice, composing)
  return { title, parts: parts.filter(({ kind }) => kind !== 'buttons') }
}

/** Only where they wait for it elsewhere: somebody who has no account there knows no other way. */
function whyByMail({ late }: Meeting, slot: Slot, person: string): Part[] {
  const about = late.find(
    ({ told, refused }) =>
      !refused &&
      told.some(
        ({ place: { to }, slot: said }) =>
          said === slot && to.type === 'person' && to.person === person,
      ),
  )
  if (!about) return []
  const text = `You are told by mail because ${serviceOf(about.place)} has not accepted the message.`
  return [{ kind: 'text', text }]
}
