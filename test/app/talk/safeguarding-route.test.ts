import { describe, expect, test } from 'vitest'
import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { concern, person } from '../../fixtures/cases.ts'
import { access, done, ROOM } from './confidentially.ts'
import { formIn, pressOn, speaker, standingIn, wordsOf } from './speaking.ts'

const MATTER = { safeguarding: 'yes', what: 'A lynx was kept in a locked room.' } as const
const LENA = 'web/person/lena'

async function raised(world: TestApp, over: Parameters<typeof concern>[0] = {}) {
  const answer = await world.ask(concern({ ...MATTER, ...over }))
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

function says(world: TestApp, slot: string, place?: string): string {
  const message = standingIn(world, slot, place)
  return message ? wordsOf(world, { type: 'say', message }) : ''
}

describe('a safeguarding matter (A26)', () => {
  test('is told to the leads of the route at once, in private, in their order and with proof', async () => {
    const world = await openApp()
    const id = await raised(world)

    const { route } = await world.record('case', id)
    expect(route?.lines.map(({ label, person: who }) => [label, who])).toEqual([
      ['1. Sub-contractor: safeguarding lead', 'safia'],
      ['2. Lead Provider: quality and safeguarding lead', 'quinn'],
      ['3. Lead Provider: corporate safeguarding team', null],
      ['4. ICB: safeguarding lead', null],
      ['5. Local authority: adult safeguarding lead', 'lena'],
    ])
    const told = says(world, 'notice:tell.1', LENA)
    expect(told).toContain('A lynx was kept in a locked room.')
    expect(told).toContain('It was recorded as a safeguarding matter.')
    expect(told).toContain('Quinn Adeyemi, quality lead, Harbour NHS Foundation Trust')
    const proof = says(world, 'notice:1')
    expect(proof).toContain('Lena Marsh: told Fri 26 Mar 2027 20:20 GMT on Web')
    expect(proof).toContain('4. ICB: safeguarding lead – not told: nobody holds this role')
    expect(says(world, 'root')).toContain('In private: 3 told, 0 not yet, 2 not told.')
  })

  test('lets whoever is told read nothing else of the case', async () => {
    const world = await openApp()
    await raised(world)

    expect(
      world.web.standing.filter(({ place }) => place === LENA).map(({ slot }) => slot),
    ).toEqual(['notice:tell.1'])
    const reply = await speaker(world, 'lena').command('muster', 'status')
    expect(wordsOf(world, reply)).not.toContain('C-')
  })

  test('begins at triage where nobody said so before, and once only', async () => {
    const world = await openApp()
    const id = await raised(world, { safeguarding: 'notSure' })
    expect((await world.record('case', id)).route).toBeUndefined()
    const triage: CaseIntentOf<'triage'> = {
      kind: 'case',
      type: 'triage',
      by: person('quinn'),
      triggers: [],
      consequence: 2,
      likelihood: 2,
      urgent: false,
      safeguardingRoute: true,
    }
    await world.ask(triage, id)
    await world.ask(triage, id)

    expect((await world.record('case', id)).route?.n).toBe(1)
    expect(world.web.calls.filter((call) => call === `post ${LENA} notice:tell.1`)).toHaveLength(1)
  })

  test('has a clock of follow-up that is never a breach and is met by what was done', async () => {
    const world = await openApp()
    const id = await raised(world)
    const quinn = speaker(world, 'quinn')
    const run = (await world.record('case', id)).clocks.find(({ rule }) => rule === 'SG1')
    expect(run).toMatchObject({ soft: true, dueAt: '2027-04-05T22:59:59Z', owner: 'quinn' })
    const form = formIn(await quinn.press(pressOn(standingIn(world, 'root'), 'SG1')))
    await quinn.fill(form, { cameTo: 'enquiry', followedUp: 'Talked to the council.' })

    const { clocks } = await world.record('case', id)
    expect(clocks.find(({ rule }) => rule === 'SG1')?.state).toBe('met')
    expect(says(world, 'notice:2')).toContain('The local authority makes an enquiry')
  })

  test('says of a follow-up whose day is over that it was wanted by then and still waits', async () => {
    const world = await openApp()
    const id = await raised(world)
    const quinn = speaker(world, 'quinn')
    const status = async () =>
      wordsOf(world, await quinn.command('muster', `status ${referenceOf(id)}`))
    expect(await status()).toContain('due Mon 5 Apr 2027 23:59 BST')
    await world.moveTo('2027-04-06T08:30:00Z')

    const late = 'was wanted by Mon 5 Apr 2027 23:59 BST and still waits'
    expect(await status()).toContain(`SG1 Safeguarding follow-up: ${late}.`)
    expect(says(world, 'root')).toContain(late)
    expect(wordsOf(world, await quinn.command('muster', 'mine'))).toContain(late)
    expect(await status()).not.toContain('SG1 Safeguarding follow-up: OVERDUE')
  })

  test('that is confidential is told to those on its list alone, and says whom it could not tell', async () => {
    const world = await openApp()
    const id = await raised(world, { confidential: true })

    const { route } = await world.record('case', id)
    expect(route?.told.map(({ person: who }) => who)).toEqual(['quinn'])
    expect(says(world, 'notice:tell.1', LENA)).toBe('')
    const root = await speaker(world, 'quinn').command('muster', `status ${referenceOf(id)}`)
    expect(wordsOf(world, root)).toContain('In private: 1 told, 0 not yet, 4 not told.')
  })

  test('that is confidential is told to a lead who is put on its list later, once and with proof', async () => {
    const world = await openApp()
    const id = await raised(world, { confidential: true })
    await world.moveTo('2027-03-27T10:00:00Z')
    await done(world, access('quinn', 'giveAccess', 'lena'), id)

    const told = says(world, 'notice:tell.1', LENA)
    expect(told).toContain('Muster has you told on Sat 27 Mar 2027 10:00 GMT')
    expect(told).toContain('A lynx was kept in a locked room.')
    expect(told).toContain('5. Local authority: adult safeguarding lead')
    const root = await speaker(world, 'quinn').command('muster', `status ${referenceOf(id)}`)
    expect(wordsOf(world, root)).toContain('In private: 2 told, 0 not yet, 3 not told.')
    expect(says(world, 'notice:1', ROOM)).toContain(
      'Lena Marsh: told Sat 27 Mar 2027 10:00 GMT on Web',
    )
    expect(says(world, 'notice:1', ROOM)).toContain('Safia Khan: not told, not on the list')

    await done(world, access('quinn', 'removeAccess', 'lena'), id)
    await done(world, access('quinn', 'giveAccess', 'lena'), id)
    const posts = world.web.calls.filter((call) => call === `post ${LENA} notice:tell.1`)
    expect(posts).toHaveLength(1)
  })

  test('that is confidential is not told to somebody on its list who holds no post of the route', async () => {
    const world = await openApp()
    const id = await raised(world, { confidential: true })
    await done(world, access('quinn', 'giveAccess', 'hugo'), id)

    expect((await world.record('case', id)).route?.told.map(({ person: who }) => who)).toEqual([
      'quinn',
    ])
    expect(says(world, 'notice:tell.1', 'web/person/hugo')).toBe('')
  })

  test('is counted for the quarter by provider, without names, for the Lead Provider alone', async () => {
    const world = await openApp()
    const quinn = speaker(world, 'quinn')
    await raised(world)
    await raised(world, { safeguarding: 'no' })
    const figures = wordsOf(world, await quinn.command('muster', 'safeguarding'))

    expect(figures).toContain('Fri 1 Jan 2027 to Wed 31 Mar 2027')
    expect(figures).toContain(
      'Willow House: 1 (1 open, 0 closed); follow-up done 0, not yet 1, closed without 0.',
    )
    expect(wordsOf(world, await quinn.command('muster', 'safeguarding last'))).toContain('None')
    const other = await speaker(world, 'ivan').command('muster', 'safeguarding willow')
    expect(wordsOf(world, other)).toContain('These figures are for the Lead Provider')
    const hidden = await speaker(world, 'hugo').command('muster', 'safeguarding')
    await raised(world, { confidential: true })
    expect(wordsOf(world, await speaker(world, 'hugo').command('muster', 'safeguarding'))).toBe(
      wordsOf(world, hidden),
    )
  })
})
