import { describe, expect, test } from 'vitest'
import { composeNotice } from '../../../src/core/case/compose-notice.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { providerId, type RecordId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import { directory } from '../../fixtures/directory.ts'
import { hosted } from '../../fixtures/hosted.ts'
import { confidential, done, ROOM } from './confidentially.ts'
import { inPrivate, inRoom, told } from './on-file.ts'
import { formIn, pressOn, speaker, standingIn, triaged } from './speaking.ts'

const NEWS = 'has asked for closer oversight'
const QUESTION = 'Decide the level of Willow House itself'
const STAYS = 'The provider’s own level was not changed: that would show this case to others.'
const NOW = '2027-03-26T21:00:00Z'
const SLOT = 'prompt:providerLevel'

/** A confidential concern that its triage puts to enhanced. */
async function chosen(): Promise<{ world: TestApp; id: RecordId }> {
  const world = await openApp({ channels: ['web'] })
  const { id } = await confidential(world)
  await triaged(world, id)
  await answers(world, id, 'level', 'enhanced')
  return { world, id }
}

async function answers(
  world: TestApp,
  id: RecordId,
  prompt: string,
  answer: string,
  who = 'quinn',
) {
  const given = { prompt, answer, revision: null, reason: null }
  await done(world, { kind: 'case', type: 'answer', by: person(who), ...given }, id)
  await world.settle()
}

describe('a confidential case that is to lead to enhanced', () => {
  test('asks the quality lead to decide the level with the provider, seen by its list alone', async () => {
    const { world } = await chosen()

    expect(world.web.says(ROOM, SLOT)).toContain(QUESTION)
    expect(world.web.says(ROOM, SLOT)).toContain('Asked: Quinn Adeyemi')
    expect(world.web.says(ROOM, SLOT)).toContain(
      'If it is in enhanced already, press “It is decided there”. While it is on “Enhanced, three-month hold”, decide there whether that ends (G11).',
    )
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
    expect(inPrivate(world, 'nia')).not.toContain('within routine oversight')
    expect(await told(world, 'quinn', 'mine')).not.toContain(QUESTION)
  })

  test('asks no longer once a new triage keeps it on routine', async () => {
    const { world, id } = await chosen()
    await triaged(world, id, { triggers: [] })

    await answers(world, id, 'level', 'routine')

    expect(world.web.says(ROOM, SLOT)).toContain('No longer asked')
  })

  test('asks the host commissioner where they are who triages', async () => {
    const world = await openApp({ channels: ['web'], listings: hosted })
    const sign = { id: 'H7', direction: 'new', evidence: 'Two people hurt.' } as const
    const shared = { placing: 'fen-icb', signs: [sign] }
    const of = { case: 'intelligence', provider: 'aspen', by: person('fay'), shared } as const
    const { id } = await confidential(world, of)
    const looked = { triggers: [sign], consequence: 4, likelihood: 4, urgent: false }
    const carl = { kind: 'case', by: person('carl') } as const
    await done(world, { ...carl, type: 'triage', ...looked, safeguardingRoute: false }, id)

    await answers(world, id, 'level', 'enhanced', 'carl')

    const { prompts } = await world.record('case', id)
    expect(prompts.find(({ asks }) => asks === 'providerLevel')?.asked).toEqual(['carl'])
    await answers(world, id, 'providerLevel', 'done', 'carl')
  })

  test('says that the level of its provider stays where nobody was asked to decide it', async () => {
    const { world, id } = await chosen()
    const kase = await world.record('case', id)
    const composing = {
      ...{ policy: policyOf('provider-collaborative'), directory, now: NOW },
      viewer: { type: 'operator' },
    } as const
    const notice = { n: 1, at: NOW, said: { say: 'levelChosen' } } as const
    const says = (of: typeof kase) => plainMessage(composeNotice(of, notice, composing), directory)

    expect(says(kase)).not.toContain(STAYS)
    const unasked = kase.prompts.filter(({ asks }) => asks !== 'providerLevel')
    expect(says({ ...kase, prompts: unasked })).toContain(STAYS)
  })
})
