import { doerText } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import type { Button, Inline, Message, Part, Text } from '../message/message.ts'
import type { Directory } from '../people/directory.ts'
import { organisationFor } from '../people/posts.ts'
import { whoMay } from '../permission/permitted.ts'
import type { Offer, Prompt } from '../prompt.ts'
import { referenceOf } from '../record-id.ts'
import { showLocal } from '../time/local.ts'
import { askedToAnswer } from './asked.ts'
import { conflictButton, outPart } from './conflict/compose.ts'
import { hasConflict, isKeptOut, organisationConflict } from './conflict/conflict.ts'
import type { Meeting } from './meeting.ts'
import { composeOffPrompt } from './off/words.ts'
import { isEmpty, isFilled, lastCall, seatsCalledFor, seatsLostBy, unheardOf } from './seats.ts'
import { stillWanted } from './still-wanted.ts'
import { alsoAsked } from './time/also-asked.ts'
import { newTimePart } from './time/words.ts'
import { howToDialIn, putDown, rulePart, timingPart, VIA, whatAndWhen, whyPart } from './words.ts'

export function composePrompt(meeting: Meeting, prompt: Prompt, composing: Composing): Message {
  return prompt.id === 'chair'
    ? askChair(meeting, prompt, composing)
    : askSeat(meeting, prompt, composing)
}

function askSeat(meeting: Meeting, prompt: Prompt, composing: Composing): Message {
  const { policy, directory } = composing
  if (meeting.calledOff) return composeOffPrompt(meeting, prompt, composing)
  const title = `You are called: ${meeting.label} (${referenceOf(meeting.id)})`
  const out = prompt.asked.flatMap((person) => outPart(meeting, person, composing))
  if (prompt.state === 'withdrawn' || meeting.status === 'closed')
    return {
      title,
      parts: [
        { kind: 'text', text: overFor(meeting, prompt, composing) },
        ...(meeting.status === 'closed' ? out : []),
      ],
    }
  return {
    title,
    parts: [
      { kind: 'text', text: whatAndWhen(meeting, policy) },
      ...dialIn(meeting, prompt.asked, directory),
      whyPart(meeting, composing.viewer),
      {
        kind: 'facts',
        facts: [['Called by', doerText(meeting.by, composing)], ...seats(meeting, prompt)],
      },
      ...formalNotice(meeting, prompt),
      ...newTimePart(meeting, prompt, composing),
      { kind: 'text', text: seatState(meeting, prompt, composing) },
      ...out,
      ...rulePart(meeting, policy),
      buttons(meeting, prompt, composing),
      ...conflictButton(meeting),
    ],
  }
}

/** Not for whoever a conflict of interest keeps out: the call is the closed part. */
function dialIn(meeting: Meeting, people: readonly string[], directory: Directory): Part[] {
  if (people.some((person) => isKeptOut(meeting, person))) return []
  return [{ kind: 'text', text: howToDialIn(meeting, directory) }]
}

/** Who alone reads it; nobody, where it stands in a room. */
function readerOf({ viewer }: Composing): readonly string[] {
  return viewer.type === 'place' && viewer.place.to.type === 'person'
    ? [viewer.place.to.person]
    : []
}

/** Whoever is called for the provider itself learns formally that the meeting is about it. */
function formalNotice(meeting: Meeting, { asked }: Prompt): Part[] {
  const isTheirs = asked.some((person) =>
    seatsCalledFor(meeting, person).some(({ post }) => post.of === 'provider'),
  )
  if (!isTheirs) return []
  const { label, provider } = meeting
  const text = `Formal notice to ${provider.name}: the ${label.toLowerCase()} is about it. Tell whoever else in your organisation must know.`
  return [{ kind: 'text', text }]
}

function seats(meeting: Meeting, { asked }: Prompt): (readonly [string, Text])[] {
  return asked.flatMap((person) =>
    seatsCalledFor(meeting, person).map((seat) => {
      const call = seat.calls.find((one) => one.person === person)
      const how = call && (putDown(call) ?? VIA[call.via])
      return ['Your seat', how ? `${seat.label} (${how})` : seat.label] as const
    }),
  )
}

