import { type Form, message, type Person } from './person.ts'

export const ALDER_HOUSE = 'alder-house-quality'
export const ORCHARD_VIEW = 'orchard-view-quality'

const GOOD_FRIDAY = '2027-03-26'

/** The nurse's form, filled in as far as it must be: occurred and identified at 20:15. */
export async function fillIncident(nurse: Person): Promise<Form> {
  await nurse.types('/incident')
  const form = await nurse.form('Serious incident')
  await form.write('What happened?', 'A fence panel in the garden came loose')
  await form.write('Where?', 'The ward garden')
  await form.at('When did it happen?', GOOD_FRIDAY, '20:15')
  await form.at('When was it identified as a serious incident?', GOOD_FRIDAY, '20:15')
  await form.write('What has been done so far?', 'Two of us stand at the fence')
  await form.choose('Is anyone in immediate danger?', 'No')
  await form.choose('Is it a safeguarding matter?', 'Not sure')
  return form
}

/** The reference of the case that was raised last, from the private answer. */
export async function referenceFor(raiser: Person): Promise<string> {
  const answer = message(raiser.main, /^Recorded as/).getByRole('heading')
  return (await answer.innerText()).replace('Recorded as ', '')
}

export async function reportIncident(nurse: Person): Promise<string> {
  const form = await fillIncident(nurse)
  await form.done()
  return referenceFor(nurse)
}

/** The same, while somebody is in danger: it asks whether a risk summit is needed. */
export async function reportDanger(nurse: Person): Promise<string> {
  const form = await fillIncident(nurse)
  await form.choose('Is anyone in immediate danger?', 'Yes')
  await form.done()
  return referenceFor(nurse)
}

/** Calls the teleconference of a case whose room stands open. */
export async function callTeleconference(lead: Person, incident: string): Promise<void> {
  await press(lead.main, incident, 'Convene…')
  const form = await lead.form('Call a meeting')
  await form.pick('Which meeting?', 'Teleconference (M3)')
  await form.group('Who is called?').waitFor()
  await form.write('Why is it called?', 'Agree who mends the fence')
  await form.send()
  await (await lead.form('Call them now?')).done()
}

/** Goes to the thread of a case in a room. */
export async function goToCase(person: Person, room: string, reference: string): Promise<void> {
  await person.goTo(new RegExp(`^${room}`))
  await person.openThread(reference)
}

export interface Scored {
  readonly consequence: RegExp
  readonly likelihood: RegExp
}

/** Two triggers with their evidence, and a risk score. */
export async function triage(
  lead: Person,
  { consequence, likelihood }: Scored = { consequence: /^3 /, likelihood: /^3 / },
): Promise<void> {
  await message(lead.thread, 'Please triage this case')
    .getByRole('button', { name: 'Triage' })
    .click()
  const form = await lead.form('Triage')
  await form.choose('Which of these are present?', /^T4 /)
  await form.choose('Which of these are present?', /^T5 /)
  await form.write('T4 – evidence', 'Five referrals this month, two are usual')
  await form.choose('T4 – new, rising or stable?', 'Rising')
  await form.write('T5 – evidence', 'A second incident this week')
  await form.choose('T5 – new, rising or stable?', 'New')
  await form.choose('How bad would it be?', consequence)
  await form.choose('How likely is it?', likelihood)
  await form.choose('Does anything need action today?', 'No')
  await form.done()
}

/** Presses a button of a message, by the message's title. */
export async function press(
  column: Person['main'],
  title: string | RegExp,
  name: string | RegExp,
): Promise<void> {
  await message(column, title).getByRole('button', { name }).click()
}

/** Records the SitRep and that the 72-hour report was shared, both just now. */
export async function shareReports(lead: Person, reference: string): Promise<void> {
  await press(lead.main, reference, 'D2 SitRep…')
  const sitrep = await lead.form('SitRep')
  await sitrep.write('Key issues', 'The garden is closed until the fence is mended')
  await sitrep.done()
  await shareReport(lead, reference)
}

export async function shareReport(lead: Person, reference: string): Promise<void> {
  await press(lead.main, reference, 'D3 72-hour report shared…')
  const report = await lead.form('72-hour report')
  await report.write('Where is the report kept?', 'Folder 12 of the quality share')
  await report.done()
}
