import { afterAll, beforeAll, describe, test } from 'vitest'
import { expectNothingSerious } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { message, type Person, PHONE, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import { ALDER_HOUSE, goToCase, press, reportDanger } from './story.ts'

const SUMMIT = /^risk-summit/
const BRIEF = /^Risk summit: Alder House \(M-/
const DECISION = /decision 1, /

let stage: Stage
let lead: Person
let doctor: Person
let director: Person

describe.skipIf(!chromiumPath)('the story: a decision of a risk summit', () => {
  beforeAll(async () => {
    stage = await openStage()
    const nurse = await stage.be('Amina Farrow')
    lead = await stage.be('Teodora Whitlock')
    await goToCase(lead, ALDER_HOUSE, await reportDanger(nurse))
    await press(lead.thread, 'Does this need a risk summit now?', 'Call a risk summit…')
    const call = await lead.form('Call a meeting')
    await call.write('Why is it called?', 'The fence cannot be mended before Tuesday')
    await call.send()
    await (await lead.form('Call them now?')).done()
    await lead.goTo(SUMMIT)
    doctor = await stage.be('Hamza Trevithick', PHONE)
    await doctor.goTo(SUMMIT)
    director = await stage.be('Oluchi Brandreth', PHONE)
    await director.goTo(SUMMIT)
  })
  afterAll(() => stage?.close())

  test('whoever called it puts a question to the vote of those whom it affects', async () => {
    await press(lead.main, BRIEF, 'Put to a decision…')
    const form = await lead.form('Put to a decision')
    await form.write('What is to be decided?', 'The ward takes nobody new until the fence stands.')
    await form.choose('Whom does it affect?', /^Alder House/)
    await form.choose('Whom does it affect?', /^NHS England South East/)
    await form.choose('How is it decided?', /^Joint committee/)
    await form.choose('Does it bind?', 'Yes, it is a decision')
    await expectNothingSerious(lead.page, 'the form of a decision')
    await form.done()
    for (const person of [lead, doctor, director]) await person.openThread(BRIEF)
    await says(message(doctor.thread, DECISION), 'takes nobody new until the fence stands')
  })

  test('each of them votes once by button, and everybody sees who has', async () => {
    await message(doctor.thread, DECISION).getByRole('button', { name: 'For', exact: true }).click()
    await says(message(lead.thread, DECISION), 'Hamza Trevithick')
    await message(director.thread, DECISION)
      .getByRole('button', { name: 'Against', exact: true })
      .click()
    await says(message(lead.thread, DECISION), 'Oluchi Brandreth')
    await expectNothingSerious(doctor.page, 'a vote on a phone')
  })

  test('whoever it does not affect is told in private why they have no vote', async () => {
    await message(lead.thread, DECISION).getByRole('button', { name: 'For', exact: true }).click()
    await says(message(lead.thread, 'Nothing was changed'), 'is not one of them')
  })

  test('a tie does not pass: it is in dispute, with who resolves it and by when', async () => {
    await press(lead.thread, DECISION, 'Close the vote…')
    const form = await lead.form('Close the vote')
    await form.write('What are the reasons for this decision?', 'Both were heard.')
    await form.done()
    await says(message(director.thread, /decision 1 has not passed/), 'A tie does not pass.')
    await says(message(lead.thread, /decision 1 is in dispute/), 'Harriet Nwachukwu')
  })

  test('whoever has a conflict of interest leaves the room', async () => {
    await message(lead.main, /^Risk summit: /)
      .getByRole('button', { name: 'Conflict of interest…' })
      .click()
    const form = await lead.form('Conflict of interest')
    await form.pick('Whose is it?', 'Hamza Trevithick, NHS England South East quality team')
    await form.write('What is it?', 'His brother owns the firm that mends the fence.')
    await form.done()
    await doctor.page.getByRole('link', { name: SUMMIT }).waitFor({ state: 'detached' })
  })
})
