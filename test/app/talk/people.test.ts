import { describe, expect, test } from 'vitest'
import { organisationId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { fieldIn, formIn, guest, shownIn, speaker, wordsOf } from './speaking.ts'

const ADMINISTRATOR = 'hugo'

function openHarbour(): Promise<TestApp> {
  return openApp({ administrators: [`${ADMINISTRATOR}@example.org`] })
}

async function told(world: TestApp, who: string, words: string): Promise<string> {
  return wordsOf(world, await speaker(world, who).command('muster', words))
}

describe('/muster people', () => {
  test('shows an administrator who holds which role at any organisation', async () => {
    const world = await openHarbour()

    const words = await told(world, ADMINISTRATOR, 'people willow')

    expect(words).toContain('People of Willow House')
    expect(words).toContain('Head: Wanda Mensah')
    expect(words).toContain(
      'Incident lead: Ivan Petrov; deputy Ines Carvalho; on call Otto Baptiste',
    )
    expect(words).toContain('Without a role: Nia Roberts')
    expect(words).toContain('[Add a person…]')
    expect(words).toContain('harbour')
  })

  test('shows a head their own organisation, without what administrators alone may do', async () => {
    const world = await openHarbour()

    const words = await told(world, 'wanda', 'people')

    expect(words).toContain('People of Willow House')
    expect(words).toContain('[Remove a person…]')
    expect(words).not.toContain('[Add a person…]')
  })

  test('tells everybody else who may, and strangers nothing', async () => {
    const world = await openHarbour()

    expect(await told(world, 'ivan', 'people')).toContain(
      'Only the head of the organisation (Wanda Mensah) or an administrator of Muster (Hugo Lindqvist) may say who holds a role at Willow House.',
    )
    expect(await told(world, 'faye', 'people willow')).toContain(
      'There is no willow that you can see',
    )
    expect(wordsOf(world, await speaker(world, guest).command('muster', 'people'))).toContain(
      'You are not in the directory',
    )
  })

  test('gives a role to somebody else at once, and the history says who did', async () => {
    const world = await openHarbour()
    const hugo = speaker(world, ADMINISTRATOR)
    const form = formIn(await hugo.command('muster', 'people willow incident-lead'))
    expect(shownIn(form)).toEqual({
      role: 'incident-lead',
      holder: 'ivan',
      deputy: 'ines',
      onCall: 'otto',
    })

    const said = await hugo.fill(form, { holder: 'ines', deputy: 'nobody' })

    expect(wordsOf(world, said)).toContain('It holds from now on')
    expect(await told(world, ADMINISTRATOR, 'people willow')).toContain(
      'Incident lead: Ines Carvalho; on call Otto Baptiste',
    )
    const history = await world.store.history(organisationId('willow'))
    expect(JSON.parse(history.at(-1)?.body ?? '{}')).toMatchObject({
      type: 'appointed',
      by: { person: 'hugo', name: 'Hugo Lindqvist' },
      holding: { role: 'incident-lead', holder: 'ines', deputy: null },
    })
  })

  test('adds somebody, who is known by their address from then on; nobody has two entries', async () => {
    const world = await openHarbour()
    const hugo = speaker(world, ADMINISTRATOR)
    const open = { do: 'open', form: 'addPerson', record: organisationId('willow') } as const
    const form = formIn(await hugo.press(open))
    const ada = { name: 'Ada Ngũgĩ', title: 'Ward manager', email: 'ada.ngugi@example.org' }

    expect(wordsOf(world, await hugo.fill(form, ada))).toContain('They can use Muster now')

    const { people } = await world.record('organisation', organisationId('willow'))
    expect(people.at(-1)).toMatchObject({ id: 'ada-ngugi-d204', ...ada })
    const again = formIn(await hugo.fill(formIn(await hugo.press(open)), ada))
    expect(again.problem).toContain('is in the directory with that address already')
    const wrong = formIn(await hugo.fill(formIn(await hugo.press(open)), { ...ada, email: 'ada' }))
    expect(wrong.problem).toContain('not an e-mail address')
  })
})

describe('/muster away', () => {
  test('opens the form for oneself, filled with what was understood', async () => {
    const world = await openHarbour()

    const form = formIn(
      await speaker(world, 'ivan').command('muster', 'away 1 Apr 2027-04-05 13:00 Ines Carvalho'),
    )

    expect(shownIn(form)).toEqual({
      person: 'ivan',
      from: '2027-04-01 00:00',
      until: '2027-04-05 13:00',
      cover: 'ines',
    })
    expect(fieldIn(form, 'person').options?.map(({ value }) => value)).toEqual(['ivan'])
  })

  test.each([
    ['', {}],
    ['28/3 30/03/2027', { from: '2027-03-28 00:00', until: '2027-03-30 23:59' }],
    ['3 Jan 10 January, covered by Otto', { from: '2028-01-03 00:00', cover: 'otto' }],
    ['31 Feb 5 Apr', { until: '2027-04-05 23:59' }],
    ['5 Apr somebody', { from: '2027-04-05 00:00' }],
  ])('understands “away %s”', async (words, filled) => {
    const world = await openHarbour()

    const form = formIn(await speaker(world, 'ivan').command('muster', `away ${words}`))

    expect(shownIn(form)).toMatchObject({ person: 'ivan', ...filled })
  })

  test('puts whoever covers in the place of whoever is away', async () => {
    const world = await openHarbour()
    const ivan = speaker(world, 'ivan')
    const form = formIn(await ivan.command('muster', 'away 2027-04-01 2027-04-05 Ines'))

    expect(wordsOf(world, await ivan.fill(form, {}))).toContain('told in their place')

    expect((await world.record('organisation', organisationId('willow'))).leave).toEqual([
      {
        person: 'ivan',
        from: '2027-03-31T23:00:00Z',
        until: '2027-04-05T22:59:00Z',
        cover: 'ines',
      },
    ])
  })

  test('offers nobody as cover for themselves, whoever is away', async () => {
    const world = await openHarbour()
    const covers = (form: ReturnType<typeof formIn>) =>
      fieldIn(form, 'cover').options?.map(({ value }) => value)
    const ivan = formIn(await speaker(world, 'ivan').command('muster', 'away'))
    const wanda = speaker(world, 'wanda')
    const heads = formIn(await wanda.command('muster', 'away'))
    const forNia = formIn(await wanda.refresh(heads.ticket, { ...shownIn(heads), person: 'nia' }))

    expect(covers(ivan)).toContain('ines')
    expect(covers(ivan)).not.toContain('ivan')
    expect(covers(heads)).not.toContain('wanda')
    expect(fieldIn(heads, 'person').live).toBe(true)
    expect(covers(forNia)).toContain('wanda')
    expect(covers(forNia)).not.toContain('nia')
  })

  test('is said for others by the head or an administrator, and by nobody else', async () => {
    const world = await openHarbour()
    const record = organisationId('willow')
    const press = { do: 'open', form: 'away', record } as const

    const heads = formIn(await speaker(world, 'wanda').press(press))
    expect(fieldIn(heads, 'person').options).toHaveLength(7)
    const ivan = speaker(world, 'ivan')
    const own = formIn(await ivan.press(press))
    const said = await ivan.fill(own, {
      person: 'nia',
      from: '2027-04-01 00:00',
      until: '2027-04-05 00:00',
      cover: 'nobody',
    })
    expect(fieldIn(formIn(said), 'person').error).toContain('not on the list')
  })
})
