import { describe, expect, test } from 'vitest'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import {
  ENHANCED,
  everything,
  fieldIn,
  formIn,
  NHS_NUMBER,
  pressOn,
  raisedIncident,
  speaker,
  triaged,
  wordsOf,
} from './speaking.ts'

const DIGITS = NHS_NUMBER.replaceAll(' ', '')
/** Passes the checksum and lies in no range that is given to patients. */
const DOUBTFUL = '1000000001'

async function nothingKept(world: TestApp): Promise<void> {
  const stored = await everything(world)
  for (const written of [NHS_NUMBER, DIGITS, '999-000-0018']) expect(stored).not.toContain(written)
}

/** Every form with free text, filled in so that only the number stands against it. */
const FORMS: readonly [form: string, field: string, more: Record<string, string | string[]>][] = [
  ['concern', 'what', {}],
  ['concern', 'where', { what: 'A door.' }],
  ['incident', 'done', { what: 'A door.', where: 'Alder', occurred: '2027-03-26 20:15' }],
  ['triage', 'triggers__T3__evidence', ENHANCED],
  ['otherwise', 'reason', { level: 'routine' }],
  ['notUrgent', 'reason', {}],
  ['sitrep', 'issues', {}],
  ['report72', 'reference', {}],
  ['report72', 'summary', { reference: 'Shared drive' }],
  ['notified', 'reference', {}],
  ['lateReason', 'reason', {}],
  ['snooze', 'reason', { hours: '2' }],
  ['convene', 'why', { meeting: 'M3' }],
  ['panel', 'learning', { decision: 'close', chair: 'Quinn', qmPresent: 'yes', reason: 'Done.' }],
  ['panel', 'chair', { decision: 'close', qmPresent: 'yes', reason: 'Done.' }],
  ['closeConcern', 'outcome', { reason: 'Done.' }],
  ['becomeIncident', 'reason', { occurred: '2027-03-26 20:15', safeguarding: 'no' }],
  ['note', 'text', {}],
]

describe('an NHS number', () => {
  test.each(FORMS)(
    'in the form %s under %s is refused, and nothing is stored',
    async (form, field, more) => {
      const world = await openApp()
      const { id } = await raisedIncident(world)
      const quinn = speaker(world, 'quinn')
      const record = form === 'concern' || form === 'incident' ? {} : { record: id }
      const opened = formIn(await quinn.press({ do: 'open', form, ...record }))
      const before = await world.store.load(id)

      const answers = { ...more, [field]: `Bed 4, ${NHS_NUMBER}, was moved.` }
      const again = formIn(await quinn.fill(opened, { safeguarding: 'no', ...answers }))

      expect(fieldIn(again, field).error).toContain('looks like an NHS number')
      expect(fieldIn(again, field).error).not.toContain(NHS_NUMBER)
      expect(await world.store.load(id)).toEqual(before)
      expect(await world.store.list({ facets: { kind: 'case' } })).toHaveLength(1)
      await nothingKept(world)
    },
  )

  test.each([
    `note The patient is ${NHS_NUMBER}.`,
    `note ${DIGITS}`,
    `done StEIS ref ${DIGITS}`,
    `done D1 ref X at 20:20, patient ${NHS_NUMBER}`,
    `snooze 2h because 999-000-0018 is being moved`,
    `enhanced because ${NHS_NUMBER} fell`,
    `routine because ${NHS_NUMBER} fell`,
    `no because ${NHS_NUMBER} is safe`,
    `extend to Friday because ${NHS_NUMBER}`,
    `done D1 ${NHS_NUMBER} ${'x'.repeat(4000)}`,
    `accept because of ${DIGITS}, which is wrong`,
  ])('in the reply “%s” is refused privately, and nothing is stored', async (text) => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id, { urgent: 'yes' })
    const before = await world.store.load(id)
    const who = text.startsWith('done') || text.startsWith('have') ? 'ivan' : 'quinn'

    const words = wordsOf(world, await speaker(world, who).reply(id, text))

    expect(words).toContain('looks like an NHS number')
    expect(words).not.toContain(NHS_NUMBER)
    expect(await world.store.load(id)).toEqual(before)
    await nothingKept(world)
  })

  test.each([NHS_NUMBER, `He is ${NHS_NUMBER}, I think.`, `have it, for ${NHS_NUMBER}`])(
    'in the talk “%s” is not Muster’s, and is kept nowhere',
    async (text) => {
      const world = await openApp()
      const { id } = await raisedIncident(world)

      expect(await speaker(world, 'quinn').reply(id, text)).toEqual({ type: 'nothing' })
      await nothingKept(world)
    },
  )

  test('typed after a command is refused where it fills the form, and when that is handed in', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = formIn(await nia.command('concern', `${NHS_NUMBER} was moved`))
    expect(fieldIn(form, 'what').error).toContain('looks like an NHS number')

    const again = formIn(await nia.fill(form, {}))

    expect(fieldIn(again, 'what').error).toContain('looks like an NHS number')
    await nothingKept(world)
  })

  test('in place of a clock or a reference is not repeated and not kept', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)
    const ivan = speaker(world, 'ivan')

    for (const text of [
      `have ${reference} ${DIGITS}`,
      `status ${DIGITS}`,
      `note ${DIGITS}`,
      DIGITS,
    ])
      expect((await ivan.command('muster', text)).type).toBe('say')

    await nothingKept(world)
  })
})

