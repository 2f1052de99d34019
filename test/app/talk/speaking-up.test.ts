import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import {
  everything,
  fieldIn,
  formIn,
  guest,
  shownIn,
  speaker,
  triaged,
  wordsOf,
} from './speaking.ts'

const WHAT = { what: 'The night rota was changed afterwards.', provider: 'willow', danger: 'no' }

async function raisedAs(world: TestApp, who: Parameters<typeof speaker>[1], how: string) {
  const raiser = speaker(world, who)
  const form = formIn(await raiser.command('concern'))
  const said = wordsOf(world, await raiser.fill(form, { ...WHAT, how }))
  const letters = /C-(\w{4})-(\w{4})/.exec(said)
  if (!letters) throw new Error(said)
  const id = RecordId.parse(`case-${letters[1]}${letters[2]}`.toLowerCase())
  return { raiser, form, said, id, code: /[A-Z]{4}(-[A-Z]{4}){3}/.exec(said)?.[0] ?? '' }
}

describe('whoever raises something', () => {
  test('is told before sending who may learn a name that is given in confidence, and who that is now', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = formIn(await nia.command('concern'))

    const shown = formIn(await nia.refresh(form.ticket, { ...shownIn(form), how: 'inConfidence' }))

    const said = fieldIn(shown, 'howConfidence')
    expect(said.label).toContain('one role only')
    expect(said.hint).toContain('quality lead, Harbour NHS Foundation Trust: now Quinn Adeyemi')
  })

  test('is told before sending what anonymous means, and where it ends', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = formIn(await nia.command('incident'))

    const shown = formIn(await nia.refresh(form.ticket, { ...shownIn(form), how: 'anonymous' }))

    const { label, hint } = fieldIn(shown, 'howAnonymous')
    expect(label).toContain('nothing can be sent to you')
    expect(label).toContain('nobody can recover it')
    expect(hint).toContain('The chat service itself knows who typed it')
    expect(hint).toContain('people may guess')
    expect(shown.fields.some(({ id }) => id === 'howConfidence')).toBe(false)
  })
})

