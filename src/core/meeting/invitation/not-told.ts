import type { Composing } from '../../kind.ts'
import { notReachedWords, serviceName, serviceOf } from '../../late.ts'
import type { Inline, Part, Text } from '../../message/message.ts'
import { showLocal } from '../../time/local.ts'
import { withoutPlace } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'
import { isForLetters, lettersOf } from './letters.ts'

type Failed = Meeting['undelivered'][number]

/** Whom no call has reached yet, what could not be made, and what is done about it. */
export function notTold(meeting: Meeting, composing: Composing): Part[] {
  const items = [
    ...eachOnce(meeting).flatMap((one) => notReached(meeting, one)),
    ...notAcceptedYet(meeting, composing),
    ...byMailAlone(meeting),
  ]
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

/** The last that was heard of somebody on a service stands for all that did not arrive there; nothing of a call that was answered. */
function eachOnce({ undelivered, prompts }: Meeting): readonly Failed[] {
  const left = undelivered.filter(
    ({ slot }) => !prompts.some(({ id, state }) => state === 'answered' && slot === `prompt:${id}`),
  )
  return left.filter(({ place }, index) => {
    const isLast = left.findLastIndex((one) => one.place === place) === index
    return isLast || !place.includes('/person/')
  })
}

function notReached(meeting: Meeting, { slot, place, reason }: Failed): Text[] {
  const [channel = '', to, name = ''] = place.split('/')
  if (slot === 'room') {
    const isWithout = withoutPlace(meeting).includes(channel)
    const thread = meeting.case === null ? 'The provider’s' : 'The case’s'
    const instead = isWithout ? 'Each is told in private.' : `${thread} thread is used.`
    return [
      `No room could be made on ${serviceName(channel)}: ${reason.replace(/\.$/, '')}. ${instead}`,
    ]
  }
  if (slot === 'call' || slot === 'endCall') return aboutCall(meeting, { slot, channel, reason })
  if (to !== 'person') return [['The room', ` ${notReachedWords(channel, reason)}`]]
  const how = isForLetters(meeting, channel)
    ? `was not reached by ${channel}: ${reason}`
    : notReachedWords(channel, reason)
  return [[{ person: name }, ` ${how.replace(/\.$/, '')}.${whatIsDone(meeting, slot, name)}`]]
}

/** Of one that is called off it matters only that the call is still there. */
function aboutCall(
  { call, calledOff }: Meeting,
  { slot, channel, reason }: Pick<Failed, 'slot' | 'reason'> & { readonly channel: string },
): Text[] {
  const service = serviceName(channel)
  if (slot === 'endCall')
    return [`The call on ${service} could not be taken away; nobody needs to join it. ${reason}`]
  if (calledOff) return []
  return call?.url
    ? [`The call on ${service} still shows its old time. Its link works at the new one. ${reason}`]
    : [`No call could be made on ${service}: ${reason}`]
}

/** By what else they are told; where nothing is left, somebody must phone. */
function whatIsDone(meeting: Meeting, slot: string, person: string): string {
  const { reach, undelivered, status, calledOff } = meeting
  if (status === 'closed' && !calledOff) return ''
  const left = (reach[person] ?? []).filter(
    (channel) =>
      !undelivered.some(
        (one) => (one.slot === slot || calledOff) && one.place === `${channel}/person/${person}`,
      ),
  )
  if (left.length === 0) return ' Nothing else reaches them: whoever called the meeting phones.'
  return ` They are told ${left.map((channel) => byOrOn(meeting, channel)).join(' and ')}.`
}

function byOrOn(meeting: Meeting, channel: string): string {
  return isForLetters(meeting, channel) ? `by ${channel}` : `on ${serviceName(channel)}`
}

/** Of calls that wait for an answer, or say that it is called off. */
function notAcceptedYet(
  { late, prompts, undelivered, calledOff }: Meeting,
  { policy }: Composing,
): Text[] {
  const waiting = late.filter(
    ({ refused, slot, place }) =>
      !refused &&
      prompts.some(({ id, state }) => (state === 'open' || calledOff) && slot === `prompt:${id}`) &&
      !undelivered.some((one) => one.slot === slot && one.place === place),
  )
  return waiting.map(({ at, place, told }): Text => {
    const [, to, name = ''] = place.split('/')
    const whom: Inline = to === 'person' ? { person: name } : 'the room'
    const isMailed = told.some(({ place: other }) => other.to.type === 'person')
    const then = isMailed ? ' They are told by mail as well.' : ''
    const had = `${serviceOf(place)} had not accepted the call to `
    return [had, whom, ` by ${showLocal(at, policy.zone)}; it is tried on.${then}`]
  })
}

/** A mail server may take a mail and give it back hours later, to whoever reads the sender’s mailbox. */
function byMailAlone(meeting: Meeting): Text[] {
  const { prompts, status, undelivered } = meeting
  if (status === 'closed') return []
  const waiting = prompts
    .filter(({ id, state }) => state === 'open' && id.startsWith('seat-'))
    .flatMap(({ id, asked }) =>
      asked.filter((person) =>
        lettersOf(meeting, person).some(
          ({ channel }) =>
            !undelivered.some(
              ({ slot, place }) =>
                slot === `prompt:${id}` && place === `${channel}/person/${person}`,
            ),
        ),
      ),
    )
  if (waiting.length === 0) return []
  const people = waiting.flatMap((person, n): Inline[] => [...(n > 0 ? [', '] : []), { person }])
  return [
    [
      'Called by mail, no answer yet: ',
      ...people,
      '. A mail that bounces later comes back to the address that Muster sends from, and not here: phone whoever does not answer.',
    ],
  ]
}
