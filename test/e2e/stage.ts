import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openChromium } from './chromium.ts'
import { become, DESK, type Person, personAt } from './person.ts'
import { openPlayground, type Playground } from './playground.ts'

const PATIENCE_MS = 15_000

type Served = Pick<Playground, 'address' | 'close'>

/** A playground of its own with a browser before it. */
export interface Stage<Shown extends Served = Playground> {
  readonly playground: Shown
  /** A new tab at Home, as this person. */
  be(name: string, options?: BrowserContextOptions): Promise<Person>
  /** As `be`, at a tab that hears of nothing by itself: what it shows grows old. */
  beCutOff(name: string): Promise<Person>
  /** Closes everything; no page may have complained or asked anything of another site. */
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  return stageBefore(await openPlayground())
}

export async function stageBefore<Shown extends Served>(playground: Shown): Promise<Stage<Shown>> {
  const browser = await openChromium()
  const faults: string[] = []
  async function arrive(name: string, page: Page): Promise<Person> {
    page.setDefaultTimeout(PATIENCE_MS)
    listenFor(faults, page, playground.address)
    await page.goto(playground.address)
    await become(page, name)
    return personAt(page)
  }
  return {
    playground,
    be: async (name, options = DESK) => arrive(name, await newPage(browser, options)),
    async beCutOff(name) {
      const page = await newPage(browser, DESK)
      await page.route('**/api/events*', (route) => route.abort())
      return arrive(name, page)
    },
    async close() {
      await browser.close()
      await playground.close()
      expect(faults).toEqual([])
    },
  }
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  return context.newPage()
}

function listenFor(faults: string[], page: Page, address: string): void {
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    // A refusal and a lost connection are told to the person; the browser logs them too.
    const expected = /status of|Failed to load resource|ERR_/.test(line.text())
    if (line.type() === 'error' && !expected) faults.push(line.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`outside: ${request.url()}`)
  })
}
