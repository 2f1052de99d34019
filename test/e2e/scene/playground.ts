import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { z } from 'zod'
import { readConfig, surroundings } from '../../../src/app/config.ts'
import { type Running, start } from '../../../src/main.ts'
import { type Person, says } from '../person.ts'
import { type Stage, stageBefore } from '../stage.ts'
import { faultLog, handClock, passing, settling } from './clock.ts'
import { packIn } from './pack.ts'
import { playgroundForm } from './playground-form.ts'
import { type Form, labelled, OWN, type Scene, type Somebody, type Where } from './scene.ts'
import { directoryOn, peopleOf, type World } from './world.ts'

/** The playground’s own clock begins here, wherever the computer’s is. */
const ITS_START = '2027-03-26T20:20:00Z'

/** The playground with a browser before it, each person at a tab of their own. */
export async function openPlaygroundScene(
  world: World,
  instant: string,
  pack?: string,
): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-scene-'))
  const clock = handClock(ITS_START)
  const { faults, log } = faultLog()
  const more = packIn(folder, pack)
  const muster = await startIn(folder, world, more, { log, clock: clock.now, sweeps: false })
  const settle = settling(() => muster, clock)
  const address = `http://127.0.0.1:${muster.port}`
  const stage = await stageBefore({ address, close: () => muster.stop() })
  const people = new Map<string, Promise<Somebody>>()
  clock.set(instant)
  await settle()
  return {
    app: muster.app,
    faults,
    person(name) {
      const known = people.get(name)
      const coming = known ?? personAtTab({ world, stage, name, settle })
      people.set(name, coming)
      return coming
    },
    at: passing(() => muster, clock, settle),
    async close() {
      await stage.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** With a directory of the scene’s own in place of the playground’s. */
function startIn(
  folder: string,
  world: World,
  more: Readonly<Record<string, string>>,
  given: Parameters<typeof start>[1],
): Promise<Running> {
  const path = join(folder, 'directory.yaml')
  writeFileSync(
    path,
    directoryOn(world, 'web', (room) => room),
  )
  const read = readConfig({ LOG_LEVEL: 'silent', ...more }, surroundings(folder))
  if (!read.ok) throw new Error(read.sentence)
  const directory = { path, name: 'the world of a scene' }
  return start({ ...read.config, port: 0, directory }, given)
}

interface Around {
  readonly world: World
  readonly stage: Stage<Pick<Stage['playground'], 'address' | 'close'>>
  readonly name: string
  readonly settle: () => Promise<void>
}

/** What the page is answered when somebody does something. */
const Next = z.object({ type: z.string().optional(), ref: z.string().optional() })

async function personAtTab({ world, stage, name, settle }: Around): Promise<Somebody> {
  const person = await stage.be(name)
  const { page } = person

  async function did(path: string, doing: () => Promise<unknown>, at = page) {
    const isIt = (url: string) => new URL(url).pathname === path
    const answered = at.waitForResponse((response) => isIt(response.url()))
    const [response] = await Promise.all([answered, doing()])
    const next = Next.parse(await response.json())
    await settle()
    return next
  }

  const form = (): Promise<Form> => playgroundForm(page, (doing) => did('/api/submit', doing))

  async function peopleIn(room: string): Promise<readonly string[]> {
    await goTo(person, { room })
    const people = person.main.getByRole('group').filter({ hasText: /\d+ people/ })
    await people.evaluate((details) => details.setAttribute('open', ''))
    const lines = await people.getByRole('listitem').allInnerTexts()
    const names = peopleOf(world).map((one) => one.name)
    return lines.flatMap((line) => names.find((one) => line.startsWith(one)) ?? line).sort()
  }

  return {
    async types(command) {
      await goTo(person, { room: OWN })
      await did('/api/say', () => person.types(command))
      return form()
    },
    async asks(command) {
      await goTo(person, { room: OWN })
      return told(page, await did('/api/say', () => person.types(command)))
    },
    async asksFor(command, label) {
      await goTo(person, { room: OWN })
      const { ref } = await did('/api/say', () => person.types(command))
      const answer = page.locator(`[data-key="${ref}"]`).last()
      await did('/api/press', () => button(answer, label).click())
      return form()
    },
    async reads(where, title, ...words) {
      const message = newest(await goTo(person, where), title)
      await says(message, ...words)
      return message.innerText()
    },
    async presses(where, title, label) {
      const message = newest(await goTo(person, where), title)
      await did('/api/press', () => button(message, label).click())
    },
    async opens(where, title, label) {
      const message = newest(await goTo(person, where), title)
      await did('/api/press', () => button(message, label).click())
      return form()
    },
    async isTold(where, title, label) {
      const message = newest(await goTo(person, where), title)
      return told(page, await did('/api/press', () => button(message, label).click()))
    },
    /** At a tab of its own that hears of nothing, so that the message stays as it is now. */
    async keeps(where, title) {
      const other = await stage.beCutOff(name)
      const message = newest(await goTo(other, where), title)
      await message.waitFor()
      const release = await holdBack(other.page)
      return {
        async isTold(label) {
          const press = () => button(message, label).click().then(release)
          return told(other.page, await did('/api/press', press, other.page))
        },
      }
    },
    async isIn(room) {
      // What a page has not heard of yet must not be taken for what is.
      await page.reload()
      await page.getByRole('button', { name: `You are ${name}` }).waitFor()
      return (await page.getByRole('link', { name: beginning(room) }).count()) > 0
    },
    peopleIn,
  }
}

/** Where each tab was brought to, and its address then: whatever is done may lead elsewhere. */
const stands = new WeakMap<Page, { readonly where: string; readonly url: string }>()

/** Goes there as a person does, if they are not there, and gives the column in which it stands. */
async function goTo(person: Person, { room, under }: Where): Promise<Locator> {
  const { page, main, thread } = person
  const where = `${room} ${under}`
  const at = stands.get(page)
  if (at?.where !== where || at.url !== page.url()) {
    await person.goTo(beginning(room))
    await main.getByRole('heading', { level: 1, name: beginning(room) }).waitFor()
    if (under) {
      await newest(main, under)
        .getByRole('button', { name: /repl(y|ies)/i })
        .click()
      // In a closed room there is nothing to reply with.
      await thread.getByRole('article').first().waitFor()
    }
    stands.set(page, { where, url: page.url() })
  }
  return under ? thread : main
}

/** What the page asks for by itself is answered once it is released. */
async function holdBack(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((go) => {
    release = go
  })
  await page.route('**/api/space?*', async (route) => {
    await released
    await route.continue()
  })
  return release
}

function newest(column: Locator, title: RegExp): Locator {
  const heading = column.page().getByRole('heading', { name: title })
  return column.getByRole('article').filter({ has: heading }).last()
}

function button(message: Locator, label: string): Locator {
  return message.getByRole('button', { name: labelled(label) })
}

/** The private answer, or what the foot of the page says where there is none. */
async function told(page: Page, { ref }: z.infer<typeof Next>): Promise<string> {
  const shown = ref === undefined ? page.locator('#toast p') : page.locator(`[data-key="${ref}"]`)
  return shown.last().innerText()
}

function beginning(room: string): RegExp {
  return new RegExp(`^${room}`)
}
