let token = document.querySelector('meta[name="muster-token"]').content

/** Which page this is: what is shown once is shown to it alone. */
const page = crypto.randomUUID()

/** Who this tab is: two tabs can be two people. */
export function whoAmI() {
  return sessionStorage.getItem('person') ?? ''
}

export function become(person) {
  sessionStorage.setItem('person', person)
}

export function ask(path) {
  return call(path, { headers: { 'x-person': whoAmI(), 'x-page': page } })
}

/** Does something once: a second try carries the same key. */
export async function act(path, body) {
  const text = JSON.stringify({ key: crypto.randomUUID(), ...body })
  const first = await post(path, text)
  if (first.status === 403) await renewToken()
  return first.status === 403 || first.status === 0 ? post(path, text) : first
}

function post(path, body) {
  return call(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-person': whoAmI(),
      'x-page': page,
      'x-muster-token': token,
    },
    body,
  })
}

async function call(path, options) {
  try {
    const response = await fetch(path, options)
    const body = await response.json()
    return { ok: response.ok, status: response.status, body }
  } catch {
    const error = 'Muster does not answer. Look whether it is still running, then try again.'
    return { ok: false, status: 0, body: { error } }
  }
}

/** After a restart of Muster the page's token is an old one; its page has the new one. */
async function renewToken() {
  try {
    const page = await (await fetch('/')).text()
    const fresh = new DOMParser().parseFromString(page, 'text/html')
    token = fresh.querySelector('meta[name="muster-token"]')?.content ?? token
  } catch {
    // The second try says what is wrong.
  }
}

const AGAIN_MS = 1000

/** Calls back whenever something that this person may see has changed. */
export function listen(changed) {
  let source = null
  const open = () => {
    source?.close()
    const fresh = new EventSource(`/api/events?person=${encodeURIComponent(whoAmI())}`)
    source = fresh
    fresh.addEventListener('changed', (event) => changed(JSON.parse(event.data).space))
    fresh.addEventListener('open', () => changed(null))
    // Turned away, as while Muster stops, the browser does not try again by itself.
    fresh.addEventListener('error', () => {
      if (fresh.readyState === EventSource.CLOSED) setTimeout(again, AGAIN_MS, fresh)
    })
  }
  const again = (lost) => {
    if (source === lost && document.visibilityState === 'visible') open()
  }
  // A hidden tab lets go: browsers allow few connections to one address.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') open()
    else source?.close()
  })
  open()
  return open
}
