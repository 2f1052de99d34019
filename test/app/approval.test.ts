import { describe, expect, test } from 'vitest'
import { askForApproval, rulesRemark } from '../../src/app/approval.ts'
import type { Message } from '../../src/core/message/message.ts'
import { NOT_APPROVED } from '../../src/core/organisation/approval/compose.ts'
import { organisationId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { approving } from '../fixtures/approving.ts'
import { incident, person } from '../fixtures/cases.ts'
import { policyOf } from '../fixtures/context.ts'
import { listings } from '../fixtures/directory.ts'
import { formIn, pressOn, speaker, wordsOf } from './talk/speaking.ts'

const HARBOUR = organisationId('harbour')
const HUGO = 'slack/person/hugo'

/** The collaborative with rooms on Slack and Teams. */
const onTeams = listings.map((one) => ({
  ...one,
  rooms: one.rooms.map((room) => (room.channel === 'web' ? { ...room, channel: 'teams' } : room)),
}))

/** As outside the playground, on two chat services; Hugo is the administrator. */
function opened(over: Parameters<typeof openApp>[0] = {}): Promise<TestApp> {
  return openApp({
    needsApproval: true,
    administrators: ['hugo@example.org'],
    channels: ['slack', 'teams'],
    listings: onTeams,
    ...over,
  })
}

/** As at a start. */
async function started(world: TestApp): Promise<void> {
  await askForApproval(world.app)
  await world.settle()
}

function standing(world: TestApp, place: string) {
  return world.channels.flatMap(({ standing: all }) => all.filter((one) => one.place === place))
}

/** What an administrator was told of the rules, in order. */
function toldHugo(world: TestApp): readonly (Message & { readonly words: string })[] {
  return standing(world, HUGO)
    .filter(({ slot }) => slot.startsWith('notice:rules.'))
    .map(({ message, words }) => ({ ...message, words }))
}

describe('until somebody has approved the rules', () => {
  test('every message says so in one line at its end, on every service, and nothing is refused', async () => {
    const world = await opened()

    const raised = await world.ask(incident({ via: 'slack' }))

    expect(raised.ok).toBe(true)
    for (const { standing: all } of world.channels) {
      expect(all.length).toBeGreaterThan(0)
      for (const { words } of all) expect(words.split('\n').at(-1)).toBe(NOT_APPROVED)
    }
  })

  test('private answers and one’s own page say so too', async () => {
    const world = await opened()
    const nia = speaker(world, 'nia', 'slack')

    expect(wordsOf(world, await nia.command('muster', 'mine'))).toContain(NOT_APPROVED)
    expect((await nia.home()).parts.at(-1)).toEqual({ kind: 'text', text: NOT_APPROVED })
  })

  test('once it is recorded the line goes: at once from what is new, from the rest when it is next written', async () => {
    const world = await opened()
    const raised = await world.ask(incident({ via: 'slack' }))
    if (!raised.ok) throw new Error(raised.refusal.message)
    const words = (slot: string) =>
      standing(world, 'slack/room/C0WILLOW').findLast((one) => one.slot === slot)?.words

    await world.ask(approving(world), HARBOUR)
    expect(words('root')).toContain(NOT_APPROVED)
    await speaker(world, 'ivan', 'slack').reply(
      raised.id,
      'note The family knows.',
      { channel: 'slack', to: { type: 'room', room: 'C0WILLOW' } },
      'slack/room/C0WILLOW',
    )
    await world.ask({ kind: 'case', type: 'have', by: person('ivan'), clock: 'D1' }, raised.id)

    expect(words('notice:1')).not.toContain(NOT_APPROVED)
    expect(words('root')).not.toContain(NOT_APPROVED)
  })

  test('a rehearsal does not say so: all of it is made up', async () => {
    const world = await opened({ channels: ['web', 'slack'] })
    const nia = speaker(world, 'nia')

    const choice = wordsOf(world, await nia.command('muster', 'rehearse'))
    await nia.command('muster', 'rehearse weekend')

    const inside = world.channels
      .flatMap(({ standing: all }) => all)
      .filter(({ record }) => record.startsWith('drill-'))
    expect(inside.length).toBeGreaterThan(0)
    expect(choice).not.toContain(NOT_APPROVED)
    for (const { words } of inside) expect(words).not.toContain(NOT_APPROVED)
  })

  test('nothing says so where all is made up', async () => {
    const world = await openApp()
    await world.ask(incident())
    await askForApproval(world.app)
    await world.settle()

    const all = world.channels.flatMap(({ standing: messages }) => messages)
    expect(all.filter(({ words }) => words.includes('not yet approved'))).toEqual([])
  })
})

describe('administrators', () => {
  test('are told once of rules that nobody has approved, however often Muster starts', async () => {
    const world = await opened()
    await started(world)
    await started(world)

    expect(toldHugo(world)).toHaveLength(1)
    expect(toldHugo(world)[0]?.words).toContain(
      'The rules are not yet approved by your organisation',
    )
    expect(toldHugo(world)[0]?.words).toContain('Wanted of an administrator')
    expect(toldHugo(world)[0]?.words).toContain('Rule D15 · N&Q 2021, Review')
    expect(standing(world, 'slack/person/quinn')).toEqual([])
  })

  test('record in chat who approved them, and what they were told says so from then on', async () => {
    const world = await opened()
    await started(world)
    const hugo = speaker(world, 'hugo', 'slack')

    const form = formIn(await hugo.press(pressOn(toldHugo(world)[0], 'Record approval')))
    const said = await hugo.fill(form, {
      approvedBy: 'Quality committee, Dr Halima Begum',
      approvedOn: '2027-03-20',
    })

    expect(wordsOf(world, said)).toContain('It stands in the history')
    expect(toldHugo(world)).toHaveLength(1)
    expect(toldHugo(world)[0]?.title).toBe('The rules are approved by your organisation')
    expect(wordsOf(world, await hugo.command('muster', 'rules'))).toContain(
      'Approved by Quality committee, Dr Halima Begum on Sat 20 Mar 2027; to be reviewed by Mon 20 Mar 2028.',
    )
    const history = await world.store.history(HARBOUR)
    const bodies = history.map(({ body }) => JSON.parse(body ?? '{}'))
    expect(bodies.find(({ type }) => type === 'rulesApproved')).toMatchObject({
      by: { person: 'hugo' },
      approval: { approvedOn: '2027-03-20', reviewOn: '2028-03-20' },
    })
  })

  test('alone see and record it', async () => {
    const world = await opened()
    const no = 'Only an administrator of Muster (Hugo Lindqvist) may record who approved the rules.'

    expect(wordsOf(world, await speaker(world, 'quinn').command('muster', 'rules'))).toContain(no)
    expect(await world.ask(approving(world, { by: person('quinn') }), HARBOUR)).toMatchObject({
      refusal: { code: 'notYours', message: no },
    })
  })

  test.each([
    ['nobody', { approvedBy: ' ' }, 'Say who approved the rules'],
    [
      'a dash for whoever approved them',
      { approvedBy: '-' },
      'Say who approved the rules, in words',
    ],
    [
      'a review more than a year after it',
      { reviewOn: '2028-03-21T23:59:59Z' },
      'By D15 the rules are reviewed within a year of their approval: by Mon 20 Mar 2028.',
    ],
    ['a day to come', { approvedOn: '2027-03-28T00:00:00Z' }, 'still to come'],
    ['a review that is over', { reviewOn: '2027-03-26T23:59:59Z' }, 'after today'],
    [
      'a day of approval so old that its review is over',
      { approvedOn: '2026-03-01T00:00:00Z' },
      'Mon 1 Mar 2027',
    ],
    ['other rules than those in force', { pack: 'another' }, 'have been changed'],
  ])('cannot record %s', async (_what, over, words) => {
    const world = await opened()

    const answer = await world.ask(approving(world, over), HARBOUR)

    expect(answer.ok ? '' : answer.refusal.message).toContain(words)
  })

  test('are told that changed rules need approval anew, and what was approved before', async () => {
    const world = await opened()
    await started(world)
    await world.ask(approving(world), HARBOUR)
    const policy = { ...policyOf('social-care'), version: 2 }
    const packs = { ...world.app.packs, current: { policy, hash: 'another-content' } }

    await askForApproval({ ...world.app, packs })
    await world.settle()

    expect(toldHugo(world)).toHaveLength(2)
    expect(toldHugo(world)[1]?.words).toContain(
      'In force: the pack social-care, version 2 (another-',
    )
    expect(toldHugo(world)[1]?.words).toContain(
      'The rules have been changed and need approval anew',
    )
    expect(toldHugo(world)[1]?.words).toContain('Approved by Quality committee on Sat 20 Mar 2027')
  })
})

describe('the review of the rules', () => {
  /** Approved on 20 March 2027: due for review on Monday 20 March 2028. */
  async function approved(): Promise<TestApp> {
    const world = await opened()
    await world.ask(approving(world), HARBOUR)
    return world
  }

  test('is reminded of before, on the day and while it is overdue; nobody but administrators is told', async () => {
    const world = await approved()
    const told = async (instant: string) => {
      await world.moveTo(instant)
      return toldHugo(world).map(({ title }) => title)
    }
    const due = 'The rules are due for review by Mon 20 Mar 2028'

    expect(await told('2028-02-21T08:59:00Z')).toEqual([])
    expect(await told('2028-02-21T09:00:00Z')).toEqual([due])
    expect(await told('2028-03-13T09:00:00Z')).toEqual([due, due])
    expect(await told('2028-03-20T09:00:00Z')).toEqual([due, due, due])
    expect(rulesRemark(world.app)).toBeNull()
    expect((await told('2028-03-21T09:00:00Z')).at(-1)).toBe(
      'OVERDUE: the rules were due for review by Mon 20 Mar 2028',
    )
    expect(await told('2028-04-18T07:59:00Z')).toHaveLength(4)
    expect(await told('2028-04-18T08:00:00Z')).toHaveLength(5)
    expect(rulesRemark(world.app)).toContain('Rules due for review since Mon 20 Mar 2028')

    await world.ask(incident({ via: 'slack' }))
    const others = standing(world, 'slack/room/C0WILLOW').map(({ words }) => words)
    expect(others.join('\n')).not.toMatch(/not yet approved|due for review/)
  })

  test('once recorded moves the day on', async () => {
    const world = await approved()
    await world.moveTo('2028-03-21T09:00:00Z')

    await world.ask(
      approving(world, { approvedOn: '2028-03-21T00:00:00Z', reviewOn: '2028-09-30T22:59:59Z' }),
      HARBOUR,
    )
    expect(toldHugo(world).at(-1)?.title).toBe('The rules have been reviewed')
    expect(rulesRemark(world.app)).toBeNull()
    const before = toldHugo(world).length
    await world.moveTo('2028-09-02T08:00:00Z')

    expect(toldHugo(world).length).toBe(before + 1)
    expect(toldHugo(world).at(-1)?.title).toBe('The rules are due for review by Sat 30 Sep 2028')
  })

  test('of rules that are no longer in force is nobody’s', async () => {
    const world = await approved()
    const before = world.app.packs.current
    Object.defineProperty(world.app.packs, 'current', { value: { ...before, hash: 'another' } })

    await world.moveTo('2028-02-21T09:00:00Z')

    expect(toldHugo(world)).toEqual([])
  })
})

test('what was approved survives another import of the directory', async () => {
  const world = await opened()
  await world.ask(approving(world), HARBOUR)
  const { imported } = await world.record('organisation', HARBOUR)
  const listing = { ...imported, urgentPhone: '01632 960999' }

  await world.ask({ kind: 'organisation', type: 'import', listing }, HARBOUR)

  expect(rulesRemark(world.app)).toBeNull()
})
