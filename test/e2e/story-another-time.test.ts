import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNothingSerious } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { message, type Person, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import { ALDER_HOUSE, callTeleconference, goToCase, press, reportIncident } from './story.ts'

const CALL = /^Teleconference: Alder House/
const MOVED = /^Teleconference M-.*: another time/

let stage: Stage
let lead: Person
let manager: Person

describe.skipIf(!chromiumPath)('the story: another time', () => {
  beforeAll(async () => {
    stage = await openStage()
    const nurse = await stage.be('Amina Farrow')
    const incident = await reportIncident(nurse)
    lead = await stage.be('Teodora Whitlock')
    manager = await stage.be('Farida Lochhead')
    await goToCase(lead, ALDER_HOUSE, incident)
    await callTeleconference(lead, incident)
    await manager.goTo('You and Muster')
    await press(manager.main, /^You are called: Teleconference/, 'Coming')
    await message(lead.thread, CALL).getByText('Farida Lochhead: coming').waitFor()
  })
  afterAll(() => stage?.close())

  test('a meeting is given another time, with a reason; in the gap of the clocks it is refused', async () => {
    await press(lead.thread, CALL, 'Another time…')
    const form = await lead.form('Another time')
    await form.at('When does it start now?', '2027-03-28', '01:30')
    await form.write('Why?', 'The Quality Manager is at another site')
    await form.send()
    await says(form.dialog, '01:30')
    await form.at('When does it start now?', '2027-03-30', '10:00')
    await form.done()

    await says(
      message(lead.thread, CALL),
      'It starts Tue 30 Mar 2027 10:00 BST, and not as soon as it was called.',
      'Why: The Quality Manager is at another site',
      'Not yet: Farida Lochhead',
    )
  })

  test('whoever was called is told in a message of its own, and answers there', async () => {
    const told = message(manager.main, MOVED)
    await says(told, 'Answers for the old time do not count for the new one: please answer.')
    await expectNothingSerious(manager.page, 'another time')

    await told.getByRole('button', { name: 'Coming' }).click()

    await says(told, 'You answered at')
    await says(message(lead.thread, CALL), 'Answered for the new time: Farida Lochhead.')
  })

  test('the proof of notice says who opened it', async () => {
    const title = await message(lead.thread, CALL).getByRole('heading').first().innerText()
    const reference = /M-\w{4}-\w{4}/.exec(title)?.[0] ?? ''
    await lead.types(`/muster status ${reference}`)
    const line = lead.main.getByText(/^Farida Lochhead: told/).last()
    await line.waitFor()
    expect(await line.innerText()).toMatch(
      /accepted .*, opened .*; another time, told .* on Web, accepted .*, opened .*; answered “coming”/,
    )
  })
})
