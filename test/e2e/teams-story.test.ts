import { afterAll, beforeAll, describe, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { emulatorPath } from './emulator/playground.ts'
import { openTeamsStage, type TeamsStage } from './emulator/stage.ts'
import type { Tab } from './emulator/tab.ts'
import { says } from './person.ts'

const GOOD_FRIDAY = '26, March, 2027'

describe.skipIf(!chromiumPath || !emulatorPath)('the story in Teams', () => {
  let stage: TeamsStage
  let nurse: Tab
  let lead: Tab
  let deputy: Tab

  beforeAll(async () => {
    stage = await openTeamsStage('2027-03-26T20:20:00Z', 3)
    nurse = stage.tab('Amina Farrow')
    lead = stage.tab('Teodora Whitlock')
    deputy = stage.tab('Priya Lundgren')
  }, 180_000)
  afterAll(() => stage?.close())

  test('a nurse reports an incident in her own chat with Muster', async () => {
    await stage.at('2027-03-26T20:20:00Z')
    await nurse.writes('incident')
    const form = await nurse.form('Serious incident')
    await form.write('What happened?', 'A fence panel in the garden came loose')
    await form.write('Where?', 'The ward garden')
    await form.at('When did it happen?', GOOD_FRIDAY, '20:15')
    await form.choose('Is anyone in immediate danger?', 'Yes')
    await form.update('Is anyone in immediate danger?')
    await says(form.card, 'Phone now. Do not wait for Muster.', 'Alder House on call 01632 960200')
    await form.choose('Is anyone in immediate danger?', 'No')
    await form.write('What has been done so far?', 'Two of us stand at the fence')
    await form.choose('Is it a safeguarding matter?', 'Not sure')
    await nurse.shot('form')
    await form.press('Report incident')

    await says(nurse.card(/^Recorded: C-/), 'Keep the reference')
    await nurse.shot('recorded')
  })

  test('the case stands in the channel of her provider with what is owed', async () => {
    await Promise.all([lead.goTo('Concerns'), deputy.goTo('Concerns')])
    await says(
      lead.card(/Serious incident/),
      'A fence panel in the garden came loose',
      /Raised:\s*Fri 26 Mar 2027 20:20 GMT by Amina Farrow/,
      'due Thu 1 Apr 2027 23:59 BST',
    )
    await lead.shot('case')
    await says(lead.card(/^D1 StEIS alert/), 'Gethin Okonjo')
    await lead.shot('thread')
  })

  test('the quality lead triages it, and accepts in the thread by calling Muster', async () => {
    await lead.press('Please triage', 'Triage')
    await lead.page.getByText('Triage: the form is in your own chat with Muster.').waitFor()
    await lead.goTo('Personal Chat')
    const form = await lead.form('Triage')
    await form.tick(/ T4 /)
    await form.tick(/ T5 /)
    await form.update('Which of these are present?')
    await form.write('T4 – evidence', 'Five referrals this month, two are usual')
    await form.choose('T4 – new, rising or stable?', 'Rising')
    await form.write('T5 – evidence', 'A second incident this week')
    await form.choose('T5 – new, rising or stable?', 'New')
    await form.choose('How bad would it be?', /^3 /)
    await form.choose('How likely is it?', /^3 /)
    await form.choose('Does anything need action today?', 'No')
    await lead.shot('triage')
    await form.press('See recommendation')
    await lead.page.getByText('The recommendation stands in the thread').waitFor()
    await lead.shot('triaged')

    await lead.goTo('Concerns')
    await lead.card(/The trigger tool recommends/).waitFor()
    await lead.shot('recommended')
    await lead.replies(/Serious incident/, 'accept')
    await says(lead.card('Decided: enhanced, review pending'), 'Teodora Whitlock')
    await lead.shot('decided')
  })

  test('nobody answers, so the deputy is asked; she has it, and waits with a reason', async () => {
    await stage.at('2027-03-26T20:50:00Z')
    await says(deputy.card(/^D1 StEIS alert: no answer yet/), 'Gethin Okonjo, Priya Lundgren')
    await deputy.shot('nudge')
    await deputy.press(/^D1 StEIS alert: no answer yet/, 'I have it')
    await says(deputy.card(/^D1 StEIS alert: due/), 'Priya Lundgren has it')
    await deputy.replies(/Serious incident/, 'snooze 2h because the ward comes first')
    await says(deputy.card('D1 StEIS alert: nudges snoozed'), 'The clock still runs')
    await deputy.shot('snoozed')
  })

  test('StEIS is done, and met at the time of the notification', async () => {
    await deputy.replies(/Serious incident/, 'done StEIS ref 2027/1234')
    await says(deputy.card('When was the Quality Manager notified?'), '2027/1234')
    await deputy.replies(/Serious incident/, '20:45')
    await says(lead.card('D1 StEIS alert: done'), /in time/, '20:45 GMT')
    await lead.shot('done')
  })

  test('the panel closes the case once everything is shared, and not before', async () => {
    const panel = await asked(lead, 'Close…', 'Panel decision')
    await panel.choose('What did the panel decide?', 'Close')
    await panel.write('Who chaired it?', 'Callum Oyinlola')
    await panel.choose('Was the Quality Manager there?', 'Yes')
    await panel.write('Why?', 'The cause is known and put right')
    await panel.press('Record decision')
    await says(panel.card, 'Not sent yet', 'Still missing: D2 SitRep; D3 72-hour report shared')
    await lead.shot('missing')

    const sitrep = await asked(lead, 'D2 SitRep…', 'SitRep')
    await sitrep.press('Record SitRep')
    await lead.card(/^Recorded on/).waitFor()
    const report = await asked(lead, 'D3 72-hour report shared…', '72-hour report')
    await report.write('Where is the report kept?', 'Folder 12 of the quality share')
    await report.press('Record sharing')
    await report.card.waitFor({ state: 'detached' })
    await panel.press('Record decision')

    await says(deputy.card(/CLOSED/), 'The cause is known and put right')
    await says(nurse.card(/^News of C-/), 'The incident panel has looked at what')
    await lead.goTo('Concerns')
    await lead.shot('closed')
    await nurse.shot('news')
  })

  test('a concern is raised in the dialog that the command opens', async () => {
    const dialog = await nurse.command('concern')
    await dialog.write('What did you see or hear?', 'Two nurses short on every night this week')
    await dialog.choose('Is anyone in immediate danger?', 'Yes')
    await nurse.shot('dialog')
    await dialog.press('Next')
    await says(dialog.card, 'Step 2 of 3', 'Alder House on call 01632 960200')
    await nurse.shot('dialog-second')
    await dialog.press('Next')
    await says(dialog.card, 'Step 3 of 3', 'Is it confidential?')
    await dialog.press('Raise concern')
    await says(dialog.card, /Recorded as C-/)

    await says(lead.card(/· Concern ·/), 'Two nurses short on every night this week')
    await lead.shot('concern')
  })

  /** Presses a button of the case; its form comes into her own chat. */
  async function asked(tab: Tab, button: string, title: string) {
    await tab.goTo('Concerns')
    await tab.press(/Serious incident/, button)
    await tab.goTo('Personal Chat')
    return tab.form(title)
  }
})
