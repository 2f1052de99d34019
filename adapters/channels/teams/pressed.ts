import { z } from 'zod'
import { Answers, Ticket } from '../../../src/core/message/form.ts'
import { Press } from '../../../src/core/message/message.ts'

const Data = z.record(z.string(), z.unknown())
const Invoke = z.object({ action: z.object({ verb: z.string(), data: Data.default({}) }) })
const HandedIn = z.object({ data: Data })
const Travelling = z.object({
  'muster/ticket': Ticket,
  'muster/fields': z.record(z.string(), z.string()),
  'muster/live': z.boolean(),
  'muster/own': z.boolean(),
  'muster/read': z.array(z.string()).default([]),
  'muster/step': z.int().min(0).max(100).default(0),
  'muster/answers': Answers.default({}),
})
const Typed = z.union([z.string(), z.number(), z.boolean(), z.null(), z.undefined()])

export interface FilledIn {
  readonly ticket: Ticket
  /** All that the person saw; what was left empty is there as empty. */
  readonly answers: Answers
  readonly live: boolean
  readonly own: boolean
  /** The statements that the person has been shown. */
  readonly read: readonly string[]
  /** The step of the form, counted from 0. */
  readonly step: number
}

interface PressedButton {
  readonly verb: 'press'
  readonly press: Press
}

/** What a person did with a card in a conversation. */
export type Pressed = PressedButton | ({ readonly verb: 'submit' | 'refresh' } & FilledIn)

/** What a person did in a dialog. */
export type InDialog = PressedButton | ({ readonly verb: 'submit' | 'next' | 'back' } & FilledIn)

/** Undefined when it did not come from a card of ours. */
export function readPressed(value: unknown): Pressed | undefined {
  const invoke = Invoke.safeParse(value)
  if (!invoke.success) return undefined
  const { verb, data } = invoke.data.action
  if (verb === 'press') return pressIn(data)
  if (verb !== 'submit' && verb !== 'refresh') return undefined
  const filled = filledIn(data)
  return filled && { verb, ...filled }
}

/** Undefined when it did not come from a dialog of ours. A button carries its press and no verb. */
export function readDialog(value: unknown): InDialog | undefined {
  const handedIn = HandedIn.safeParse(value)
  if (!handedIn.success) return undefined
  const { data } = handedIn.data
  const verb = data['muster/verb']
  if (verb === undefined) return pressIn(data)
  if (verb !== 'submit' && verb !== 'next' && verb !== 'back') return undefined
  const filled = filledIn(data)
  return filled && { verb, ...filled }
}

function pressIn(data: z.infer<typeof Data>): PressedButton | undefined {
  const press = Press.safeParse(data['muster/press'])
  return press.success ? { verb: 'press', press: press.data } : undefined
}

function filledIn(data: z.infer<typeof Data>): FilledIn | undefined {
  const travelling = Travelling.safeParse(data)
  if (!travelling.success) return undefined
  const answers: Answers = { ...travelling.data['muster/answers'] }
  for (const [id, kind] of Object.entries(travelling.data['muster/fields'])) {
    const ids = kind === 'moment' ? [`${id}/date`, `${id}/time`] : [id]
    const typed = z.array(Typed).safeParse(ids.map((one) => data[one]))
    if (!typed.success) return undefined
    const words = typed.data.map((one) => String(one ?? '').trim()).filter((one) => one !== '')
    const answer = words.join(' ')
    if (kind === 'many') answers[id] = answer === '' ? [] : answer.split(',')
    else answers[id] = answer
  }
  return {
    ticket: travelling.data['muster/ticket'],
    answers,
    live: travelling.data['muster/live'],
    own: travelling.data['muster/own'],
    read: travelling.data['muster/read'],
    step: travelling.data['muster/step'],
  }
}
