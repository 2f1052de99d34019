import type { FormView } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { plainMessage, plainText } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { CARD, type Card, card, type Element, heading, textBlock } from './card.ts'
import { fieldElements } from './field.ts'
import { faults, notSent, travelling } from './form.ts'
import { limits } from './limits.ts'
import type { Answer } from './port.ts'
import { clip, renderMessage } from './render.ts'
import { type Standing, stepsOf } from './steps.ts'

/** One step of a form in a dialog. */
export function formDialog(form: FormView, standing: Standing, directory: Directory): Answer {
  return open(form.title, stepCard(form, standing, directory))
}

/** What the dialog says in the end. `whole` is false when part of it has to go elsewhere. */
export function sayDialog(
  message: Message,
  directory: Directory,
): { readonly answer: Answer; readonly whole: boolean } {
  const words = plainMessage(message, directory)
  const isPlain = message.parts.every(({ kind }) => kind === 'text')
  if (isPlain && words.length <= limits.toastCharacters)
    return { answer: wordsDialog(words), whole: true }
  const [first, ...more] = renderMessage(message, directory)
  const content = first.attachments?.[0]?.content
  if (!content) return { answer: wordsDialog(words), whole: false }
  const rest = more.length === 0 ? [] : [textBlock('The rest is in your own chat with Muster.')]
  const body = [...content.body, ...rest].map(handingIn)
  return { answer: open(message.title, { ...content, body }), whole: more.length === 0 }
}

/** A sentence that closes the dialog. */
export function wordsDialog(words: string): Answer {
  const value = clip(words, limits.toastCharacters)
  return { status: 200, body: { task: { type: 'message', value } } }
}

function open(title: string, content: Card): Answer {
  const shown = { contentType: CARD, content }
  const value = { title, height: 'large', width: 'medium', card: shown }
  return { status: 200, body: { task: { type: 'continue', value } } }
}

function stepCard(form: FormView, standing: Standing, directory: Directory): Card {
  const steps = stepsOf(form)
  const { answers } = standing
  const step = Math.min(standing.step, steps.length - 1)
  const fields = steps[step] ?? []
  const isLast = step >= steps.length - 1
  const lines = form.heading.map((line) => plainText(line, directory))
  const wrong = faults(form, fields)
  const where = steps.length > 1 ? [`Step ${step + 1} of ${steps.length}`] : []
  const body = [
    ...where.map(heading),
    ...lines.map((line) => textBlock(line)),
    ...notSent(wrong),
    // On the first step nothing has to come through; on the others the way back.
    ...fields.flatMap((field) => fieldElements(field, step === 0 ? 'teams' : 'muster')),
  ]
  const elsewhere = Object.entries(answers).filter(([id]) => !fields.some((one) => one.id === id))
  const data = {
    ...travelling(form, fields, steps.slice(0, step + 1).flat()),
    'muster/own': false,
    'muster/step': step,
    'muster/answers': Object.fromEntries(elsewhere),
  }
  const plain = [form.title, ...where, ...lines, ...wrong, ...fields.map(({ label }) => label)]
  return card(plain.join('\n'), body, [
    isLast
      ? { ...submit(form.submit, 'submit', data), style: 'positive' }
      : { ...submit('Next', 'next', data), style: 'positive' },
    ...(step > 0 ? [submit('Back', 'back', data)] : []),
  ])
}

function submit(title: string, verb: string, data: object): Element {
  return { type: 'Action.Submit', title, data: { ...data, 'muster/verb': verb } }
}

/** Dialogs know no other action than Action.Submit. */
function handingIn(element: Element): Element {
  if (element.type !== 'ActionSet' || !Array.isArray(element.actions)) return element
  const actions = element.actions.map(({ verb, ...action }: Element) => ({
    ...action,
    type: 'Action.Submit',
  }))
  return { ...element, actions }
}
