import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { become, type Form, message, type Person, personAt, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import {
  ALDER_HOUSE,
  goToCase,
  ORCHARD_VIEW,
  press,
  referenceFor,
  reportIncident,
  shareReports,
  triage,
} from './story.ts'

let stage: Stage
let nurse: Person
let lead: Person
let incidentLead: Person
let incident: string

async function panelRecord(person: Person): Promise<Form> {
  await press(person.main, incident, 'Close…')
  const form = await person.form('Panel decision')
  await form.choose('What did the panel decide?', /^Close/)
  await form.write('Who chaired it?', 'The head of quality and safety')
  await form.choose('Was the Quality Manager there?', 'Yes')
  await form.write('Why?', 'The cause is known and put right')
  return form
}

describe.skipIf(!chromiumPath)('the story: cases are closed, and nothing is lost', () => {
  beforeAll(async () => {
    stage = await openStage()
    nurse = await stage.be('Amina Farrow')
    incident = await reportIncident(nurse)
    lead = await stage.be('Teodora Whitlock')
    incidentLead = await stage.be('Gethin Okonjo')
    await goToCase(lead, ALDER_HOUSE, incident)
    await goToCase(incidentLead, ALDER_HOUSE, incident)
  })
  afterAll(() => stage?.close())

  test('an incident that still owes something is not closed, and the form says what is missing', async () => {
    const { dialog, send } = await panelRecord(lead)

    await send()

    await says(
      dialog,
      'Not sent yet',
      'Still missing: D1 StEIS alert; D2 SitRep; D3 72-hour report shared. Record them first',
    )
    expect(await dialog.getByLabel('Why?').inputValue()).toBe('The cause is known and put right')
    await dialog.getByRole('button', { name: 'Put this form aside' }).click()
    await lead.page.getByText('Not sent: Panel decision').waitFor()
  })

  test('two tabs of one browser are two people, and each sees the other’s answer live', async () => {
    const page = await lead.page.context().newPage()
    await page.goto(stage.playground.address)
    await become(page, 'Gethin Okonjo')
    const other = personAt(page)
    await goToCase(other, ALDER_HOUSE, incident)

    await other.replies('done StEIS ref 2027/1234')
    await message(lead.thread, 'When was the Quality Manager notified?').waitFor()
    await other.replies('now')

    await message(lead.thread, 'D1 StEIS alert: done, in time').waitFor()
    await lead.page.getByRole('button', { name: 'You are Teodora Whitlock' }).waitFor()
    await page.close()
  })

  test('once nothing is owed the panel’s record closes it; the form that was put aside will do', async () => {
    await shareReports(lead, incident)
    const late = await stage.beCutOff('Kwabena Lisle')
    await goToCase(late, ALDER_HOUSE, incident)
    const stale = await panelRecord(late)

    await lead.page.getByRole('button', { name: 'Go on with it' }).click()
    const form = await lead.form('Panel decision')
    await form.done()

    await says(message(incidentLead.main, incident), /· CLOSED/, 'The cause is known and put right')
    await says(
      message(incidentLead.thread, 'Incident panel: close'),
      'The head of quality and safety',
    )
    await says(message(nurse.main, `News of ${incident}`), 'The incident panel has looked at what')

    await stale.send()
    await says(stale.dialog, 'Not sent yet', /closed/)
    await stale.dialog.getByRole('button', { name: 'Put this form aside' }).click()
    await press(late.main, incident, 'Convene…')
    await late.page.getByText('That button is not there any more.').waitFor()
  })

  test('a closed case asks for nothing but when StEIS was updated, and takes no answers', async () => {
    expect(
      await message(incidentLead.main, incident).getByRole('button', { name: '…' }).allInnerTexts(),
    ).toEqual(['StEIS updated…'])

    await incidentLead.replies('done StEIS ref 2027/9999')

    await says(message(incidentLead.thread, 'Nothing was changed'), /closed/)
  })

  test('a plain concern is closed by the quality lead with a reason, once it is triaged', async () => {
    const raiser = await stage.be('Tomasz Ellery')
    await raiser.types('/concern Two nights without a registered nurse on the ward')
    const concern = await raiser.form('Raise a concern')
    expect(await concern.dialog.getByLabel('What did you see or hear?').inputValue()).toBe(
      'Two nights without a registered nurse on the ward',
    )
    await concern.choose('Is anyone in immediate danger?', 'No')
    await concern.done()
    const reference = await referenceFor(raiser)
    await goToCase(lead, ORCHARD_VIEW, reference)

    await press(lead.main, reference, 'Close…')
    const form = await lead.form('Close the concern')
    await form.write('What may the person who raised it be told?', 'Two nurses start on Monday')
    await form.write('Why is it closed?', 'The rota is full again')
    await form.send()
    await says(form.dialog, 'This concern has not been triaged. Triage it first')
    await form.dialog.getByRole('button', { name: 'Put this form aside' }).click()
    await triage(lead, { consequence: /^2 /, likelihood: /^3 / })
    await message(lead.thread, /^The trigger tool recommends/).waitFor()
    await lead.replies('accept')
    await message(lead.thread, /^Decided/).waitFor()
    await lead.page.getByRole('button', { name: 'Go on with it' }).click()
    await (await lead.form('Close the concern')).done()

    await message(lead.thread, `${reference} is closed`).waitFor()
    await says(
      message(raiser.main, `News of ${reference}`),
      'What you raised has been closed. Outcome: Two nurses start on Monday',
    )
  })

  test('a restart of the process loses nothing, and the open tabs go on', async () => {
    await nurse.page.getByRole('button', { name: '+1 day' }).click()
    await nurse.page.getByRole('banner').getByText('Sat 27 Mar 2027').waitFor()

    await stage.playground.restart()

    await incidentLead.types(`/muster status ${incident}`)
    await says(
      message(incidentLead.main, `${incident} · Serious incident · Alder House · CLOSED`),
      'Reference 2027/1234.',
    )
    await incidentLead.page.getByRole('banner').getByText('Sat 27 Mar 2027').waitFor()
    const fresh = await stage.be('Amina Farrow')
    await fresh.goTo('You and Muster')
    await message(fresh.main, `News of ${incident}`).waitFor()
    const other = await reportIncident(fresh)
    await incidentLead.openThread(other)
    await message(incidentLead.thread, 'D1 StEIS alert: the clock has started').waitFor()
  })
})
