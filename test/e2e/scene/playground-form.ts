import type { Locator, Page } from 'playwright-core'
import { says } from '../person.ts'
import { type Entered, escaped, type Form } from './scene.ts'

/** Hands it in by doing this, and says what the page is answered. */
type HandingIn = (doing: () => Promise<unknown>) => Promise<{ readonly type?: string | undefined }>

/** The dialog that stands open, filled in by its labels. */
export async function playgroundForm(page: Page, handingIn: HandingIn): Promise<Form> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()

  async function handedIn(entered: Entered): Promise<boolean> {
    for (const [label, value] of Object.entries(entered)) await enter(dialog, label, value)
    const { type } = await handingIn(() => dialog.getByRole('button').last().click())
    return type !== 'form'
  }

  return {
    shows: (...words) => says(dialog, ...words),
    async send(entered = {}) {
      if (!(await handedIn(entered)))
        throw new Error(`The form is not over: ${await dialog.innerText()}`)
      await dialog.waitFor({ state: 'detached' })
    },
    async goesOn(entered = {}) {
      if (await handedIn(entered)) throw new Error('The form is over')
      return playgroundForm(page, handingIn)
    },
    async leave() {
      await dialog.getByRole('button', { name: 'Put this form aside' }).click()
      await dialog.waitFor({ state: 'detached' })
    },
  }
}

async function enter(
  dialog: Locator,
  label: string,
  value: string | readonly string[],
): Promise<void> {
  const name = new RegExp(`^${escaped(label)}( \\(optional\\))?$`)
  const group = dialog.getByRole('group', { name })
  const field = dialog.getByLabel(name)
  await group.or(field).first().waitFor()
  const [words = ''] = [value].flat()
  if ((await group.count()) === 0) return write(field, words)
  if ((await group.getByLabel('Day').count()) === 0) return tick(group, [value].flat())
  const [day = '', time = ''] = words.split(' ')
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Time, 24 hours').fill(time)
}

async function write(field: Locator, words: string): Promise<void> {
  const isMenu = (await field.evaluate((element) => element.tagName)) === 'SELECT'
  if (!isMenu) return field.fill(words)
  const option = field.locator('option').filter({ hasText: new RegExp(`^${escaped(words)}`) })
  await option.first().waitFor({ state: 'attached' })
  await field.selectOption(await option.first().getAttribute('value'))
}

/** An option’s label may be followed by what it means. */
async function tick(group: Locator, options: readonly string[]): Promise<void> {
  for (const one of options) {
    const exact = group.getByLabel(one, { exact: true })
    const longer = group.getByLabel(new RegExp(`^${escaped(one)}`))
    await ((await exact.count()) > 0 ? exact : longer).first().check()
  }
}
