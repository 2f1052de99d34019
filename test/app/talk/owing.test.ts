import { describe, expect, test } from 'vitest'
import type { Listing } from '../../../src/core/organisation/organisation.ts'
import { organisationId, providerId } from '../../../src/core/record-id.ts'
import { change, filing } from '../../core/provider/provider.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import { listings } from '../../fixtures/directory.ts'
import { scoresOf } from '../../fixtures/risk-rating.ts'
import { formIn, pressOn, speaker, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')

const base = policyOf('provider-collaborative')
/** As a pack may have it: whoever begins a duty need not owe it. */
const VISITS_BY_THE_COUNCIL = {
  ...base,
  cycles: base.cycles.map((one) =>
    one.id === 'D22' ? { ...one, owes: { role: 'commissioner', of: 'local-authority' } } : one,
  ),
}

/** The council’s commissioner, who owes what the band of a rating sets. */
function council(holder: string): readonly Listing[] {
  return listings.map((one) => {
    if (one.slug !== 'downs-council') return one
    const [lena] = one.people
    const all = lena ? [...one.people, { ...lena, id: 'noor', name: 'Noor Castell' }] : []
    const people = all.map((each) => ({ ...each, accounts: { web: each.id } }))
    const post = { role: 'commissioner', holder, deputy: null, onCall: null }
    return { ...one, people, holdings: [...one.holdings, post] }
  })
}

async function rated(): Promise<TestApp> {
  const world = await openApp({ policy: policyOf('social-care'), listings: council('lena') })
  const answer = await world.ask(
    {
      ...{ kind: 'provider', type: 'rate', by: person('quinn'), instrument: 'prr' },
      ...{ ratings: scoresOf([3, 3, 3, 3, 3, 3, 3]), note: null, ratedAt: null },
    },
    WILLOW,
  )
  if (!answer.ok) throw new Error(answer.refusal.message)
  return world
}

const REASON = 'The thresholds are met.'

async function decided(): Promise<TestApp> {
  const world = await rated()
  const by = person('lena')
  const answer = await world.ask(
    {
      ...{ kind: 'provider', type: 'decideStage', by },
      ...{ procedure: 'concerns', stage: '2', reason: REASON },
    },
    WILLOW,
  )
  if (!answer.ok) throw new Error(answer.refusal.message)
  return world
}

async function handOn(world: TestApp, holder: string): Promise<void> {
  for (const listing of council(holder))
    await world.ask({ kind: 'organisation', type: 'import', listing }, organisationId(listing.slug))
}

async function told(world: TestApp, who: string, words: string): Promise<string> {
  return wordsOf(world, await speaker(world, who).command('muster', words))
}

describe('whoever owes a duty for a provider that is not theirs to read', () => {
  test('sees that duty, how to record it, and nothing else of the provider', async () => {
    const world = await decided()

    const card = await told(world, 'lena', 'status willow')

    expect(card).toContain('What you owe for Willow House')
    expect(card).toContain('D26 Contact with the provider')
    expect(card).not.toMatch(/Routine|selfAssessment|Recurring duties…|On file|Convene/)
    expect(await told(world, 'lena', 'duties willow')).not.toContain('selfAssessment')
    for (const words of ['file willow', 'export willow'])
      expect(await told(world, 'lena', words)).toContain('that you can see')
    expect(await told(world, 'lena', 'tracker')).not.toContain('Willow')
    const note = { kind: 'provider', type: 'note', by: person('lena'), text: 'Seen.' } as const
    expect(await world.ask(note, WILLOW)).toMatchObject({ ok: false })
  })

  test('records it there, and owes the next round', async () => {
    const world = await decided()
    const lena = speaker(world, 'lena')
    const card = await lena.command('muster', 'status willow')
    const press = pressOn(card.type === 'say' ? card.message : undefined, 'Record contact')

    await lena.fill(formIn(await lena.press(press)), { summary: 'Called the manager.' })

    const { cycles } = await world.record('provider', WILLOW)
    expect(cycles.find(({ rule }) => rule === 'contact')?.lastDoneAt).not.toBeNull()
    expect(await told(world, 'lena', 'mine')).toContain('Willow House: D26 Contact')
  })

  test('sees nothing any more from when the post is somebody else’s, though the round goes on', async () => {
    const world = await decided()
    await world.moveTo('2027-04-27T10:00:00Z')
    expect(await told(world, 'lena', 'mine')).toContain('Willow House: D26 Contact')

    await handOn(world, 'noor')

    expect(await told(world, 'lena', 'status willow')).toContain('that you can see')
    expect(await told(world, 'lena', 'mine')).not.toContain('Willow')
    await world.moveTo('2027-04-28T10:00:00Z')
    expect(await told(world, 'noor', 'status willow')).toContain('What you owe for Willow House')
  })

  test('sees all that there is to decide by while a question waits for them, and no longer', async () => {
    const world = await rated()
    expect(await told(world, 'lena', 'status willow')).toContain('Waits for a decision')

    await handOn(world, 'noor')

    expect(await told(world, 'lena', 'status willow')).toContain('that you can see')
  })

  test('sees nothing any more once the duty is stopped', async () => {
    const world = await openApp({ policy: VISITS_BY_THE_COUNCIL, listings: council('lena') })
    const duty = { kind: 'provider', by: person('quinn'), cycle: 'D22' } as const
    const begin = { type: 'beginDuty', startAt: '2027-03-01T10:00:00Z', amount: 6 } as const
    await world.ask({ ...duty, ...begin }, WILLOW)
    expect(await told(world, 'lena', 'status willow')).toContain('D22 Quality assurance visit')

    await world.ask({ ...duty, type: 'stopDuty', reason: 'The contract has changed.' }, WILLOW)

    expect(await told(world, 'lena', 'status willow')).toContain('that you can see')
  })
})

describe('what a level asks for and no source gives a day for', () => {
  async function pending() {
    const world = await openApp()
    const answer = await world.ask(change('G2'), WILLOW)
    if (!answer.ok) throw new Error(answer.refusal.message)
    return world
  }

  test('is in the list of whoever owes it, after what has a day, and on their own page', async () => {
    const world = await pending()

    const words = await told(world, 'quinn', 'mine')
    const page = { type: 'say', message: await speaker(world, 'quinn').home() } as const

    expect(words).toMatch(/D16 Enhanced feedback[\s\S]*No source gives a day for:/)
    for (const said of [words, wordsOf(world, page)]) {
      expect(said).toContain(
        'Willow House: D17 Quality review meeting: not held yet; no time is given. Go on with “/muster convene willow”.',
      )
      expect(said).toContain('Willow House: D29 Formal notice to the provider: nothing of it is on')
      expect(said).toContain('Go on with “/muster file willow notice”.')
    }
  })

  test('is in nobody else’s, and in nobody’s once it is there', async () => {
    const world = await pending()
    for (const who of ['omar', 'ivan', 'mara'])
      expect(await told(world, who, 'mine')).not.toMatch(/D17|D29|no source/i)

    await world.ask(filing('quinn', 'notice.given', null, { concerns: 'Two incidents' }), WILLOW)

    const words = await told(world, 'quinn', 'mine')
    expect(words).not.toContain('D29')
    expect(words).toContain('D17')
  })
})
