import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { message, type Person, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import { ALDER_HOUSE, goToCase, ORCHARD_VIEW, press, reportIncident, triage } from './story.ts'

let stage: Stage
let nurse: Person
let lead: Person

describe.skipIf(!chromiumPath)('the story: the quality lead triages', () => {
  beforeAll(async () => {
    stage = await openStage()
    nurse = await stage.be('Amina Farrow')
    const reference = await reportIncident(nurse)
    lead = await stage.be('Teodora Whitlock')
    await goToCase(lead, ALDER_HOUSE, reference)
  })
  afterAll(() => stage?.close())

  test('somebody who may not triage is told who may', async () => {
    const other = await stage.be('Gethin Okonjo')
    await other.goTo(new RegExp(`^${ALDER_HOUSE}`))
    await other.openThread(/Serious incident/)
    await press(other.thread, 'Please triage this case', 'Triage')
    await says(
      other.thread,
      /Only the quality lead of Saltmarsh NHS Foundation Trust \(Teodora Whitlock.*\) may triage this case/,
    )
  })

  test('the form asks for evidence and direction of each trigger, and scores by descriptors', async () => {
    await press(lead.thread, 'Please triage this case', 'Triage')
    const form = await lead.form('Triage')
    expect(await form.dialog.getByLabel('T4 – evidence').count()).toBe(0)

    await form.choose('Which of these are present?', /^T4 /)

    await form.dialog.getByLabel('T4 – evidence').waitFor()
    await form.group('T4 – new, rising or stable?').waitFor()
    await says(
      form.group('How bad would it be?'),
      '5 Catastrophic',
      'Death, or lasting severe harm',
    )
    await says(form.group('How likely is it?'), '5 Almost certain', 'Will happen, perhaps often')
    await form.dialog.getByRole('button', { name: 'Put this form aside' }).click()
    await lead.page.getByRole('button', { name: 'Throw it away' }).click()
  })

  test('the tool recommends with its reasons; from 15 on it also asks about the urgent path', async () => {
    await triage(lead, { consequence: /^4 Major/, likelihood: /^4 Likely/ })

    await says(
      message(lead.thread, 'The trigger tool recommends: consider enhanced'),
      /2 triggers count: T4 \(More safeguarding referrals than usual\), T5 .*; 2 are enough/,
      'The risk score is 16; from 15 on the urgent path is offered.',
      'This is not the NHS England tool.',
      'Asked: Teodora Whitlock',
    )
    await message(lead.thread, 'Does this need a risk summit now?').waitFor()
  })

  test('she accepts by a reply, says why it is not urgent, and all see it without a reload', async () => {
    const watching = await stage.be('Gethin Okonjo')
    await watching.goTo(new RegExp(`^${ALDER_HOUSE}`))
    await watching.openThread(/Serious incident/)

    await lead.replies('accept')

    await says(
      message(watching.thread, 'Decided: enhanced, review pending'),
      'Teodora Whitlock (quality lead, Saltmarsh NHS Foundation Trust) accepted the recommendation',
    )
    await lead.replies('no because the fence is watched day and night')
    await says(
      message(watching.thread, /^Does this need a risk summit now\? · answered/),
      'not needed: the fence is watched day and night',
    )
    await says(
      message(watching.main, /Serious incident/),
      '16 of 25 (Extreme): consequence 4 × likelihood 4',
      'Enhanced, review pending, as the trigger tool recommended',
    )
    await says(message(watching.main, 'Alder House: Enhanced, review pending'), 'Teodora Whitlock')
  })

  test('the nurse is told the outcome', async () => {
    await says(
      message(nurse.main, /^News of C-/),
      'has looked at what you raised and has asked for closer oversight',
    )
  })

  test('in another case she chooses otherwise with a reason, by button', async () => {
    const other = await stage.be('Tomasz Ellery')
    await goToCase(lead, ORCHARD_VIEW, await reportIncident(other))
    await triage(lead)
    const late = await stage.beCutOff('Kwabena Lisle')
    await late.goTo(new RegExp(`^${ORCHARD_VIEW}`))
    await late.openThread(/Serious incident/)

    await press(lead.thread, /The trigger tool recommends/, 'Choose otherwise…')
    const form = await lead.form('Choose otherwise')
    await form.choose('What do you decide?', 'Stay on routine')
    await form.send()
    await says(form.dialog, 'Why: This is needed. Write a few words.')
    await form.write('Why?', 'The referrals are old ones, counted again')
    await form.done()

    await says(
      message(lead.thread, 'Decided: stay on routine'),
      'chose otherwise. The tool recommended “consider enhanced”. Reason: The referrals are old ones',
    )
    expect(await message(lead.thread, 'Does this need a risk summit').count()).toBe(0)

    await press(late.thread, /The trigger tool recommends/, 'Accept')
    await says(late.page.getByRole('alert').filter({ hasText: /./ }), /not there any more/)
  })
})
