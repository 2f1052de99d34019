import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { referenceOf } from '../../src/core/record-id.ts'
import { services } from './scene/index.ts'
import { OWN, type Scene, type Somebody, type Where } from './scene/scene.ts'
import { SUMMIT } from './scene/summit.ts'
import { sevenMembers } from './scene/world.ts'

const CALLED = '2027-05-10T09:00:00Z'
const LATER = '2027-05-10T10:00:00Z'
const PROVIDER = /^Alder House: (Routine|Enhanced)(, [^→]*)?$/
const ROOM: Where = { room: 'alder-house-quality' }
const WHY = 'The short name was mistyped'
const WAY = 'G0 Placed by mistake: taken back'
const OFF = /^Called off: Risk summit/
const AGAIN = /^Alder House is on “Routine” again/

describe.each(services)('$name: a risk summit called on the wrong provider', ({ open }) => {
  let scene: Scene
  let lead: Somebody
  let director: Somebody
  let chief: Somebody
  let manager: Somebody

  beforeAll(async () => {
    scene = await open(sevenMembers(), CALLED)
    lead = await scene.person('Teodora Whitlock')
    director = await scene.person('Cornelius Abara')
    chief = await scene.person('Oluchi Brandreth')
    manager = await scene.person('Farida Lochhead')
  })
  afterAll(() => scene?.close())

  const summit = async () => {
    const [row] = await scene.app.store.list({ facets: { kind: 'meeting' } })
    return row ? referenceOf(row.id) : ''
  }

  test('puts it in enhanced at the call, and has everybody told who must know', async () => {
    const form = await lead.types('/muster convene alder-house')
    const entered = { 'Which meeting?': 'Risk summit', 'Why is it called?': 'Two were hurt' }
    await (await form.goesOn(entered)).send()

    await lead.reads(ROOM, PROVIDER, 'Alder House: Enhanced', 'D16')
    await chief.reads({ room: OWN }, /^You are told: Alder House/, 'formal notice')
    expect(await director.isIn(SUMMIT)).toBe(true)
  })

  test('is called off before the level is taken back, and whoever calls it off reads how', async () => {
    await scene.at(LATER)
    const level = await lead.types('/muster level alder-house')
    const again = await level.goesOn({ 'What was decided?': WAY, 'Why?': WHY })
    await again.shows(`Call it off first, with “/muster calloff ${await summit()}”`)
    await again.leave()

    const off = await lead.types(`/muster calloff ${await summit()}`)
    await off.send({ 'Why?': WHY })

    await director.reads({ room: OWN }, OFF, 'If it was called by mistake, choose “Placed by')
  })

  test('is taken back: everybody who was told or called reads it, and why', async () => {
    const level = await lead.types('/muster level alder-house')
    await level.send({ 'What was decided?': WAY, 'Why?': WHY })

    await director.reads({ room: OWN }, AGAIN, 'put on “Enhanced” by mistake', WHY)
    const mistaken = ['put on “Enhanced” by mistake', 'also formally, does not hold', WHY]
    await chief.reads({ room: OWN }, /^You are told: Alder House/, ...mistaken)
    await manager.reads({ room: OWN }, /^You are told: Alder House/, ...mistaken)
  })

  test('leaves it as it was, with both on record, and nothing owed', async () => {
    const card = await lead.reads(ROOM, PROVIDER, 'Alder House: Routine', 'By G0, ', 'By G13, ')

    expect(card).not.toMatch(/\bD(16|17|20|29)\b/)
    expect(await lead.asks('/muster tracker routine')).toContain('G0, placed by mistake')
    expect(await manager.asks('/muster mine')).not.toContain('Alder House')
    expect(scene.faults).toEqual([])
  })
})
