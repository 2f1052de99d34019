import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { message, type Person, PHONE, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import { ALDER_HOUSE, goToCase, press, reportDanger } from './story.ts'

const SUMMIT = /^risk-summit/
const BRIEF = /^Risk summit: Alder House \(M-/

let stage: Stage
let lead: Person
let doctor: Person
let owner: Person

describe.skipIf(!chromiumPath)('the story: an action of a risk summit', () => {
  beforeAll(async () => {
    stage = await openStage()
    const nurse = await stage.be('Amina Farrow')
    lead = await stage.be('Teodora Whitlock')
    await goToCase(lead, ALDER_HOUSE, await reportDanger(nurse))
    await press(lead.thread, 'Does this need a risk summit now?', 'Call a risk summit…')
    const call = await lead.form('Call a meeting')
    await call.write('Why is it called?', 'The fence cannot be mended before Tuesday')
    await call.write('Agenda', 'The fence\nObservation at night')
    await call.write('Papers (links)', 'Photographs: https://papers.example.org/fence')
    await call.send()
    const preview = await lead.form('Call them now?')
    await preview.done()
    await lead.goTo(SUMMIT)
  })
  afterAll(() => stage?.close())

  test('the brief has the agenda, the papers and what is known', async () => {
    await says(
      message(lead.main, BRIEF),
      'Observation at night',
      'https://papers.example.org/fence',
      'What is known of the provider',
    )
  })

  test('whoever was called asks an organisation, with an owner and a day', async () => {
    doctor = await stage.be('Hamza Trevithick', PHONE)
    await doctor.goTo(SUMMIT)
    await message(doctor.main, BRIEF).getByRole('button', { name: 'Ask for an action…' }).click()
    const form = await doctor.form('Ask for an action')
    await form.write('What is to be done?', 'Mend the fence and guard it until then')
    await form.choose('Which organisation is asked?', 'Alder House')
    await form.choose('Who could own it?', 'Gethin Okonjo, Incident lead')
    await form.write('By which day?', '2027-04-06')
    await form.write('What will show that it is done?', 'A photograph of the fence')
    await form.done()
  })

  test('the owner, who was not called, accepts it in private and says that it is done', async () => {
    owner = await stage.be('Gethin Okonjo', PHONE)
    expect(await owner.page.getByRole('link', { name: SUMMIT }).count()).toBe(0)
    await owner.goTo(/^You and Muster/)
    const asked = message(owner.main, /^Action 1 for Alder House/)
    await says(asked, 'Mend the fence and guard it until then', 'Tue 6 Apr 2027')
    await asked.getByRole('button', { name: 'Accept', exact: true }).click()
    await says(message(owner.main, /accepted, due Tue 6 Apr 2027/), 'Gethin Okonjo')
    await message(owner.main, /^Action 1/)
      .getByRole('button', { name: 'Done…' })
      .click()
    const form = await owner.form('It is done')
    await form.write('What shows it?', 'https://papers.example.org/fence-mended')
    await form.done()
  })

  test('whoever called it signs it off', async () => {
    await lead.goTo(/^You and Muster/)
    const asked = message(lead.main, /^Action 1 for Alder House: done\. Is it enough/)
    await says(asked, 'https://papers.example.org/fence-mended')
    await asked.getByRole('button', { name: 'Sign off' }).click()
    await lead.goTo(SUMMIT)
    await says(message(lead.main, BRIEF), 'signed off')
  })
})
