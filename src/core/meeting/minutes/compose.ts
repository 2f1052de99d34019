import { doerText } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Inline, Message, Part, Text } from '../../message/message.ts'
import { referenceOf } from '../../record-id.ts'
import { showLocal } from '../../time/local.ts'
import type { Meeting, Notice } from '../meeting.ts'
import { rulePart } from '../words.ts'
import type { Addendum, MinutesNotice } from './minutes.ts'
import { partsOf, type Section } from './section.ts'
import { sectionsOf } from './sections.ts'

/** The record as it stands: a draft that may be corrected, or what was sealed, with what was added since. */
export function composeRecord(meeting: Meeting, composing: Composing): Message {
  return {
    title: titleOfRecord(meeting, composing),
    parts: [
      ...stateTexts(meeting, composing).map((text): Part => ({ kind: 'text', text })),
      ...recordSections(meeting, composing).flatMap(partsOf),
      ...addendaParts(meeting, composing),
      ...rulePart(meeting, composing.policy),
      ...buttons(meeting),
    ],
  }
}

/** `Risk summit M-…: risk summit record · DRAFT`. */
export function titleOfRecord(
  { id, label, minutes, record }: Meeting,
  { policy }: Pick<Composing, 'policy'>,
): string {
  const form = policy.forms.find((one) => one.id === record?.form)
  const state = minutes ? (minutes.sealed ? ' · SEALED' : ' · DRAFT') : ''
  return `${label} ${referenceOf(id)}: ${form?.label.toLowerCase() ?? 'record'}${state}`
}

/** What was sealed is read as it was then, whatever has changed since. */
export function recordSections(meeting: Meeting, composing: Composing): readonly Section[] {
  return meeting.minutes?.sealed?.sections ?? sectionsOf(meeting, composing)
}

/** Whether it may be corrected, until when and by whom; or who sealed it, and what is possible since. */
export function stateTexts({ minutes }: Meeting, composing: Composing): Text[] {
  if (!minutes) return []
  const time = (at: string) => showLocal(at, composing.policy.zone)
  const { sealed, until } = minutes
  if (!sealed) {
    const end =
      until === null
        ? 'It can be corrected until somebody seals it.'
        : `It can be corrected until ${time(until)}; then it is sealed.`
    return [`This is a draft. ${end} Whoever chairs it or recorded it may do both.`]
  }
  return [
    [
      ...sealedBy(sealed.by, composing),
      ` ${time(sealed.at)}. Nobody can change it any more; what is to be added stands beside it.`,
    ],
  ]
}

function sealedBy(by: Parameters<typeof doerText>[0], composing: Composing): Inline[] {
  if (by.type === 'clock') return ['Sealed, since the time for corrections was over,']
  return ['Sealed by ', ...doerText(by, composing), ',']
}

/** Each stands beside the record, with its number. */
export function addendaParts({ minutes }: Meeting, composing: Composing): Part[] {
  const all = minutes?.addenda ?? []
  return all.flatMap((one, index) => addendumParts(one, index + 1, composing))
}

function addendumParts({ at, by, text }: Addendum, n: number, composing: Composing): Part[] {
  const added = `ADDENDUM ${n}, added ${showLocal(at, composing.policy.zone)} by `
  return [
    { kind: 'text', text: [added, ...doerText(by, composing), ':'] },
    { kind: 'quote', text },
  ]
}

function buttons({ id: record, form, minutes }: Meeting): Part[] {
  if (!minutes) return []
  const version = String(minutes.before.length)
  const all: Button[] = minutes.sealed
    ? [{ label: 'Addendum…', press: { do: 'open', form: 'addendum', record } }]
    : [
        { label: 'Correct…', press: { do: 'open', form, record, with: { version } } },
        { label: 'Seal now…', press: { do: 'open', form: 'sealRecord', record } },
      ]
  return [{ kind: 'buttons', buttons: all }]
}

const CORRECTED =
  'The record above says it as it is now. What it said before stays in the history, and what it led to stays as it was.'

/** What the meeting’s places are told of the record as news. */
export function composeMinutesNotice(
  meeting: Meeting,
  { at }: Pick<Notice, 'at'>,
  { news }: MinutesNotice,
  composing: Composing,
): Message {
  const title = `${meeting.label} ${referenceOf(meeting.id)}: record`
  const when = showLocal(at, composing.policy.zone)
  switch (news.type) {
    case 'corrected': {
      const text = [...doerText(news.by, composing), ` corrected it at ${when}:`]
      const items = fieldLabels(news.fields, meeting, composing)
      return {
        title: `${title} corrected`,
        parts: [
          { kind: 'text', text },
          { kind: 'list', items },
          { kind: 'text', text: CORRECTED },
        ],
      }
    }
    case 'sealed': {
      const parts = stateTexts(meeting, composing).map((text): Part => ({ kind: 'text', text }))
      return { title: `${title} sealed`, parts }
    }
    case 'added': {
      const n = news.addendum
      const addendum = meeting.minutes?.addenda[n - 1]
      const parts = addendum ? addendumParts(addendum, n, composing) : []
      return { title: `${title}, addendum ${n}`, parts }
    }
  }
}

/** In the words of the form. */
function fieldLabels(ids: readonly string[], { form }: Meeting, { policy }: Composing): string[] {
  const fields = policy.forms.find(({ id }) => id === form)?.fields ?? []
  return ids.map((id) => fields.find((one) => one.id === id)?.label ?? id)
}
