import type { BrowserContextOptions, Locator, Page } from 'playwright-core'

export const DESK: BrowserContextOptions = {
  viewport: { width: 1400, height: 900 },
  locale: 'en-GB',
}
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'en-GB',
}

/** A person at a tab of their own: all that is done is done by what can be seen. */
export interface Person {
  readonly page: Page
  /** The messages in the middle, and those of the open thread. */
  readonly main: Locator
  readonly thread: Locator
  /** Opens a room or the personal messages. */
  goTo(place: string | RegExp): Promise<void>
  /** Opens the thread of the message with these words in its title. */
  openThread(title: string | RegExp): Promise<void>
  types(words: string): Promise<void>
  replies(words: string): Promise<void>
  /** A form, once it stands open. */
  form(title: string | RegExp): Promise<Form>
}

/** A form in its dialog, by its questions. */
export interface Form {
  readonly dialog: Locator
  write(question: string, words: string): Promise<void>
  choose(question: string, answer: string | RegExp): Promise<void>
  pick(question: string, answer: string): Promise<void>
  at(question: string, day: string, time: string): Promise<void>
  group(question: string): Locator
  /** Presses the button that hands it in; `done` waits until the form has gone. */
  send(): Promise<void>
  done(): Promise<void>
}

export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^You are/ }).click()
  const people = page.getByRole('dialog', { name: 'Who do you want to be?' })
  await people.getByLabel('Find').fill(name)
  await people.getByRole('button', { name }).click()
  await page.getByRole('button', { name: `You are ${name}` }).waitFor()
}

export function personAt(page: Page): Person {
  const main = page.getByRole('main')
  const thread = page.getByRole('complementary', { name: 'Thread' })
  return {
    page,
    main,
    thread,
    async goTo(place) {
      const rooms = page.getByRole('link', { name: /^Rooms/ })
      const link = page.getByRole('link', { name: place })
      if (!(await link.isVisible())) await rooms.or(link).first().click()
      await link.click()
    },
    async openThread(title) {
      const message = main.getByRole('article').filter({ has: heading(page, title) })
      await message.getByRole('button', { name: /repl(y|ies)/i }).click()
      await thread.getByLabel('Reply in this thread').waitFor()
    },
    types: (words) => send(page.getByLabel('Message or command'), words),
    replies: (words) => send(page.getByLabel('Reply in this thread'), words),
    form: (title) => formIn(page, title),
  }
}

/** The message in a column whose title has these words; the newest when there are several. */
export function message(column: Locator, title: string | RegExp): Locator {
  return column
    .getByRole('article')
    .filter({ has: column.page().getByRole('heading', { name: title }) })
    .last()
}

/** Waits until something says all of this. */
export async function says(where: Locator, ...words: (string | RegExp)[]): Promise<void> {
  for (const one of words) await where.filter({ hasText: one }).waitFor()
}

function heading(page: Page, title: string | RegExp): Locator {
  return page.getByRole('heading', { name: title })
}

/** Writes and sends; the box is empty again once the words have arrived. */
async function send(box: Locator, words: string): Promise<void> {
  await box.fill(words)
  await box.press('Enter')
  await box.and(box.page().locator(':placeholder-shown')).waitFor()
}

async function formIn(page: Page, title: string | RegExp): Promise<Form> {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.waitFor()
  const group = (question: string) => dialog.getByRole('group', { name: question })
  const sending = dialog.getByRole('button').last()
  return {
    dialog,
    group,
    write: (question, words) => dialog.getByLabel(question).fill(words),
    choose: (question, answer) =>
      group(question).getByLabel(answer, { exact: true }).first().check(),
    async pick(question, answer) {
      await dialog.getByLabel(question).selectOption({ label: answer })
    },
    async at(question, day, time) {
      await group(question).getByLabel('Day').fill(day)
      await group(question).getByLabel('Time, 24 hours').fill(time)
    },
    send: () => sending.click(),
    async done() {
      await sending.click()
      await dialog.waitFor({ state: 'detached' })
    },
  }
}
