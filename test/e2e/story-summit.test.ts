import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNothingSerious } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { message, type Person, PHONE, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import { ALDER_HOUSE, goToCase, press, reportDanger } from './story.ts'

const SUMMIT = /^risk-summit/
const BRIEF = /^Risk summit: Alder House \(M-/
const SEALED = /risk summit record · SEALED$/
const CALLED = [
  'Cornelius Abara',
  'Hamza Trevithick',
  'Eluned Sarpong',
  'Lakshmi Dunmore',
  'Harriet Nwachukwu',
  'Samir Colquhoun',
  'Delroy Winspear',
  'Oluchi Brandreth',
  'Desmond Valcourt',
  'Pilar Winterbourne',
  'Teodora Whitlock',
]

let stage: Stage
let lead: Person
let council: Person
let deputy: Person

/** Who is in the room that stands open, as anybody in it can see. */
async function peopleOf(person: Person): Promise<string[]> {
  const people = person.main.getByRole('group').filter({ hasText: /\d+ people/ })
  await people.getByText(/\d+ people/).click()
  const lines = await people.getByRole('listitem').allInnerTexts()
  return lines.map((line) => CALLED.find((name) => line.startsWith(name)) ?? line).sort()
}

describe.skipIf(!chromiumPath)('the story: a risk summit', () => {
  beforeAll(async () => {
    stage = await openStage()
    const nurse = await stage.be('Amina Farrow')
    lead = await stage.be('Teodora Whitlock', PHONE)
    await goToCase(lead, ALDER_HOUSE, await reportDanger(nurse))
    council = await stage.be('Delroy Winspear')
    deputy = await stage.be('Magda Fairhurst')
  })
  afterAll(() => stage?.close())

  test('the preview shows every line, the posts in it, and which are empty; nobody is called yet', async () => {
    await press(lead.thread, 'Does this need a risk summit now?', 'Call a risk summit…')
    const first = await lead.form('Call a meeting')
    await first.write('Why is it called?', 'The fence cannot be mended before Tuesday')
    await first.send()

    const { dialog } = await lead.form('Call them now?')

    await says(
      dialog,
      'Nobody has been called yet. On confirmation 11 people are called.',
      'NHSE/I regional team – director: Cornelius Abara; medical director: Hamza Trevithick; nurse director: Eluned Sarpong',
      'Care Quality Commission – Lakshmi Dunmore',
      /Integrated care board .* – .*accountable officer or chief nurse: Harriet Nwachukwu; .*nominated director: Samir Colquhoun/,
      'Local authority – adult safeguarding lead: Delroy Winspear',
      /Provider of concern – .*chief executive: Oluchi Brandreth; .*board representative \(1 of up to 3\): Desmond Valcourt/,
      'Secretariat – senior manager of the chair’s organisation: Pilar Winterbourne',
      'Empty: General Medical Council; Nursing and Midwifery Council; Health Education England.',
    )
    const beginning = await dialog.getByText('Nobody has been called yet.').boundingBox()
    expect(beginning?.y, 'the preview is read from its beginning').toBeGreaterThan(0)
    expect(await council.page.getByRole('link', { name: SUMMIT }).count()).toBe(0)
  })

  test('on confirmation a private room stands open to exactly those who are called', async () => {
    const form = await lead.form('Call them now?')
    await form.done()
    await lead.goTo(SUMMIT)

    expect(await peopleOf(lead)).toEqual([...CALLED].sort())

    await council.page.getByRole('link', { name: SUMMIT }).waitFor()
    for (const outside of ['Gethin Okonjo', 'Farida Lochhead', 'Amina Farrow', 'Tomasz Ellery']) {
      const { page } = await stage.be(outside)
      expect(await page.getByRole('link', { name: SUMMIT }).count(), outside).toBe(0)
      await page.context().close()
    }
    expect(await deputy.page.getByRole('link', { name: SUMMIT }).count()).toBe(0)
  })

  test('the brief says what, how urgent and how to dial in; the chair is not confirmed', async () => {
    await council.goTo(SUMMIT)

    const brief = message(council.main, BRIEF)

    await says(
      brief,
      'Risk summit about Alder House. Urgent; it starts now.',
      'Dial in: https://bridge.example.test/saltmarsh-quality or phone 01632 960101, code 4471',
      'The fence cannot be mended before Tuesday',
      'Chair not confirmed. Asked: Cornelius Abara. Nothing waits for it.',
    )
  })

  test('the roll lists each seat, and the empty ones with why', async () => {
    await council.openThread(BRIEF)

    await says(
      message(council.main, BRIEF),
      'Teodora Whitlock: coming',
      'Delroy Winspear: called, no answer yet',
      'General Medical Council – empty – required: the organisation is not in the directory',
      'Empty seats: General Medical Council; Nursing and Midwifery Council; Health Education England.',
    )
  })

  test('the chair’s organisation confirms, and all see it', async () => {
    const director = await stage.be('Cornelius Abara')
    await director.goTo('You and Muster')

    await press(director.main, /^Who chairs: Risk summit/, 'I chair it')

    await says(message(council.main, BRIEF), 'Chair: Cornelius Abara, confirmed.')
    expect(await council.main.getByText('Chair not confirmed').count()).toBe(0)
    await says(message(council.main, BRIEF), 'director – Cornelius Abara: coming')
  })

  test('a decline calls the deputy at once', async () => {
    await council.goTo('You and Muster')
    await press(council.main, /^You are called: Risk summit/, 'Cannot come…')
    const form = await council.form('Cannot come')
    await form.write('Reason, if you wish to give one', 'On leave')
    await form.done()

    await deputy.page.getByRole('link', { name: SUMMIT }).waitFor()
    await deputy.goTo('You and Muster')
    await says(
      message(deputy.main, /^You are called: Risk summit/),
      'Local authority: adult safeguarding lead (deputy)',
    )
    await deputy.goTo(SUMMIT)
    await deputy.openThread(BRIEF)
    await says(
      message(deputy.main, BRIEF),
      'Delroy Winspear: apologies (On leave); Magda Fairhurst, deputy: called, no answer yet',
    )
  })

  test('somebody may be sent instead, out of one’s own colleagues', async () => {
    const inspector = await stage.be('Lakshmi Dunmore', PHONE)
    await inspector.goTo('You and Muster')
    await press(inspector.main, /^You are called: Risk summit/, 'Send a deputy…')
    const form = await inspector.form('Send a deputy')
    expect(await form.group('Who goes for you?').getByRole('radio').count()).toBe(2)

    await form.choose('Who goes for you?', /^Petroc Anderssen/)
    await form.done()

    await says(
      message(deputy.main, BRIEF),
      'Lakshmi Dunmore: sends a deputy; Petroc Anderssen, sent as deputy: called, no answer yet',
    )
  })

  test('the deputy answers in the room’s thread; the record ends the summit', async () => {
    await deputy.replies('coming')
    await says(message(deputy.main, BRIEF), 'Magda Fairhurst, deputy: coming')

    await press(lead.main, BRIEF, 'Save summit record…')
    const record = await lead.form('Risk summit record')
    await record.write('What did the summit conclude?', 'The ward takes nobody new until Tuesday')
    await record.done()

    await says(message(deputy.main, BRIEF), 'This meeting is over.')
    await says(
      message(deputy.thread, /^Risk summit M-.*: risk summit record/),
      'The ward takes nobody new until Tuesday',
    )
  })

  test('once the record is sealed the room is closed: it is read, and what is added reaches each in private', async () => {
    await press(lead.thread, /risk summit record · DRAFT$/, 'Seal now…')
    await (await lead.form('Seal the record')).done()

    await deputy.page.getByRole('link', { name: /^risk-summit.* \(closed\)/ }).waitFor()
    await deputy.main.getByText('This room is closed: it can be read').first().waitFor()
    await says(message(deputy.main, BRIEF), 'What comes after is told to each person in private.')
    await says(message(deputy.thread, SEALED), 'Sealed by Teodora Whitlock')
    for (const box of ['Message or command', 'Reply in this thread'])
      expect(await deputy.page.getByLabel(box).isVisible(), box).toBe(false)
    await expectNothingSerious(deputy.page, 'a room that is closed')

    await press(lead.thread, SEALED, 'Addendum…')
    const addendum = await lead.form('Addendum')
    await addendum.write('What is to be added?', 'The fence was mended on Monday')
    await addendum.done()
    await deputy.goTo('You and Muster')
    await says(message(deputy.main, /addendum 1$/), 'The fence was mended on Monday')
  })
})
