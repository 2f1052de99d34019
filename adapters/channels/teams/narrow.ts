import type { Button, Part } from '../../../src/core/message/message.ts'
import { type Element, markupBlock, markupWarning } from './card.ts'
import { limits } from './limits.ts'
import { markupOf, type Names } from './mention.ts'

interface Fact {
  readonly title: string
  readonly value: string
}

/** What is more than this is read better with its first sentence alone in bold. */
const LONG_ALERT = 90
const LONGEST_LABEL = 80

/** A table where each fact fits one line of a phone; otherwise both columns would break, and a line each reads better. */
export function factElements(facts: readonly Fact[]): Element[] {
  const longest = (of: (fact: Fact) => string) =>
    Math.max(0, ...facts.map((fact) => of(fact).length))
  if (longest(({ title }) => title) + longest(({ value }) => value) <= limits.factLetters)
    return [{ type: 'FactSet', facts }]
  return facts.map(({ title, value }) =>
    markupBlock(`**${title.trim()}:** ${value}`, { spacing: 'Small' }),
  )
}

/** Side by side without hiding any. */
export function fitsInRow(buttons: readonly Button[]): boolean {
  const letters = buttons.reduce((sum, { label }) => sum + label.length, 0)
  return buttons.length <= limits.actionsInSet && letters <= limits.buttonLetters
}

type Label = Part & { kind: 'text' }

/** A few words right over a list say what it is a list of; a sentence is no label. */
export function isOverList(part: Part, next: Part | undefined): part is Label {
  if (part.kind !== 'text' || next?.kind !== 'list') return false
  return typeof part.text === 'string' && isLabel(part.text)
}

function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && !/[.?!]$/.test(text)
}

export function over({ text }: Label, names: Names): Element[] {
  return [markupBlock(markupOf(text, names), { weight: 'Bolder' })]
}

/** What must not be missed, first; all of a long one in bold is read by nobody. */
export function alertOf(markup: string): Element {
  const end = markup.length > LONG_ALERT ? markup.indexOf('. ') + 1 : 0
  const [first, rest] = [markup.slice(0, end), markup.slice(end).trimStart()]
  // A mention is not cut in two.
  if (end === 0 || first.split('<at>').length !== first.split('</at>').length)
    return markupWarning(markup)
  const { items, ...box } = markupWarning(first)
  return { ...box, items: [...items, markupBlock(rest, { spacing: 'Small' })] }
}
