import { describe, expect, test } from 'vitest'
import { withDigest } from '../../../src/core/organisation/digest/evolve.ts'
import { organisationId, providerId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { concern, person } from '../../fixtures/cases.ts'
import { fieldIn, formIn, guest, pressOn, speaker, triaged, wordsOf } from '../talk/speaking.ts'

const HARBOUR = organisationId('harbour')
const TRIAGE = 'web/room/harbour-triage'
/** A Wednesday after Easter, in the evening. */
const WEDNESDAY = '2027-04-07T17:00:00Z'

function sent(world: TestApp, place: string): readonly string[] {
  return world.channels.flatMap(({ standing }) =>
    standing
      .filter((one) => one.place === place && one.slot.startsWith('notice:digest.'))
      .map(({ words }) => words),
  )
}

async function ordered(world: TestApp, who: string, where: string, every: string) {
  const someone = speaker(world, who)
  const form = formIn(await someone.command('muster', 'digest'))
  return wordsOf(world, await someone.fill(form, { where, every }))
}

async function decided(world: TestApp, provider: string): Promise<void> {
  const answer = await world.ask(
    {
      kind: 'provider',
      type: 'changeLevel',
      by: person('quinn'),
      transition: 'G2',
      reason: 'Referrals have doubled.',
      evidence: 'Referral figures, March.',
      because: null,
    },
    providerId(provider),
  )
  if (!answer.ok) throw new Error(answer.refusal.message)
}

/** A concern about Willow that is triaged as enhanced. */
async function enhanced(world: TestApp): Promise<string> {
  const raised = await world.ask(concern())
  if (!raised.ok) throw new Error(raised.refusal.message)
  await triaged(world, raised.id)
  await world.ask(
    {
      kind: 'case',
      type: 'answer',
      by: person('quinn'),
      prompt: 'level',
      answer: 'accept',
      revision: null,
      reason: null,
    },
    raised.id,
  )
  return raised.id
}

describe('a room', () => {
  test('has the tracker each working day once its quality lead has asked for it', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    await decided(world, 'willow')
    await world.moveTo('2027-04-07T17:30:00Z')

    expect(await ordered(world, 'quinn', 'triage', 'daily')).toContain(
      'Each working day to the triage room of Harbour NHS Foundation Trust. The next: Thu 8 Apr 2027 08:00 BST.',
    )
    await decided(world, 'fern')
    await world.moveTo('2027-04-08T07:00:00Z')

    const [words = ''] = sent(world, TRIAGE)
    expect(words).toMatch(/^Tracker: 1 new, 0 overdue, 0 due by Thu 15 Apr 2027\n/)
    expect(words).toContain(
      'What is new since Wed 7 Apr 2027 18:30 BST. It comes each working day.',
    )
    expect(words).toContain(
      'Enhanced, review pending:\n- Fern Lodge (fern): New: Routine → Enhanced, review pending, Wed 7 Apr 2027 by G2, a trigger.',
    )
    expect(words).toContain('[Tracker] [Change or end it…]')
    expect(sent(world, 'slack/room/C0HARBOUR')).toEqual([words])
  })

  test('is sent one each day: none at weekends, and none on bank holidays', async () => {
    const world = await openApp({ startsAt: '2027-03-25T12:00:00Z' })
    await ordered(world, 'hugo', 'triage', 'daily')
    await world.moveTo('2027-03-30T12:00:00Z')

    expect(sent(world, TRIAGE)).toEqual([
      'Tracker: nothing new since Thu 25 Mar 2027 12:00 GMT, nothing overdue, nothing due by Tue 6 Apr 2027',
    ])
  })

  test('has a weekly one on Monday, or on the next working day where that is a bank holiday', async () => {
    const world = await openApp({ startsAt: '2027-03-25T12:00:00Z' })
    await ordered(world, 'halima', 'triage', 'weekly')
    const next = async () =>
      (await world.record('organisation', HARBOUR)).digests?.orders[0]?.nextAt

    expect(await next()).toBe('2027-03-30T07:00:00Z')
    await world.moveTo('2027-03-30T07:00:00Z')
    expect(await next()).toBe('2027-04-05T07:00:00Z')
    await world.moveTo('2027-04-12T07:00:00Z')
    expect(sent(world, TRIAGE)).toHaveLength(3)
  })

  test('reads what is overdue and what falls due, and what is due later not yet', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    await decided(world, 'willow')
    await ordered(world, 'quinn', 'triage', 'weekly')
    await world.moveTo('2027-05-11T12:00:00Z')

    const [first = '', ...later] = sent(world, TRIAGE)
    expect(first).not.toContain('D16')
    expect(later.find((one) => one.includes('Next: D16'))).toContain('0 overdue, 1 due by')
    expect(later.at(-1)).toContain('OVERDUE: D16 Enhanced feedback, due ')
  })

  test('names a case that was triaged as enhanced, until it becomes confidential', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    await ordered(world, 'quinn', 'triage', 'daily')
    const kase = await enhanced(world)
    const reference = referenceOf(kase as never)
    await world.moveTo('2027-04-08T07:00:00Z')
    expect(sent(world, TRIAGE)[0]).toContain(`${reference} triaged as enhanced, Wed 7 Apr 2027.`)

    await world.ask(
      { kind: 'case', type: 'makeConfidential', by: person('quinn'), reason: 'It is about staff.' },
      kase as never,
    )

    expect(sent(world, TRIAGE)[0]).toContain('Tracker: ')
    expect(sent(world, TRIAGE)[0]).not.toContain(reference)
  })

  test('is not sent one late in the evening: the next working day tells of that time too', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    await ordered(world, 'quinn', 'triage', 'daily')
    await world.off(15 * 3600 + 12 * 3600)
    expect(sent(world, TRIAGE)).toEqual([])

    await world.moveTo('2027-04-09T07:00:00Z')
    expect(sent(world, TRIAGE)).toEqual([
      expect.stringContaining('nothing new since Wed 7 Apr 2027 18:00 BST'),
    ])
  })

  test('has one that Muster was off for once, later that day', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    await ordered(world, 'quinn', 'triage', 'daily')
    await world.off(2 * 24 * 3600)

    expect(sent(world, TRIAGE)).toHaveLength(1)
    await world.settle()
    expect(sent(world, TRIAGE)).toHaveLength(1)
  })
})

