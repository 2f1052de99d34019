import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNothingSerious } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { DESK, message, type Person, PHONE } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import { ALDER_HOUSE, fillIncident, goToCase, press, reportDanger, triage } from './story.ts'

let stage: Stage
let reference: string

async function look(person: Person, where: string): Promise<void> {
  const { page } = person
  await expectNothingSerious(page, where)
  const width = await page.evaluate('document.documentElement.scrollWidth')
  expect(width, `${where} fits its screen`).toBe(page.viewportSize()?.width)
}

async function formOf(person: Person): Promise<void> {
  const form = await fillIncident(person)
  await form.choose('Is anyone in immediate danger?', 'Yes')
  await form.write('Where?', '')
  await form.send()
  await form.dialog.getByText('Not sent yet').waitFor()
  await look(person, 'the form with a mistake')
  await form.dialog.getByRole('button', { name: 'Put this form aside' }).click()
}

async function summitOf(person: Person): Promise<void> {
  await person.goTo(/^risk-summit/)
  await message(person.main, /^Risk summit: Alder House/)
    .getByText(/^Seats: /)
    .waitFor()
  await look(person, 'the summit’s roll')
}

describe.skipIf(!chromiumPath)('the story’s screens', () => {
  beforeAll(async () => {
    stage = await openStage()
    const nurse = await stage.be('Amina Farrow')
    reference = await reportDanger(nurse)
    const lead = await stage.be('Teodora Whitlock')
    await goToCase(lead, ALDER_HOUSE, reference)
    await triage(lead)
    await press(lead.thread, 'Does this need a risk summit now?', 'Call a risk summit…')
    const meeting = await lead.form('Call a meeting')
    await meeting.write('Why is it called?', 'The fence cannot be mended before Tuesday')
    await meeting.send()
    await (await lead.form('Call them now?')).done()
  })
  afterAll(() => stage?.close())

  test.each([
    ['a phone in light', { ...PHONE, colorScheme: 'light' }],
    ['a phone in dark', { ...PHONE, colorScheme: 'dark' }],
    ['a desk in light', { ...DESK, colorScheme: 'light' }],
    ['a desk in dark', { ...DESK, colorScheme: 'dark' }],
  ] as const)('on %s nothing serious stands in anyone’s way', async (_, options) => {
    const lead = await stage.be('Teodora Whitlock', options)
    await look(lead, 'Home')
    await formOf(lead)
    await lead.goTo(new RegExp(`^${ALDER_HOUSE}`))
    await message(lead.main, reference).waitFor()
    await look(lead, 'the room')
    await lead.openThread(reference)
    await look(lead, 'the thread')
    await press(lead.thread, /^The trigger tool recommends/, 'It is no further reason…')
    const otherwise = await lead.form('Decide otherwise')
    await look(lead, 'another choice')
    await otherwise.dialog.getByRole('button', { name: 'Put this form aside' }).click()
    await summitOf(lead)
    await lead.page.context().close()
  })
})
