import { describe, expect, test } from 'vitest'
import { openApp, type TestApp } from '../../../fixtures/app.ts'
import { file, inPrivate, inRoom, told } from '../on-file.ts'

const SHORTAGE = {
  type: 'staffing',
  what: 'Nights are half staffed.',
  since: '2027-03-24 20:00',
  capacity: 'Twelve beds on two wards.',
  tried: 'Agencies in three counties.',
  partners: ['quality-manager', 'icb'],
  asked: 'Lend us two nurses for a week.',
  answerBy: '2027-03-30 12:00',
}

const ANSWER = { help: 'partly', words: 'One nurse from Wednesday.' }

async function escalated(world: TestApp): Promise<string> {
  return file(world, 'ivan', 'operational', 'Escalate an operational issue', SHORTAGE)
}

describe('an operational issue', () => {
  test('is asked of named partners, each in private, with all that they need to answer', async () => {
    const world = await openApp()

    const reply = await escalated(world)

    expect(reply).toContain(
      'Next: the answer of NHSE/I Quality Manager, ICB: commissioner, due Tue 30 Mar 2027 12:00 BST, by Quinn Adeyemi',
    )
    expect(inPrivate(world, 'carl')).toContain('Lend us two nurses for a week.')
    expect(inPrivate(world, 'carl')).toContain('You do not see the provider’s record.')
    expect(inPrivate(world, 'mara')).toContain('Answer in the provider’s thread')
    expect(inPrivate(world, 'lena')).toBe('')
    expect(inRoom(world)).toContain('Asked for help with an operational issue')
  })

  test.each([
    ['It is resolved', { resolved: 'Two nurses came.' }, 'Two nurses came.'],
    ['Stand it down', { reason: 'The beds are closed.' }, 'The beds are closed.'],
  ])('that is over is told to whoever was asked (%s)', async (step, answers, words) => {
    const world = await openApp()
    await escalated(world)

    await file(world, 'quinn', '1', step, answers)

    for (const who of ['carl', 'mara']) expect(inPrivate(world, who)).toContain(words)
    expect(inPrivate(world, 'lena')).toBe('')
  })

  test('is reminded of and OVERDUE by those who have not answered', async () => {
    const world = await openApp()
    await escalated(world)
    await file(world, 'mara', '1', 'Put a partner', { ...ANSWER, partner: 'quality-manager' })

    await world.pass(5 * 86_400)

    expect(await told(world, 'ivan', 'file willow 1')).toContain(
      'Next: the answer of ICB: commissioner, OVERDUE since Tue 30 Mar 2027 12:00 BST',
    )
    expect(inRoom(world)).toContain('Nights are half staffed): the answer of ICB: commissioner')
  })

  test('waits for nobody once all have answered, and is resolved', async () => {
    const world = await openApp()
    await escalated(world)
    await file(world, 'mara', '1', 'Put a partner', { ...ANSWER, partner: 'quality-manager' })
    await file(world, 'quinn', '1', 'Put a partner', {
      ...ANSWER,
      partner: 'icb',
      how: 'By telephone this morning.',
    })

    expect(await told(world, 'ivan', 'file willow 1')).not.toContain('Next:')
    await file(world, 'quinn', '1', 'It is resolved', { resolved: 'Two nurses came.' })

    expect(await told(world, 'ivan', 'file willow 1')).toContain('It is closed.')
  })

  test('asks again, and of others', async () => {
    const world = await openApp()
    await escalated(world)
    await file(world, 'quinn', '1', 'Put a partner', { ...ANSWER, partner: 'icb' })

    await file(world, 'quinn', '1', 'Ask again', {
      partners: ['cqc', 'icb'],
      asked: 'Two more.',
      answerBy: '2027-04-02 12:00',
    })

    expect(await told(world, 'ivan', 'file willow 1')).toContain(
      'Next: the answer of NHSE/I Quality Manager, ICB: commissioner, CQC inspector, due Fri 2 Apr 2027',
    )
  })
})