describe('somebody for themselves', () => {
  test('has it on and off by a word, and off by its button', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    const faye = speaker(world, 'faye')
    await decided(world, 'fern')
    await decided(world, 'willow')

    expect(wordsOf(world, await faye.command('muster', 'digest daily'))).toContain(
      'Each working day to you, in private. The next: Thu 8 Apr 2027 08:00 BST.',
    )
    await world.moveTo('2027-05-10T07:00:00Z')
    const words = sent(world, 'web/person/faye').at(-1) ?? ''
    expect(words).toContain('Fern Lodge (fern): OVERDUE: D16')
    expect(words).not.toContain('Willow')

    const before = sent(world, 'web/person/faye').length
    const message = world.web.standing.findLast(({ place }) => place === 'web/person/faye')?.message
    const said = wordsOf(world, await faye.press(pressOn(message, 'No more of this')))
    expect(said).toContain('No more digests')
    await world.moveTo('2027-05-12T07:00:00Z')
    expect(sent(world, 'web/person/faye')).toHaveLength(before)
  })

  test('chooses themselves alone where they may not for a room; a stranger nothing', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    const form = formIn(await speaker(world, 'dora').command('muster', 'digest'))
    const own = formIn(await speaker(world, 'nia').command('muster', 'digest'))

    expect(fieldIn(form, 'where').options?.map(({ value }) => value)).toEqual(['me', 'triage'])
    expect(fieldIn(own, 'where').options?.map(({ value }) => value)).toEqual(['me'])
    const refused = await world.ask(
      {
        kind: 'organisation',
        type: 'orderRoomDigest',
        by: person('nia'),
        use: 'cases',
        every: 'daily',
      },
      organisationId('willow'),
    )
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'notYours' } })
    expect(wordsOf(world, await speaker(world, guest).command('muster', 'digest'))).toContain(
      'You are not in the directory',
    )
    expect(
      wordsOf(world, await speaker(world, 'nia').command('muster', 'digest monthly')),
    ).toContain('A digest comes “daily” or “weekly”')
  })

  test('gets none once they are not listed any more', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    await speaker(world, 'nia').command('muster', 'digest daily')
    await world.ask(
      {
        kind: 'organisation',
        type: 'removePerson',
        by: person('wanda'),
        person: 'nia',
        reason: 'She has left.',
      },
      organisationId('willow'),
    )
    await world.moveTo('2027-04-09T12:00:00Z')

    expect(sent(world, 'web/person/nia')).toEqual([])
    expect((await world.record('organisation', organisationId('willow'))).digests?.orders).toEqual(
      [],
    )
  })
})

test('however many are due in one morning, each is kept until it is written', () => {
  const at = '2027-04-08T07:00:00Z'
  const nextAt = '2027-04-09T07:00:00Z'
  const people = Array.from({ length: 90 }, (_, index) => `person-${index}`)

  const { sent: kept } = people.reduce<Parameters<typeof withDigest>[0]>(
    (digests, name) =>
      withDigest(digests, {
        type: 'digestDue',
        at,
        to: { type: 'person', person: name },
        every: 'daily',
        from: WEDNESDAY,
        places: [{ channel: 'web', to: { type: 'person', person: name } }],
        nextAt,
      }),
    undefined,
  ) ?? { sent: [] }

  expect(kept).toHaveLength(90)
})
