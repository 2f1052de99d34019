import type { Locator, Page } from 'playwright-core'

const EDITOR = '[data-lexical-editor][role=textbox]'

/** A person before their Teams: all that is done is done by what can be seen. */
export interface Tab {
  readonly page: Page
  goTo(place: 'Personal Chat' | 'Concerns'): Promise<void>
  /** Into their own chat with Muster. */
  writes(words: string): Promise<void>
  /** Below the post with these words in its title; in a channel Muster hears only who calls its name. */
  replies(post: string | RegExp, words: string): Promise<void>
  /** The newest card with these words in its title. */
  card(title: string | RegExp): Locator
  press(title: string | RegExp, button: string): Promise<void>
  /** A form, once it stands there. */
  form(title: string): Promise<CardForm>
  /** What a slash command of the manifest does; the emulator, which reads no manifest, asks for its id. */
  command(id: string): Promise<CardForm>
  /** A picture of it all, into the folder that MUSTER_PICTURES names. */
  shot(name: string): Promise<void>
}

/** A form on a card, by its questions. */
interface CardForm {
  readonly card: Locator
  write(question: string, words: string): Promise<void>
  choose(question: string, answer: string | RegExp): Promise<void>
  tick(answer: string | RegExp): Promise<void>
  /** `day` as the calendar names it: `26, March, 2027`. */
  at(question: string, day: string, time: string): Promise<void>
  press(button: string): Promise<void>
  /** Shows what the answer to a question asks for. */
  update(question: string): Promise<void>
}

export function tabAt(page: Page): Tab {
  const card = (title: string | RegExp) => cardIn(page, title)
  return {
    page,
    card,
    goTo: (place) => page.getByRole('treeitem', { name: place }).click(),
    async writes(words) {
      await page.locator(EDITOR).fill(words)
      await page.keyboard.press('Enter')
    },
    async replies(post, words) {
      const thread = page
        .locator('div')
        .filter({ has: card(post) })
        .filter({ has: page.locator(EDITOR) })
      await thread.last().locator(EDITOR).click()
      await page.keyboard.type('@')
      await page.getByRole('menuitem', { name: 'Muster' }).click()
      await page.keyboard.type(` ${words}`)
      await page.keyboard.press('Enter')
    },
    press: (title, button) => buttonOn(card(title), button).click(),
    async form(title) {
      await card(title).waitFor()
      return formOn(card(title))
    },
    async command(id) {
      await page.getByRole('button', { name: 'Trigger Message Extension App' }).click()
      await page.getByRole('menuitem', { name: 'Action Command' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByPlaceholder(/command id/i).fill(id)
      await dialog.getByRole('button', { name: 'Create' }).click()
      return formOn(dialog)
    },
    async shot(name) {
      const folder = process.env.MUSTER_PICTURES
      if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
    },
  }
}

/** Found by its markup: while a list or a calendar is open, all else is hidden from roles. */
function cardIn(page: Page, title: string | RegExp): Locator {
  const heading = page.locator('[role=heading]').filter({ hasText: title })
  return page.locator('.ac-adaptiveCard').filter({ has: heading }).last()
}

function buttonOn(card: Locator, name: string): Locator {
  return card.getByRole('button', { name, exact: true })
}

function formOn(card: Locator): CardForm {
  const page = card.page()
  return {
    card,
    async write(question, words) {
      await card.getByLabel(question).click()
      await page.keyboard.type(words)
    },
    choose: (question, answer) =>
      card
        .getByRole('radiogroup', { name: question })
        .getByRole('radio', { name: answer, exact: true })
        .check(),
    tick: (answer) => card.getByRole('checkbox', { name: answer }).check(),
    async at(question, day, time) {
      await card.getByLabel(`${question} (date`).click()
      await page.getByRole('button', { name: day, exact: true }).click()
      await card.getByLabel(`${question} (time`).fill(time)
      await page.keyboard.press('Enter')
    },
    press: (button) => buttonOn(card, button).click(),
    // Each question that decides what else is asked has a button of its own.
    update: (question) =>
      card.getByTitle(`Shows what your answer to “${question}`, { exact: false }).click(),
  }
}
