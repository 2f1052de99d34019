import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { message, type Person, says } from './person.ts'
import { openStage, type Stage } from './stage.ts'
import {
  ALDER_HOUSE,
  goToCase,
  ORCHARD_VIEW,
  press,
  reportIncident,
  shareReport,
  shareReports,
} from './story.ts'

let stage: Stage
let deputy: Person
let holder: Person
let lead: Person
let first: string
let second: string

async function moveClock(person: Person, how: string, to: string): Promise<void> {
  await person.page.getByRole('button', { name: how }).click()
  await person.page.getByRole('banner').getByText(to).waitFor()
}

describe.skipIf(!chromiumPath)('the story: the clocks run', () => {
  beforeAll(async () => {
    stage = await openStage()
    first = await reportIncident(await stage.be('Amina Farrow'))
    second = await reportIncident(await stage.be('Tomasz Ellery'))
    holder = await stage.be('Gethin Okonjo')
    deputy = await stage.be('Priya Lundgren')
    await goToCase(holder, ALDER_HOUSE, first)
    await goToCase(deputy, ALDER_HOUSE, first)
  })
  afterAll(() => stage?.close())

  test('the incident lead is told at once, and what nobody answers goes up to the deputy', async () => {
    await says(message(holder.thread, 'D1 StEIS alert: the clock has started'), 'Gethin Okonjo:')

    await moveClock(deputy, '+1 h', 'Fri 26 Mar 2027 21:2')

    const nudges = holder.thread
      .getByRole('article')
      .filter({ hasText: 'D1 StEIS alert: no answer' })
    await says(
      nudges.first(),
      'Gethin Okonjo, Priya Lundgren: StEIS alert is owed to Quality Manager',
    )
    await says(nudges.last(), 'Gethin Okonjo, Priya Lundgren, Marek Ashdown:')
    await deputy.goTo('Home')
    await says(deputy.main, 'D1 StEIS alert, due Sun 28 Mar 2027 21:15 BST')
    await deputy.main.getByRole('link', { name: first }).click()
    await deputy.thread.waitFor()
  })

  test('“I have it” stops the climb', async () => {
    await press(deputy.thread, 'D1 StEIS alert: no answer yet', 'I have it')

    await says(message(holder.thread, /^D1 StEIS alert: due Sun 28 Mar/), 'Priya Lundgren has it.')
    await moveClock(deputy, '+1 h', 'Fri 26 Mar 2027 22:2')
    expect(await holder.thread.getByText('Teodora Whitlock, Ruaridh').count()).toBe(0)
    expect(
      await holder.thread.getByRole('heading', { name: 'D1 StEIS alert: no answer yet' }).count(),
    ).toBe(1)
  })

  test('a snooze needs its reason, and says that the clock runs', async () => {
    await deputy.replies('snooze 2h')
    await says(message(deputy.thread, 'Nothing was changed'), 'Say how long and why')

    await deputy.replies('snooze 2h because the fence comes first')

    await says(
      message(holder.thread, 'D1 StEIS alert: nudges snoozed until Sat 27 Mar 2027 00:2'),
      'the fence comes first. The clock still runs: due Sun 28 Mar 2027 21:15 BST.',
    )
    expect(await holder.thread.getByText('Say how long and why').count()).toBe(0)
  })

  test('the reference is kept, the time is asked, and D1 is met at that time', async () => {
    await deputy.replies('done StEIS ref 2027/1234')
    await says(
      message(holder.thread, 'When was the Quality Manager notified?'),
      'Recorded: reference 2027/1234. D1 is judged on this time.',
      'Asked: Priya Lundgren',
    )

    await deputy.replies('21:10')

    await says(
      message(holder.thread, 'D1 StEIS alert: done, in time'),
      /Done Fri 26 Mar 2027 21:10 GMT, recorded Fri 26 Mar 2027 22:2\d GMT by Priya Lundgren/,
      'Reference 2027/1234.',
    )
    await says(message(holder.main, first), 'met Fri 26 Mar 2027 21:10 GMT, in time.')
  })

  test('where nothing was done the deadline passes, and what comes later is late', async () => {
    const late = await stage.be('Shirin Castellane')
    await goToCase(late, ORCHARD_VIEW, second)
    await moveClock(late, 'To the next deadline', 'Sun 28 Mar 2027 21:15 BST')
    await moveClock(late, '+1 h', 'Sun 28 Mar 2027 22:1')
    await says(
      message(late.thread, 'D1 StEIS alert is OVERDUE'),
      'It was due Sun 28 Mar 2027 21:15 BST.',
      'It can still be done',
    )

    await late.replies('done StEIS ref 2027/1235')
    await message(late.thread, 'When was the Quality Manager notified?').waitFor()
    await late.replies('22:05')

    await says(
      message(late.thread, 'D1 StEIS alert: done, LATE'),
      'Done Sun 28 Mar 2027 22:05 BST',
      'Reference 2027/1235.',
    )
    await says(message(late.main, second), 'met Sun 28 Mar 2027 22:05 BST, LATE.')
  })

  test('the quality lead calls the teleconference, with the seats that are offered', async () => {
    lead = await stage.be('Teodora Whitlock')
    await goToCase(lead, ALDER_HOUSE, first)
    await press(lead.main, first, 'Convene…')
    let form = await lead.form('Call a meeting')
    await form.pick('Which meeting?', 'Teleconference (M3)')
    const seats = form.group('Who is called?')
    await seats.waitFor()
    expect(await seats.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await form.choose('Who is called?', /^Provider: incident lead/)
    await form.choose('Who is called?', /^Provider: safeguarding lead/)
    await form.write('Why is it called?', 'Agree who mends the fence, and who watches it')
    await form.send()

    form = await lead.form('Call them now?')
    await says(
      form.dialog,
      'Nobody has been called yet. On confirmation 4 people are called.',
      'quality lead: Teodora Whitlock',
      'Quality Manager – Farida Lochhead',
      'incident lead: Gethin Okonjo',
      'safeguarding lead: Yusra Pemberley',
    )
    await form.done()

    await says(
      message(holder.thread, /^Teleconference: Alder House \(M-/),
      'Dial in: https://bridge.example.test/saltmarsh-quality or phone 01632 960101, code 4471',
      'Farida Lochhead: called, no answer yet',
    )
    const manager = await stage.be('Farida Lochhead')
    await manager.goTo('You and Muster')
    await press(manager.main, /^You are called: Teleconference/, 'Coming')
    await says(message(holder.thread, /^Teleconference: Alder House/), 'Farida Lochhead: coming')
  })

  test('the note closes it, and D4 is met', async () => {
    await press(lead.thread, /^Teleconference: Alder House/, 'Save call note…')
    const note = await lead.form('Teleconference note')
    await note.write('Who else took part?', 'Quality lead, Quality Manager, incident lead')
    await note.write('Mitigation', 'The garden stays closed')
    await note.done()

    await message(holder.thread, 'Teleconference held and recorded').waitFor()
    await says(message(holder.thread, 'D4 Teleconference: done'), 'Teodora Whitlock')
    await says(message(holder.thread, /^Teleconference: Alder House/), 'This meeting is over.')
    await says(
      message(holder.thread, /^Teleconference M-.*: teleconference note/),
      'Quality lead, Quality Manager, incident lead',
      'The garden stays closed',
    )
  })

  test('the SitRep and the report meet D2 and D3', async () => {
    await shareReports(lead, first)

    await message(holder.thread, 'D2 SitRep: done, in time').waitFor()
    await says(
      message(holder.thread, 'D3 72-hour report shared: done, in time'),
      'Reference Folder 12 of the quality share',
    )
  })

  test('a report that is shared without a SitRep breaches D2 at that moment', async () => {
    await goToCase(lead, ORCHARD_VIEW, second)

    await shareReport(lead, second)

    await message(lead.thread, 'D3 72-hour report shared: done, in time').waitFor()
    await message(lead.thread, 'D2 SitRep is OVERDUE').waitFor()
    await says(message(lead.main, second), 'OVERDUE since Sun 28 Mar 2027 22:1')
  })
})
