import { describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/app/conversation.ts'
import { placeKey } from '../../../src/core/effect.ts'
import type { Answers } from '../../../src/core/message/form.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { providerId, type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import {
  buttonsOf,
  fieldIn,
  formIn,
  pressOn,
  raisedIncident,
  speaker,
  standingIn,
  triaged,
  wordsOf,
} from './speaking.ts'

/** Sat 14 Aug 2027 08:55 BST. */
const STARTS = '2027-08-14T07:55:00Z'
const ASKED: Answers = {
  what: 'Put a second nurse on each night shift.',
  of: 'willow',
  owner: 'ivan',
  due: '2027-09-03',
  evidence: 'The rota of four weeks.',
  risk: 'Patients were found without observation.',
}

async function called(world: TestApp, meeting: string, more: Answers = {}) {
  const { id } = await raisedIncident(world, { identifiedAt: STARTS, occurredAt: STARTS })
  const quinn = speaker(world, 'quinn')
  const open = { do: 'open', form: 'convene', record: id, with: { meeting } } as const
  const form = formIn(await quinn.press(open))
  const preview = formIn(await quinn.fill(form, { why: 'A grave risk.', ...more }))
  const said = await quinn.fill(preview, {})
  if (said.type !== 'say') throw new Error(wordsOf(world, said))
  const [found] = await world.store.list({ facets: { kind: 'meeting', case: id } })
  if (!found) throw new Error('No meeting was called')
  return { kase: id, meeting: found.id }
}

async function asked(world: TestApp, meeting: RecordId, more: Answers = {}): Promise<Reply> {
  const rhea = speaker(world, 'rhea')
  const command = await rhea.command('muster', `action ${referenceOf(meeting)}`)
  return rhea.fill(formIn(command), { ...ASKED, ...more })
}

/** What somebody reads in a slot in private. */
function toldIn(world: TestApp, who: string, slot: string): string {
  const message = messageTo(world, who, slot)
  return message ? plainMessage(message, world.app.directory()) : ''
}

function messageTo(world: TestApp, who: string, slot: string) {
  return standingIn(world, slot, placeKey({ channel: 'web', to: { type: 'person', person: who } }))
}

async function actionOf(world: TestApp, meeting: RecordId, n = 1) {
  const action = (await world.record('meeting', meeting)).actions?.find((one) => one.n === n)
  if (!action) throw new Error(`There is no action ${n}`)
  return action
}

