import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/core/message/message.ts'
import { CASE, caseMessage, openWorld, type World } from '../adapters/web/fake-world.ts'
import { chromiumPath, openChromium } from './chromium.ts'
import { DESK, type Person, PHONE, personAt } from './person.ts'

let browser: Browser
let world: World
let root: string

function said(title: string): Message {
  return { title, parts: [{ kind: 'text', text: 'A line.\n'.repeat(12) }] }
}

async function post(id: string, message: Message, thread?: string): Promise<string> {
  const outcome = await world.running.channel.post(
    { channel: 'web', to: { type: 'room', room: 'willow' } },
    message,
    { id, record: CASE, slot: id, update: undefined, thread },
  )
  return outcome.type === 'done' ? outcome.ref : ''
}

async function answers(from: number, to: number): Promise<void> {
  for (let at = from; at <= to; at++) await post(`answer-${at}`, said(`Answer ${at}`), root)
}

/** Opens the room, and the case's thread as it stands open at a desk or takes the room's place. */
async function openCase(options = DESK): Promise<Person> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(`${world.address}/#/web/room/willow`)
  const person = personAt(page)
  await person.openThread(caseMessage.title)
  return person
}

function titled(column: Locator, title: string): Locator {
  return column.getByRole('heading', { name: title, exact: true, level: 3 })
}

/** Waits until it lies inside what its list shows. */
async function inSight(element: Locator): Promise<void> {
  await element.waitFor()
  const list = element.locator('xpath=ancestor::*[contains(@class, "scroll")]')
  await expect
    .poll(async () => {
      const [own, shown] = await Promise.all([element.boundingBox(), list.boundingBox()])
      if (!own || !shown) return 'not shown'
      if (own.y < shown.y) return 'above'
      return own.y + own.height > shown.y + shown.height ? 'below' : 'in sight'
    })
    .toBe('in sight')
}

async function readAgainFromTheTop({ page, thread }: Person): Promise<void> {
  await thread.getByRole('article').first().hover()
  await page.mouse.wheel(0, -20_000)
  await inSight(titled(thread, caseMessage.title))
}

describe.skipIf(!chromiumPath)('a thread in a browser', () => {
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    world = await openWorld()
    root = await post('root', caseMessage)
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    await world.close()
  })

  test('begins at the first unread reply, and at the case once everything was read', async () => {
    await answers(1, 6)
    const { page, thread, main } = await openCase()
    await inSight(titled(thread, 'Answer 1'))
    await thread.getByRole('button', { name: /^\d new below$/ }).waitFor()

    await page.mouse.move(1200, 500)
    await page.mouse.wheel(0, 20_000)
    await inSight(titled(thread, 'Answer 6'))
    await main.getByRole('button', { name: '6 replies', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await main.getByRole('button', { name: '6 replies', exact: true }).click()

    await inSight(titled(thread, caseMessage.title))
  })

  test('stays at its end while messages arrive', async () => {
    const { thread } = await openCase()
    await answers(1, 4)
    await inSight(titled(thread, 'Answer 4'))
    await answers(5, 6)

    await inSight(titled(thread, 'Answer 6'))
    expect(await thread.getByRole('button', { name: /new below/ }).count()).toBe(0)
  })

  test('leaves whoever reads elsewhere alone, and leads to what is new below by the keyboard', async () => {
    await answers(1, 3)
    const reader = await openCase()
    const { page, thread } = reader
    await inSight(titled(thread, 'Answer 1'))
    await readAgainFromTheTop(reader)

    await answers(4, 7)
    const below = thread.getByRole('button', { name: /[45] new below/ })
    await below.waitFor()
    await inSight(titled(thread, caseMessage.title))
    await below.press('Enter')

    await inSight(titled(thread, 'Answer 4'))
    await page
      .getByRole('article', { name: /Answer [34]/ })
      .and(page.locator(':focus'))
      .waitFor()
  })

  test('shows one’s own reply and the answer to it, wherever one was reading', async () => {
    await answers(1, 6)
    const reader = await openCase()
    await readAgainFromTheTop(reader)

    await reader.replies('yes')

    await inSight(reader.thread.getByText('yes', { exact: true }))
    await inSight(titled(reader.thread, 'Your answer is recorded'))
  })

  test('shows what came of a form from its card, also when older replies are unread', async () => {
    await answers(1, 6)
    const { page, main, thread } = await openCase()
    await page.keyboard.press('Escape')
    await thread.waitFor({ state: 'hidden' })

    await main.getByRole('button', { name: 'I have it' }).click()

    await inSight(titled(thread, 'You have it'))
  })

  test('says what it is about, and leads back to the case on a phone', async () => {
    for (let at = 1; at <= 6; at++) await post(`other-${at}`, said(`Something else ${at}`))
    const { main, thread } = await openCase(PHONE)
    await thread.getByRole('heading', { name: caseMessage.title, level: 2 }).waitFor()

    await thread.getByRole('button', { name: /Back/ }).tap()

    await inSight(titled(main, caseMessage.title))
  })
})
