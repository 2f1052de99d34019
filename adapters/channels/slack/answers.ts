import { z } from 'zod'
import { type Answers, type FormView, Ticket } from '../../../src/core/message/form.ts'
import { ANSWER, DATE, TIME } from './field.ts'

const Chosen = z.object({ value: z.string() })

const Element = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})

/** The part of a dialog that Slack sends back and that we read. */
export const HeardView = z.object({
  id: z.string(),
  type: z.string(),
  hash: z.string().optional(),
  private_metadata: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })).default([]),
  state: z
    .object({ values: z.record(z.string(), z.record(z.string(), Element)) })
    .default({ values: {} }),
})
export type HeardView = z.infer<typeof HeardView>

/** The ticket of an open dialog; undefined when it is none of our forms. */
export function ticketOf(view: HeardView): Ticket | undefined {
  try {
    return Ticket.safeParse(JSON.parse(view.private_metadata)).data
  } catch {
    return undefined
  }
}

/** What has been filled in so far, by field; what was left empty or emptied is there as empty. */
export function answersOf(view: HeardView): Answers {
  const answers: Record<string, string | string[]> = {}
  for (const [block, elements] of Object.entries(view.state.values)) {
    const element = elements[ANSWER]
    if (element === undefined) continue
    const id = fieldOf(block, element.type)
    const before = answers[id]
    const answer = answerOf(element)
    if (Array.isArray(answer)) answers[id] = [...(Array.isArray(before) ? before : []), ...answer]
    else answers[id] = typeof before === 'string' ? joined(before, answer) : answer
  }
  return answers
}

/**
 * What to tell Slack of a form that came back: what is wrong beside each input, which says it all
 * as long as the dialog shows the same inputs. Undefined: show the form anew, problem and all.
 */
export function errorsOf(
  form: FormView,
  before: readonly { type: string; block_id?: string | undefined }[],
  after: readonly { type: string; block_id?: string | undefined }[],
): Record<string, string> | undefined {
  const inputs = inputsOf(after)
  if (inputs.join() !== inputsOf(before).join()) return undefined
  const errors: Record<string, string> = {}
  for (const { id, error } of form.fields) {
    if (error === undefined) continue
    const block = inputs.find((one) => one === id || one === `${id}${DATE}`)
    if (block === undefined) return undefined
    errors[block] = error
  }
  return Object.keys(errors).length === 0 ? undefined : errors
}

function inputsOf(blocks: readonly { type: string; block_id?: string | undefined }[]): string[] {
  return blocks.flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : []))
}

/** Only the kinds that stand in several blocks carry an ending. */
function fieldOf(block: string, type: string): string {
  if (type === 'datepicker') return block.slice(0, -DATE.length)
  if (type === 'timepicker') return block.slice(0, -TIME.length)
  if (type === 'checkboxes') return block.replace(/__\d+$/, '')
  return block
}

function answerOf(element: z.infer<typeof Element>): string | string[] {
  const { type, selected_options, selected_option, selected_date, selected_time, value } = element
  if (type === 'checkboxes' || type === 'multi_static_select') {
    return (selected_options ?? []).map((one) => one.value)
  }
  return selected_option?.value ?? selected_date ?? selected_time ?? value ?? ''
}

/** A date and a time in whichever order they come: `YYYY-MM-DD HH:MM`; half of it stays half. */
function joined(one: string, other: string): string {
  return (one.includes('-') ? `${one} ${other}` : `${other} ${one}`).trim()
}
