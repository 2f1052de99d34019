import { h } from './dom.js'

/** A message of Muster's as elements. `press` is called with what a button carries. */
export function messageElements(message, press) {
  return [
    h('h3', { class: 'title' }, message.title),
    ...message.parts.map((part) => partElement(part, press)),
  ]
}

function partElement(part, press) {
  switch (part.kind) {
    case 'text':
      return h('p', { class: 'text' }, wordsElements(part.text))
    case 'alert':
      return h(
        'p',
        { class: 'alert' },
        h('span', { class: 'unseen' }, 'Important: '),
        wordsElements(part.text),
      )
    case 'quote':
      return h('blockquote', {}, wordsElements(part.text))
    case 'facts':
      return h(
        'dl',
        {},
        part.facts.map(({ label, value }) =>
          h('div', {}, h('dt', {}, label), h('dd', {}, wordsElements(value))),
        ),
      )
    case 'list':
      return h(
        'ul',
        {},
        part.items.map((item) => h('li', {}, wordsElements(item))),
      )
    case 'rule':
      return h('details', { class: 'rule' }, h('summary', {}, part.line), h('p', {}, part.note))
    case 'buttons':
      return h(
        'div',
        { class: 'buttons' },
        part.buttons.map((one) => buttonElement(one, press)),
      )
    default:
      return h('p', {}, 'This page is older than Muster. Reload it.')
  }
}

function buttonElement(button, press) {
  const pressed = async (event) => {
    const element = event.currentTarget
    if (element.getAttribute('aria-disabled') === 'true') return
    element.setAttribute('aria-disabled', 'true')
    await press(button.press)
    element.removeAttribute('aria-disabled')
  }
  return h(
    'button',
    { type: 'button', class: button.style ?? 'plain', onclick: pressed },
    button.label,
  )
}

/** Names stand out, records lead to their message, addresses can be followed. */
export function wordsElements(words) {
  return words.flatMap(({ words: text, is, to }) => {
    if (to !== undefined) return h('a', { href: `#/${to}`, class: 'record' }, text)
    if (is !== undefined) return h('span', { class: is }, text)
    return linked(text)
  })
}

export function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/)
    .map((piece, index) =>
      index % 2 === 0
        ? piece
        : h('a', { href: piece, rel: 'noreferrer noopener', target: '_blank' }, piece),
    )
}
