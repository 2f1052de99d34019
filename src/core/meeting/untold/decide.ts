import { type Slot, Slot as SlotSchema } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import { byMail, type Heard, isKnown } from '../../late.ts'
import type { Doer } from '../../people/actor.ts'
import { referenceOf } from '../../record-id.ts'
import type { Draft } from '../draft.ts'
import { lettersOf } from '../invitation/letters.ts'
import type { Meeting } from '../meeting.ts'
import { alarmFor, mayHaveMail, unreachable } from '../reaching.ts'
import type { UntoldEvent } from './untold.ts'

interface News {
  readonly about: UntoldEvent['about']
  readonly n: number
  readonly slot: Slot
  readonly by: Doer
  readonly words: string
}

/**
 * That it is called off, or starts at another time, has not reached somebody: the call itself, as it is
 * now, goes by mail; where none can be sent, whoever did it hears of it, to phone.
 */
export function tellOfEnd(draft: Draft, { slot: named, ...heard }: Heard, context: Context): void {
  const meeting = draft.meeting()
  const [, to, person = ''] = heard.place.split('/')
  const slot = SlotSchema.safeParse(named).data
  const news = newsOf(meeting)
  if (to !== 'person' || !slot || !news || !meeting.people.includes(person)) return
  const call = callOf(meeting, person)
  if (!carries(news, slot, call) || isKnown(meeting.late, slot, heard.place)) return
  if (
    heard.refused
      ? !unreachable(meeting, call ? [news.slot, call] : [news.slot], person)
      : isMailed(meeting, person)
  )
    return
  if (!call || !mayHaveMail(meeting, person, context)) {
    noteUntold(draft, { person, about: news.about, news: news.n, ...heard }, news.by, context)
    return
  }
  const told = byMail([person], call, context)
  const about = `the news that the ${meeting.label.toLowerCase()} ${referenceOf(meeting.id)} ${news.words}`
  draft.add({
    type: 'notAccepted',
    at: context.now,
    slot,
    ...heard,
    instead: null,
    told,
    ...alarmFor(meeting, heard, about, context),
  })
}

function newsOf({ calledOff, times, notices, status }: Meeting): News | undefined {
  const newest = (say: 'calledOff' | 'time') => notices.findLast(({ said }) => said.say === say)
  const off = newest('calledOff')
  if (calledOff && off)
    return {
      about: 'calledOff',
      n: off.n,
      slot: `notice:${off.n}`,
      by: calledOff.by,
      words: 'is called off',
    }
  const time = newest('time')
  const by = times?.at(-1)?.by
  return time && by && status === 'open'
    ? { about: 'time', n: time.n, slot: `notice:${time.n}`, by, words: 'starts at another time' }
    : undefined
}

/** Of a meeting that is called off, the call itself says it too; an open call has its own way on. */
function carries({ about, slot: own }: News, slot: Slot, call: Slot | undefined): boolean {
  return slot === own || (about === 'calledOff' && slot === call)
}

/** The message by which somebody was called: to a seat, or else to the chair. */
function callOf({ prompts }: Meeting, person: string): Slot | undefined {
  const own = prompts.filter(({ asked }) => asked.includes(person))
  const prompt = own.find(({ asks }) => asks === 'seat') ?? own[0]
  return prompt && `prompt:${prompt.id}`
}

function isMailed(meeting: Meeting, person: string): boolean {
  return lettersOf(meeting, person).length > 0
}

function noteUntold(
  draft: Draft,
  { person, about, news, place, reason }: Omit<UntoldEvent, 'type'>,
  by: Doer,
  { now: at }: Context,
): void {
  const isKnownAlready = draft
    .meeting()
    .notices.some(
      ({ said }) => said.say === 'untold' && said.person === person && said.news === news,
    )
  const isOwn = by.type === 'person' && by.person === person
  if (isKnownAlready || isOwn) return
  draft.add({ type: 'untold', at, person, about, news, place, reason })
}