describe('an action of a risk summit', () => {
  test('is asked for, declined, asked again, accepted, reminded of, done, given back, signed off, and carried while it is open', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { meeting } = await called(world, 'M1')
    const [ivan, rhea, quinn, wanda] = ['ivan', 'rhea', 'quinn', 'wanda'].map((who) =>
      speaker(world, who),
    )
    if (!ivan || !rhea || !quinn || !wanda) throw new Error('Somebody is missing')

    expect(wordsOf(world, await asked(world, meeting))).toContain('asked in private')
    expect(toldIn(world, 'ivan', 'action:1')).toContain('Ivan Petrov: please accept it')
    expect(wordsOf(world, await ivan.command('muster', 'mine'))).toContain('Put a second nurse')

    const decline = pressOn(messageTo(world, 'ivan', 'action:1'), 'Decline')
    await ivan.fill(formIn(await ivan.press(decline)), { reason: 'Nobody can be hired by then.' })
    expect(toldIn(world, 'rhea', 'nudge:action-1:1')).toContain('Nobody can be hired by then')

    const again = pressOn(messageTo(world, 'rhea', 'nudge:action-1:1'), 'Ask again')
    const form = formIn(await rhea.press(again))
    expect(fieldIn(form, 'what').value).toBe(ASKED.what)
    expect(fieldIn(form, 'of')).toMatchObject({ options: [{ value: 'willow' }] })
    await rhea.fill(form, { due: '2027-09-10' })
    expect(toldIn(world, 'ivan', 'nudge:action-1:2')).toContain('asked for by Fri 10 Sep 2027')

    await ivan.press(pressOn(messageTo(world, 'ivan', 'nudge:action-1:2'), 'Accept'))
    expect(await actionOf(world, meeting)).toMatchObject({ state: 'accepted', owner: 'ivan' })

    await world.moveTo('2027-09-09T08:00:00Z')
    expect(toldIn(world, 'ivan', 'nudge:action-1:3')).toContain('due Fri 10 Sep 2027')

    await ivan.press(pressOn(messageTo(world, 'ivan', 'nudge:action-1:3'), 'I have it'))
    const done = pressOn(messageTo(world, 'ivan', 'nudge:action-1:3'), 'Done')
    await ivan.fill(formIn(await ivan.press(done)), { evidence: 'The rota of two weeks.' })
    expect(wordsOf(world, await quinn.command('muster', 'mine'))).toContain('waits for a sign-off')

    const enough = pressOn(messageTo(world, 'quinn', 'nudge:action-1:4'), 'Not enough')
    await quinn.fill(formIn(await quinn.press(enough)), { reason: 'Four weeks were asked for.' })
    expect(toldIn(world, 'ivan', 'nudge:action-1:5')).toContain('Four weeks were asked for.')

    const second = await called(world, 'M3')
    const brief = standingIn(world, 'roll')
    expect(brief && plainMessage(brief, world.app.directory())).toContain('Put a second nurse')

    const willow = await world.record('provider', providerId('willow'))
    expect(willow.actions).toMatchObject([{ meeting, n: 1, state: 'accepted' }])
    const provider = wordsOf(world, await quinn.command('muster', 'status willow'))
    expect(provider).toContain('Open actions of its meetings:')

    await ivan.fill(formIn(await ivan.press(done)), { evidence: 'The rota of four weeks.' })
    await quinn.press(pressOn(messageTo(world, 'quinn', 'nudge:action-1:6'), 'Sign off'))
    expect((await actionOf(world, meeting)).state).toBe('signedOff')
    expect(wordsOf(world, await ivan.command('muster', 'mine'))).not.toContain('second nurse')
    expect((await world.record('provider', providerId('willow'))).actions).toEqual([])

    await world.moveTo('2027-09-20T08:00:00Z')
    const third = await called(world, 'M3')
    expect((await world.record('meeting', third.meeting)).brief?.actions).toEqual([])
    expect((await world.record('meeting', second.meeting)).brief?.actions).toHaveLength(1)
    expect(world.complaints).toEqual([])
  })

  test('that was declined is asked of another organisation by a button, which lets the first go', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { meeting } = await called(world, 'M1')
    await asked(world, meeting)
    const [ivan, rhea] = [speaker(world, 'ivan'), speaker(world, 'rhea')]
    const decline = pressOn(messageTo(world, 'ivan', 'action:1'), 'Decline')
    await ivan.fill(formIn(await ivan.press(decline)), { reason: 'Nobody can be hired by then.' })

    const other = pressOn(messageTo(world, 'rhea', 'nudge:action-1:1'), 'Ask another organisation…')
    const form = formIn(await rhea.press(other))
    expect(fieldIn(form, 'what').value).toBe(ASKED.what)
    expect(fieldIn(form, 'of').value).toBeUndefined()
    await rhea.fill(form, { of: 'cqc' })

    expect(await actionOf(world, meeting)).toMatchObject({ state: 'withdrawn' })
    expect(await actionOf(world, meeting, 2)).toMatchObject({ of: 'cqc', state: 'asked' })
    expect(toldIn(world, 'ivan', 'nudge:action-1:2')).toContain('Another organisation is asked')
    expect(wordsOf(world, await rhea.command('muster', 'mine'))).not.toContain('second nurse')
  })

  test('is answered in words, in private and with what shows it', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { meeting } = await called(world, 'M1')
    await asked(world, meeting)
    const place = { channel: 'web', to: { type: 'person', person: 'ivan' } } as const
    const reply = async (text: string) => {
      const ref = (await world.store.shown(meeting, placeKey(place), 'action:1')) ?? ''
      const heard = { actor: { type: 'person', person: 'ivan' }, channel: 'web' } as const
      const thread = { place, ref }
      const said = await world.conversation.said({ ...heard, key: `key-${text}` }, thread, text)
      await world.settle()
      return said
    }

    expect(wordsOf(world, await reply('accept'))).toBe('')
    expect((await actionOf(world, meeting)).state).toBe('accepted')
    expect(wordsOf(world, await reply('I have it.'))).toBe('')
    expect((await actionOf(world, meeting)).haver).toBe('ivan')
    expect(wordsOf(world, await reply('done'))).toContain('What shows that it is done?')
    expect(wordsOf(world, await reply('done action 1: it is in https://rota.example.org'))).toBe('')
    const given = (await actionOf(world, meeting)).given
    expect(given?.text).toBe('it is in https://rota.example.org')
    expect(wordsOf(world, await reply('accepting the risk is fine'))).toBe('')
  })

  test('shows whoever is asked without being called nothing else of the meeting', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { meeting } = await called(world, 'M1')
    await asked(world, meeting)
    const ivan = speaker(world, 'ivan')

    const status = wordsOf(world, await ivan.command('muster', `status ${referenceOf(meeting)}`))
    const note = await ivan.command('muster', `note ${referenceOf(meeting)} hello`)

    expect(status).toContain('Put a second nurse')
    expect(status).not.toContain('A grave risk.')
    expect(wordsOf(world, note)).toContain('Only people who were called to this meeting')
  })

  test('offers the organisations of those who were called, and then their people', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { meeting } = await called(world, 'M1')
    const rhea = speaker(world, 'rhea')
    const root = standingIn(world, 'root', `web/room/${await roomOf(world, meeting)}`)
    const form = formIn(await rhea.press(pressOn(root, 'Ask for an action')))

    const organisations = fieldIn(form, 'of').options?.map(({ value }) => value)
    const live = formIn(await rhea.refresh(form.ticket, { of: 'harbour' }))

    expect(organisations).toEqual(expect.arrayContaining(['willow', 'harbour', 'downs-icb']))
    expect(fieldIn(live, 'owner').options?.map(({ value }) => value)).toContain('dora')
  })

  test('is not due on a day that has passed', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { meeting } = await called(world, 'M1')

    const form = formIn(await asked(world, meeting, { due: '2027-08-13' }))

    expect(fieldIn(form, 'due').error).toContain('Fri 13 Aug 2027 has passed')
  })

  test('of a confidential case stays inside', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { meeting, kase } = await called(world, 'M1')
    await asked(world, meeting)
    expect(toldIn(world, 'ivan', 'action:1')).toContain('second nurse')

    await world.ask(
      {
        kind: 'case',
        type: 'makeConfidential',
        by: { type: 'person', person: 'quinn' },
        reason: 'A safeguarding matter.',
      },
      kase,
    )

    expect((await world.record('provider', providerId('willow'))).actions).toEqual([])
    expect(toldIn(world, 'ivan', 'action:1')).not.toContain('second nurse')
    const ivan = speaker(world, 'ivan')
    expect(wordsOf(world, await ivan.command('muster', `status ${referenceOf(meeting)}`))).toMatch(
      /There is no M-/,
    )
  })
})

