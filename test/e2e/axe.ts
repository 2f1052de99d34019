import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What axe finds serious or critical on a page as it stands. */
const SERIOUS = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`

/** The page's policy lets no script in but its own, so axe comes in through the debugger. */
export async function expectNothingSerious(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(`${axe.source}; ${SERIOUS}`), where).toEqual([])
}
