import { describe, expect, test } from 'vitest'
import { providerId, type RecordId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { confidential, done, ROOM } from './confidentially.ts'
import { inPrivate, inRoom, told } from './on-file.ts'
import { formIn, pressOn, speaker, standingIn, triaged } from './speaking.ts'

const NEWS = 'has asked for closer oversight'
const QUESTION = 'Decide the level of Willow House itself'
const SLOT = 'prompt:providerLevel'

/** A confidential concern that its triage puts to enhanced. */
async function chosen(): Promise<{ world: TestApp; id: RecordId }> {
  const world = await openApp({ channels: ['web'] })
  const { id } = await confidential(world)
  await triaged(world, id)
  await answers(world, id, 'level', 'enhanced')
  return { world, id }
}

async function answers(world: TestApp, id: RecordId, prompt: string, answer: string) {
  const given = { prompt, answer, revision: null, reason: null }
  await done(world, { kind: 'case', type: 'answer', by: person('quinn'), ...given }, id)
  await world.settle()
}

describe('a confidential case that is to lead to enhanced', () => {
  test('asks the quality lead to decide the level with the provider, seen by its list alone', async () => {
    const { world } = await chosen()

    expect(world.web.says(ROOM, SLOT)).toContain(QUESTION)
    expect(world.web.says(ROOM, SLOT)).toContain('Asked: Quinn Adeyemi')
    expect(await told(world, 'quinn', 'mine')).toContain(QUESTION)
    expect(await told(world, 'omar', 'mine')).not.toContain(QUESTION)
    expect(inRoom(world)).not.toContain(QUESTION)
    expect((await world.record('provider', providerId('willow'))).level).toBe('ROUTINE')
  })

  test('does not tell whoever raised it of closer oversight before that is decided', async () => {
    const { world, id } = await chosen()
    expect(inPrivate(world, 'nia')).not.toContain(NEWS)

    await answers(world, id, 'providerLevel', 'done')

    expect(inPrivate(world, 'nia')).toContain(NEWS)
    expect(await told(world, 'quinn', 'mine')).not.toContain(QUESTION)
  })

  test('may leave the level for a reason that stays on the case', async () => {
    const { world } = await chosen()
    const quinn = speaker(world, 'quinn')
    const press = pressOn(standingIn(world, SLOT, ROOM), 'Leave its level')
    await quinn.fill(formIn(await quinn.press(press)), { reason: 'The keys were found.' })

    expect(world.web.says(ROOM, SLOT)).toContain('The keys were found.')
    expect(inRoom(world)).not.toContain('The keys were found.')
    expect(inPrivate(world, 'nia')).not.toContain(NEWS)
    expect(inPrivate(world, 'nia')).toContain('within routine oversight')
    expect(await told(world, 'quinn', 'mine')).not.toContain(QUESTION)
  })

  test('asks no longer once a new triage keeps it on routine', async () => {
    const { world, id } = await chosen()
    await triaged(world, id, { triggers: [] })

    await answers(world, id, 'level', 'routine')

    expect(world.web.says(ROOM, SLOT)).toContain('No longer asked')
  })
})
