import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Log } from '../../../src/app/host.ts'
import { type Running, start } from '../../../src/main.ts'
import type { Authority } from '../../adapters/teams/authority.ts'
import { openChromium } from '../chromium.ts'
import { teamsConfig } from '../teams-config.ts'
import { openBetween } from './between.ts'
import { openPlayground } from './playground.ts'
import { type Tab, tabAt } from './tab.ts'
import { teamsWorld, tenantFor, USERS } from './world.ts'

const PATIENCE_MS = 30_000

/** Muster, Microsoft’s emulator of Teams for each of the people, what stands between, and Chromium. */
export interface TeamsStage {
  /** Where this person sits. */
  tab(name: string): Tab
  /** Moves the clock, and waits until all that follows has been sent. */
  at(instant: string): Promise<void>
  /** Closes everything; nobody may have complained. */
  close(): Promise<void>
}

/** So many of the users, each at a tab of their own. */
export async function openTeamsStage(instant: string, people: number): Promise<TeamsStage> {
  const opened: (() => Promise<void>)[] = []
  const closeAll = async () => {
    for (const close of opened.reverse()) await close()
  }
  try {
    return await open(instant, USERS.slice(0, people), opened, closeAll)
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function open(
  instant: string,
  users: typeof USERS,
  opened: (() => Promise<void>)[],
  closeAll: () => Promise<void>,
): Promise<TeamsStage> {
  const clock = runningClock(instant)
  let app = ''
  const faults: string[] = []
  const emulators: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'muster-teams-story-'))
  opened.push(async () => rmSync(folder, { recursive: true, force: true }))
  const between = await openBetween(() => app, emulators)
  opened.push(() => between.close())
  const muster = await startMuster(folder, between.authority, clock.now, faults)
  opened.push(() => muster.stop())
  opened.push(sweeping(muster))
  app = `http://127.0.0.1:${muster.port}/api/messages`
  const browser = await openChromium()
  opened.push(() => browser.close())
  const playgrounds = users.map((user, seat) =>
    openPlayground(between.addressFor(seat), tenantFor(user)),
  )
  opened.push(async () => {
    for (const one of await Promise.allSettled(playgrounds)) {
      if (one.status === 'fulfilled') await one.value.close()
    }
  })
  emulators.push(...(await Promise.all(playgrounds)).map(({ address }) => address))
  const pages: Page[] = []
  for (const address of emulators) {
    const page = await browser.newPage({ viewport: { width: 1400, height: 950 }, locale: 'en-GB' })
    await page.clock.setFixedTime(instant)
    await arrive(faults, page, address)
    pages.push(page)
  }
  return {
    tab(name) {
      const page = pages[users.findIndex((user) => user.name === name)]
      if (!page) throw new Error(`${name} is not here.`)
      return tabAt(page)
    },
    async at(moment) {
      clock.set(moment)
      for (const page of pages) await page.clock.setFixedTime(moment)
      await muster.settle()
    },
    async close() {
      await closeAll()
      expect([...faults, ...between.refused]).toEqual([])
    },
  }
}

/** It runs: what a channel takes in a second is counted by it. */
function runningClock(instant: string) {
  let ahead = 0
  const set = (moment: string) => {
    ahead = Date.parse(moment) - Date.now()
  }
  set(instant)
  return { set, now: () => new Date(Date.now() + ahead) }
}

/** Sweeps as the running program does, and gives what ends it. */
function sweeping(muster: Running): () => Promise<void> {
  let isOn = true
  const sweeps = (async () => {
    while (isOn) {
      await muster.settle()
      await setTimeout(250)
    }
  })()
  return async () => {
    isOn = false
    await sweeps
  }
}

/** Three people have an emulator; whoever else is told has no account, and there is no mail server here. */
const UNREACHED = 'has no Teams account in the directory'

function startMuster(
  folder: string,
  authority: Authority,
  clock: () => Date,
  faults: string[],
): Promise<Running> {
  writeFileSync(join(folder, 'directory.yaml'), teamsWorld())
  const config = teamsConfig(authority, folder)
  return start(config, { log: logInto(faults), clock, sweeps: false })
}

function logInto(faults: string[]): Log {
  const keep = (about: object, words: string) => {
    const fault = `${words}: ${JSON.stringify(about)}`
    if (!fault.includes(UNREACHED)) faults.push(fault)
  }
  return { info: () => undefined, warn: keep, error: keep }
}

/** Opens a person’s emulator; Muster’s greeting shows that both can hear each other. */
async function arrive(faults: string[], page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', (error) => faults.push(error.message))
  // It would fetch its letters from Microsoft.
  await page.route(
    (url) => url.origin !== address,
    (route) => route.abort(),
  )
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await tabAt(page).card('Muster').waitFor()
}
