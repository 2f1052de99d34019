import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailedApp } from '../adapters/mail/mailed-app.ts'
import { expectNothingSerious } from './axe.ts'
import { chromiumPath, openChromium } from './chromium.ts'

const PHONE = { width: 360, height: 740 }

let browser: Browser

describe.skipIf(!chromiumPath)(
  'the page behind the link in a mail, on a phone; its policy lets no script run',
  () => {
    beforeAll(async () => {
      browser = await openChromium()
    })
    afterAll(() => browser.close())

    async function opened(person: string, seat: string) {
      const app = await mailedApp()
      const id = await app.summit([seat])
      const context = await browser.newContext({ viewport: PHONE })
      const page = await context.newPage()
      await page.goto(app.linkOf(person))
      return { app, id, page, close: () => context.close() }
    }

    const fits = (page: Page) =>
      page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')

    test('takes apologies with their reason, and shows what stands', async () => {
      const { app, id, page, close } = await opened('cleo', 'cqc-inspector')
      await expectNothingSerious(page, 'the page as it is opened')
      expect(await fits(page)).toBe(true)

      await page.getByText('Cannot come…').click()
      await page.getByLabel('Reason, if you wish to give one').fill('Bed 4, NHS 943 476 5919')
      await page.getByRole('button', { name: 'Send apologies' }).click()
      await page.getByRole('alert').waitFor()
      await expectNothingSerious(page, 'the page with something wrong')
      await page.getByLabel('Reason, if you wish to give one', { exact: true }).fill('On leave')
      await page.getByRole('button', { name: 'Send apologies' }).click()
      await page.getByText('Thank you. Whoever is next in line is called now.').waitFor()

      await expectNothingSerious(page, 'the page once it is answered')
      expect(await page.getByText('You answered at').count()).toBe(1)
      expect(JSON.stringify((await app.record('meeting', id)).lines)).toContain('On leave')
      await page.getByRole('button', { name: 'Coming' }).click()
      await page.getByText('coming. You can change it').waitFor()
      await close()
    })
  },
)