function seatState(meeting: Meeting, prompt: Prompt, { policy }: Composing): Text {
  const { zone } = policy
  const { answer, answeredAt, climbAt } = prompt
  if (prompt.state === 'answered' && answeredAt !== null) {
    const given = {
      coming: 'coming',
      deputy: 'a deputy goes for you',
      apologies: 'you cannot come',
    }
    const word = Object.entries(given).find(([value]) => value === answer)?.[1] ?? answer
    return [
      `You answered at ${showLocal(answeredAt, zone)}: ${word}. `,
      ...(answer === 'coming' ? [] : inYourPlace(meeting, prompt)),
      ...inTheirPlace(meeting, prompt),
      'You can change it while the meeting is open.',
      ...(answer === 'coming' ? [] : inTheChair(meeting, prompt)),
    ]
  }
  const wanted: Inline[] = [
    ...inTheirPlace(meeting, prompt),
    ...alsoAsked(meeting, prompt),
    'Please answer: are you coming, sending a deputy, or unable to come?',
  ]
  const next = climbAt === null ? [] : nextInLine(meeting, prompt)
  if (next.length === 0 || climbAt === null) return wanted
  return [
    ...wanted,
    ` Without an answer by ${showLocal(climbAt, zone)} the next in line is called too: `,
    ...next,
    '.',
  ]
}

/** Who was called after somebody who does not come; nobody, where the line ends. */
function inYourPlace(meeting: Meeting, { asked }: Prompt): Inline[] {
  const called = asked.flatMap((person) =>
    seatsCalledFor(meeting, person).flatMap(({ calls }) =>
      calls
        .slice(calls.findIndex((call) => call.person === person) + 1)
        .filter(({ state }) => state === 'asked' || state === 'coming'),
    ),
  )
  const people = [...new Map(called.map((call) => [call.person, call])).values()]
  const empty = asked.some((person) => seatsCalledFor(meeting, person).some(isEmpty))
  if (people.length === 0) return empty ? ['Nobody else is in line: your seat stays empty. '] : []
  return [
    'Called in your place: ',
    ...people.flatMap(({ person, via }, n): Inline[] => {
      const how = VIA[via]
      return [...(n > 0 ? [', '] : []), { person }, ...(how ? [` (${how})`] : [])]
    }),
    '. ',
  ]
}

/** Who was given the seat of somebody who had said that they were coming. */
function inTheirPlace(meeting: Meeting, { asked }: Prompt): Inline[] {
  return asked.flatMap((person) =>
    seatsLostBy(meeting, person).flatMap(({ label, calls }): Inline[] => {
      const now = calls.findLast(({ state }) => state === 'coming')
      if (!now) return []
      const text = ` was given your seat “${label}” since. If you come all the same, answer “coming”: it is yours again. `
      return [{ person: now.person }, text]
    }),
  )
}

/** Who is asked to chair after somebody who was, and does not come; nobody, where the line ends. */
function inTheChair({ chair, prompts }: Meeting, { asked: called }: Prompt): Inline[] {
  if (!chair || chair.person !== null) return []
  if (!called.some((person) => chair.declined.includes(person))) return []
  const asked = prompts.find(({ id }) => id === 'chair')?.asked ?? []
  const waiting = asked.filter((person) => !chair.declined.includes(person))
  if (waiting.length === 0) return [' You do not chair it, and nobody else is left to ask.']
  const people = waiting.flatMap((person, n): Inline[] => [...(n > 0 ? [', '] : []), { person }])
  return [' You do not chair it. Asked instead: ', ...people, '.']
}

function nextInLine(meeting: Meeting, { asked }: Prompt) {
  const people = asked.flatMap((person) =>
    seatsCalledFor(meeting, person)
      .filter((seat) => !isFilled(seat) && lastCall(seat)?.person === person)
      .flatMap(({ next }) => next[0]?.person ?? []),
  )
  return [...new Set(people)].flatMap((person, n) => [...(n > 0 ? [', '] : []), { person }])
}

function overFor(meeting: Meeting, { answer, asked }: Prompt, composing: Composing): string {
  if (meeting.status === 'open' && asked.some((person) => seatsLostBy(meeting, person).length > 0))
    return `Somebody else was given your seat at the ${meeting.label.toLowerCase()} about ${meeting.provider.name}. You need not come.`
  if (meeting.status === 'open')
    return `Somebody before you in line has said that they are coming to the ${meeting.label.toLowerCase()} about ${meeting.provider.name}. You need not come. If that changes, you are called again here.`
  const yours =
    answer === null
      ? ''
      : ` Your answer was: ${answer === 'apologies' ? 'you cannot come' : answer}.`
  return `The ${meeting.label.toLowerCase()} about ${meeting.provider.name} is over.${yours} ${stillWanted(meeting, asked, composing)}`
}

