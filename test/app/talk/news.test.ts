import { describe, expect, test } from 'vitest'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { answer, concern } from '../../core/case/cases.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { guest, speaker, wordsOf } from './speaking.ts'

const OFF = 'You get no more news of it'
const ON = 'You get news of it again'
const NOBODYS = 'Only whoever raised it, with their name'

async function raised(world: TestApp, over: Parameters<typeof concern>[0] = {}) {
  const said = await world.ask(concern(over))
  if (!said.ok) throw new Error(said.refusal.message)
  return { id: said.id, reference: referenceOf(said.id) }
}

async function wants(world: TestApp, id: RecordId): Promise<boolean> {
  return (await world.record('case', id)).newsOff !== true
}

describe('news of what somebody raised', () => {
  test('is switched off and on by a command, with the reference before or after', async () => {
    const world = await openApp()
    const { id, reference } = await raised(world)
    const nia = speaker(world, 'nia')

    expect(wordsOf(world, await nia.command('muster', `news off ${reference}`))).toContain(OFF)
    expect(await wants(world, id)).toBe(false)
    expect(wordsOf(world, await nia.command('muster', `news ${reference} on`))).toContain(ON)
    expect(await wants(world, id)).toBe(true)
  })

  test('is switched by a reply to what they were sent', async () => {
    const world = await openApp()
    const { id } = await raised(world)
    const nia = speaker(world, 'nia')

    expect(wordsOf(world, await nia.reply(id, 'No more news of this.'))).toContain(OFF)
    expect(wordsOf(world, await nia.reply(id, 'news on'))).toContain(ON)
    expect(await wants(world, id)).toBe(true)
  })

  test('is switched where there are no threads, by quoting the confirmation or naming the case', async () => {
    const world = await openApp()
    const { id, reference } = await raised(world)
    const nia = speaker(world, 'nia')
    const own = { channel: 'web', to: { type: 'person', person: 'nia' } } as const
    const receipt = await world.store.shown(id, 'web/person/nia', 'receipt')

    expect(wordsOf(world, await nia.chat([own], 'no more news', receipt))).toContain(OFF)
    expect(wordsOf(world, await nia.chat([own], `${reference} news on`))).toContain(ON)
    expect(wordsOf(world, await nia.chat([own], `news off ${reference}`))).toContain(OFF)
    expect(await wants(world, id)).toBe(false)
  })

  test('is switched by somebody who is not in the directory and sees nothing else of it', async () => {
    const world = await openApp()
    const { id, reference } = await raised(world, { by: guest })
    const gus = speaker(world, guest)

    expect(wordsOf(world, await gus.command('muster', `news off ${reference}`))).toContain(OFF)
    expect(await wants(world, id)).toBe(false)
  })

  test('is nobody else’s to switch, and whoever does not see the case learns of none', async () => {
    const world = await openApp()
    const { id, reference } = await raised(world, { confidential: true, by: person('quinn') })
    const open = await raised(world)

    expect(
      wordsOf(world, await speaker(world, 'nia').command('muster', `news off ${reference}`)),
    ).toContain(`There is no ${reference} that you can see`)
    expect(
      wordsOf(world, await speaker(world, 'ivan').command('muster', `news off ${open.reference}`)),
    ).toContain(NOBODYS)
    expect(await wants(world, id)).toBe(true)
    expect(await wants(world, open.id)).toBe(true)
  })

  test('is looked up with a code where it was raised anonymously', async () => {
    const world = await openApp()
    const { id, reference } = await raised(world, {
      how: 'anonymous',
      code: { salt: '00000000-0000-4000-8000-000000000000', hash: 'a'.repeat(64) },
    })

    const said = wordsOf(
      world,
      await speaker(world, 'nia').command('muster', `news off ${reference}`),
    )

    expect(said).toContain('“/muster followup”')
    expect(await wants(world, id)).toBe(true)
  })

  test.each([
    'news',
    'news off',
    'news C-7K2M-9Q4X',
    'news off C-7K2M-9Q4X please',
    'news perhaps',
  ])('“/muster %s” says what is wanted', async (words) => {
    const world = await openApp()
    const said = wordsOf(world, await speaker(world, 'nia').command('muster', words))

    expect(said).toContain('“/muster news on C-7K2M-9Q4X”')
  })

  test('is not switched by words about news, nor by what answers a question', async () => {
    const world = await openApp()
    const { id } = await raised(world)
    const nia = speaker(world, 'nia')

    expect((await nia.reply(id, 'no news of the ward yet')).type).toBe('nothing')
    await world.ask(answer('quinn', 'triage', 'no'), id)
    expect(await wants(world, id)).toBe(true)
  })
})
