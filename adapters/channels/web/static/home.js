import { h } from './dom.js'
import { messageElements } from './message.js'

/** Home: on a first visit who one is and what to do; then what one owes and may do. */
export function homeElements({ me, first, message, press, begin }) {
  return [
    first && !localStorage.getItem('welcomed') ? welcome(me, begin) : null,
    message ? h('article', { class: 'card home-card' }, messageElements(message, press)) : null,
  ].filter(Boolean)
}

function welcome(me, begin) {
  const element = h(
    'section',
    { class: 'welcome', 'aria-labelledby': 'welcome-title' },
    h('h2', { id: 'welcome-title' }, 'Welcome to a made-up world'),
    h(
      'ol',
      {},
      h(
        'li',
        {},
        'You are ',
        h('b', {}, me.name),
        `, ${me.about}${me.organisation ? `, ${me.organisation}` : ''}.`,
      ),
      h(
        'li',
        {},
        'Something has happened on your ward. Type ',
        h('b', {}, '/incident'),
        ' in the box below and press Enter.',
      ),
      h(
        'li',
        {},
        'Then be somebody else (your name, at the top) to see what they see, and move the clock to see who is reminded.',
      ),
    ),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'button', class: 'primary', onclick: begin }, 'Type /incident for me'),
      h('button', { type: 'button', class: 'plain', onclick: () => dismiss(element) }, 'Hide this'),
    ),
  )
  return element
}

function dismiss(element) {
  localStorage.setItem('welcomed', 'yes')
  element.remove()
}
