import { describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { concern, incident, person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import { confidential, done, listed, ROOM, SECRET } from './confidentially.ts'
import { fieldIn, formIn, shownIn, speaker, triaged, wordsOf } from './speaking.ts'

describe('a case that is confidential from the first moment', () => {
  test('says before sending who will see it, by name', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = formIn(await nia.command('concern'))
    const answers = { ...shownIn(form), provider: 'willow', confidential: 'yes' }

    const shown = formIn(await nia.refresh(form.ticket, answers))

    const { hint = '' } = fieldIn(shown, 'visible')
    expect(hint).toContain('Quinn Adeyemi (quality lead, Harbour NHS Foundation Trust)')
    expect(hint).toContain('Dora Novak (deputy quality lead, Harbour NHS Foundation Trust)')
    expect(hint).toContain('; you.')
    expect(fieldIn(form, 'confidential').value).toBe('no')
  })

  test('is seen by the people on its list: quality lead, deputy, and whoever raised it under their name', async () => {
    const world = await openApp()
    const { id } = await confidential(world)

    expect(await listed(world, id)).toEqual(['quinn', 'dora', 'nia'])
  })

  test.each(['inConfidence', 'anonymous'] as const)(
    'keeps whoever raised it %s off the list',
    async (how) => {
      const world = await openApp()
      const { id } = await confidential(world, { how })

      expect(await listed(world, id)).toEqual(['quinn', 'dora'])
      expect(world.web.says(ROOM, 'root')).not.toContain('Nia Roberts')
    },
  )

  test('stands in a private room that is named by its reference, and in no room of the provider', async () => {
    const world = await openApp({ channels: ['web'] })
    const { reference } = await confidential(world)

    expect(world.web.rooms).toEqual([
      expect.objectContaining({
        name: reference.toLowerCase(),
        topic: `${reference}. No patient identifiers.`,
        people: ['quinn', 'dora', 'nia'],
      }),
    ])
    expect(world.web.says(ROOM, 'root')).toContain(SECRET)
    expect(world.web.says(ROOM, 'root')).toContain('Only these people see it: Quinn Adeyemi')
    expect(world.web.standing.filter(({ place }) => place === 'web/room/willow')).toEqual([])
  })

  test('is told to each person alone where no room can be made', async () => {
    const world = await openApp({ channels: ['web'] })
    world.web.trouble('room', { with: { type: 'never', reason: 'Rooms are off.' } })
    await confidential(world)

    for (const who of ['quinn', 'dora'])
      expect(world.web.says(`web/person/${who}`, 'root')).toContain(SECRET)
    expect(world.web.says('web/person/quinn', 'notice:1')).toContain(
      'each person is told there alone',
    )
  })

  test('about a provider that is not listed is seen by the Lead Provider’s people', async () => {
    const world = await openApp()
    const { id } = await confidential(world, { provider: null })

    expect(await listed(world, id)).toEqual(['quinn', 'dora', 'nia'])
  })

  test('is refused where nobody would see it', async () => {
    const policy = policyOf('provider-collaborative')
    const rule = policy.confidential
    if (!rule) throw new Error('The pack has no such rule')
    const empty = { ...rule, access: rule.access.filter(({ when }) => when === 'safeguarding') }
    const world = await openApp({ policy: { ...policy, confidential: empty } })

    const answer = await world.ask(concern({ confidential: true, safeguarding: 'yes' }))

    expect(answer).toMatchObject({ ok: false, refusal: { code: 'missing' } })
    expect(await world.store.list({ facets: { kind: 'case' } })).toEqual([])
  })

  test('lets those who raised it without a place on the list hear how it ended, and nothing else', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await confidential(world, { how: 'inConfidence' })
    await triaged(world, id)
    await done(
      world,
      {
        kind: 'case',
        type: 'close',
        by: person('quinn'),
        outcome: 'It is settled.',
        reason: 'So.',
      },
      id,
    )

    expect(world.web.says('web/person/nia', 'receipt')).toContain('It is confidential')
    expect(world.web.says('web/person/nia', 'outcome:1')).toBeUndefined()
    expect(world.web.says('web/person/nia', 'outcome:2')).toContain('It is settled.')
    expect(wordsOf(world, await speaker(world, 'nia').command('muster', 'status'))).not.toContain(
      'C-',
    )
  })
})

describe('somebody who is not on the list', () => {
  const outsiders = ['ivan', 'wanda', 'mara', 'halima', 'omar']

  test.each(outsiders)('sees no trace of it: %s', async (who) => {
    const world = await openApp()
    const { id, reference } = await confidential(world)
    const one = speaker(world, who)
    const open = { do: 'open', form: 'note', record: id } as const

    for (const words of ['status', 'mine', `status ${reference}`, `note ${reference}`])
      expect(wordsOf(world, await one.command('muster', words)).replaceAll(reference, '')).toBe(
        wordsOf(
          world,
          await one.command('muster', words.replace(reference, 'C-0000-0000')),
        ).replaceAll('C-0000-0000', ''),
      )
    expect(wordsOf(world, await one.press(open))).toContain('There is no')
  })

  test('is not reminded of what they owe: the next on the list is', async () => {
    const world = await openApp({ channels: ['web'] })
    const answer = await world.ask(incident({ confidential: true, what: SECRET }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    const { clocks } = await world.record('case', answer.id)

    expect(clocks.find(({ rule }) => rule === 'D1')?.reached).toEqual(['quinn'])
    expect(clocks.flatMap(({ owner, reached }) => [owner, ...reached])).not.toContain('ivan')
  })

  test('is let in with the reason “owes D1” where the pack says so', async () => {
    const policy = policyOf('provider-collaborative')
    const rule = policy.confidential
    if (!rule) throw new Error('The pack has no such rule')
    const world = await openApp({
      channels: ['web'],
      policy: { ...policy, confidential: { ...rule, offList: 'add' } },
    })
    const answer = await world.ask(incident({ confidential: true }))
    if (!answer.ok) throw new Error(answer.refusal.message)

    expect(await listed(world, answer.id)).toContain('ivan')
    expect(world.web.says(ROOM, 'root')).toContain('Ivan Petrov (owes D1)')
    expect(world.web.calls).toContain(`invite ${ROOM} ivan`)
  })

  test('is not told after an outage, nor are administrators when a message is not accepted', async () => {
    const world = await openApp({
      channels: ['web', 'mail'],
      administrators: ['halima@example.org'],
    })
    const answer = await world.ask(incident({ confidential: true, what: SECRET }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    world.web.trouble(ROOM, { with: { type: 'never', reason: 'The room is read-only.' } })
    await world.off(40 * 3600)
    await world.pass(3600)

    const told = world.channels.flatMap(({ standing }) => standing)
    expect(told.filter(({ slot }) => slot.startsWith('alarm:'))).toEqual([])
    expect(told.filter(({ record }) => record.startsWith('organisation-'))).toEqual([])
    expect(told.filter(({ place }) => /person\/(halima|ivan|mara|omar)/.test(place))).toEqual([])
  })
})
