import type { types } from '@slack/bolt'
import type { FieldView, FormView, Ticket } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { fieldBlocks } from './field.ts'
import { clip, LIMITS } from './limits.ts'
import { type Names, tokensOf } from './mrkdwn.ts'
import { alertUnits, type Block, context, textUnits, unitsOf } from './render.ts'

/** All our dialogs answer to one name; which form it is stands in the ticket. */
export const DIALOG = 'muster_form'

export function formView(form: FormView, names: Names): types.ModalView {
  const blocks = [
    ...problemBlocks(form, names),
    ...form.heading
      .flatMap((text) => textUnits(tokensOf(text, names)))
      .flatMap((unit) => unit.blocks),
    ...form.fields.flatMap(fieldBlocks),
  ]
  if (blocks.length > LIMITS.viewBlocks) {
    throw new Error(`The form ${form.ticket.form} needs ${blocks.length} blocks, Slack shows 100`)
  }
  return {
    type: 'modal',
    callback_id: DIALOG,
    private_metadata: ticketText(form),
    title: { type: 'plain_text', text: clip(form.title, LIMITS.viewTitle), emoji: false },
    submit: { type: 'plain_text', text: clip(form.submit, LIMITS.viewButton), emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks,
  }
}

/** A dialog that only says something. `fits` is false when part of it has to go elsewhere. */
export function sayView(message: Message, names: Names): { view: types.ModalView; fits: boolean } {
  const { blocks, fits } = shownIn(
    unitsOf(message, names),
    'The rest is in your messages from Muster.',
  )
  const title = { type: 'plain_text', text: 'Muster', emoji: false } as const
  const close = { type: 'plain_text', text: 'Close', emoji: false } as const
  return { view: { type: 'modal', callback_id: DIALOG, title, close, blocks }, fits }
}

export function homeView(message: Message, names: Names): types.HomeView {
  const units = unitsOf(message, names)
  const { blocks } = shownIn(units, 'There is more: type /muster mine for all of it.')
  return { type: 'home', callback_id: 'muster_home', blocks }
}

function shownIn(units: ReturnType<typeof unitsOf>, otherwise: string) {
  const all = units.flatMap((unit) => unit.blocks)
  if (all.length <= LIMITS.viewBlocks) return { blocks: all, fits: true }
  return { blocks: [...all.slice(0, LIMITS.viewBlocks - 1), context(otherwise)], fits: false }
}

function problemBlocks(form: FormView, names: Names): Block[] {
  if (form.problem === undefined) return []
  return alertUnits(tokensOf(form.problem, names)).flatMap((unit) => unit.blocks)
}

/** What the command filled in may be long, and comes back with the answers: then it travels once. */
function ticketText({ ticket, fields }: FormView): string {
  const whole = JSON.stringify(ticket)
  if (whole.length <= LIMITS.privateMetadata) return whole
  const asked = new Set(fields.filter(isWritten).map((field) => field.id))
  const others = Object.entries(ticket.with ?? {}).filter(([id]) => !asked.has(id))
  const short = JSON.stringify({ ...ticket, with: Object.fromEntries(others) } satisfies Ticket)
  if (short.length <= LIMITS.privateMetadata) return short
  throw new Error(`The ticket of the form ${ticket.form} does not fit into a Slack dialog`)
}

function isWritten(field: FieldView): boolean {
  return field.kind === 'line' || field.kind === 'text'
}
