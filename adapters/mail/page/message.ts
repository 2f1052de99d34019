import type { Message, Part, Text } from '../../../src/core/message/message.ts'
import { plainText, ruleLine } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { html, type Markup } from './html.ts'

/** What a message says, without its buttons; they become forms of their own. */
export function messageMarkup(message: Message, directory: Directory): readonly Markup[] {
  return message.parts.map((part) => partMarkup(part, directory))
}

function partMarkup(part: Part, directory: Directory): Markup {
  const words = (text: Text) => plainText(text, directory)
  switch (part.kind) {
    case 'text':
      return html`<p>${words(part.text)}</p>`
    case 'alert':
      return html`<p class="wrong">${words(part.text)}</p>`
    case 'quote':
      return html`<blockquote>${part.text}</blockquote>`
    case 'facts':
      return html`<dl>${part.facts.map(([label, value]) => html`<dt>${label}</dt><dd>${words(value)}</dd>`)}</dl>`
    case 'list':
      return html`<ul>${part.items.map((item) => html`<li>${words(item)}</li>`)}</ul>`
    case 'rule':
      return html`<p class="small">${ruleLine(part.id, part.citation)}</p>`
    case 'buttons':
      return html``
  }
}
