import { answerFacts } from '../case/answers.ts'
import { droppedWords } from '../case/dropped-words.ts'
import { doerText } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import type { Message, Part, Text } from '../message/message.ts'
import { referenceOf } from '../record-id.ts'
import { showLocal } from '../time/local.ts'
import { composeConflictNotice } from './conflict/compose.ts'
import { composeDecisionNotice } from './decision/compose-notice.ts'
import { composeLevelLeft, composeTakenBack } from './level/compose.ts'
import { shortText } from './level/short-text.ts'
import type { Meeting, Notice } from './meeting.ts'
import { composeMinutesNotice, composeRecord } from './minutes/compose.ts'
import { composeCallLeft } from './off/call-left.ts'
import { composeOffNotice } from './off/words.ts'
import { composeTimeNotice } from './time/compose.ts'
import { composeUntold } from './untold/compose.ts'

/** What the meeting's place is told of one fact. */
export function composeNotice(
  meeting: Meeting,
  { at, said: what }: Notice,
  composing: Composing,
): Message {
  const title = `${meeting.label} ${referenceOf(meeting.id)}`
  switch (what.say) {
    case 'noted': {
      const text = [
        ...doerText(what.by, composing),
        ` noted at ${showLocal(at, composing.policy.zone)}:`,
      ]
      return {
        title: `${title}: note`,
        parts: [
          { kind: 'text', text },
          { kind: 'quote', text: what.text },
        ],
      }
    }
    case 'recorded':
      return withLevelNote(meeting, composeRecord(meeting, composing), composing)
    case 'minutes':
      return composeMinutesNotice(meeting, { at }, what, composing)
    case 'conflict':
      return composeConflictNotice(meeting, what, composing)
    case 'decision':
      return composeDecisionNotice(meeting, what, composing)
    case 'calledOff':
      return composeOffNotice(meeting, composing)
    case 'time':
      return composeTimeNotice(meeting, what, composing)
    case 'callLeft':
      return composeCallLeft(meeting, what)
    case 'untold':
      return composeUntold(meeting, what)
    case 'levelLeft':
      return composeLevelLeft(meeting, what, composing)
    case 'levelTakenBack':
      return composeTakenBack(meeting, what, composing)
    case 'dropped':
      return {
        title: `${title}: a message was given up`,
        parts: [{ kind: 'alert', text: droppedWords(what) }],
      }
    case 'notDone':
      return {
        title: `${title}: not done`,
        parts: [{ kind: 'alert', text: `${what.asked}: ${what.refusal.message}` }],
      }
  }
}

/** `Held …; recorded … by …`; nothing while it is not recorded. */
export function heldText({ record }: Meeting, composing: Composing): Text {
  if (!record) return ''
  const { zone } = composing.policy
  return [
    `Held ${showLocal(record.heldAt, zone)}; recorded ${showLocal(record.at, zone)} by `,
    ...doerText(record.by, composing),
    '.',
  ]
}

/** What the meeting's form asked, and what was answered. */
export function answersPart({ record }: Meeting, composing: Composing): Part[] {
  const facts = record ? answerFacts([record.form], record.answers, composing) : []
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }]
}

/** The provider’s own people read its level, and why it changed. */
function withLevelNote(meeting: Meeting, message: Message, composing: Composing): Message {
  const { confidential, record } = meeting
  const short = shortText(meeting, composing)
  if (short !== null)
    return { ...message, parts: [...message.parts, { kind: 'alert', text: short }] }
  if (!confidential || !record?.leadsTo) return message
  const text =
    'The provider’s level was not changed by this record: that would show the case to others. Change it on the provider’s card, with a reason that they may read.'
  return { ...message, parts: [...message.parts, { kind: 'text', text }] }
}
