import { tell } from './announce.js'
import { ask, become, whoAmI } from './api.js'
import { h } from './dom.js'
import { initials } from './item.js'

/** The switcher: everybody whom one can be, by organisation, with what waits for each. */
export async function choosePerson(chosen) {
  const { ok, body } = await ask('/api/people')
  if (!ok) return tell(body.error)
  const filter = h('input', {
    type: 'search',
    id: 'people-filter',
    placeholder: 'Name, role or organisation',
    autocomplete: 'off',
  })
  const list = h('div', { class: 'people' })
  const dialog = h(
    'dialog',
    { class: 'switcher', 'aria-labelledby': 'people-title' },
    h(
      'header',
      {},
      h('h2', { id: 'people-title' }, 'Who do you want to be?'),
      h('button', { type: 'button', class: 'plain small', onclick: () => dialog.close() }, 'Close'),
    ),
    h('div', { class: 'search' }, h('label', { for: 'people-filter' }, 'Find'), filter),
    list,
  )
  const choose = (person) => {
    become(person)
    dialog.close()
    chosen()
  }
  const show = () => list.replaceChildren(...groupsOf(body.groups, filter.value, choose))
  filter.addEventListener('input', show)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  show()
  dialog.showModal()
}

function groupsOf(groups, words, choose) {
  const wanted = words.trim().toLowerCase()
  const fits = (group, person) =>
    `${person.name} ${person.about} ${group.name}`.toLowerCase().includes(wanted)
  const found = groups
    .map((group) => ({ ...group, people: group.people.filter((person) => fits(group, person)) }))
    .filter(({ people }) => people.length > 0)
  if (found.length === 0) return [h('p', {}, 'Nobody of that name. Try a shorter one.')]
  return found.map(({ name, people }) =>
    h(
      'section',
      {},
      h('h3', {}, name),
      h(
        'ul',
        {},
        people.map((person) => h('li', {}, row(person, choose))),
      ),
    ),
  )
}

function row(person, choose) {
  const me = person.id === whoAmI()
  return h(
    'button',
    {
      type: 'button',
      class: 'person-row',
      'aria-current': me ? 'true' : null,
      onclick: () => choose(person.id),
    },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(person.name)),
    h(
      'span',
      { class: 'names' },
      h('b', {}, person.name),
      h('small', {}, me ? `${person.about}: you now` : person.about),
    ),
    person.unread > 0 ? h('span', { class: 'count' }, `${person.unread} new`) : null,
  )
}