describe('whoever raises anonymously', () => {
  test('gets a code, once and in private, and the warning that nobody can recover it', async () => {
    const world = await openApp()

    const { said, code } = await raisedAs(world, 'nia', 'anonymous')

    expect(code).toMatch(/^[A-Z]{4}(-[A-Z]{4}){3}$/)
    expect(said).toContain('Keep it: it is shown only now, and nobody can recover it.')
    expect(said).toContain('nothing can be sent to you')
  })

  test('leaves no name and no account in anything that is stored or sent', async () => {
    const world = await openApp()

    const before = (await everything(world)).split('U0').length
    const { code } = await raisedAs(world, guest, 'anonymous')
    const all = await everything(world)

    expect(all).not.toContain('Gus Guest')
    expect(all).not.toContain('"guest"')
    expect(all.toLowerCase()).not.toContain(code.toLowerCase())
    expect(all.toLowerCase()).not.toContain(code.replaceAll('-', '').toLowerCase())
    expect(all.split('U0').length).toBe(before)
  })

  test('is named nowhere, though the directory knows them', async () => {
    const world = await openApp()

    const { id } = await raisedAs(world, 'nia', 'anonymous')
    const stored = JSON.stringify([await world.store.load(id), await world.store.history(id)])

    expect(stored).not.toMatch(/\bnia\b|Nia Roberts|UNIA/)
    expect(world.web.says('web/room/willow', 'root')).toContain('someone anonymous')
    expect(world.web.standing.filter(({ place }) => place.includes('/person/nia'))).toEqual([])
  })

  test('is answered the same when the same form is handed in twice, and makes one case', async () => {
    const world = await openApp()
    const { raiser, form, said } = await raisedAs(world, 'nia', 'anonymous')

    const again = await raiser.fill(form, { ...WHAT, how: 'anonymous' })

    expect(wordsOf(world, again)).toBe(said)
    expect(await world.store.list({ facets: { kind: 'case' } })).toHaveLength(1)
  })

  test('learns with the code what came of it, in the words that they would have been told', async () => {
    const world = await openApp()
    const { raiser, id, code } = await raisedAs(world, 'nia', 'anonymous')
    const open = wordsOf(world, await raiser.command('muster', `followup ${code}`))
    await triaged(world, id)
    const close = { kind: 'case', type: 'close', by: { type: 'person', person: 'quinn' } } as const
    await world.ask({ ...close, outcome: 'The rota is audited now', reason: 'Handled.' }, id)

    const closed = wordsOf(world, await raiser.command('muster', `followup ${code}`))

    expect(open).toContain('It is open, and has not been looked at yet.')
    expect(closed).toContain('It was closed')
    expect(closed).toContain('The rota is audited now')
    expect(closed).not.toContain('Handled.')
  })

  test('is known by the code alone, however it is typed and whoever types it', async () => {
    const world = await openApp()
    const { code } = await raisedAs(world, 'nia', 'anonymous')
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `

    const said = wordsOf(world, await speaker(world, guest).command('muster', `followup${typed}`))

    expect(said).toContain('What came of C-')
  })

  test('adds to it without being named, also once it is closed', async () => {
    const world = await openApp()
    const { raiser, id, code } = await raisedAs(world, 'nia', 'anonymous')
    const form = formIn(await raiser.command('muster', 'followup'))

    const said = await raiser.fill(form, { code, text: 'It happened again on Sunday.' })

    expect(wordsOf(world, said)).toContain('What you wrote has been added')
    const note = world.web.says('web/room/willow', 'notice:1')
    expect(note).toContain('It happened again on Sunday.')
    expect(note).toContain('Whoever raised it, anonymously')
    const stored = JSON.stringify([await world.store.load(id), await world.store.history(id)])
    expect(stored).not.toMatch(/\bnia\b|Nia Roberts/)
  })

  test('reads the case itself with no code: it opens the news and nothing else', async () => {
    const world = await openApp()
    const { code } = await raisedAs(world, 'nia', 'anonymous')

    const said = wordsOf(world, await speaker(world, guest).command('muster', `followup ${code}`))

    expect(said).not.toContain('The night rota')
    expect(said).not.toContain('Willow')
  })
})

describe('a wrong code', () => {
  test('is answered as every other, and five of them shut the door for a quarter of an hour', async () => {
    const world = await openApp()
    const { raiser, code } = await raisedAs(world, 'nia', 'anonymous')
    const wrong = 'ABCD-ABCD-ABCD-ABCD'
    const answers = new Set<string>()
    for (let tries = 0; tries < 5; tries++)
      answers.add(wordsOf(world, await raiser.command('muster', `followup ${wrong}`)))

    const shut = wordsOf(world, await raiser.command('muster', `followup ${code}`))
    await world.pass(15 * 60 + 1)
    const open = wordsOf(world, await raiser.command('muster', `followup ${code}`))

    expect([...answers, shut]).toEqual([shut, shut])
    expect(shut).toContain('Nothing is open under that code.')
    expect(open).toContain('What came of C-')
  })

  test('of one person shuts nobody else out', async () => {
    const world = await openApp()
    const { code } = await raisedAs(world, 'nia', 'anonymous')
    const ivan = speaker(world, 'ivan')
    for (let tries = 0; tries < 6; tries++) await ivan.command('muster', 'followup WRONG')

    const said = wordsOf(world, await speaker(world, 'nia').command('muster', `followup ${code}`))

    expect(said).toContain('What came of C-')
  })

  test('opens no case that was raised under a name', async () => {
    const world = await openApp()
    const { code, raiser } = await raisedAs(world, 'nia', 'named')

    expect(code).toBe('')
    expect(wordsOf(world, await raiser.command('muster', 'followup '))).toBe('')
    expect(wordsOf(world, await raiser.command('muster', 'followup ABCD'))).toContain('Nothing is')
  })
})
