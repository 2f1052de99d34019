import { describe, expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { file } from './on-file.ts'
import { fieldIn, formIn, guest, speaker, wordsOf } from './speaking.ts'

async function told(world: TestApp, who: Parameters<typeof speaker>[1], words: string) {
  return wordsOf(world, await speaker(world, who).command('muster', words))
}

/** Decided by the form that `/muster level` opens. */
async function decide(world: TestApp, who: string, transition: string): Promise<string> {
  const quinn = speaker(world, who)
  const form = formIn(await quinn.command('muster', 'level willow'))
  const reply = await quinn.fill(form, {
    transition,
    evidence: 'Referral figures, March.',
    reason: 'Referrals have doubled.',
    conflicts: 'None declared.',
  })
  return wordsOf(world, reply)
}

describe('/muster level', () => {
  test('offers only the ways that lead on from there', async () => {
    const world = await openApp()
    const form = formIn(await speaker(world, 'quinn').command('muster', 'level willow'))

    expect(fieldIn(form, 'transition').options?.map(({ value }) => value)).toEqual([
      'G1',
      'G2',
      'G3',
      'G13',
    ])
  })

  test('keeps the decision with its reason and what was declared, and says so', async () => {
    const world = await openApp()

    expect(await decide(world, 'quinn', 'G2')).toContain('The decision stands in the')

    const { decisions, level } = await world.record('provider', providerId('willow'))
    expect(level).toBe('ENHANCED_PENDING_REVIEW')
    expect(decisions.at(-1)).toMatchObject({ transition: 'G2', conflicts: 'None declared.' })
    expect(await told(world, 'quinn', 'status willow')).toContain('[Change its level…]')
  })

  test('says to whoever may not decide who may, before they fill anything in', async () => {
    const world = await openApp()

    expect(await told(world, 'ivan', 'level willow')).toContain('Only the quality lead')
    expect(await told(world, 'ivan', 'level nowhere')).toContain('Name the provider')
  })
})

describe('/muster tracker', () => {
  test('counts each level, and shows in full who is in enhanced: since when, why, what is due', async () => {
    const world = await openApp()
    await decide(world, 'quinn', 'G2')

    const words = await told(world, 'quinn', 'tracker')

    expect(words).toMatch(/Tracker: 1 of \d+ in enhanced, 0 overdue/)
    expect(words).toContain('Enhanced, review pending: 1')
    expect(words).toContain(
      'Willow House (willow): since Fri 26 Mar 2027 by G2, a trigger. Next: D16 Enhanced feedback, due Mon 26 Apr 2027 23:59 BST.',
    )
  })

  test('says what is overdue, also once the level is asked for by its name', async () => {
    const world = await openApp()
    await decide(world, 'quinn', 'G2')
    await world.moveTo('2027-04-28T09:00:00Z')

    expect(await told(world, 'quinn', 'tracker')).toContain('in enhanced, 1 overdue')
    expect(await told(world, 'quinn', 'tracker enhanced, review pending')).toContain(
      'D16 Enhanced feedback, OVERDUE since Mon 26 Apr 2027',
    )
    expect(await told(world, 'quinn', 'tracker routine')).not.toContain('Willow House')
    expect(await told(world, 'quinn', 'tracker rutine')).toContain('The levels are: Routine;')
  })

  test('shows nobody a provider that they may not see', async () => {
    const world = await openApp()
    await decide(world, 'quinn', 'G2')

    expect(await told(world, 'faye', 'tracker')).not.toContain('Willow')
    expect(await told(world, guest, 'tracker')).toContain('You are not in the directory')
  })

  test('counts what is kept back from a provider as overdue for those alone to whom it names it', async () => {
    const world = await openApp()
    await file(world, 'quinn', 'handover', 'Write a handover note', {
      change: 'Quinn Adeyemi to Hugo Lindqvist',
      history: 'Suspended twice.',
      expect: 'Sickness on night shifts.',
      takenOn: '2027-04-06',
    })
    await world.moveTo('2027-04-08T09:00:00Z')

    const quinn = await told(world, 'quinn', 'tracker')
    expect(quinn).toContain('in enhanced, 1 overdue')
    expect(quinn).toContain('OVERDUE since Tue 6 Apr 2027')
    expect(quinn).toMatch(/Handover \d+ \(Quinn Adeyemi to Hugo Lindqvist\)/)
    const wanda = await told(world, 'wanda', 'tracker')
    expect(wanda).toContain('in enhanced, 0 overdue')
    expect(wanda).toContain('nothing is overdue')
    expect(wanda).not.toContain('Handover')
  })

  test('is quiet where nothing is', async () => {
    expect(await told(await openApp(), 'quinn', 'tracker')).toContain(
      'None is above routine surveillance, and nothing is overdue.',
    )
  })
})
