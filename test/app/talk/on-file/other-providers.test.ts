import { expect, test } from 'vitest'
import { providerId } from '../../../../src/core/record-id.ts'
import { openApp } from '../../../fixtures/app.ts'
import { listings } from '../../../fixtures/directory.ts'
import { file, inRoom, toLevel, told } from '../on-file.ts'

test('the examples of indicators are shown by domain, with where they come from', async () => {
  const world = await openApp()

  expect(await told(world, 'quinn', 'indicators safety')).toContain(
    'Healthcare associated infections',
  )
  expect(await told(world, 'quinn', 'indicators practice')).toContain('QSIF 2020, 5.3.3')
  expect(await told(world, 'quinn', 'indicators')).toContain('Friends and Family Test')
  expect(await told(world, 'quinn', 'indicators weather')).toContain(
    'Choose one of: safety, effectiveness, experience, well-led, resources, intelligence, practice.',
  )
  for (const domain of ['well led', 'well-led', 'resources'])
    expect(await told(world, 'quinn', `indicators ${domain}`)).toContain('lists no signs for it')
  expect(await told(world, 'quinn', 'indicators intelligence')).toMatch(
    /Coroners[\s\S]*QSIF 2020, 5\.1\.2/,
  )
})

test('intelligence is gathered unseen by the provider, and updated after each local meeting', async () => {
  const world = await openApp()
  await file(world, 'quinn', 'intelligence', 'Note intelligence', {
    theme: 'Falls.',
    domain: 'safety',
    source: 'localAuthority',
    heard: 'More falls at weekends.',
    nextOn: '2027-04-09',
  })

  await file(world, 'mara', '1', 'Update it after a meeting', {
    heard: 'CQC heard the same.',
    nextOn: '2027-05-07',
  })

  expect(await told(world, 'quinn', 'file willow')).toContain(
    'Next: an update after the local meeting, due Fri 7 May 2027',
  )
  expect(inRoom(world)).not.toContain('falls')
})

test('the quality premium gateway stands with the Lead Provider, and its position at the end of the year is the round of D27', async () => {
  const world = await openApp()
  const answers = { failure: 'Enforcement.', cqc: 'yes', flagged: 'no', enforced: 'no' }
  const given = { ...answers, response: 'no', evidence: 'A notice.' }
  await told(world, 'mara', 'duties harbour')
  const begun = { cycle: 'D27', startAt: '2026-04-01T10:00:00Z', amount: null } as const
  const by = { type: 'person', person: 'mara' } as const
  await world.ask({ kind: 'provider', type: 'beginDuty', by, ...begun }, providerId('harbour'))
  const duty = await told(world, 'mara', 'duties harbour')
  expect(duty).toContain('D27 End-of-year quality-premium position: due Thu 1 Apr 2027 23:59 BST')
  expect(duty).toContain('[Put D27 on file…]')

  await file(world, 'mara', 'premium', 'Check the quality premium', given, 'harbour')
  expect(await told(world, 'mara', 'file harbour 1')).toContain(
    'waits for the position at the end of the year (D27)',
  )
  const end = { still: 'no', evidence: 'Lifted.' }
  await file(world, 'mara', '1', 'Record the position', end, 'harbour')

  expect(await told(world, 'mara', 'file harbour 1')).toContain('It is closed.')
  expect(await told(world, 'mara', 'duties harbour')).toContain(
    'D27 End-of-year quality-premium position: due Sun 26 Mar 2028',
  )
  expect(await told(world, 'quinn', 'file willow')).not.toContain('quality premium')

  await file(world, 'mara', '1', 'Withdraw it', { reason: 'Of another year.' }, 'harbour')
  const owed = await told(world, 'mara', 'duties harbour')
  expect(owed).toContain('D27 End-of-year quality-premium position: due Thu 1 Apr 2027 23:59 BST')
  expect(owed).toContain('[Put D27 on file…]')
})

test('of a collaborative in shadow form each message about a level says that it is considered case by case', async () => {
  const shadow = listings.map((one) =>
    one.slug === 'harbour' ? { ...one, stage: 'shadow' as const } : one,
  )
  const world = await openApp({ listings: shadow })

  await toLevel(world, 'G2')

  const words =
    'The collaborative that Harbour NHS Foundation Trust leads is in shadow form: considered case by case by NHSE/I.'
  expect(await told(world, 'quinn', 'status willow')).toContain(words)
  expect(inRoom(world).split(words)).toHaveLength(3)
})
