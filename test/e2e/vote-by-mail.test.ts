import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailedApp } from '../adapters/mail/mailed-app.ts'
import { expectNothingSerious } from './axe.ts'
import { chromiumPath, openChromium } from './chromium.ts'

const PHONE = { width: 360, height: 740 }
const by = (person: string) => ({ type: 'person', person }) as const

let browser: Browser

describe.skipIf(!chromiumPath)(
  'a vote and an action behind the link in a mail, on a phone; its policy lets no script run',
  () => {
    beforeAll(async () => {
      browser = await openChromium()
    })
    afterAll(() => browser.close())

    async function summit() {
      const app = await mailedApp()
      const id = await app.summit(['cqc-inspector', 'provider-chief-executive'])
      const context = await browser.newContext({ viewport: PHONE })
      const page = await context.newPage()
      return { app, id, page, close: () => context.close() }
    }

    const fits = (page: Page) =>
      page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')

    test('a vote is cast, changed, and told what stands once it is closed', async () => {
      const { app, id, page, close } = await summit()
      const put = {
        question: 'The unit takes no new patients until it is safe.',
        affects: null,
        form: 'inCommon',
        authority: 'decision',
        ratifiedBy: null,
        gate: null,
        topic: null,
        supersedes: null,
        because: null,
      } as const
      await app.ask({ kind: 'meeting', type: 'proposeDecision', by: by('quinn'), ...put }, id)
      await page.goto(app.linkOf('cleo'))
      await expectNothingSerious(page, 'the page with an open vote')
      expect(await fits(page)).toBe(true)

      await page.getByRole('button', { name: 'For', exact: true }).click()
      await page.getByText('Your organisation voted “for”').waitFor()
      await page.getByRole('button', { name: 'For', exact: true }).click()
      await page.getByText('already. Nothing was changed.').waitFor()
      await expectNothingSerious(page, 'the page after a repeated vote')
      await page.getByRole('button', { name: 'Abstain' }).click()
      await page.getByText('Your organisation voted “abstain”').waitFor()

      const closing = { decision: 1, reason: 'All was said.' } as const
      await app.ask({ kind: 'meeting', type: 'closeVote', by: by('quinn'), ...closing }, id)
      await page.getByRole('button', { name: 'Against' }).click()
      await page.getByText('Your vote was not counted.').waitFor()
      expect(await page.getByRole('button').count()).toBe(0)
      await page.getByText('phone Quinn Adeyemi, who called the meeting.').waitFor()
      await close()
    })

    test('an action is accepted, and reported as done with what shows it', async () => {
      const { app, id, page, close } = await summit()
      const asked = {
        again: null,
        what: 'Inspect the ward again.',
        of: 'cqc',
        owner: 'cleo',
        dueAt: '2027-04-09T22:59:59Z',
        evidence: 'The report of the inspection',
        risk: null,
      } as const
      await app.ask({ kind: 'meeting', type: 'askAction', by: by('quinn'), ...asked }, id)
      await page.goto(app.linkOf('cleo'))
      await expectNothingSerious(page, 'the page with an action')
      expect(await fits(page)).toBe(true)

      await page.getByRole('button', { name: 'Accept', exact: true }).click()
      await page.getByText('accepted, due Fri 9 Apr 2027').first().waitFor()
      await page.getByText('Done…').click()
      await page.getByRole('textbox').first().fill('Report 12 of 1 April')
      await page.getByRole('button', { name: 'Say that it is done' }).click()
      await page.getByText('Somebody else looks at it and signs it off.').waitFor()
      await expectNothingSerious(page, 'the page once it is done')
      expect((await app.record('meeting', id)).actions?.[0]?.state).toBe('done')
      await close()
    })
  },
)
