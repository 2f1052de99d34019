import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { tabTo } from './keyboard.ts'
import { message, type Person, PHONE, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import { ALDER_HOUSE, fillIncident, goToCase, referenceFor } from './story.ts'

const NHS_NUMBER = '999 000 0018'

let stage: Stage
let nurse: Person
let confidential: string

describe.skipIf(!chromiumPath)('the story: a nurse reports a serious incident', () => {
  beforeAll(async () => {
    stage = await openStage()
    nurse = await stage.be('Amina Farrow', PHONE)
  })
  afterAll(() => stage?.close())

  test('an empty form says what is missing, under a heading against patient identifiers', async () => {
    await nurse.types('/incident')
    const { dialog, send, group } = await nurse.form('Serious incident')
    await says(dialog, /Do not include patient identifiers/)

    await send()

    await says(dialog, 'Not sent yet', 'What happened: This is needed. Write a few words.')
    await says(group('When did it happen?'), 'This is needed. Give the date and the time.')
    await dialog.getByRole('button', { name: 'Put this form aside' }).click()
  })

  test('danger shows at once whom to phone', async () => {
    const form = await fillIncident(nurse)
    const alert = form.dialog.getByRole('alert')
    expect(await alert.count()).toBe(0)

    await form.choose('Is anyone in immediate danger?', 'Yes')

    await says(
      alert,
      'Phone now. Do not wait for Muster.',
      'Emergency 999',
      'Alder House on call 01632 960200',
      'Saltmarsh NHS Foundation Trust on call 01632 960100',
    )
  })

  test.each([
    ['When did it happen?', '2027-03-26', '20:18', /\(Fri 26 Mar 2027 20:18 GMT\) is later than/],
    ['When was it identified as a serious incident?', '2027-03-26', '21:40', /is in the future/],
    ['When was it identified as a serious incident?', '2027-03-28', '01:30', /does not exist/],
  ])(
    '%s %s %s is refused where it stands, and all that was typed stays',
    async (question, day, time, why) => {
      const form = await nurse.form('Serious incident')
      await form.at(question, day, time)

      await form.send()

      await says(form.group(question), why)
      await says(form.dialog, 'Not sent yet')
      expect(await form.dialog.getByLabel('What happened?').inputValue()).toMatch(/^A fence panel/)
      expect(await form.group(question).getByLabel('Time, 24 hours').inputValue()).toBe(time)
      await form.dialog.getByText('Phone now. Do not wait for Muster.').waitFor()
      await form.at(question, '2027-03-26', '20:15')
    },
  )

  test('an NHS number is refused, and nothing of it is kept', async () => {
    const form = await nurse.form('Serious incident')
    await form.write('What has been done so far?', `Spoke with ${NHS_NUMBER}`)

    await form.send()

    await says(form.dialog, /looks like an NHS number, so nothing has been saved/)
    expect(await stage.playground.holds(NHS_NUMBER)).toBe(false)
    expect(await stage.playground.holds('The ward garden')).toBe(false)
    await form.write('What has been done so far?', 'Two of us stand at the fence')
  })

  test('she is told privately that it is recorded, and that her name is kept', async () => {
    const form = await nurse.form('Serious incident')
    await form.choose('How do you want to be named?', /^In confidence/)

    await form.done()

    confidential = await referenceFor(nurse)
    await says(nurse.main.getByText('Only you can see what stands here'))
    await says(
      message(nurse.main, `Recorded: ${confidential}`),
      'your name is shown to that quality lead only',
      'You will be told here what comes of it',
    )
  })

  test('the case stands in her provider’s room with what is owed, by whom, when and why', async () => {
    const lead = await stage.be('Gethin Okonjo', PHONE)
    await lead.goTo(new RegExp(`^${ALDER_HOUSE}`))

    await says(
      message(lead.main, `${confidential} · Serious incident · Alder House`),
      'by someone in confidence (name known to: quality lead, Saltmarsh NHS Foundation Trust)',
      /D1 StEIS alert\s*due Sun 28 Mar 2027 21:15 BST\. Owed by incident lead, Alder House, to Quality Manager, NHS England South East quality team/,
      /48 hours from Fri 26 Mar 20:15 GMT, every hour counts; the clocks go forward in between/,
      /D3 72-hour report shared\s*due Thu 1 Apr 2027 23:59 BST\. Owed by quality lead, Saltmarsh/,
      /3 working days from Fri 26 Mar; Sat 27, Sun 28 not counted; Mon 29 bank holiday/,
      /Rules: D1, D2, D3.* – N&Q 2021, Lead Provider duty 4 \(policy\)/,
    )
  })

  test('only the Lead Provider’s quality lead can learn who raised it', async () => {
    const others = await Promise.all(
      ['Gethin Okonjo', 'Farida Lochhead'].map((one) => stage.be(one)),
    )
    for (const person of others) {
      await goToCase(person, ALDER_HOUSE, confidential)
      await person.types(`/muster status ${confidential}`)
      await says(message(person.main, confidential), 'by someone in confidence')
      const all = await person.page.getByRole('article').allInnerTexts()
      expect(all.join('\n')).not.toContain('Amina')
    }
    const lead = await stage.be('Teodora Whitlock')

    await lead.types(`/muster status ${confidential}`)

    await says(message(lead.main, confidential), 'by Amina Farrow (Alder House) (in confidence)')
  })

  test('another sub-contractor’s people see nothing of it', async () => {
    const other = await stage.be('Shirin Castellane')
    expect(await other.page.getByRole('link', { name: /alder-house/ }).count()).toBe(0)

    await other.types('/muster status')
    await says(message(other.main, 'No open cases'))
    await other.types(`/muster status ${confidential}`)
    await says(
      message(other.main, 'Nothing was changed'),
      `There is no ${confidential} that you can see`,
    )
    await other.page.goto(`${stage.playground.address}/#/web/room/${ALDER_HOUSE}`)

    await other.main.getByRole('heading', { name: 'Home' }).waitFor()
    expect(await other.page.getByText('A fence panel').count()).toBe(0)
  })

  test('she can do all of it by keyboard alone', async () => {
    const { page, main } = await stage.be('Amina Farrow')
    await tabTo(page, 'Message or command')
    await page.keyboard.type('/incident')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Serious incident' }).waitFor()
    await tabTo(page, 'What happened?')
    await page.keyboard.type('A window could not be locked')
    await tabTo(page, 'Where?')
    await page.keyboard.type('Heron ward')
    for (const question of ['When did it happen?', 'When was it identified']) {
      await tabTo(page, `Now: ${question}`)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.type('2015')
      await page.keyboard.press('Tab')
    }
    await tabTo(page, 'Yes')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, 'What has been done so far?')
    await page.keyboard.type('It is watched')
    await tabTo(page, 'Yes')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, 'Report incident')
    await page.keyboard.press('Enter')

    await says(message(main, /^Recorded as/))
    const reference = message(main, /^Recorded: .* · Serious incident · Alder House/)
    await says(reference, 'Thank you.')
    expect(await page.getByRole('button', { name: /^You are Amina/ }).count()).toBe(1)
  })
})
