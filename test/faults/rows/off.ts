import { plusMinutes } from '../../../src/core/time/instant.ts'
import { openApp, STARTS } from '../../fixtures/app.ts'
import { incident } from '../../fixtures/cases.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { lowdbKeeping } from '../keeping.ts'

const THREE_DAYS = 3 * 24 * 3600
const PROVIDERS = ['willow', 'aspen']

export const offForDays: Row = {
  name: 'off for 3 days',
  goal: 'one catch-up notice per place: off from, until, what is late; no flood of reminders',
  run: off,
}

async function off({ part, random }: How): Promise<Found> {
  const count = part ? 20 : 200
  const keeping = await lowdbKeeping()
  const store = await keeping.open()
  const world = await openApp({ store })
  for (let index = 0; index < count; index += 1) {
    const at = plusMinutes(STARTS, -random.below(600))
    const provider = random.pick(PROVIDERS) ?? 'willow'
    await world.ask(incident({ provider, occurredAt: at, identifiedAt: at }))
  }
  const before = world.channels.map(({ calls }) => calls.length)
  await world.off(THREE_DAYS)
  const posts = world.channels.flatMap(({ calls }, index) =>
    calls.slice(before[index]).filter((call) => call.startsWith('post ')),
  )
  const places = posts.map((post) => post.split(' ')[1] ?? '')
  const said = world.channels.flatMap((channel) =>
    places.flatMap((place) => channel.says(place, 'notice:1') ?? []),
  )
  const wrongs = [
    ...posts.filter((post) => !post.endsWith(' notice:1')).map((post) => `A flood: ${post}`),
    ...(new Set(places).size === places.length ? [] : ['A place was told more than once']),
    ...(posts.length >= PROVIDERS.length ? [] : [`Only ${posts.length} places were told`]),
    ...said
      .filter((words) => !/Off from .* until /.test(words))
      .map((words) => `Not said when: ${words}`),
    ...world.complaints.filter((one) => !one.startsWith('Muster was off')),
  ]
  await store.close()
  await keeping.remove()
  return found(
    `${count} cases, 3 days off: ${posts.length} notices in ${new Set(places).size} places, no reminder beside them`,
    wrongs,
  )
}
