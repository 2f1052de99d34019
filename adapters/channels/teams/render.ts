import type { Button, Message, Part } from '../../../src/core/message/message.ts'
import { plainMessage, plainText, ruleLine } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import {
  type Card,
  card,
  type Element,
  escapeMarkdown,
  heading,
  markupBlock,
  type Outgoing,
  outgoing,
  textBlock,
  withoutControls,
} from './card.ts'
import { limits } from './limits.ts'
import { markupOf, mentionsIn, type Names, namesFor } from './mention.ts'
import { alertOf, factElements, fitsInRow, isOverList, over } from './narrow.ts'

const NOBODY: ReadonlyMap<string, string> = new Map()

/**
 * A message as cards: the message itself and, where it is too long for one, its continuations.
 * Whoever has one of the accounts is called by it, unless they are told elsewhere.
 */
export function renderMessage(
  given: Message,
  directory: Directory,
  accounts = NOBODY,
): [Outgoing, ...Outgoing[]] {
  const message = entitled(given)
  const names = namesFor(message, directory, accounts)
  const small = message.parts.flatMap((part) => divide(part, directory))
  // Nearly always one page, and then nothing has to be tried out.
  const whole = show({ title: message.title, parts: small.reduce(joined, []) }, names)
  if (bytesOf(whole) <= limits.messageBytes) return [whole]
  const pages = paginate(message.title, small, names)
  const titled = pages.map((parts, index): Message => {
    const title =
      index === 0 ? message.title : `${message.title} (continued, ${index + 1} of ${pages.length})`
    return { title, parts }
  })
  const [first = message, ...more] = titled
  return [show(first, names), ...more.map((page) => show(page, names))]
}

/** A title stands on every page: what is too long for one is said once, below it. */
function entitled(message: Message): Message {
  const { title, parts } = message
  if (title.length <= limits.titleCharacters) return message
  const short = clip(title, limits.titleCharacters)
  return { ...message, title: short, parts: [{ kind: 'text', text: title }, ...parts] }
}

function show(page: Message, names: Names): Outgoing {
  const content = messageCard(page, names)
  return outgoing(content, clip(content.fallbackText, limits.summaryCharacters))
}

/** One card, whatever its size. */
function messageCard(message: Message, names: Names): Card {
  const body = message.parts.flatMap((part, index, all) =>
    isOverList(part, all[index + 1]) ? over(part, names) : elements(part, names),
  )
  const plain = withoutControls(plainMessage(message, names.directory))
  const entities = mentionsIn(message, names)
  const whole = card(plain, [heading(message.title), ...body])
  return entities.length > 0 ? { ...whole, msteams: { entities } } : whole
}

export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function elements(part: Part, names: Names): Element[] {
  const { directory } = names
  switch (part.kind) {
    case 'text':
      return [markupBlock(markupOf(part.text, names))]
    case 'alert':
      return [alertOf(markupOf(part.text, names))]
    case 'quote':
      return [{ type: 'Container', style: 'emphasis', items: [textBlock(part.text)] }]
    case 'facts': {
      const facts = part.facts.map(([label, value]) => ({
        title: escapeMarkdown(label),
        value: escapeMarkdown(plainText(value, directory)),
      }))
      return factElements(facts)
    }
    case 'list':
      return part.items.map((item) =>
        textBlock(`• ${plainText(item, directory)}`, { spacing: 'Small' }),
      )
    case 'rule':
      return [textBlock(ruleLine(part.id, part.citation), { size: 'Small', isSubtle: true })]
    case 'buttons':
      return [{ type: 'ActionSet', actions: part.buttons.map(action) }]
  }
}

function action({ label, press, style }: Button): Element {
  const look = style === 'danger' ? 'destructive' : style === 'primary' ? 'positive' : undefined
  return {
    type: 'Action.Execute',
    title: label,
    verb: 'press',
    data: { 'muster/press': press },
    ...(look ? { style: look } : {}),
  }
}

/** The same content in parts so small that any one of them fits on a page. */
function divide(part: Part, directory: Directory): Part[] {
  const cut = (text: string) => pieces(text, limits.blockCharacters)
  switch (part.kind) {
    case 'text':
    case 'alert': {
      const text = plainText(part.text, directory)
      if (text.length <= limits.blockCharacters) return [part]
      return cut(text).map((piece) => ({ kind: part.kind, text: piece }))
    }
    case 'quote':
      return cut(part.text).map((text) => ({ kind: 'quote', text }))
    case 'facts':
      return part.facts.flatMap(([label, value]): Part[] => {
        const [first = '', ...more] = cut(plainText(value, directory))
        const rest = more.map((text): Part => ({ kind: 'text', text }))
        return [{ kind: 'facts', facts: [[label, first]] }, ...rest]
      })
    case 'list':
      return part.items.flatMap((item) =>
        cut(plainText(item, directory)).map((text): Part => ({ kind: 'list', items: [text] })),
      )
    case 'rule':
      return [part]
    case 'buttons': {
      const sets = Math.ceil(part.buttons.length / limits.actionsInSet)
      return Array.from({ length: sets }, (_, index) => {
        const start = index * limits.actionsInSet
        return { kind: 'buttons', buttons: part.buttons.slice(start, start + limits.actionsInSet) }
      })
    }
  }
}

function paginate(title: string, parts: readonly Part[], names: Names): Part[][] {
  const pages: Part[][] = [[]]
  for (const part of parts) {
    const page = pages.at(-1) ?? []
    const longer = joined(page, part)
    const message = { title: `${title} (continued, 99 of 99)`, parts: longer }
    const fits =
      bytesOf(messageCard(message, names)) <= limits.messageBytes - 2 * limits.summaryCharacters
    if (fits || page.length === 0) pages[pages.length - 1] = longer
    else pages.push([part])
  }
  return pages
}

/** Facts that follow one another stand in one table, and a few short buttons in one row. */
function joined(page: readonly Part[], part: Part): Part[] {
  const last = page.at(-1)
  if (part.kind === 'facts' && last?.kind === 'facts' && last.facts.length < limits.factsInSet) {
    return [...page.slice(0, -1), { kind: 'facts', facts: [...last.facts, ...part.facts] }]
  }
  if (part.kind === 'buttons' && last?.kind === 'buttons') {
    const buttons = [...last.buttons, ...part.buttons]
    if (fitsInRow(buttons)) return [...page.slice(0, -1), { kind: 'buttons', buttons }]
  }
  return [...page, part]
}

function bytesOf(content: unknown): number {
  return 2 * JSON.stringify(content).length
}

/** Cuts at the end of a line or a word where there is one, and never through a character. */
function pieces(text: string, most: number): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > most) {
    const head = rest.slice(0, most)
    const space = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    const end = space > most / 2 ? space + 1 : /[\ud800-\udbff]$/.test(head) ? most - 1 : most
    found.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...found, rest]
}
