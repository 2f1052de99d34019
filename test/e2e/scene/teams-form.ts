import { z } from 'zod'
import { cardShown } from '../teams-client.ts'
import { type Entered, type Form, mustSay, textsIn } from './scene.ts'

/** Sends what a client sends from the form’s card, and gives what comes back. */
type Hand = (invoke: object) => Promise<unknown>

/** A short text in place of a card. */
const Toast = z.object({ value: z.string() })
const Execute = z.looseObject({
  type: z.literal('Action.Execute'),
  verb: z.string(),
  tooltip: z.string().default(''),
  data: z.looseObject({}),
})
type Execute = z.infer<typeof Execute>
const Input = z.looseObject({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  label: z.string(),
  value: z.union([z.string(), z.number()]).optional(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
})
type Input = z.infer<typeof Input>

/** What Muster adds to the label of a question. */
const ADDED = / \((?:date|time|required|, )+\)$/

export function handsIn(card: object): boolean {
  return executing(card, 'submit') !== undefined
}

/** A form on a card, filled in by its labels. */
export function teamsForm(card: object, hand: Hand): Form {
  const text = textsIn(card).join('\n')

  async function handedIn(entered: Entered): Promise<object> {
    const { shown, values } = await filledIn(card, entered, hand)
    const submit = executing(shown, 'submit')
    if (!submit) throw new Error('The form has nothing to hand it in with')
    const body = await hand(invoking(submit, values))
    return Toast.safeParse(body).success ? {} : cardShown(body)
  }

  return {
    async shows(...words) {
      mustSay(text, words)
    },
    async send(entered = {}) {
      const next = await handedIn(entered)
      if (handsIn(next)) throw new Error(`The form is not over: ${textsIn(next).join('\n')}`)
    },
    async goesOn(entered = {}) {
      const next = await handedIn(entered)
      if (!handsIn(next)) throw new Error(`The form is over: ${textsIn(next).join('\n')}`)
      return teamsForm(next, hand)
    },
    leave: async () => undefined,
  }
}

/** What an answer asks for besides comes once “Update the form” under it is pressed. */
async function filledIn(card: object, entered: Entered, hand: Hand) {
  let shown = card
  let values = valuesIn(shown, {})
  for (const [label, value] of Object.entries(entered)) {
    values = { ...values, ...answer(asked(shown, label), label, [value].flat()) }
    const update = executing(shown, 'refresh', `“${label}”`)
    if (!update) continue
    shown = cardShown(await hand(invoking(update, values)))
    values = valuesIn(shown, values)
  }
  return { shown, values }
}

function answer(inputs: readonly Input[], label: string, entered: readonly string[]) {
  if (inputs.length === 0) throw new Error(`There is no question “${label}”`)
  const [words = ''] = entered
  return Object.fromEntries(
    inputs.map((input) => {
      switch (input.type) {
        case 'Input.Date':
          return [input.id, words.split(' ')[0]]
        case 'Input.Time':
          return [input.id, words.split(' ')[1]]
        case 'Input.ChoiceSet':
          return [input.id, entered.map((one) => optionOf(input, one)).join(',')]
        default:
          return [input.id, words]
      }
    }),
  )
}

function optionOf({ choices, label }: Input, wanted: string): string {
  const exact = choices.find(({ title }) => title === wanted)
  const found = exact ?? choices.find(({ title }) => title.startsWith(wanted))
  if (!found) throw new Error(`“${label}” has no option “${wanted}”`)
  return found.value
}

function asked(card: object, label: string): readonly Input[] {
  return inputsIn(card).filter((one) => one.label.replace(ADDED, '') === label)
}

/** What stands in the fields: what was entered before, otherwise what Muster filled in. */
function valuesIn(card: object, before: Readonly<Record<string, unknown>>) {
  const values: Record<string, unknown> = {}
  for (const { id, value } of inputsIn(card)) values[id] = before[id] ?? value
  return values
}

function invoking(action: Execute, values: object): object {
  const data = { ...values, ...action.data }
  const value = { action: { ...action, data }, trigger: 'manual' }
  return { type: 'invoke', name: 'adaptiveCard/action', value }
}

/** The action with this verb, and with these words beside it where some are given. */
function executing(card: object, verb: string, words = ''): Execute | undefined {
  return inside(card)
    .flatMap((one) => Execute.safeParse(one).data ?? [])
    .find((one) => one.verb === verb && one.tooltip.includes(words))
}

function inputsIn(card: object): readonly Input[] {
  return inside(card).flatMap((one) => Input.safeParse(one).data ?? [])
}

function inside(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(inside)]
}
