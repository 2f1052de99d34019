import type { types } from '@slack/bolt'
import type { Button, Message, Part } from '../../../src/core/message/message.ts'
import { ruleLine } from '../../../src/core/message/plain.ts'
import { clip, LIMITS } from './limits.ts'
import {
  boldToken,
  type Chunk,
  escaped,
  type Names,
  pack,
  quoteTokens,
  type Token,
  tokensOf,
} from './mrkdwn.ts'

export type Block = types.KnownBlock

/** A few blocks that stay together, with what they say in plain words. */
export interface Unit {
  readonly blocks: readonly Block[]
  readonly plain: string
}

/** One post to Slack: `text` is what notifications and screen readers get. */
export interface Rendered {
  readonly text: string
  readonly blocks: Block[]
}

/** Room for the two lines that say "continued". */
const RESERVED = 400
const MOST_BLOCKS = LIMITS.messageBlocks - 3
const MOST_CHARACTERS = LIMITS.messageCharacters - RESERVED
const MOST_TEXT = LIMITS.updateText - RESERVED
/** Two of these fill a post. */
const CHUNK = 1750
/** Making every line of an alert bold may double it. */
const ALERT_CHUNK = 1400

/** A message as one post, or as a post and those that carry what does not fit into it. */
export function renderMessage(
  message: Message,
  names: Names,
  rest = 'The rest is in the thread.',
): [Rendered, ...Rendered[]] {
  const [first = [], ...others] = postsOf(unitsOf(message, names))
  const count = others.length + 1
  const title = escaped(clip(message.title, 100))
  return [
    rendered(first, count > 1 ? { after: `1 of ${count}. ${rest}` } : {}),
    ...others.map((units, index) =>
      rendered(units, { before: `${title} – continued, ${index + 2} of ${count}` }),
    ),
  ]
}

export function unitsOf(message: Message, names: Names): Unit[] {
  return [...titleUnits(message.title), ...message.parts.flatMap((part) => partUnits(part, names))]
}

export function section(markup: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: markup, verbatim: true } }
}

export function context(markup: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: markup, verbatim: true }] }
}

/** An alert: the sign and the weight say it, not a colour. */
export function alertUnits(tokens: readonly Token[]): Unit[] {
  return pack(tokens, ALERT_CHUNK).map(({ markup, plain }) => ({
    blocks: [section(`:warning: ${boldLines(markup)}`)],
    plain,
  }))
}

export function textUnits(tokens: readonly Token[]): Unit[] {
  return pack(tokens, CHUNK).map(sectionUnit)
}

function titleUnits(title: string): Unit[] {
  if (title.trim() === '') return []
  const text = { type: 'plain_text', text: clip(title, LIMITS.headerText), emoji: false } as const
  const header: Unit = { blocks: [{ type: 'header', text }], plain: escaped(text.text) }
  if (title.length <= LIMITS.headerText) return [header]
  return [header, ...textUnits(tokensOf(title, NOBODY))]
}

function partUnits(part: Part, names: Names): Unit[] {
  switch (part.kind) {
    case 'text':
      return textUnits(tokensOf(part.text, names))
    case 'alert':
      return alertUnits(tokensOf(part.text, names))
    case 'quote':
      return quoteUnits(part.text)
    case 'facts':
      return textUnits(
        lines(
          part.facts.map(([label, value]) => [
            ...boldToken(`${label}:`),
            SPACE,
            ...tokensOf(value, names),
          ]),
        ),
      )
    case 'list':
      return textUnits(lines(part.items.map((item) => [BULLET, ...tokensOf(item, names)])))
    case 'rule':
      return pack(tokensOf(ruleLine(part.id, part.citation), names), CHUNK).map(
        ({ markup, plain }) => ({ blocks: [context(markup)], plain }),
      )
    case 'buttons':
      return buttonUnits(part.buttons)
  }
}

const NOBODY: Names = { directory: { organisations: [] }, accounts: new Map() }
const SPACE: Token = { markup: ' ', plain: ' ' }
const BULLET: Token = { markup: '• ', plain: '- ' }
const NEW_LINE: Token = { markup: '\n', plain: '\n' }

function lines(rows: readonly (readonly Token[])[]): Token[] {
  return rows.flatMap((row, index) => (index === 0 ? row : [NEW_LINE, ...row]))
}

function quoteUnits(text: string): Unit[] {
  return pack(quoteTokens(text), CHUNK).map(({ markup, plain }) => ({
    blocks: [section(`> ${markup}`)],
    plain,
  }))
}

function sectionUnit({ markup, plain }: Chunk): Unit {
  return { blocks: [section(markup)], plain }
}

/** Bold ends with its line, and an asterisk inside would end it early: such a line stays as it is. */
function boldLines(markup: string): string {
  return markup
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (line.includes('*') ? line : `*${line}*`))
    .join('\n')
}

function buttonUnits(buttons: readonly Button[]): Unit[] {
  const units: Unit[] = []
  for (let start = 0; start < buttons.length; start += LIMITS.buttonsTogether) {
    const some = buttons.slice(start, start + LIMITS.buttonsTogether)
    const long = some.filter(({ label }) => label.length > LIMITS.buttonText)
    units.push(...textUnits(lines(long.map(({ label }) => tokensOf(label, NOBODY)))))
    units.push({
      blocks: [{ type: 'actions', elements: some.map(button) }],
      plain: some.map(({ label }) => `[${escaped(clip(label, LIMITS.buttonText))}]`).join(' '),
    })
  }
  return units
}

function button({ label, press, style }: Button, index: number): types.Button {
  const value = JSON.stringify(press)
  if (value.length > LIMITS.buttonValue) throw new Error('A press does not fit into a Slack button')
  return {
    type: 'button',
    text: { type: 'plain_text', text: clip(label, LIMITS.buttonText).trim() || '…', emoji: false },
    // Slack wants ids that differ within a block; what the button does is in its value alone.
    action_id: `press_${index}`,
    value,
    ...(style === undefined ? {} : { style }),
  }
}

function postsOf(units: readonly Unit[]): Unit[][] {
  const posts: Unit[][] = []
  let [blocks, characters, text] = [Infinity, Infinity, Infinity]
  for (const unit of units) {
    blocks += unit.blocks.length
    characters += charactersIn(unit.blocks)
    text += unit.plain.length + 1
    if (blocks > MOST_BLOCKS || characters > MOST_CHARACTERS || text > MOST_TEXT) {
      posts.push([])
      blocks = unit.blocks.length
      characters = charactersIn(unit.blocks)
      text = unit.plain.length + 1
    }
    posts.at(-1)?.push(unit)
  }
  return posts
}

/** Every text inside, as it is sent: escapes of JSON count. */
export function charactersIn(blocks: readonly Block[]): number {
  let characters = 0
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') characters += JSON.stringify(value).length
    return value
  })
  return characters
}

function rendered(units: readonly Unit[], hint: { before?: string; after?: string }): Rendered {
  const { before, after } = hint
  const plain = [before, ...units.map((unit) => unit.plain), after]
  return {
    text: plain.filter((line) => line !== undefined && line !== '').join('\n') || '…',
    blocks: [
      ...(before === undefined ? [] : [context(before)]),
      ...units.flatMap((unit) => unit.blocks),
      ...(after === undefined ? [] : [context(after)]),
    ],
  }
}
