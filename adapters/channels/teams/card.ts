/** Adaptive Cards 1.5, as plain JSON. */
export interface Element {
  readonly type: string
  readonly [property: string]: unknown
}

export interface Card {
  readonly type: 'AdaptiveCard'
  readonly $schema: string
  readonly version: '1.5'
  readonly fallbackText: string
  readonly body: readonly Element[]
  readonly actions?: readonly Element[]
  /** What the client asks by itself, and for whom. */
  readonly refresh?: { readonly action: Element; readonly userIds: readonly string[] }
  readonly msteams?: { readonly entities: readonly object[] }
}

/** A message on its way to Teams. The summary is what a notification shows. */
export interface Outgoing {
  readonly type: 'message'
  readonly summary?: string
  readonly text?: string
  readonly attachments?: { contentType: string; content: Card }[]
}

export const CARD = 'application/vnd.microsoft.card.adaptive'

export function card(
  fallbackText: string,
  body: readonly Element[],
  actions?: readonly Element[],
): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText,
    body,
    ...(actions ? { actions } : {}),
  }
}

export function outgoing(content: Card, summary: string): Outgoing {
  return { type: 'message', summary, attachments: [{ contentType: CARD, content }] }
}

/** A line of text of ours or of a person's: never markup. */
export function textBlock(text: string, look: Omit<Element, 'type'> = {}): Element {
  return markupBlock(escapeMarkdown(text), look)
}

export function markupBlock(text: string, look: Omit<Element, 'type'> = {}): Element {
  return { type: 'TextBlock', text, wrap: true, ...look }
}

export function heading(text: string): Element {
  return textBlock(text, { size: 'Large', weight: 'Bolder', style: 'heading' })
}

/** Something that must not be missed: said in words as well as by colour. */
export function warning(text: string): Element {
  return markupWarning(escapeMarkdown(text))
}

export function markupWarning(markup: string): Element & { readonly items: readonly Element[] } {
  const items = [markupBlock(`⚠ ${markup}`, { weight: 'Bolder' })]
  return { type: 'Container', style: 'attention', items }
}

/** Right before a link it would make a picture of it. */
const NO_PICTURE = '!\u200b'
const ADDRESS = /(https?:\/\/[^\s<>()[\]{}"\\`]*[^\s<>()[\]{}"\\`.,;:!?'’”])/
const MARKUP = /[\\`*_~[\]{<&\p{Cc}]|^\s*(?:[-+#>]|\d+[.)])|:\/\//u
/** A mention, which calls somebody wherever it stands on a card that calls them; and letters by name. */
const TAG_OR_ENTITY = /<(?=\s*\/?\s*at\b)|&(?=#?\w+;)/gi

/**
 * Cards read a little Markdown: what people wrote must come out as they wrote it. An address becomes
 * a link to itself, since cards make none of their own accord.
 */
export function escapeMarkdown(text: string): string {
  // Most texts hold none of it.
  if (!MARKUP.test(text)) return text
  return withoutControls(text)
    .split(ADDRESS)
    .map((piece, index) => (index % 2 === 1 ? link(piece) : escaped(piece)))
    .map((piece, index, all) => (index < all.length - 1 ? piece.replace(/!$/, NO_PICTURE) : piece))
    .join('')
    .replace(/^([^\S\n]*)([-+#>])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2')
    .replace(/\{\{/g, '{\u200b{')
    .replace(/\n/g, '\n\n')
}

const MOST_OF_A_LINK = 60

/** Whoever reads sees where it leads; the rest of a long address tells them nothing. */
function link(address: string): string {
  // However long it is, whose address it is stands there.
  const owner = /^https?:\/\/[^/?#]*/.exec(address)?.[0].length ?? 0
  const most = Math.max(MOST_OF_A_LINK, owner + 2)
  const start = address.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')
  const shown = address.length <= most ? address : `${start}…`
  return `[${escaped(shown)}](${address})`
}

function escaped(text: string): string {
  return text.replace(/[\\`*_~[\]]/g, '\\$&').replace(TAG_OR_ENTITY, '$&\u200b')
}

/** Control characters say nothing and take six letters each in JSON. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ')
}
