import { describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { fieldIn, formIn, raisedIncident, speaker, wordsOf } from './speaking.ts'

describe('/concern and /incident', () => {
  test.each(['concern', 'incident'] as const)('/%s opens its form', async (name) => {
    const world = await openApp()

    const form = formIn(await speaker(world, 'nia').command(name))

    expect(form.ticket.form).toBe(name)
    expect(form.heading.join()).toContain('patient identifiers')
    expect(fieldIn(form, 'provider').value).toBe('willow')
  })

  test('text after the command fills the description, line by line', async () => {
    const world = await openApp()
    const text = 'A door was left open.\nNobody was hurt.'

    const forms = [
      formIn(await speaker(world, 'nia').command('concern', ` ${text} `)),
      formIn(await speaker(world, 'nia').command('muster', `concern ${text}`)),
    ]

    expect(forms.map((form) => fieldIn(form, 'what').value)).toEqual([text, text])
  })

  test('the same words typed after /muster open the same forms', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')

    expect(formIn(await nia.command('muster', 'concern')).ticket.form).toBe('concern')
    expect(formIn(await nia.command('muster', ' INCIDENT ')).ticket.form).toBe('incident')
  })
})

describe('/muster', () => {
  test('a word as long as a book is soon answered, and not sent back whole', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const before = process.cpuUsage()
    for (const word of ['x', '<ref', '01'])
      expect(wordsOf(world, await nia.command('muster', word.repeat(10_000))).length).toBeLessThan(
        300,
      )

    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
  })

  test.each(['', 'help', ' Help '])('“%s” says what can be done here', async (text) => {
    const world = await openApp()

    const words = wordsOf(world, await speaker(world, 'nia').command('muster', text))

    expect(words).toContain('[Raise a concern] [Raise a serious incident]')
    expect(words).toContain('/muster convene')
  })

  test.each([
    ['staus', '/muster status'],
    ['concer', '/muster concern'],
    ['hlep me', '/muster help'],
    ['constructor', '/muster '],
    ['__proto__', '/muster '],
    ['toString', '/muster '],
  ])('“%s” is unknown, and the nearest is suggested', async (text, nearest) => {
    const world = await openApp()

    const words = wordsOf(world, await speaker(world, 'nia').command('muster', text))

    expect(words).toContain(`There is no “/muster ${text.split(' ')[0]}”`)
    expect(words).toContain(`Did you mean “${nearest}`)
  })

  test('mine lists what somebody owes and is asked, and nobody else’s', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)

    const [quinn, ivan, nia] = await Promise.all(
      ['quinn', 'ivan', 'nia'].map(async (who) =>
        wordsOf(world, await speaker(world, who).command('muster', 'mine')),
      ),
    )

    expect(quinn).toContain('triage this case')
    expect(ivan).toContain(
      `${reference} Willow House: D1 StEIS alert, due Sun 28 Mar 2027 21:15 BST`,
    )
    expect(nia).toContain('You owe nothing now')
  })

  test('status without a reference lists the open cases that somebody may see', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)

    const [quinn, anya] = await Promise.all(
      ['quinn', 'anya'].map(async (who) =>
        wordsOf(world, await speaker(world, who).command('muster', 'status')),
      ),
    )

    expect(quinn).toContain(reference)
    expect(anya).toContain('No open cases')
  })

  test.each([
    (reference: string) => reference,
    (reference: string) => reference.toLowerCase(),
    (reference: string) => reference.replaceAll('-', ''),
    (reference: string) => ` ${reference.replaceAll('-', ' ')} `,
  ])('status takes a reference as people write it', async (written) => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)

    const words = wordsOf(
      world,
      await speaker(world, 'quinn').command('muster', `status ${written(reference)}`),
    )

    expect(words).toContain(`${reference} · Serious incident · Willow House`)
  })

  test('status of a provider shows its level', async () => {
    const world = await openApp()

    const words = wordsOf(world, await speaker(world, 'quinn').command('muster', 'status willow'))

    expect(words).toContain('Willow House')
    expect(words).toMatch(/routine/i)
  })

  test('when works out a due date and changes nothing', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = formIn(await nia.command('muster', 'when'))

    const words = wordsOf(world, await nia.fill(form, { rule: 'D3', start: '2027-03-26 20:15' }))

    expect(words).toContain('due Thu 1 Apr 2027 23:59 BST')
    expect(words).toContain('2027-03-29')
    expect(await world.store.list({ facets: { kind: 'case' } })).toEqual([])
  })

  test.each([
    ['trigger', 'triage'],
    ['convene', 'convene'],
    ['note', 'note'],
    ['close', 'panel'],
    ['incident', 'becomeIncident'],
  ])('%s with a reference opens the form %s for that record', async (command, form) => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)

    const opened = formIn(
      await speaker(world, 'quinn').command('muster', `${command} ${reference}`),
    )

    expect(opened.ticket).toMatchObject({ form, record: id })
  })

  test('close opens another form for a plain concern', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world, { case: 'concern' })

    const opened = formIn(await speaker(world, 'quinn').command('muster', `close ${reference}`))

    expect(opened.ticket.form).toBe('closeConcern')
  })

  test('note takes the words after the reference into its form', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)

    const opened = formIn(
      await speaker(world, 'quinn').command('muster', `note ${reference} The family was told.`),
    )

    expect(fieldIn(opened, 'text').value).toBe('The family was told.')
  })

  test.each(['D3', 'd3', 'D3a', 'd3A'])('have takes the clock %s', async (clock) => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)
    const who = clock.toLowerCase() === 'd3a' ? 'ivan' : 'quinn'

    const said = await speaker(world, who).command('muster', `have ${reference} ${clock}`)

    expect(said).toEqual({ type: 'nothing' })
    const { clocks } = await world.record('case', id)
    expect(clocks.find(({ haver }) => haver === who)?.rule.toLowerCase()).toBe(clock.toLowerCase())
  })

  test('have without a clock names those that run', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)

    const words = wordsOf(
      world,
      await speaker(world, 'halima').command('muster', `have ${reference}`),
    )

    expect(words).toContain('Say which clock')
    expect(words).toContain(`/muster have ${reference} D1`)
  })

  test('have without a clock takes the one that the person was nudged about', async () => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)

    await speaker(world, 'ivan').command('muster', `have ${reference}`)

    const { clocks } = await world.record('case', id)
    expect(clocks.filter(({ haver }) => haver === 'ivan').map(({ rule }) => rule)).toEqual(['D1'])
  })

  test.each(['trigger', 'convene', 'note', 'close', 'have', 'rate'])(
    '%s without a reference asks for one',
    async (command) => {
      const world = await openApp()

      const words = wordsOf(world, await speaker(world, 'quinn').command('muster', command))

      expect(words).toMatch(/Give the reference|Name the provider/)
    },
  )

  test.each(['trigger willow', 'convene M-7K2M-9Q4X', 'close willow', 'have willow D1', 'close c'])(
    '%s names a record of the wrong kind, and says so at once',
    async (command) => {
      const world = await openApp()

      const said = await speaker(world, 'quinn').command('muster', command)

      expect(said.type).toBe('say')
      expect(wordsOf(world, said)).toMatch(/Give the reference/)
    },
  )

  test('rate needs a provider, not a case', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)

    const words = wordsOf(
      world,
      await speaker(world, 'quinn').command('muster', `rate ${reference}`),
    )

    expect(words).toContain('Name the provider')
  })

  test.each(['status', 'trigger', 'convene', 'note', 'close', 'have', 'incident'])(
    '%s answers the same for a record that is not there and for one that somebody may not see',
    async (command) => {
      const world = await openApp()
      const { reference } = await raisedIncident(world)
      const anya = speaker(world, 'anya')
      const clock = command === 'have' ? ' D1' : ''

      const absent = wordsOf(world, await anya.command('muster', `${command} C-0000-0000${clock}`))
      const hidden = wordsOf(world, await anya.command('muster', `${command} ${reference}${clock}`))

      expect(hidden.replaceAll(reference, 'C-0000-0000')).toBe(absent)
      expect(absent).toContain('There is no C-0000-0000 that you can see')
    },
  )
})
