import { expect, test } from 'vitest'
import { providerId } from '../../../../src/core/record-id.ts'
import { openApp } from '../../../fixtures/app.ts'
import { hosted } from '../../../fixtures/hosted.ts'
import { file, inPrivate } from '../on-file.ts'

test('a suspension is told to the quality team of the unit’s own region, and to its host', async () => {
  const world = await openApp({ listings: hosted, startsAt: '2027-03-01T09:00:00Z' })
  const said = { reasons: 'Unsafe.', lookOn: '2027-04-10', lifting: 'Safe staffing' }

  await file(world, 'quinn', '', 'Suspend in full', said, 'aspen')
  await world.settle()

  for (const who of ['meera', 'carl', 'mara']) expect(inPrivate(world, who)).toContain('Unsafe.')
  const provider = await world.record('provider', providerId('aspen'))
  expect(provider.tellings?.[0]?.lines.map(({ id }) => id)).toContain('host-commissioner')
})

test('where nobody hosts a unit the list has no line for a host', async () => {
  const world = await openApp({ startsAt: '2027-03-01T09:00:00Z' })
  const said = { reasons: 'Unsafe.', lookOn: '2027-04-10', lifting: 'Safe staffing' }

  await file(world, 'quinn', '', 'Suspend in full', said)

  const provider = await world.record('provider', providerId('willow'))
  expect(provider.tellings?.[0]?.lines.map(({ id }) => id)).not.toContain('host-commissioner')
})
