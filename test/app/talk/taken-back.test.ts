import { expect, test } from 'vitest'
import { providerId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { incident } from '../../fixtures/cases.ts'
import { file, toLevel, told } from './on-file.ts'
import { formIn, pressOn, speaker, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')
const MISTYPED = 'The short name was mistyped.'

/** The quality lead calls a risk summit on the wrong provider. */
async function summoned() {
  const world = await openApp()
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'convene willow'))
  const seats = await quinn.fill(form, { meeting: 'M1', why: 'Two were hurt.', urgent: 'yes' })
  const preview = await quinn.fill(formIn(seats), {})
  if (preview.type === 'form') await quinn.fill(preview.form, {})
  const [summit] = (await world.record('provider', WILLOW)).meetings ?? []
  if (!summit) throw new Error('No summit was called')
  return { world, quinn, summit: summit.meeting }
}

async function takeBack(world: TestApp, transition = 'G0') {
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'level willow'))
  return wordsOf(world, await quinn.fill(form, { transition, reason: MISTYPED }))
}

const read = (world: TestApp, person: string) =>
  world.web.standing
    .filter(({ place }) => place === `web/person/${person}`)
    .map(({ words }) => words)
    .join('\n')

test('a summit on the wrong provider: whoever was called or told of it reads that it was a mistake, and the level is as before', async () => {
  const { world, quinn, summit } = await summoned()
  expect((await world.record('provider', WILLOW)).level).toBe('ENHANCED')
  const reference = referenceOf(summit)

  expect(await takeBack(world)).toContain(
    `Call it off first, with “/muster calloff ${reference}”; then take the level back.`,
  )
  const off = formIn(await quinn.command('muster', `calloff ${reference}`))
  await quinn.fill(off, { reason: 'The wrong provider.' })
  expect(read(world, 'rhea')).toContain(
    'decide on it with “/muster level willow”. If it was called by mistake, choose “Placed by mistake” there: everybody who was told is told so.',
  )
  const form = formIn(await quinn.command('muster', 'level willow'))
  expect(JSON.stringify(form.fields)).toContain('Leads to “Routine”; all who were told read why')

  await takeBack(world)

  expect(await world.record('provider', WILLOW)).toMatchObject({ level: 'ROUTINE', cycles: [] })
  const chair = read(world, 'rhea')
  expect(chair).toContain('Willow House was put on “Enhanced” by mistake; that is taken back.')
  expect(chair).toContain(MISTYPED)
  expect(chair).toContain('The level was taken back: Willow House is on “Routine” again.')
  expect(chair).not.toContain('The level stays as it is')
  expect(read(world, 'wanda')).toContain('What you were told of it, also formally, does not hold.')
  expect(await told(world, 'quinn', 'tracker')).toContain('None is above routine surveillance')
  const tracker = await told(world, 'quinn', 'tracker routine')
  expect(tracker).toMatch(
    /Willow House \(willow\): as before\. On .* 2027: G0, placed by mistake: ta/,
  )
  expect(await told(world, 'quinn', 'status willow')).toMatch(/By G0, .*[\s\S]*By G13, /)
})

test('each is told once, also whoever was both called and told of the level', async () => {
  const { world, quinn, summit } = await summoned()
  const off = formIn(await quinn.command('muster', `calloff ${referenceOf(summit)}`))
  await quinn.fill(off, { reason: 'The wrong provider.' })

  await takeBack(world)

  for (const person of ['rhea', 'wanda', 'mara'])
    expect(read(world, person).split(MISTYPED), person).toHaveLength(2)
  expect(read(world, 'quinn')).not.toContain('by mistake; that is taken back')
})

test('without a reason nothing is taken back, and somebody who may not decide reads who may', async () => {
  const world = await openApp()
  await toLevel(world, 'G2')
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'level willow'))

  const without = await quinn.fill(form, { transition: 'G0', reason: '…' })
  expect(JSON.stringify(without)).toContain('Give the reason in words.')
  const mara = speaker(world, 'mara')
  const reply = await mara.fill(form, { transition: 'G0', reason: MISTYPED })
  expect(await wordsOf(world, reply)).toMatch(/Only .* may decide this \(G0: /)
  expect((await world.record('provider', WILLOW)).level).toBe('ENHANCED_PENDING_REVIEW')
})

test('a meeting of an open case stands in no way of it, and the case stays as it is', async () => {
  const world = await openApp()
  const raised = await world.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  await world.settle()
  await toLevel(world, 'G2')

  await takeBack(world)

  expect((await world.record('provider', WILLOW)).level).toBe('ROUTINE')
  expect((await world.record('case', raised.record.id)).status).toBe('open')
})

test('a formal notice that was given on it stays open: whoever takes the level back, and whoever is told, reads so', async () => {
  const world = await openApp()
  await toLevel(world, 'G2')
  const given = {
    concerns: 'Falls.',
    substantiated: 'By the quarterly return.',
    severity: 'High.',
    breach: 'notSettled',
    expected: 'An improvement plan.',
    timescales: 'In four weeks.',
    route: 'letter',
  }
  await file(world, 'quinn', 'notice', 'Give formal notice', given)

  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'level willow'))
  const reply = await quinn.fill(form, { transition: 'G0', reason: MISTYPED })

  expect(wordsOf(world, reply)).toContain(
    'Still open on file, from the level that was taken back: Formal notice 1. Withdraw or close each',
  )
  expect(read(world, 'wanda')).toContain('Nothing else that it asked for is wanted of you.')
  expect(read(world, 'wanda')).toContain(
    'Still open on file, until it is withdrawn or closed: Formal notice 1.',
  )
  expect((await world.record('provider', WILLOW)).cycles).toEqual([])
  const message = reply.type === 'say' ? reply.message : undefined
  const notice = await quinn.press(pressOn(message, 'Formal notice 1'))
  const page = notice.type === 'say' ? notice.message : undefined
  await quinn.fill(formIn(await quinn.press(pressOn(page, 'Withdraw the notice'))), {
    reason: MISTYPED,
  })
  expect(read(world, 'wanda')).toContain('was given in error and is withdrawn')
})

test('taken back without one, nothing more is wanted of whoever was told', async () => {
  const world = await openApp()
  await toLevel(world, 'G2')

  expect(await takeBack(world)).not.toContain('Still open on file')
  expect(read(world, 'wanda')).toContain('Nothing that it asked for is wanted of you.')
})

test('to a review that is pending again: what that asks for goes on', async () => {
  const world = await openApp()
  await toLevel(world, 'G2')
  await toLevel(world, 'G13')

  await takeBack(world, 'G0P')

  const words = read(world, 'mara')
  expect(words).toContain('it is on “Enhanced, review pending” again.')
  expect(words).toContain('What “Enhanced, review pending” asks for goes on.')
  expect(words).not.toContain('that it asked for is wanted of you')
})