describe('a number that may be one', () => {
  test('is asked about in a form, and passes with a reason that the history keeps', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.press({ do: 'open', form: 'note', record: id }))

    const asked = formIn(await quinn.fill(form, { text: `Order ${DOUBTFUL} came.` }))
    expect(fieldIn(asked, 'text').error).toMatch(/could be an NHS number.*say below what it is/s)
    expect(fieldIn(asked, 'text__sure').label).toContain('what is it?')
    expect(await everything(world)).not.toContain(DOUBTFUL)

    for (const no of ['yes', '  ', '?!', `The number ${DOUBTFUL}`]) {
      const again = formIn(await quinn.fill(asked, { text__sure: no }))
      expect(fieldIn(again, 'text__sure').error).toMatch(/what it is/)
    }
    expect(await everything(world)).not.toContain(DOUBTFUL)

    const said = await quinn.fill(asked, { text__sure: 'An order of bed linen' })
    expect(said.type).toBe('say')
    expect(world.web.says('web/room/willow', 'notice:1')).toContain(DOUBTFUL)
    const history = await world.store.history(id)
    expect(JSON.parse(history.at(-1)?.body ?? '{}')).toMatchObject({
      type: 'noted',
      confirmed: [
        {
          field: 'Note',
          looksLike: [{ kind: 'nhs-number', label: 'an NHS number' }],
          reason: 'An order of bed linen',
        },
      ],
    })
  })

  test('is not taken from a reply, which is told how to confirm it', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)

    const reply = await speaker(world, 'quinn').reply(id, `note Order ${DOUBTFUL} came.`)

    expect(wordsOf(world, reply)).toMatch(/Not recorded yet.*use the form[\s\S]*Add a note…/s)
    expect(await everything(world)).not.toContain(DOUBTFUL)
    if (reply.type !== 'say') throw new Error('Nothing was offered')
    const form = formIn(await speaker(world, 'quinn').press(pressOn(reply.message, 'Add')))
    expect(fieldIn(form, 'text').value).toBeUndefined()
  })

  test('in “done …” is confirmed in the form that records the same evidence', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const ivan = speaker(world, 'ivan')
    await world.moveTo('2027-03-26T21:30:00Z')

    const reply = await ivan.reply(id, `done StEIS ref ${DOUBTFUL} at 8.45pm`)

    expect(wordsOf(world, reply)).toContain('Not recorded yet')
    expect(await everything(world)).not.toContain(DOUBTFUL)
    if (reply.type !== 'say') throw new Error('Nothing was offered')
    const opened = formIn(await ivan.press(pressOn(reply.message, 'Open')))
    expect(fieldIn(opened, 'reference').value).toBeUndefined()
    const asked = formIn(await ivan.fill(opened, { reference: DOUBTFUL }))
    expect(fieldIn(asked, 'reference').error).toContain('could be an NHS number')
    await ivan.fill(asked, { reference__sure: 'The reference that StEIS gave' })
    const { clocks } = await world.record('case', id)
    expect(clocks.find(({ rule }) => rule === 'D1')).toMatchObject({
      state: 'met',
      metAt: '2027-03-26T20:45:00Z',
      reference: DOUBTFUL,
    })
  })

  test.each([
    [`done D3 ref ${DOUBTFUL} at 20:45`, 'report72', 'D3', 'reference', undefined],
    [`done D3 ref ${DOUBTFUL} at 20:45`, 'report72', 'D3', 'shared', '2027-03-26 20:45'],
    [`snooze D1 2h because ${DOUBTFUL} rings`, 'snooze', 'D1', 'reason', undefined],
    [`snooze D1 2h because ${DOUBTFUL} rings`, 'snooze', 'D1', 'hours', '2'],
    [`routine because ${DOUBTFUL} rang`, 'otherwise', undefined, 'reason', undefined],
  ])(
    'in “%s” is confirmed in the form %s, filled with all else',
    async (text, name, clock, field, value) => {
      const world = await openApp()
      const { id } = await raisedIncident(world)
      await triaged(world, id)
      await world.moveTo('2027-03-26T21:30:00Z')
      const quinn = speaker(world, 'quinn')

      const reply = await quinn.reply(id, text)

      if (reply.type !== 'say') throw new Error('Nothing was offered')
      const form = formIn(await quinn.press(pressOn(reply.message, 'Open')))
      expect(form.ticket).toMatchObject({ form: name, ...(clock ? { with: { clock } } : {}) })
      expect(fieldIn(form, field).value).toEqual(value)
    },
  )
})
