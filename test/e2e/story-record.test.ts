import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNothingSerious } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { message, type Person, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import { ALDER_HOUSE, callTeleconference, goToCase, press, reportIncident } from './story.ts'

const DRAFT = /^Teleconference M-.*: teleconference note · DRAFT/
const SEALED = /^Teleconference M-.*: teleconference note · SEALED/

let stage: Stage
let lead: Person
let nurse: Person

describe.skipIf(!chromiumPath)('the story: the record of a meeting, and a code', () => {
  beforeAll(async () => {
    stage = await openStage()
    nurse = await stage.be('Amina Farrow')
    const incident = await reportIncident(nurse)
    lead = await stage.be('Teodora Whitlock')
    await goToCase(lead, ALDER_HOUSE, incident)
    await callTeleconference(lead, incident)
    await press(lead.thread, /^Teleconference: Alder House/, 'Save call note…')
    const note = await lead.form('Teleconference note')
    await note.write('Who else took part?', 'Quality lead and Quality Manager')
    await note.write('Mitigation', 'The garden stays closed')
    await note.done()
  })
  afterAll(() => stage?.close())

  test('it is a draft, and “Correct…” opens the form with what it says', async () => {
    await says(
      message(lead.thread, DRAFT),
      'It can be corrected until Wed 31 Mar 2027 23:59 BST; then it is sealed.',
      'The garden stays closed',
      'Lead Provider: quality lead – present – Teodora Whitlock: was there',
      'Farida Lochhead',
    )

    await press(lead.thread, DRAFT, 'Correct…')
    const form = await lead.form('Teleconference note')
    expect(await form.dialog.getByLabel('Mitigation').inputValue()).toBe('The garden stays closed')
    await form.write('Mitigation', 'The garden stays closed until Tuesday')
    await form.done()

    await says(message(lead.thread, DRAFT), 'closed until Tuesday', 'Corrected')
    await says(message(lead.thread, /record corrected$/), 'Teodora Whitlock', 'Mitigation')
    await expectNothingSerious(lead.page, 'the draft of a record')
  })

  test('once it is sealed nobody can change it, and an addendum stands beside it', async () => {
    await press(lead.thread, DRAFT, 'Seal now…')
    const seal = await lead.form('Seal the record')
    await says(seal.dialog, 'nobody can correct it, not even you')
    await seal.done()

    await says(message(lead.thread, SEALED), 'Sealed by Teodora Whitlock')
    await press(lead.thread, SEALED, 'Addendum…')
    const addendum = await lead.form('Addendum')
    await addendum.write('What is to be added?', 'The fence was mended on Monday')
    await addendum.done()
    await says(message(lead.thread, SEALED), 'ADDENDUM 1', 'The fence was mended on Monday')
  })

  test('the code of an anonymous concern is shown once, and nowhere after a reload', async () => {
    await nurse.types('/concern Nobody counts the keys')
    const form = await nurse.form('Raise a concern')
    await form.choose('Is anyone in immediate danger?', 'No')
    await form.choose('How do you want to be named?', /^Anonymously/)
    await form.done()
    const answer = message(nurse.main, /^Recorded as/)
    await says(answer, 'Keep it: it is shown only now')
    const code = /[A-Z]{4}(?:-[A-Z]{4}){3}/.exec(await answer.innerText())?.[0] ?? 'no code'

    await nurse.page.reload()
    await nurse.page.getByRole('button', { name: /^You are Amina/ }).waitFor()
    await nurse.goTo('You and Muster')

    expect(await nurse.page.getByText(code).count()).toBe(0)
    expect(await stage.playground.holds(code)).toBe(false)
    expect(await stage.playground.holds(code.replaceAll('-', '').toLowerCase())).toBe(false)
  })
})
