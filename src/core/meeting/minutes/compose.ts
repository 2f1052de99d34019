import { doerText } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Part } from '../../message/message.ts'
import { plainText } from '../../message/plain.ts'
import { referenceOf } from '../../record-id.ts'
import { showLocal } from '../../time/local.ts'
import type { Meeting, Notice } from '../meeting.ts'
import { rulePart } from '../words.ts'
import type { Addendum, MinutesNotice } from './minutes.ts'
import { partsOf, type Section } from './section.ts'
import { sectionsOf } from './sections.ts'
import { stateText } from './state.ts'

/** The record as it stands: a draft that may be corrected, or what was sealed, with what was added since. */
export function composeRecord(meeting: Meeting, composing: Composing): Message {
  return {
    title: titleOfRecord(meeting, composing),
    parts: [
      ...stateParts(meeting, composing),
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

function stateParts(meeting: Meeting, composing: Composing): Part[] {
  const text = stateText(meeting, composing)
  return text === null ? [] : [{ kind: 'text', text }]
}

/** Each stands beside the record, with its number. */
function addendaParts({ minutes }: Meeting, composing: Composing): Part[] {
  const all = minutes?.addenda ?? []
  return all.flatMap((one, index) => addendumParts(one, index + 1, composing))
}

/** The same for a document. */
export function addendaSections({ minutes }: Meeting, composing: Composing): Section[] {
  const { policy, directory } = composing
  return (minutes?.addenda ?? []).map(({ at, by, text }, index) => ({
    heading: `Addendum ${index + 1}`,
    lines: [
      {
        kind: 'text',
        text: `Added ${showLocal(at, policy.zone)} by ${plainText(doerText(by, composing), directory)}:`,
      },
      { kind: 'text', text },
    ],
  }))
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
      return { title: `${title} sealed`, parts: stateParts(meeting, composing) }
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
