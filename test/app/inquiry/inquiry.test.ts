import { describe, expect, test } from 'vitest'
import { holds } from '../../../src/app/history.ts'
import { filesOf } from '../../../src/app/inquiry/files.ts'
import { inquiryFiles } from '../../../src/app/inquiry/hand-over.ts'
import { inquiryInto } from '../../../src/app/inquiry/inquiry.ts'
import { keepLedgerDay } from '../../../src/app/ledger/keep.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { incident, person } from '../../fixtures/cases.ts'
import { closedCase } from '../../fixtures/closed-case.ts'
import { note, raised, SLACK, WILLOW } from '../delivering.ts'
import { raisedIncident, speaker, wordsOf } from '../talk/speaking.ts'

async function textOf(world: TestApp, id: RecordId, name = 'inquiry.md'): Promise<string> {
  const inquiry = await inquiryInto(world.app, id)
  if (!inquiry) throw new Error('There is nothing to be written')
  return filesOf(inquiry).find((file) => file.name === name)?.text ?? ''
}

describe('the history of a case for an inquiry', () => {
  test('says of each entry who, with role and organisation, and the rule with its citation', async () => {
    const world = await openApp()
    const { id } = await closedCase(world)
    const text = await textOf(world, id)

    expect(text).toContain('Who: Nia Roberts, Willow House')
    expect(text).toContain('Who: Ivan Petrov, incident lead, Willow House')
    expect(text).toContain('Rule: D1 StEIS alert (N&Q 2021, Lead Provider duty 4)')
    expect(text).toContain('- Time: 48 hours')
    expect(text).toMatch(/Pack: provider-collaborative, version 1, kept as [\w\\-]{22,}/)
  })

  test('puts the time of evidence beside the time of recording, with the gap, in London time', async () => {
    const world = await openApp()
    const id = await raised(world)
    await world.moveTo('2027-03-28T09:00:00Z')
    const doneAt = '2027-03-27T21:00:00Z'
    const given = { clock: 'D1', doneAt, reference: '2027/1', form: null, answers: {} }
    await world.ask({ kind: 'case', type: 'evidence', by: person('ivan'), ...given }, id)

    const text = await textOf(world, id)
    expect(text).toContain('Recorded: Sun 28 Mar 2027 10:00 BST')
    expect(text).toContain('Done: Sat 27 Mar 2027 21:00 GMT, 12 h before it was recorded')
  })

  test('lists every message with when it was due, handed over and accepted, and its reference', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: { type: 'never', reason: 'The room is gone' }, times: 1 })
    const slack = world.channels.find(({ name }) => name === 'slack')
    slack?.trouble(SLACK, { with: { type: 'later', reason: 'It is busy' }, times: 1 })
    const id = await raised(world)
    await world.pass(30)

    const inquiry = await inquiryInto(world.app, id)
    const root = (place: string) =>
      inquiry?.messages.find((one) => one.place === place && one.slot === 'root')
    expect(root(WILLOW)).toMatchObject({ outcome: 'refused', why: 'The room is gone', ref: null })
    expect(root(SLACK)).toMatchObject({
      outcome: 'accepted',
      due: '2027-03-26T20:20:00Z',
      addedAt: '2027-03-26T20:20:00Z',
      firstTriedAt: '2027-03-26T20:20:00Z',
      acceptedAt: '2027-03-26T20:20:30Z',
      tries: 2,
      ref: expect.stringMatching(/^slack-/),
    })
    const nudge = inquiry?.messages.find(({ slot }) => slot === 'nudge:D1:1')
    expect(nudge).toMatchObject({ people: ['ivan'], due: '2027-03-26T20:20:00Z' })
  })

  test('keeps the proof of a first reminder however many messages follow', async () => {
    const world = await openApp()
    const id = await raised(world)
    for (let n = 0; n < 210; n += 1) await note(world, id, `Note ${n}`)

    const nudge = (await inquiryInto(world.app, id))?.messages.find(
      ({ slot, place }) => slot === 'nudge:D1:1' && place === SLACK,
    )
    expect(nudge).toMatchObject({
      outcome: 'accepted',
      acceptedAt: '2027-03-26T20:20:00Z',
      tries: 1,
    })
  }, 30_000)

  test('knows who held each role that day, who was away and who covered', async () => {
    const world = await openApp()
    const id = await raised(world)
    const willow = world.app.directory().organisations.find(({ slug }) => slug === 'willow')?.id
    if (!willow) throw new Error('Willow is not there')
    const by = person('wanda')
    const away = { person: 'ivan', from: '2027-03-27T00:00:00Z', until: '2027-04-10T00:00:00Z' }
    await world.ask({ kind: 'organisation', type: 'setLeave', by, ...away, cover: 'safia' }, willow)
    await world.moveTo('2027-03-27T10:00:00Z')
    const given = { doneAt: '2027-03-27T09:50:00Z', reference: 'R 1', form: null, answers: {} }
    await world.ask(
      { kind: 'case', type: 'evidence', by: person('ines'), clock: 'D1', ...given },
      id,
    )
    await world.moveTo('2027-03-27T10:05:00Z')
    const role = { role: 'incident-lead', holder: 'otto', deputy: null, onCall: null }
    await world.ask({ kind: 'organisation', type: 'appoint', by, ...role }, willow)

    const text = await textOf(world, id)
    expect(text).toContain(
      'Incident lead, Willow House: holder Ivan Petrov; deputy Ines Carvalho; on-call Otto Baptiste',
    )
    expect(text).toContain(
      'Incident lead, Willow House: holder Ivan Petrov (away, Safia Khan covered); deputy Ines Carvalho; on-call Otto Baptiste',
    )
    expect(text).not.toContain('holder Otto Baptiste')
  })

  test('never says who raised it in confidence, neither in words nor in the data', async () => {
    const world = await openApp()
    const answer = await world.ask(incident({ how: 'inConfidence' }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    const files = await inquiryFiles(world.app, referenceOf(answer.id))
    if (files.refused !== null) throw new Error(files.refused)

    const all = files.files.filter(({ name }) => name !== 'rules.json').map(({ text }) => text)
    for (const text of all) expect(text).not.toMatch(/Nia Roberts|person\/nia|"nia"/)
    expect(all.join()).toContain('Someone in confidence')
  })

  test('holds the entries as they are chained, the ledger and the verdict', async () => {
    const world = await openApp()
    const { id } = await closedCase(world)
    await keepLedgerDay(world.app)

    const lines = (await textOf(world, id, 'data.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const entries = lines.flatMap(({ entry, of }) =>
      of === referenceOf(id) && entry ? [entry] : [],
    )
    expect(entries.length).toBeGreaterThan(10)
    expect(entries.every(holds)).toBe(true)
    expect(await textOf(world, id)).toMatch(
      /Every entry is as it was written: \d+ of the case[\s\S]*The ledger of 2027-03-26 holds it with \d+ entries/,
    )
  })

  test('names what was changed instead', async () => {
    const world = await openApp()
    const id = await raised(world)
    const row = await world.store.row(id)
    const { entries = [] } = row ?? {}
    const forged = entries.map((one, n) => (n === 1 ? { ...one, body: `${one.body} ` } : one))
    const store = { ...world.store, row: async () => row && { ...row, entries: forged } }
    const inquiry = await inquiryInto({ ...world.app, store }, id)

    expect(inquiry?.chain.flaws).toEqual([expect.stringContaining('entry 2 was changed')])
  })

  test('is refused for what is no case, with a sentence', async () => {
    const world = await openApp()

    expect(await inquiryFiles(world.app, 'M-7K2M-9Q4X')).toEqual({
      refused: expect.stringContaining('neither the reference of a case'),
    })
    expect(await inquiryFiles(world.app, 'C-7K2M-9Q4X')).toEqual({
      refused: expect.stringContaining('There is no case'),
    })
  })
})

describe('/muster export', () => {
  test('gives the readable history to those who may read the case, and to nobody else', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)

    const told = wordsOf(
      world,
      await speaker(world, 'quinn').command('muster', `export ${reference}`),
    )
    expect(told).toContain(`${reference}: what happened`)
    expect(told).toContain('1. Raised')
    expect(told).toContain('Who: Nia Roberts, Willow House')
    expect(
      wordsOf(world, await speaker(world, 'faye').command('muster', `export ${reference}`)),
    ).toContain(`There is no ${reference} that you can see`)
  })
})
