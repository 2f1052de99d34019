import type { Heard, Reply } from '../../../../src/app/conversation.ts'
import { handle } from '../../../../src/app/handle.ts'
import type { Intent } from '../../../../src/core/intent.ts'
import type { Answers, Ticket } from '../../../../src/core/message/form.ts'
import { plainMessage } from '../../../../src/core/message/plain.ts'
import type { Actor } from '../../../../src/core/people/actor.ts'
import type { RecordId } from '../../../../src/core/record-id.ts'
import type { OnFile } from '../on-file.ts'
import type { Prepared } from '../prepared.ts'

/** One thing that can be asked, in the words of the grid; `row` is the row of the table that decides it. */
export interface Column {
  readonly name: string
  readonly row: string
  /** Only looked at: whoever may not finds no trace, and is told nothing of it. */
  readonly reads?: true
  ask(prepared: Prepared, heard: Heard): Promise<Outcome>
}

/** Whether anything was changed, and what was said to whoever asked. */
interface Outcome {
  readonly changed: boolean
  readonly words: string
}

let nonces = 0

/** A form of its own each time. */
export function nextNonce(): string {
  nonces += 1
  return `n-${nonces}`
}

export function form(
  name: string,
  row: string,
  id: string,
  record: keyof Prepared,
  answers: Answers,
  filled: Readonly<Record<string, string>> = {},
  /** The matter of Orchard View that it goes on with. */
  matter?: keyof OnFile,
): Column {
  return {
    name,
    row,
    ask: (prepared, heard) =>
      outcome(prepared, async () => {
        // Every name but `world` and `onFile` is a record’s.
        const to = prepared[record] as RecordId
        const on = matter === undefined ? {} : { matterN: prepared.onFile[matter] }
        const given = { ...filled, ...on }
        const ticket: Ticket = { form: id, nonce: nextNonce(), record: to, with: given }
        const { conversation } = prepared.world
        const reply = await conversation.submit(heard, ticket, answers)
        const isPreview = reply.type === 'form' && reply.form.ticket.with?.confirm !== undefined
        return isPreview ? conversation.submit(heard, reply.form.ticket, answers) : reply
      }),
  }
}

export function pressing(
  name: string,
  row: string,
  press: (prepared: Prepared) => Parameters<Prepared['world']['conversation']['press']>[1],
): Column {
  return {
    name,
    row,
    ask: (prepared, heard) =>
      outcome(prepared, () => prepared.world.conversation.press(heard, press(prepared))),
  }
}

/** Asked of the record itself, past everything that a person could do. */
export function direct(
  name: string,
  row: string,
  record: keyof Prepared | null,
  intent: (by: Actor, prepared: Prepared) => Intent,
): Column {
  return {
    name,
    row,
    async ask(prepared, { actor, key }) {
      const before = prepared.world.changes()
      const to = record === null ? {} : { to: prepared[record] as RecordId }
      const asked = intent(actor, prepared)
      const answer = await handle(prepared.world.app, { key, ...to, intent: asked })
      const changed = prepared.world.changes() > before
      return { changed, words: answer.ok ? '' : answer.refusal.message }
    },
  }
}

export async function outcome(prepared: Prepared, doing: () => Promise<Reply>): Promise<Outcome> {
  const { world } = prepared
  const before = world.changes()
  const reply = await doing()
  const changed = world.changes() > before
  if (reply.type === 'nothing') return { changed, words: '' }
  if (reply.type === 'say')
    return { changed, words: plainMessage(reply.message, world.app.directory()) }
  const { problem, fields } = reply.form
  const errors = fields.flatMap(({ id, error }) => (error ? [`${id}: ${error}`] : []))
  return { changed, words: [problem ?? '', ...errors].join(' ') }
}

/** Asks with a command, and looks for words that only those find who may read them. */
export function reading(name: string, command: string, words: string): Column {
  return {
    name,
    row: 'reading',
    reads: true,
    async ask({ world }, heard) {
      const reply = await world.conversation.command(heard, 'muster', command)
      const said = reply.type === 'say' ? plainMessage(reply.message, world.app.directory()) : ''
      return { changed: said.includes(words), words: said }
    },
  }
}

export const NOW = '2027-03-26 21:00'
export const REASON = { reason: 'It was looked into.' }
