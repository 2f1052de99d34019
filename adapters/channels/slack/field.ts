import type { types } from '@slack/bolt'
import type { FieldView, OptionView } from '../../../src/core/message/form.ts'
import { clip, head, LIMITS } from './limits.ts'
import { escaped, pack, tokensOf } from './mrkdwn.ts'
import { alertUnits, type Block, context, section, textUnits } from './render.ts'

/** Every input's id: which field it is stands in its block. */
export const ANSWER = 'answer'
/** A moment is two inputs on Slack. */
export const DATE = '__date'
export const TIME = '__time'

const NOBODY = { directory: { organisations: [] }, accounts: new Map<string, string>() }
const MOST_BOXES = 3 * LIMITS.optionsInSight

type Element = types.InputBlock['element']

/** The blocks of one field: what cannot stand in the input stands above it, with what is wrong. */
export function fieldBlocks(field: FieldView): Block[] {
  return [...errorBlocks(field), ...kindBlocks(field)]
}

function kindBlocks(field: FieldView): Block[] {
  switch (field.kind) {
    case 'statement':
      return statementBlocks(field)
    case 'line':
    case 'text':
      return writtenBlocks(field, field.kind === 'text')
    case 'choice':
      return choiceBlocks(field)
    case 'many':
      return manyBlocks(field)
    case 'moment':
      return momentBlocks(field)
    case 'number':
      return [input(field, numberElement(field))]
  }
}

function errorBlocks({ error }: FieldView): Block[] {
  return error === undefined ? [] : plainUnits(alertUnits, error)
}

function statementBlocks({ label, hint, urgent }: FieldView): Block[] {
  const said = plainUnits(urgent ? alertUnits : textUnits, label)
  return hint === undefined ? said : [...said, context(escaped(clip(hint, LIMITS.hintText)))]
}

function plainUnits(units: typeof textUnits, text: string): Block[] {
  return units(tokensOf(text, NOBODY)).flatMap((unit) => unit.blocks)
}

function writtenBlocks(field: FieldView, multiline: boolean): Block[] {
  const most = Math.min(field.max ?? LIMITS.inputText, LIMITS.inputText)
  const written = typeof field.value === 'string' ? field.value : ''
  const value = multiline ? written : written.replace(/\s*\n\s*/g, ' ')
  const fitting = head(value, most)
  const element: Element = {
    type: 'plain_text_input',
    action_id: ANSWER,
    multiline,
    max_length: most,
    ...(value === '' ? {} : { initial_value: fitting }),
    ...(field.live ? { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } } : {}),
  }
  const rest = value.slice(fitting.length)
  const left =
    rest === '' ? [] : plainUnits(textUnits, `This did not fit into the next field: ${rest}`)
  return [...left, input(field, element)]
}

function numberElement({ min, max, value }: FieldView): Element {
  const isNumber = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
  return {
    type: 'number_input',
    action_id: ANSWER,
    is_decimal_allowed: true,
    ...(min === undefined ? {} : { min_value: String(min) }),
    ...(max === undefined ? {} : { max_value: String(max) }),
    ...(isNumber ? { initial_value: value } : {}),
  }
}

function choiceBlocks(field: FieldView): Block[] {
  const options = (field.options ?? []).map(option)
  if (options.length === 0) return nothingToChoose(field)
  const chosen = options.find(({ value }) => value === field.value)
  const initial = chosen === undefined ? {} : { initial_option: chosen }
  const element: Element =
    options.length <= LIMITS.optionsInSight
      ? { type: 'radio_buttons', action_id: ANSWER, options, ...initial }
      : { type: 'static_select', action_id: ANSWER, ...menu(options), ...initial }
  return [...longOptions(field), input(field, element)]
}

function manyBlocks(field: FieldView): Block[] {
  const options = (field.options ?? []).map(option)
  if (options.length === 0) return nothingToChoose(field)
  const inMenu = options.length > MOST_BOXES
  const size = inMenu ? options.length : LIMITS.optionsInSight
  const type = inMenu ? 'multi_static_select' : 'checkboxes'
  const parts = chunks(options, size).map((some, index, all): Block => {
    const chosen = some.filter(({ value }) => value !== undefined && field.value?.includes(value))
    const initial = chosen.length === 0 ? {} : { initial_options: chosen }
    const element: Element =
      type === 'checkboxes'
        ? { type, action_id: ANSWER, options: some, ...initial }
        : { type, action_id: ANSWER, ...menu(some), ...initial }
    const label = index === 0 ? field.label : `${field.label} (continued)`
    // Slack would insist on an answer in each of several blocks; the core checks the whole.
    const required = field.required && all.length === 1
    return input({ ...field, label, required }, element, index === 0 ? '' : `__${index + 1}`)
  })
  return [...longOptions(field), ...parts]
}

function momentBlocks(field: FieldView): Block[] {
  const text = typeof field.value === 'string' ? field.value : ''
  const [, date, time] = /^(\d{4}-\d\d-\d\d)? ?((?:[01]\d|2[0-3]):[0-5]\d)?$/.exec(text) ?? []
  const day: Element = {
    type: 'datepicker',
    action_id: ANSWER,
    ...(date === undefined ? {} : { initial_date: date }),
  }
  const hour: Element = {
    type: 'timepicker',
    action_id: ANSWER,
    ...(time === undefined ? {} : { initial_time: time }),
  }
  if (field.dayOnly) return [input(field, day, DATE)]
  return [
    input({ ...field, label: `${field.label} – date` }, day, DATE),
    input({ ...field, label: `${field.label} – time`, hint: 'The time in London.' }, hour, TIME),
  ]
}

function nothingToChoose({ label }: FieldView): Block[] {
  return [section(`*${escaped(label)}*\nThere is nothing to choose from.`)]
}

function input(field: FieldView, element: Element, part = ''): types.InputBlock {
  return {
    type: 'input',
    block_id: `${field.id}${part}`,
    label: { type: 'plain_text', text: field.label, emoji: false },
    optional: !field.required,
    dispatch_action: field.live,
    element,
    ...(field.hint ? { hint: { type: 'plain_text', text: field.hint, emoji: false } } : {}),
  }
}

function option({ value, label, description }: OptionView): types.PlainTextOption {
  if (value.length > LIMITS.optionValue)
    throw new Error(`The option ${value} is too long for Slack`)
  return {
    value,
    text: { type: 'plain_text', text: clip(label, LIMITS.optionText), emoji: false },
    ...(description && description.length <= LIMITS.optionDescription
      ? { description: { type: 'plain_text', text: description, emoji: false } }
      : {}),
  }
}

/** What Slack would cut short under an option is shown whole above the question. */
function longOptions({ options = [] }: FieldView): Block[] {
  const long = options.filter(
    ({ label, description = '' }) =>
      label.length > LIMITS.optionText || description.length > LIMITS.optionDescription,
  )
  const rows = long.map(
    ({ label, description }) => `• ${label}${description ? `: ${description}` : ''}`,
  )
  return pack(tokensOf(rows.join('\n'), NOBODY), LIMITS.sectionText - 100).map(({ markup }) =>
    section(markup),
  )
}

function menu(options: types.PlainTextOption[]) {
  if (options.length <= LIMITS.optionsInMenu) return { options }
  const groups = chunks(options, LIMITS.optionsInMenu).map((some, index) => {
    const first = index * LIMITS.optionsInMenu + 1
    const text = `${first} to ${first + some.length - 1}`
    return { label: { type: 'plain_text' as const, text }, options: some }
  })
  return { option_groups: groups }
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}
