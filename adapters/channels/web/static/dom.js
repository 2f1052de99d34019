/** Makes an element. Strings become text nodes, never markup; `onclick` and the like are listeners. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}

const versions = new WeakMap()

/**
 * Shows `entries` ({ key, version, make }) in order. What has not changed stays where it is, so that
 * focus, selection and scrolling survive an update.
 */
export function keep(container, entries) {
  const wanted = new Set(entries.map(({ key }) => key))
  const old = new Map()
  for (const child of [...container.children]) {
    if (wanted.has(child.dataset.key)) old.set(child.dataset.key, child)
    else child.remove()
  }
  entries.forEach(({ key, version, make }, index) => {
    let element = old.get(key)
    if (!element || versions.get(element) !== version) {
      const fresh = make()
      fresh.dataset.key = key
      versions.set(fresh, version)
      if (element) swap(element, fresh)
      element = fresh
    }
    const standing = container.children[index] ?? null
    if (standing !== element) container.insertBefore(element, standing)
  })
}

/** Keeps open what is open, and the focus at the control of the same name. */
function swap(old, fresh) {
  const open = [...old.querySelectorAll('details')].map((one) => one.open)
  for (const [index, one] of [...fresh.querySelectorAll('details')].entries())
    one.open = open[index]
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  old.replaceWith(fresh)
  if (!focused) return
  const name = focused.textContent
  const same = [...fresh.querySelectorAll('button, a, summary')].find(
    (one) => one.textContent === name,
  )
  const target = same ?? fresh.querySelector('[tabindex="-1"]')
  target?.focus({ preventScroll: true })
}

export function byId(id) {
  return document.getElementById(id)
}
