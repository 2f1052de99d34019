import type { ByMail } from './by-mail.ts'
import type { FieldView, FormView } from './form.ts'
import type { Inline, Message, Part, Text } from './message.ts'

/**
 * What shows nothing and changes how the words around it are read: orders to turn the direction,
 * letters without width (not those that join other letters), controls, halves of characters.
 */
const DECEIVING =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\p{Cs}|[^\P{Cc}\n\t]/u
const EVERY = new RegExp(DECEIVING.source, 'gu')

/** Words as they are shown on every channel: on record they stay as they were written. */
export function safeText(words: string): string {
  return DECEIVING.test(words) ? words.replace(EVERY, '') : words
}

/** A message with nothing in it that could make it look like another. */
export function safeMessage(message: Message): Message {
  const { byMail } = message
  return {
    ...message,
    title: safeText(message.title),
    parts: message.parts.map(safePart),
    ...(byMail && { byMail: safeByMail(byMail) }),
  }
}

function safeByMail({ entry, ...byMail }: ByMail): ByMail {
  if (!entry) return { ...byMail, entry }
  const { summary, description, location } = entry
  const words = {
    summary: safeText(summary),
    description: safeText(description),
    location: location === null ? null : safeText(location),
  }
  return { ...byMail, entry: { ...entry, ...words } }
}

/** The same of a form; what stands in its fields comes back as an answer, and stays. */
export function safeForm(form: FormView): FormView {
  return {
    ...form,
    title: safeText(form.title),
    heading: form.heading.map(safeInlines),
    fields: form.fields.map(safeField),
    ...(form.problem === undefined ? {} : { problem: safeText(form.problem) }),
  }
}

function safePart(part: Part): Part {
  switch (part.kind) {
    case 'text':
    case 'alert':
      return { ...part, text: safeInlines(part.text) }
    case 'quote':
      return { ...part, text: safeText(part.text) }
    case 'facts':
      return {
        ...part,
        facts: part.facts.map(([label, value]) => [safeText(label), safeInlines(value)] as const),
      }
    case 'list':
      return { ...part, items: part.items.map(safeInlines) }
    case 'buttons':
      return {
        ...part,
        buttons: part.buttons.map((one) => ({ ...one, label: safeText(one.label) })),
      }
    case 'rule':
      return part
  }
}

function safeInlines(text: Text): Text {
  return typeof text === 'string' ? safeText(text) : text.map(safeInline)
}

function safeInline(piece: Inline): Inline {
  return typeof piece === 'string' ? safeText(piece) : piece
}

function safeField(field: FieldView): FieldView {
  const { options, hint, error } = field
  return {
    ...field,
    label: safeText(field.label),
    ...(hint === undefined ? {} : { hint: safeText(hint) }),
    ...(error === undefined ? {} : { error: safeText(error) }),
    ...(options === undefined
      ? {}
      : { options: options.map((one) => ({ ...one, label: safeText(one.label) })) }),
  }
}