function askChair(meeting: Meeting, prompt: Prompt, composing: Composing): Message {
  const { policy, directory } = composing
  if (meeting.calledOff) return composeOffPrompt(meeting, prompt, composing)
  const title = `Who chairs: ${meeting.label} (${referenceOf(meeting.id)})`
  const confirmed = meeting.chair?.person
  if (meeting.status === 'closed')
    return { title, parts: [{ kind: 'text', text: `The ${meeting.label.toLowerCase()} is over.` }] }
  if (confirmed)
    return {
      title,
      parts: [
        { kind: 'text', text: [{ person: confirmed }, ' has confirmed as chair.'] },
        buttons(meeting, prompt, composing),
      ],
    }
  return {
    title,
    parts: [
      { kind: 'text', text: whatAndWhen(meeting, policy) },
      ...dialIn(meeting, readerOf(composing), directory),
      { kind: 'text', text: chairQuestion(meeting, prompt, composing) },
      ...timingPart(meeting, policy),
      ...rulePart(meeting, policy),
      buttons(meeting, prompt, composing),
    ],
  }
}

function chairQuestion(meeting: Meeting, prompt: Prompt, composing: Composing): Text {
  const { policy, directory } = composing
  const { chair } = meeting
  const { asked, climbAt } = prompt
  const last = asked.at(-1)
  const next = chair?.next.find(({ person }) => !hasConflict(meeting, person, directory))
  const waits = last !== undefined && !chair?.declined.includes(last)
  const whom: Text = waits
    ? [{ person: last }, ', do you chair it?']
    : nobodyLeft(meeting, composing)
  const then: Text =
    climbAt !== null && next
      ? [
          ` Without an answer by ${showLocal(climbAt, policy.zone)} `,
          { person: next.person },
          ' is asked too.',
        ]
      : ''
  return [...[whom].flat(), ' The room is open already and waits for nobody.', ...[then].flat()]
}

function nobodyLeft(meeting: Meeting, { directory }: Composing): string {
  const { chair, provider } = meeting
  const organisation = chair && organisationFor(directory, provider, chair.post.of)
  return organisation && organisationConflict(meeting, organisation.slug)
    ? `${organisation.name} has a conflict of interest, so nobody of it is asked to chair. Agree among yourselves who chairs, and put it on record.`
    : 'Nobody is left to ask. Whoever of the chair’s organisation can chair it, please say so.'
}

/** What is asked, and the answers, for a message that asks again. */
export function answerParts(meeting: Meeting, prompt: Prompt, composing: Composing): Part[] {
  const isChair = prompt.id === 'chair'
  const text = isChair
    ? chairState(meeting, prompt, composing)
    : seatState(meeting, prompt, composing)
  return [{ kind: 'text', text }, buttons(meeting, prompt, composing)]
}

function chairState(meeting: Meeting, prompt: Prompt, composing: Composing): Text {
  const person = meeting.chair?.person
  return person ? [{ person }, ' chairs it.'] : chairQuestion(meeting, prompt, composing)
}

/** The answers that are not given yet; none of them is pressed twice. */
function buttons(meeting: Meeting, prompt: Prompt, composing: Composing): Part {
  const isUnheard = prompt.asked.some((person) => unheardOf(meeting, person).length > 0)
  const offers = prompt.offers.filter(
    ({ value }) => value !== prompt.answer || (value === 'coming' && isUnheard),
  )
  const all = whoMay(askedToAnswer(meeting, prompt), composing)
  const may = all.filter(
    (person) => prompt.id !== 'chair' || !hasConflict(meeting, person, composing.directory),
  )
  return {
    kind: 'buttons',
    buttons: offers.map((offer) => button(meeting, prompt, offer)),
    for: may,
  }
}

function button({ id: record }: Meeting, prompt: Prompt, offer: Offer): Button {
  const { value: answer, label, form, style } = offer
  const plain = prompt.state === 'open' && style ? { style } : {}
  if (form !== undefined)
    return {
      label,
      press: { do: 'open', form, record, with: { prompt: prompt.id, answer } },
      ...plain,
    }
  const { id, revision } = prompt
  return { label, press: { do: 'answer', record, prompt: id, answer, revision }, ...plain }
}
