import { describe, expect, test } from 'vitest'
import { formIn, speaker, wordsOf } from '../../../app/talk/speaking.ts'
import { openApp } from '../../../fixtures/app.ts'
import { convening, incident } from '../../../fixtures/cases.ts'
import { sent } from '../../../fixtures/life.ts'
import { conflict, later, letBack, now, openVoting } from '../decision/deciding.ts'
import { person } from '../meeting.ts'

const asPerson = (who: string) => ({ type: 'actor', actor: person(who) }) as const
const wholeOf = (slug: string) => ({ type: 'organisation', slug }) as const
const JUDGEMENT = 'The north unit stays shut.'

/** Recorded while conflicts of interest were declared for these. */
function recorded(...whose: Parameters<typeof conflict>[0][]) {
  const life = openVoting()
  for (const one of whose) life.ask(now, conflict(one, 'rhea'))
  const record = { form: 'riskSummitRecord', answers: { judgement: JUDGEMENT } }
  const held = { by: person('rhea'), heldAt: now, ...record }
  const { refusal } = life.ask(later, { kind: 'meeting', type: 'record', ...held })
  if (refusal) throw new Error(refusal.message)
  return life
}

describe('a conflict of interest once the meeting is recorded', () => {
  test('keeps its holder from the record, and says what was so and who may let them read it', () => {
    const life = recorded('wanda')

    for (const slot of ['roll', 'prompt:seat-wanda']) {
      const seen = life.says(slot, asPerson('wanda'))
      expect(seen).toContain(
        'A conflict of interest was declared for you. You were out of the closed part: what was said, decided and recorded is not shown to you.',
      )
      expect(seen).toContain('Whoever calls or chairs it can let you read it. Ask ')
      expect(seen).toContain('Rhea Dutta')
      expect(seen).not.toMatch(/until|deputy|meanwhile|north unit/)
    }
  })

  test('is ended then too, by whoever calls or chairs it: they read the record, and are told so in private', () => {
    const life = recorded('wanda')
    expect(life.ask(later, letBack(1, 'wanda')).refusal?.code).toBe('notYours')
    expect(life.ask(later, letBack(1, 'mick')).refusal?.code).toBe('notYours')

    const happened = life.ask(later, letBack(1))

    expect(happened.refusal).toBeUndefined()
    const { length } = life.record().notices
    expect(sent(happened)).toContain(`web/person/wanda notice:${length}`)
    expect(life.says(`notice:${length}`, asPerson('wanda'))).toContain(
      'They may read it all now: “/muster status M-7K2M-9Q4X”.',
    )
    expect(life.says('root', asPerson('wanda'))).toContain(JUDGEMENT)
    expect(life.says('prompt:seat-wanda')).not.toContain('conflict of interest')
    expect(life.ask(later, letBack(1)).refusal?.message).toContain('They were let in again at')
  })

  test('is ended with a button for each that stands, until none does', () => {
    const life = recorded('wanda', wholeOf('willow'))
    expect(life.says('root', asPerson('rhea'))).toContain('Let Wanda Mensah read the record…')
    expect(life.says('root', asPerson('rhea'))).toContain('Let Willow House read the record…')

    const happened = life.ask(later, letBack(1))
    expect(sent(happened).filter((one) => one.startsWith('web/person/wanda'))).toEqual([])
    expect(life.says('root', asPerson('wanda'))).toContain('declared for Willow House')

    life.ask(later, letBack(2))
    expect(life.says('root', asPerson('rhea'))).not.toContain('read the record…')
    expect(life.says('root', asPerson('wanda'))).toContain(JUDGEMENT)
  })
})

test('whoever is let in once the record is sealed reads it when they look it up', async () => {
  const app = await openApp({ channels: ['web'], startsAt: '2027-08-14T07:55:00Z' })
  const raised = await app.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  await app.ask(convening(), raised.id)
  const meeting = (await app.record('case', raised.id)).meetings[0]?.meeting
  if (!meeting) throw new Error('No meeting was called')
  await app.ask(conflict('wanda', 'wanda'), meeting)
  const record = { form: 'riskSummitRecord', heldAt: app.app.now(), by: person('quinn') } as const
  const answers = { judgement: JUDGEMENT }
  await app.ask({ kind: 'meeting', type: 'record', ...record, answers }, meeting)
  await app.ask({ kind: 'meeting', type: 'seal', by: person('quinn') }, meeting)

  const form = formIn(
    await speaker(app, 'quinn').press({
      do: 'open',
      form: 'returnFromConflict',
      record: meeting,
      with: { conflict: '1' },
    }),
  )
  const filled = { conflict: '1', reason: 'The building is sold.' }
  const done = wordsOf(app, await speaker(app, 'quinn').fill(form, filled))

  expect(done).toContain('Recorded on')
  const words = `status ${(await app.record('meeting', meeting)).id.replace('meeting-', 'M-')}`
  expect(wordsOf(app, await speaker(app, 'wanda').command('muster', words))).toContain(JUDGEMENT)
  expect(app.complaints).toEqual([])
})
