import type { Page } from 'playwright-core'

const FOCUSED = `[
  document.activeElement.ariaLabel,
  ...[...(document.activeElement.labels ?? [])].map((label) => label.textContent),
  document.activeElement.textContent,
].join(' ')`

/** Presses Tab until the control of this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (String(await page.evaluate(FOCUSED)).includes(name)) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}
