import { h } from './dom.js'
import { linked, messageElements } from './message.js'

/**
 * One message with its author and what can be done with it. `replies` is null inside a thread, where
 * a long first message is `folded`: it stands in full beside it.
 */
export function itemElement(item, { fresh, replies, folded, actions }) {
  const author = h(
    'p',
    { class: 'author' },
    h('span', { class: 'name' }, item.from === 'you' ? `${item.by} (you)` : item.by),
    item.about ? h('span', { class: 'about' }, item.about) : null,
    h('span', { class: 'time' }, item.time),
    fresh ? h('span', { class: 'new' }, 'New') : null,
  )
  const article = h(
    'article',
    {
      class: `item ${item.from}${item.only ? ' only' : ''}`,
      tabindex: '-1',
      'aria-label': labelOf(item),
    },
    avatar(item),
    h(
      'div',
      { class: 'content' },
      author,
      privately(item),
      bodyOf(item, folded, actions),
      footer(item, replies, actions),
    ),
  )
  return article
}

export function labelOf(item) {
  const what = item.body.type === 'words' ? item.body.text.slice(0, 80) : item.body.message.title
  return `${item.by}, ${item.time}: ${what}`
}

export function initials(name) {
  const words = name.split(/\s+/).filter((word) => !/^(dr|mr|mrs|ms|prof)\.?$/i.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => (word ?? '').slice(0, 1))
    .join('')
}

function avatar(item) {
  const letters = item.from === 'muster' ? 'M' : initials(item.by)
  return h('span', { class: 'avatar', 'aria-hidden': 'true' }, letters)
}

function privately(item) {
  if (!item.only) return null
  const asked = item.asked ? h('span', { class: 'asked' }, `You typed ${item.asked}`) : null
  return h('p', { class: 'privately' }, h('span', {}, 'Only you can see this'), asked)
}

function bodyOf(item, folded, actions) {
  if (item.body.type === 'words') return h('p', { class: 'said' }, linked(item.body.text))
  const [heading, ...rest] = messageElements(item.body.message, (press) =>
    actions.press(item, press),
  )
  if (!folded) return h('div', { class: 'card' }, heading, rest)
  const whole = h('details', { class: 'whole' }, h('summary', {}, 'The whole message'), rest)
  return h('div', { class: 'card' }, heading, whole)
}

function footer(item, replies, actions) {
  if (item.only) return null
  const changed = item.changed ? h('span', { class: 'changed' }, `Updated ${item.changed}`) : null
  const raise = h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => actions.raise(item) },
    'Raise as a concern',
  )
  const answers = replies === null ? null : threadButton(item, replies, actions)
  const answered = replies !== null && replies.count > 0
  return h(
    'div',
    { class: 'foot' },
    answered ? answers : null,
    changed,
    h('span', { class: 'tools' }, answered ? null : answers, item.made ? null : raise),
  )
}

function threadButton(item, { count, unread }, actions) {
  const words = count === 0 ? 'Reply' : `${count} ${count === 1 ? 'reply' : 'replies'}`
  return h(
    'button',
    {
      type: 'button',
      class: count === 0 ? 'quiet' : 'replies',
      onclick: () => actions.open(item),
    },
    unread > 0 ? `${words}, ${unread} new` : words,
  )
}
