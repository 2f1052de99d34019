import { answerFacts } from '../../case/answers.ts'
import { doerText } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Part } from '../../message/message.ts'
import { plainText } from '../../message/plain.ts'
import type { Doer } from '../../people/actor.ts'
import { nameOf } from '../../people/find.ts'
import { referenceOf } from '../../record-id.ts'
import { showLocal } from '../../time/local.ts'
import { actionsPart } from '../action/compose.ts'
import { agendaSection } from '../brief/section.ts'
import { conflictParts } from '../conflict/compose.ts'
import { decisionParts } from '../decision/compose.ts'
import type { Meeting } from '../meeting.ts'
import { timeFacts } from '../time/words.ts'
import { attendanceLines } from './attendance.ts'
import { attendanceField } from './present.ts'
import { type Line, linesOf, type Section } from './section.ts'

/** The whole record, drawn from the history of the meeting and from the form that closed it. */
export function sectionsOf(meeting: Meeting, composing: Composing): Section[] {
  const sections: Section[] = [
    { heading: 'The meeting', lines: [{ kind: 'facts', facts: aboutIt(meeting, composing) }] },
    ...agendaSection(meeting),
    { heading: 'Attendance', lines: attendanceLines(meeting, composing) },
    { heading: 'What was recorded', lines: answers(meeting, composing) },
    section('Conflicts of interest', conflictParts(meeting, composing), composing),
    section('Decisions', decisionParts(meeting, composing), composing),
    section('Actions', actionsPart(meeting, composing), composing),
    ...notes(meeting, composing),
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

function section(heading: string, parts: readonly Part[], { directory }: Composing): Section {
  return { heading, lines: withoutHeading(heading, linesOf(parts, directory)) }
}

/** What is said in a message of its own begins with the same words. */
function withoutHeading(heading: string, lines: readonly Line[]): Line[] {
  return lines.filter(
    (line, n) => n > 0 || line.kind !== 'text' || line.text.replace(/:$/, '') !== heading,
  )
}

function aboutIt(meeting: Meeting, composing: Composing): [string, string][] {
  const { id, label, provider, rule, by, calledAt, chair, record, minutes } = meeting
  const { policy, directory } = composing
  const time = (at: string) => showLocal(at, policy.zone)
  const who = (doer: Doer) => plainText(doerText(doer, composing), directory)
  const times = minutes?.before.length ?? 0
  const first = minutes?.before[0] ?? record
  return [
    ['Meeting', `${label} (${rule}), ${referenceOf(id)}`],
    ['About', provider.name],
    ['Called', `${time(calledAt)} by ${who(by)}`],
    ...timeFacts(meeting, composing),
    ...(record ? [pair('Held', time(record.heldAt))] : []),
    ...(chair
      ? [
          pair(
            'Chair',
            chair.person === null ? 'nobody confirmed' : nameOf(directory, chair.person),
          ),
        ]
      : []),
    ...(first ? [pair('Recorded', `${time(first.at)} by ${who(first.by)}`)] : []),
    ...(record && times > 0
      ? [
          pair(
            'Corrected',
            `${times === 1 ? 'once' : `${times} times`}, last ${time(record.at)} by ${who(record.by)}`,
          ),
        ]
      : []),
  ]
}

function pair(label: string, value: string): [string, string] {
  return [label, value]
}

/** In the words of the form. */
function answers({ record }: Meeting, composing: Composing): Section['lines'] {
  if (!record) return []
  const field = attendanceField(record.form, composing.policy)
  // Who was there stands with the seats.
  const others = Object.entries(record.answers).filter(([id]) => id !== field)
  const facts = answerFacts([record.form], Object.fromEntries(others), composing)
  return facts.length === 0 ? [] : linesOf([{ kind: 'facts', facts }], composing.directory)
}

/** What was noted while it was held, and before the record was sealed. */
function notes({ notices }: Meeting, composing: Composing): Section[] {
  const { policy, directory } = composing
  const items = notices.flatMap(({ at, said }) => {
    if (said.say !== 'noted') return []
    const who = plainText(doerText(said.by, composing), directory)
    return [`${showLocal(at, policy.zone)}, ${who}: ${said.text}`]
  })
  return items.length === 0 ? [] : [{ heading: 'Notes', lines: [{ kind: 'list', items }] }]
}