describe('a brief', () => {
  test('shows the agenda, the papers and what is known of the provider', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { meeting } = await called(world, 'M1', {
      agenda: '1. Staffing at night\n2. Observation',
      papers: 'The 72-hour report: https://papers.example.org/72\n',
    })

    const root = standingIn(world, 'root', `web/room/${await roomOf(world, meeting)}`)
    const words = root ? plainMessage(root, world.app.directory()) : ''

    expect(words).toContain('Staffing at night')
    expect(words).toContain('https://papers.example.org/72')
    expect(words).toContain('What is known of the provider')
    expect(root && buttonsOf(root).map(({ label }) => label)).toContain('Ask for an action…')
  })

  test('shows the triggers of open cases with where they are heading, and of no confidential one', async () => {
    const world = await openApp({ startsAt: STARTS })
    const early = { identifiedAt: STARTS, occurredAt: STARTS }
    const { id, reference } = await raisedIncident(world, early)
    await triaged(world, id)
    const { meeting } = await called(world, 'M1')
    const read = async () => {
      const root = standingIn(world, 'root', `web/room/${await roomOf(world, meeting)}`)
      return root ? plainMessage(root, world.app.directory()) : ''
    }
    expect(await read()).toContain(`${reference}: T3`)
    expect(await read()).toContain('(rising)')

    await world.ask(
      {
        kind: 'case',
        type: 'makeConfidential',
        by: { type: 'person', person: 'quinn' },
        reason: 'A safeguarding matter.',
      },
      id,
    )

    expect(await read()).not.toContain('T3')
  })

  test('takes no paper without a link', async () => {
    const world = await openApp({ startsAt: STARTS })
    const { id } = await raisedIncident(world, { identifiedAt: STARTS, occurredAt: STARTS })
    const quinn = speaker(world, 'quinn')
    const open = { do: 'open', form: 'convene', record: id, with: { meeting: 'M1' } } as const
    const form = formIn(await quinn.press(open))
    const preview = formIn(await quinn.fill(form, { why: 'A risk.', papers: 'The report' }))

    const again = formIn(await quinn.fill(preview, {}))

    expect(fieldIn(again, 'papers').error).toContain('https://')
  })
})

async function roomOf(world: TestApp, meeting: RecordId): Promise<string> {
  const { places } = await world.record('meeting', meeting)
  const to = places.find(({ channel }) => channel === 'web')?.to
  if (to?.type !== 'room') throw new Error('It has no room')
  return to.room
}
