import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Post } from '../../src/app/channel-port.ts'
import type { Place } from '../../src/core/effect.ts'
import { CASE, caseMessage, openWorld, type World } from '../adapters/web/fake-world.ts'
import { expectNothingSerious } from './axe.ts'
import { chromiumPath, openChromium } from './chromium.ts'
import { tabTo } from './keyboard.ts'
import { become, DESK, PHONE } from './person.ts'

const room: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }

let browser: Browser
let world: World
let root: string
let faults: string[]

async function openPage(options: BrowserContextOptions, address = '/'): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('status of')) faults.push(line.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(world.address)) faults.push(`outside: ${request.url()}`)
  })
  await page.goto(world.address + address)
  await page.getByRole('button', { name: /You are/ }).waitFor()
  return page
}

async function post(id: string, more: Partial<Post>): Promise<string> {
  const about = { id, record: CASE, slot: 'root', update: undefined, thread: undefined, ...more }
  const outcome = await world.running.channel.post(room, caseMessage, about)
  return outcome.type === 'done' ? outcome.ref : ''
}

describe.skipIf(!chromiumPath)('the playground’s page in a browser', () => {
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    faults = []
    world = await openWorld()
    root = await post('p1', {})
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    await world.close()
    expect(faults).toEqual([])
  })

  test('welcomes a ward nurse, who reports an incident with the keyboard alone', async () => {
    const page = await openPage(DESK)
    await page.getByRole('heading', { name: 'Welcome to a made-up world' }).waitFor()
    expect(await page.textContent('.welcome')).toContain('Amina Farrow')

    await tabTo(page, 'Message or command')
    await page.keyboard.type('/inc')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Serious incident' })
    await dialog.waitFor()
    await tabTo(page, 'What happened?')
    await page.keyboard.type('A door')
    await tabTo(page, 'Now: When did it happen?')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Yes')
    await page.keyboard.press('Space')
    await dialog.getByText('Phone 01632 960200 now.').waitFor()
    expect(await dialog.getByLabel('What happened?').inputValue()).toBe('A door')
    await tabTo(page, 'Report it')
    await page.keyboard.press('Enter')

    await page.getByRole('article', { name: /Thank you/ }).waitFor()
    expect(await page.title()).toContain('You and Muster')
    expect(world.calls.at(-1)?.with).toEqual({
      what: 'A door',
      occurred: '2027-03-26 20:20',
      danger: 'yes',
    })
  })

  test('keeps what was typed when a form has a mistake, says where, and goes there', async () => {
    const page = await openPage(DESK)
    await page.getByRole('button', { name: 'Report an incident' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Now/ }).click()
    await dialog.getByLabel('No', { exact: true }).check()
    await dialog.getByRole('button', { name: 'Report it' }).click()

    const problem = dialog.getByRole('link', { name: 'What happened: Say what happened.' })
    await problem.click()

    const what = dialog.getByLabel('What happened?')
    await hasFocus(page, what)
    expect(await what.getAttribute('aria-invalid')).toBe('true')
    expect(await what.getAttribute('aria-describedby')).toContain('error')
    expect(await dialog.getByLabel('Day').inputValue()).toBe('2027-03-26')
    expect(await dialog.getByLabel('Time, 24 hours').inputValue()).toBe('20:20')
    expect(await dialog.getByLabel('No', { exact: true }).isChecked()).toBe(true)
  })

  test('takes a time alone as one of today, and no longer calls wrong what is corrected', async () => {
    const page = await openPage(DESK)
    await page.getByRole('button', { name: 'Report an incident' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Report it' }).click()
    const error = dialog.getByText('To correct: Say what happened.')
    await error.waitFor()

    await dialog.getByLabel('What happened?').fill('A door')
    await dialog.getByLabel('Time, 24 hours').fill('2015')
    await dialog.getByLabel('Time, 24 hours').press('Tab')

    await error.waitFor({ state: 'hidden' })
    expect(await dialog.getByRole('link', { name: /What happened/ }).count()).toBe(0)
    expect(await dialog.getByLabel('Day').inputValue()).toBe('2027-03-26')
    await dialog.getByText('Fri 26 Mar 2027 20:15').waitFor()
  })

  test('puts a form aside on Escape, with everything in it', async () => {
    const page = await openPage(DESK)
    await page.getByRole('button', { name: 'Report an incident' }).click()
    await page.getByLabel('What happened?').fill('A door')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Go on with it' }).click()
    expect(await page.getByLabel('What happened?').inputValue()).toBe('A door')

    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Throw it away' }).click()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Go on with it' }).count()).toBe(0)
  })

  test('shows two people the same thread, live, and each their own private answer', async () => {
    const amina = await openPage(DESK, `/#/web/room/willow/${root}`)
    const gethin = await openPage(DESK)
    await become(gethin, 'Gethin Okonjo')
    await gethin.getByRole('link', { name: /willow/ }).click()
    await gethin.getByRole('button', { name: 'Reply', exact: true }).click()

    await gethin.getByLabel('Reply in this thread').fill('yes')
    await gethin.keyboard.press('Enter')

    const thread = amina.getByRole('complementary', { name: 'Thread' })
    await thread.getByRole('article', { name: /Gethin Okonjo, .*yes/ }).waitFor()
    await gethin.getByText('Only you can see this').waitFor()
    expect(await amina.getByText('Only you can see this').count()).toBe(0)
    await expectText(amina, '#polite', 'New from Gethin Okonjo')
  })

  test('hears of what is new again after Muster was stopping and turned it away', async () => {
    const context = await browser.newContext(DESK)
    const page = await context.newPage()
    let tries = 0
    await page.route('**/api/events*', (route) => {
      tries += 1
      return tries === 1
        ? route.fulfill({ status: 503, body: 'Muster is stopping.' })
        : route.continue()
    })
    await page.goto(`${world.address}/#/web/room/willow/${root}`)
    await page.getByRole('complementary', { name: 'Thread' }).waitFor()
    await page.waitForResponse((one) => one.url().includes('/api/events') && one.ok())

    await post('p2', { thread: root })

    const thread = page.getByRole('complementary', { name: 'Thread' })
    await expect.poll(() => thread.getByRole('article').count()).toBe(2)
  })

  test('shows data as words, never as markup', async () => {
    const page = await openPage(DESK, '/#/web/room/willow')

    await page.getByText('A door was <b>left open</b>').waitFor()

    expect(await page.locator('blockquote b').count()).toBe(0)
  })

  test('rewrites a message in place without moving the focus', async () => {
    const page = await openPage(DESK, '/#/web/room/willow')
    const button = page.getByRole('button', { name: 'I have it' })
    await button.focus()

    await post('p2', { update: root })
    await page.getByText(/^Updated/).waitFor()

    await hasFocus(page, button)
  })

  test('counts what is unread, and no longer once it was opened', async () => {
    const page = await openPage(DESK)
    await page.getByRole('link', { name: 'willow 1 new' }).click()

    await page.getByRole('link', { name: 'willow', exact: true }).waitFor()
    await post('p2', { thread: root })
    await page.getByRole('button', { name: '1 reply, 1 new' }).click()
    await page.getByRole('button', { name: '1 reply', exact: true }).waitFor()
    await page.getByRole('link', { name: 'willow', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'hidden' })
  })

  test('moves the world’s clock and says where it stands', async () => {
    const page = await openPage(DESK)
    await page.getByRole('button', { name: 'To the next deadline' }).click()
    await expectText(page, '#now', 'Sun 28 Mar 2027 21:15 BST')
    await page.getByRole('button', { name: 'To the next deadline' }).click()
    await expectText(page, '[role=alert]', 'no deadline')
  })

  test('works on a phone: list, room, thread and form one after the other', async () => {
    const page = await openPage(PHONE)
    await page.getByRole('link', { name: /^Rooms/ }).tap()
    await page.getByRole('link', { name: /willow/ }).tap()
    await page.getByRole('button', { name: 'Reply', exact: true }).tap()
    await page.getByLabel('Reply in this thread').fill('yes')
    await page.getByRole('button', { name: 'Send' }).tap()
    await page.getByText('Your answer is recorded').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: /^1 reply|2 replies/ }).waitFor()

    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width).toBe(390)
  })

  test.each(['light', 'dark'] as const)(
    'has nothing serious for axe in %s',
    async (colorScheme) => {
      await post('p2', { thread: root })
      for (const size of [DESK, PHONE]) {
        const page = await openPage({ ...size, colorScheme })
        await expectNothingSerious(page, 'home')
        await page.goto(`${world.address}/#/places`)
        await expectNothingSerious(page, 'places')
        await page.goto(`${world.address}/#/web/room/willow`)
        await page.getByRole('button', { name: /1 reply/ }).waitFor()
        await expectNothingSerious(page, 'room')
        await page.getByRole('button', { name: /1 reply/ }).click()
        await page.getByRole('complementary').waitFor()
        await expectNothingSerious(page, 'thread')
        await page.getByLabel('Reply in this thread').fill('/incident')
        await page.keyboard.press('Enter')
        await page.getByLabel('Yes').check()
        await page.getByRole('button', { name: 'Report it' }).click()
        await page.getByRole('heading', { name: 'Not sent yet' }).waitFor()
        await expectNothingSerious(page, 'form')
        await page.keyboard.press('Escape')
        await expectNothingSerious(page, 'form put aside')
        await page.getByRole('button', { name: /You are/ }).click()
        await page.getByRole('dialog').waitFor()
        await expectNothingSerious(page, 'people')
      }
    },
  )
})

function hasFocus(page: Page, control: Locator): Promise<void> {
  return control.and(page.locator(':focus')).waitFor()
}

async function expectText(page: Page, selector: string, words: string): Promise<void> {
  await page.locator(selector, { hasText: words }).waitFor({ state: 'attached' })
}
