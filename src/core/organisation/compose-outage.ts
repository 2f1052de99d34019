import { people, shown } from '../case/words.ts'
import { placeKey, type Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import type { Inline, Message, Part, Text } from '../message/message.ts'
import type { HeldUp, Outage } from '../outage.ts'
import { recordKind } from '../record-id.ts'
import { localDay, showTime } from '../time/local.ts'
import type { Organisation, OutageNotice } from './organisation.ts'

/** The notice after an outage: off from, until, and which reminders are late, the most urgent first. */
export function composeOutage(
  { outages }: Organisation,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const notice = outages.find(({ n }) => slot === `notice:${n}`)
  const late = notice ? lateFor(notice, composing) : []
  if (!notice || !isTold(notice, composing)) return undefined
  if (late.length === 0) return NOTHING_LATE
  const one = late.length === 1
  return {
    title: `Muster was off: ${one ? 'one reminder is' : `${late.length} reminders are`} late`,
    parts: [
      {
        kind: 'text',
        text: `Off from ${span(notice.outage, composing)}. ${one ? 'Here it is' : 'Here they are, the most urgent first'}. To answer, go to the thread of the case.`,
      },
      ...GROUPS.flatMap(({ title, holds }) =>
        group(title, late.filter(holds), notice.outage, composing),
      ),
      { kind: 'text', text: 'All later reminders come at their times.' },
      {
        kind: 'buttons',
        buttons: [{ label: 'What I owe', press: { do: 'command', words: 'mine' } }],
      },
    ],
  }
}

/** All that was late there is not shown any more. */
const NOTHING_LATE: Message = {
  title: 'Muster was off',
  parts: [{ kind: 'text', text: 'It works again. Nothing that was late is shown here any more.' }],
}

function isTold({ tells }: OutageNotice, { viewer }: Composing): boolean {
  if (viewer.type === 'operator') return true
  return (
    viewer.type === 'place' && tells.some(({ place }) => placeKey(place) === placeKey(viewer.place))
  )
}

/** A place reads what was to be told there, and nothing of another place. */
function lateFor({ tells }: OutageNotice, { viewer }: Composing): readonly HeldUp[] {
  const place = viewer.type === 'place' ? placeKey(viewer.place) : null
  return tells
    .filter((one) => viewer.type === 'operator' || placeKey(one.place) === place)
    .flatMap(({ late }) => late)
}

/** The most urgent first. */
const GROUPS: readonly { title: string; holds: (late: HeldUp) => boolean }[] = [
  { title: 'Urgent:', holds: ({ urgent }) => urgent },
  {
    title: 'Became overdue while Muster was off:',
    holds: ({ urgent, what }) => !urgent && what === 'missed',
  },
  { title: 'Overdue before that:', holds: ({ urgent, what }) => !urgent && what === 'overdue' },
  { title: 'Still to be done:', holds: ({ urgent, what }) => !urgent && what === 'due' },
  { title: 'Waiting for an answer:', holds: ({ urgent, what }) => !urgent && what === 'question' },
]

function group(
  title: string,
  late: readonly HeldUp[],
  outage: Outage,
  composing: Composing,
): Part[] {
  if (late.length === 0) return []
  const sorted = [...late].sort((one, other) => order(one).localeCompare(order(other)))
  return [
    { kind: 'text', text: title },
    { kind: 'list', items: sorted.map((one) => line(one, outage, composing)) },
  ]
}

/** Soonest first; together what belongs to one case. */
function order({ at, record }: HeldUp): string {
  return `${at} ${record}`
}

function line(late: HeldUp, outage: Outage, composing: Composing): Text {
  const { record, about } = late
  // The name of a provider stands in what it is about.
  const reference: Inline[] = recordKind(record) === 'provider' ? [] : [{ record }, ' ']
  return [...reference, `${about}: ${when(late, outage, composing)}. `, ...whom(late)]
}

function when({ what, at }: HeldUp, { until }: Outage, composing: Composing): string {
  const time = shown(at, composing)
  switch (what) {
    case 'missed':
    case 'overdue':
      return `OVERDUE since ${time}`
    case 'due':
      // What is never breached is not called overdue.
      return at > until ? `due ${time}` : `was due ${time}`
    case 'question':
      return `asked ${time}, no answer yet`
  }
}

function whom(late: HeldUp): Inline[] {
  if (late.people.length > 0) return [...people(late.people), '.']
  return [`Nobody is ${late.post}: ask an administrator to name someone.`]
}

/** `Sat 27 Mar 2027 02:10 GMT until 03:05 GMT`, with the second day where it is another. */
function span({ from, until }: Outage, composing: Composing): string {
  const { zone } = composing.policy
  const sameDay = localDay(from, zone) === localDay(until, zone)
  return `${shown(from, composing)} until ${sameDay ? showTime(until, zone) : shown(until, composing)}`
}
