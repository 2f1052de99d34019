import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { message, type Person, PHONE, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const MARK = 'REHEARSAL – nothing here is real.'
const GOOD_FRIDAY = '2027-03-26'

let stage: Stage
let nurse: Person

/** Presses a button of the clock, once it stands below whatever has come: the one before is going. */
async function press(label: string): Promise<void> {
  await nurse.thread.getByRole('article').last().getByRole('button', { name: label }).click()
}

describe.skipIf(!chromiumPath)('a bank-holiday weekend is rehearsed on a phone', () => {
  beforeAll(async () => {
    stage = await openStage()
    nurse = await stage.be('Amina Farrow', PHONE)
  })
  afterAll(() => stage?.close())

  test('the help says how, and the command offers what there is', async () => {
    await nurse.goTo(/^You and Muster/)
    await nurse.types('/muster help')
    await says(message(nurse.main, 'What you can do here'), '/muster rehearse', 'a made-up case')

    await nurse.types('/muster rehearse')
    await message(nurse.main, 'What do you want to rehearse?')
      .getByRole('button', { name: 'Bank-holiday weekend: the clocks change (start here)' })
      .click()

    await says(
      message(nurse.main, 'The rehearsal begins'),
      MARK,
      'You play Oswin Tarrant',
      'Open it here: R-',
    )
  })

  test('its room tells in three sentences what is happening, who one is, and what to do first', async () => {
    await nurse.goTo(/^rehearsal-/)
    await nurse.openThread('REHEARSAL · Bank-holiday weekend')

    const first = message(nurse.thread, 'REHEARSAL · Bank-holiday weekend')
    await says(first, 'Good Friday evening', 'You play Oswin Tarrant', 'In the last message')
  })

  test('a reminder is taken by the one to whom it goes', async () => {
    await message(nurse.thread, 'D1 StEIS alert').getByRole('button', { name: 'I have it' }).click()
    await says(message(nurse.thread, 'D1 StEIS alert'), 'Oswin Tarrant has it')
  })

  test('what is due is done from the last message, as that person', async () => {
    await press('D1 StEIS alert…')
    const form = await nurse.form('Done')
    await says(form.dialog, 'You do this as Oswin Tarrant, incident lead.')
    await form.at('When', GOOD_FRIDAY, '20:20')
    await form.write('Reference', '2027/1234')
    await form.done()
    await says(message(nurse.thread, 'D1 StEIS alert: done, in time'), 'Reference 2027/1234')
  })

  test('the weekend is played at a press, and the score says what was in time and by which rule', async () => {
    await press('Play the weekend')
    await says(message(nurse.thread, 'It is Tue 30 Mar 2027 09:00 BST'), 'That was the story')

    await press('End it and see the score')

    const score = message(nurse.thread, 'Your score')
    await says(score, 'IN TIME – D1 StEIS alert', 'N&Q 2021, Lead Provider duty 4', 'Do it again')
  })

  test('nothing of it stands anywhere else, and live work knows nothing of it', async () => {
    await nurse.goTo(/^You and Muster/)
    await nurse.types('/muster status')
    await says(message(nurse.main, 'No open cases'), 'nothing open')
    expect(await nurse.main.getByText('larkspur-quality').count()).toBe(0)
  })
})
