import { z } from 'zod'
import { type Answers, Ticket } from '../../../src/core/message/form.ts'
import { Press } from '../../../src/core/message/message.ts'

const Invoke = z.object({
  action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).default({}) }),
})
const Travelling = z.object({
  'muster/ticket': Ticket,
  'muster/fields': z.record(z.string(), z.string()),
  'muster/live': z.boolean(),
  'muster/own': z.boolean(),
})
const Typed = z.union([z.string(), z.number(), z.boolean(), z.null(), z.undefined()])

interface FilledIn {
  readonly ticket: Ticket
  readonly answers: Answers
  /** The fields that the person saw. */
  readonly fields: readonly string[]
  readonly live: boolean
  readonly own: boolean
}

/** What a person did with a card. */
export type Pressed =
  | { readonly verb: 'press'; readonly press: Press }
  | ({ readonly verb: 'submit' | 'refresh' } & FilledIn)

/** Undefined when it did not come from a card of ours. */
export function readPressed(value: unknown): Pressed | undefined {
  const invoke = Invoke.safeParse(value)
  if (!invoke.success) return undefined
  const { verb, data } = invoke.data.action
  if (verb === 'press') {
    const press = Press.safeParse(data['muster/press'])
    return press.success ? { verb, press: press.data } : undefined
  }
  if (verb !== 'submit' && verb !== 'refresh') return undefined
  const filled = filledIn(data)
  return filled && { verb, ...filled }
}

function filledIn(data: Readonly<Record<string, unknown>>): FilledIn | undefined {
  const travelling = Travelling.safeParse(data)
  if (!travelling.success) return undefined
  const kinds = Object.entries(travelling.data['muster/fields'])
  const answers: Answers = {}
  for (const [id, kind] of kinds) {
    const ids = kind === 'moment' ? [`${id}/date`, `${id}/time`] : [id]
    const typed = z.array(Typed).safeParse(ids.map((one) => data[one]))
    if (!typed.success) return undefined
    const words = typed.data.map((one) => String(one ?? '').trim()).filter((one) => one !== '')
    const answer = words.join(' ')
    if (kind === 'many') answers[id] = answer === '' ? [] : answer.split(',')
    else if (answer !== '') answers[id] = answer
  }
  return {
    ticket: travelling.data['muster/ticket'],
    answers,
    fields: kinds.map(([id]) => id),
    live: travelling.data['muster/live'],
    own: travelling.data['muster/own'],
  }
}
