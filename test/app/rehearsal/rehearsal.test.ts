import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../src/core/people/actor.ts'
import { rehearsalOf } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { listings } from '../../fixtures/directory.ts'
import {
  buttonsOf,
  fieldIn,
  formIn,
  guest,
  NHS_NUMBER,
  pressOn,
  speaker,
  wordsOf,
} from '../talk/speaking.ts'
import { begin, caseIn, rehearsed, spoken } from './playing.ts'

const MARK = 'REHEARSAL – nothing here is real.'

describe('/muster rehearse', () => {
  test('offers what can be rehearsed, each in a sentence and with a button', async () => {
    const world = await openApp()

    const reply = await speaker(world, 'nia').command('muster', 'rehearse')

    const words = wordsOf(world, reply)
    expect(words).toContain(MARK)
    expect(words).toContain('[Bank-holiday weekend: the clocks change (start here)]')
    expect(words).toContain('[A risk summit at once]')
  })

  test('anybody in the directory may begin one; a stranger may not', async () => {
    const world = await openApp()

    const reply = await speaker(world, guest).command('muster', 'rehearse good-friday')

    expect(wordsOf(world, reply)).toContain('You are not in the directory')
    expect(await world.store.list({ facets: { kind: 'drill' } })).toEqual([])
  })

  test('with colleagues, all of them are in its room', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = formIn(await nia.press({ do: 'open', form: 'rehearse' }))

    expect(fieldIn(form, 'people').options?.map(({ value }) => value)).toContain('ivan')
    await nia.fill(form, { script: 'risk-summit', people: ['ivan'] })

    expect(world.web.rooms.map(({ people }) => people)).toEqual([['nia', 'ivan']])
  })

  test('begins in a private room: three sentences, the case, and everything marked', async () => {
    const world = await openApp()

    const { room, drill } = await begin(world, 'good-friday')

    const standing = world.web.standing.filter(({ place }) => place === room)
    const [root] = standing
    const { script } = await drill()
    for (const sentence of script.story) expect(root?.words).toContain(sentence)
    expect(root?.words).toContain('[+1 h]')
    expect(standing.length).toBeGreaterThan(3)
    for (const { words, message } of standing) {
      expect(words).toContain(MARK)
      expect(message.title).toMatch(/^REHEARSAL · /)
    }
    expect(spoken(world, room)).toContain(
      'To Oswin Tarrant, incident lead (Fri 26 Mar 2027 20:20 GMT):',
    )
    expect(spoken(world, room)).toContain('In the room larkspur-quality:')
  })
})

describe('in a rehearsal', () => {
  test('a button is pressed as the one whom its message is for, and the history says who really did it', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')

    await played.press('To Oswin Tarrant', 'I have it')

    const kase = caseIn(await played.drill())
    expect(kase.clocks.find(({ rule }) => rule === 'D1')?.haver).toBe('oswin-tarrant')
    const bodies = (await world.store.history(played.id)).map(({ body }) => JSON.parse(body ?? ''))
    const took = bodies.find(({ event }) => event?.type === 'clockTaken')
    expect(took).toMatchObject({ type: 'happened', as: 'oswin-tarrant', by: { person: 'nia' } })
  })

  test('a form says whom one plays, and what it records is in time by the clock of the rehearsal', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')

    const form = formIn(await played.press('To Oswin Tarrant', 'It is done…'))
    expect(form.heading.join(' ')).toContain(`${MARK} You do this as Oswin Tarrant, incident lead.`)
    await played.player.fill(form, { reference: '2027/1234', at: '2027-03-26 20:20' })

    const kase = caseIn(await played.drill())
    expect(kase.clocks.find(({ rule }) => rule === 'D1')).toMatchObject({
      state: 'met',
      late: false,
      reference: '2027/1234',
    })
  })

  test('replies in words do the same as in a case’s thread', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')

    await played.reply('I have D1')
    await played.reply('done StEIS ref 2027/1234')
    await played.reply('20:20')

    const kase = caseIn(await played.drill())
    expect(kase.clocks.find(({ rule }) => rule === 'D1')).toMatchObject({
      state: 'met',
      late: false,
    })
  })

  test('the clock stops at every wake on the way: reminders climb to those who are on call', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')

    await played.press('move this clock here', '+1 h')

    const { moves, lines } = await played.drill()
    expect(moves.at(-1)).toMatchObject({
      from: '2027-03-26T20:20:00Z',
      until: '2027-03-26T21:20:00Z',
    })
    expect(spoken(world, played.room)).toContain('To Maya Trelawn, deputy incident lead')
    expect(spoken(world, played.room)).toContain('It is Fri 26 Mar 2027 21:20 GMT')
    expect(lines.length).toBeGreaterThan(5)
  })

  test('a weekend is played at one press, over the night in which the clocks change', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')

    await played.press('move this clock here', 'Play the weekend')

    const kase = caseIn(await played.drill())
    const d1 = kase.clocks.find(({ rule }) => rule === 'D1')
    expect(d1).toMatchObject({ dueAt: '2027-03-28T20:15:00Z', state: 'missed' })
    expect(d1?.nudges.map(({ at }) => at)).toContain('2027-03-28T19:15:00Z')
    expect(played.says('The clock was moved')).toContain('It is Tue 30 Mar 2027 09:00 BST')
    expect(
      buttonsOf(played.message('The clock was moved')).map(({ label }) => label),
    ).not.toContain('Play the weekend')
  })

  test('stops before the next deadline, then at it, and then before the one after it', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')

    await played.press('move this clock here', 'To the next deadline')
    await played.press('move this clock here', 'To the next deadline')
    await played.press('move this clock here', 'To the next deadline')

    const { moves } = await played.drill()
    expect(moves.map(({ until }) => until)).toEqual([
      '2027-03-26T20:20:00Z',
      '2027-03-28T20:00:00Z',
      '2027-03-28T20:15:00Z',
      '2027-03-29T20:00:00Z',
    ])
  })

  test('the newest card has a button for what is due next and for each open question', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    const labels = () => buttonsOf(played.message('move this clock here')).map((one) => one.label)
    expect(labels()).toEqual([
      'D1 StEIS alert…',
      'Triage',
      '+1 h',
      'To the next deadline',
      'Play the weekend',
      'End it and see the score',
    ])

    const form = formIn(await played.press('move this clock here', 'D1 StEIS alert…'))
    await played.player.fill(form, { reference: '2027/1234' })

    expect(labels()).not.toContain('D1 StEIS alert…')
    const words = played.says('move this clock here')
    expect(words).toContain('Next deadline: D3a')
    expect(words).toContain('(a reminder only: it does not count)')
    expect(words).toContain('what is not due by then does not count')
  })

  test('what is overdue keeps its button, and the card says so', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    await played.press('move this clock here', 'Play the weekend')

    const labels = buttonsOf(played.message('move this clock here')).map((one) => one.label)
    expect(labels[0]).toBe('D1 StEIS alert…')
    expect(played.says('move this clock here')).toContain(
      'D1 StEIS alert is OVERDUE and can still be done.',
    )
  })

  test('for whoever is new it is three presses, each named by the story: nothing else is asked', async () => {
    const world = await openApp()
    const played = await begin(world, 'weekend')
    const labels = () => buttonsOf(played.message('It is ')).map((one) => one.label)
    expect(labels()).toEqual([
      'D1 StEIS alert…',
      '+1 h',
      'To the next deadline',
      'Play the weekend',
      'End it and see the score',
    ])

    const form = formIn(await played.press('It is ', 'D1 StEIS alert…'))
    await played.player.fill(form, {})
    await played.press('It is ', 'Play the weekend')
    expect(played.says('It is Tue')).toContain(
      'That was the story. Press “End it and see the score” now',
    )
    await played.press('It is ', 'End it and see the score')

    expect(played.says('Your score')).toContain('Your score: 1 of 1 in time, 0 late, 0 never done')
  })

  test('whoever is told of a level inside is told at once, since nothing is sent', async () => {
    const world = await openApp()
    const played = await begin(world, 'risk-summit', 'quinn')
    const form = formIn(await played.press('To Leonora Casterby', 'Call a risk summit'))
    const sure = formIn(await played.player.fill(form, { why: 'People are in danger.' }))
    await played.player.fill(sure, {})

    const provider = (await played.drill()).records.find(({ kind }) => kind === 'provider')
    const told = provider?.kind === 'provider' ? provider.tellings?.flatMap((one) => one.told) : []
    expect(told?.length).toBeGreaterThan(0)
    expect(told?.every(({ acceptedAt }) => acceptedAt !== null)).toBe(true)
  })

  test('only the newest place to move the clock has buttons, beside the first message', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')

    await played.press('move this clock here', '+1 h')
    await played.press('move this clock here', '+1 h')

    const movers = world.web.standing.filter(
      ({ place, words }) => place === played.room && words.includes('[+1 h]'),
    )
    expect(movers.map(({ slot }) => slot)).toEqual(['root', 'notice:3'])
  })

  test('real time moves its clock too', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')

    await world.pass(31 * 60)

    expect(spoken(world, played.room)).toContain('To Maya Trelawn, deputy incident lead')
  })

  test('a concern becomes an incident on the Saturday, and its hours run over the bank holiday', async () => {
    const world = await openApp()
    const played = await begin(world, 'early-may', 'quinn')

    const form = formIn(
      await played.press('In the room larkspur-quality', 'It is a serious incident'),
    )
    await played.player.fill(form, {
      reason: 'It is an allegation of abuse',
      occurred: '2027-04-30 18:45',
      identified: '2027-05-01 09:20',
      safeguarding: 'yes',
    })

    const { clocks } = caseIn(await played.drill())
    expect(clocks.find(({ rule }) => rule === 'D1')?.dueAt).toBe('2027-05-03T08:20:00Z')
    expect(clocks.find(({ rule }) => rule === 'D3')?.dueAt).toBe('2027-05-06T22:59:59Z')
  })

  test('a risk summit calls the cast, with a call that nobody can join, and no service makes anything', async () => {
    const world = await openApp()
    const played = await begin(world, 'risk-summit', 'quinn')
    const made = world.web.rooms.length

    const form = formIn(await played.press('To Leonora Casterby', 'Call a risk summit'))
    const sure = formIn(await played.player.fill(form, { why: 'People are in danger.' }))
    expect(sure.title).toBe('Call them now?')
    await played.player.fill(sure, {})
    await played.press('Who chairs: ', 'I chair it')

    const { records } = await played.drill()
    const meeting = records.find(({ kind }) => kind === 'meeting')
    expect(meeting).toMatchObject({ chair: { person: 'delphine-mbeki' } })
    expect(records.find(({ kind }) => kind === 'provider')).toMatchObject({ level: 'ENHANCED' })
    expect(spoken(world, played.room)).toContain('rehearsal.invalid')
    expect(world.web.rooms).toHaveLength(made)
  })

  test('commands that are typed in its room belong to it; elsewhere they are for real', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    const [at] = (await played.drill()).places
    const heard = (key: string) => ({
      actor: { type: 'person', person: 'nia' } as const,
      channel: 'web',
      key,
      ...(at ? { at } : {}),
    })

    const inside = await world.conversation.command(heard('here'), 'muster', 'status')
    const form = formIn(await world.conversation.command(heard('there'), 'concern', 'A door'))
    await played.player.fill(form, {
      provider: fieldIn(form, 'provider').options?.[0]?.value ?? '',
    })

    expect(wordsOf(world, inside)).toContain('Larkspur House')
    expect(await world.store.list({ facets: { kind: 'case' } })).toEqual([])
    const outside = await played.player.command('muster', 'status')
    expect(wordsOf(world, outside)).toContain('No open cases')
  })

  test('its references lead nowhere outside it', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    const { id } = caseIn(await played.drill())

    const reply = await played.player.command('muster', `status ${id.slice(5)}`)

    expect(rehearsalOf(id)).toBe(played.id)
    expect(wordsOf(world, reply)).toContain('There is no')
  })

  test('two at once keep apart, and each has a clock of its own', async () => {
    const world = await openApp()
    const first = await begin(world, 'good-friday')
    const second = await begin(world, 'good-friday', 'ivan')

    await second.press('move this clock here', 'Play the weekend')

    expect((await first.drill()).moves).toHaveLength(1)
    expect(spoken(world, first.room)).not.toContain('28 Mar 2027 21:15 BST. To')
    await first.press('To Oswin Tarrant', 'I have it')
    expect(caseIn(await second.drill()).clocks.find(({ rule }) => rule === 'D1')?.haver).toBeNull()
  })

  test('goes on after a restart', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    await played.press('move this clock here', '+1 h')

    const again = await openApp({ store: world.store })
    const { player } = { player: speaker(again, 'nia') }
    await player.press({
      do: 'command',
      words: `rehearse stretch r-${played.id.slice('drill-'.length)}`,
    })

    const { moves } = await again.record('drill', played.id)
    expect(moves).toHaveLength(3)
    expect(again.web.standing.map(({ words }) => words).join()).toContain(
      'Tue 30 Mar 2027 09:00 BST',
    )
  })
})

/** Somebody else of the same organisation; whoever is alone there plays alone. */
function colleagueOf(who: string): string {
  const own = listings.find(({ people }) => people.some(({ id }) => id === who))
  return own?.people.find(({ id }) => id !== who)?.id ?? who
}

describe('who takes part', () => {
  const LISTED = ['nia', 'ivan', 'quinn', 'halima', 'rhea', 'cleo', 'lena', 'bao']
  const gone: Actor = { type: 'person', person: 'somebody-who-left' }
  const clock: Actor = { type: 'clock' }

  test.each(LISTED)(
    '%s, of the directory, may begin one, which colleagues may move and end',
    async (who) => {
      const world = await openApp()
      const played = await begin(world, 'good-friday', who)
      const colleague = colleagueOf(who)
      const other = speaker(world, colleague)

      await other.press(pressOn(played.message('To Oswin Tarrant'), 'I have it'))
      await other.press(pressOn(played.message('move this clock here'), '+1 h'))
      await other.press(pressOn(played.message('move this clock here'), 'End it and see the score'))

      const { people, moves, ended } = await played.drill()
      expect(people).toEqual(who === colleague ? [who] : [who, colleague])
      expect(moves).toHaveLength(2)
      expect(ended?.why).toBe('asked')
    },
  )

  test('somebody of another organisation finds none, and changes nothing', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday', 'nia')
    const press = pressOn(played.message('move this clock here'), '+1 h')
    const { moves } = await played.drill()

    const reply = await speaker(world, 'halima').press(press)

    expect(wordsOf(world, reply)).toContain('There is no such rehearsal that you can see')
    expect((await played.drill()).moves).toEqual(moves)
  })

  test.each([
    ['somebody outside the directory', guest],
    ['somebody who has left it', gone],
    ['no person at all', clock],
  ])('%s may do nothing in one', async (_, actor) => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    const before = await world.store.load(played.id)
    const outsider = speaker(world, actor)

    const replies = [
      await outsider.command('muster', 'rehearse good-friday'),
      await outsider.press(pressOn(played.message('move this clock here'), '+1 h')),
      await outsider.press(
        pressOn(played.message('move this clock here'), 'End it and see the score'),
      ),
      await outsider.press(pressOn(played.message('To Oswin Tarrant'), 'I have it')),
    ]

    const why = /You are not in the directory|in the directory may begin|no such rehearsal that you/
    for (const reply of replies) expect(wordsOf(world, reply)).toMatch(why)
    expect(await world.store.load(played.id)).toEqual(before)
    expect(await world.store.list({ facets: { kind: 'drill' } })).toHaveLength(1)
  })

  test('what identifies a patient is not recorded inside either', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    const before = (await world.store.load(played.id))?.version

    const reply = await played.reply(`note ${NHS_NUMBER} was moved`)

    expect(wordsOf(world, reply)).toContain(MARK)
    expect(wordsOf(world, reply)).toMatch(/^REHEARSAL · Not recorded/)
    expect((await world.store.load(played.id))?.version).toBe(before)
  })

  test('in a chat without threads, plain words are answers inside', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    const { places } = await played.drill()

    await played.player.chat(places, 'I have D1')

    const d1 = caseIn(await played.drill()).clocks.find(({ rule }) => rule === 'D1')
    expect(d1?.haver).toBe('oswin-tarrant')
  })
})

describe('where the service makes no room', () => {
  test('it comes to the own conversation of whoever began it', async () => {
    const world = await openApp()
    world.web.trouble('room', { with: { type: 'never', reason: 'Too few.', tooFew: true } })
    await speaker(world, 'nia').command('muster', 'rehearse good-friday')
    const [found] = await world.store.list({ facets: { kind: 'drill' } })

    expect((await world.record('drill', found?.id ?? ('' as never))).places).toEqual([
      { channel: 'web', to: { type: 'person', person: 'nia' } },
    ])
    expect(spoken(world, 'web/person/nia')).toContain('Commands that you type are for real')
  })
})

describe('the end of a rehearsal', () => {
  test('scores every clock with the rule, and every question', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    await played.reply('done D1 ref 2027/1234 at 20:20')
    await played.press('move this clock here', 'Play the weekend')

    await played.press('move this clock here', 'End it and see the score')

    const score = played.says('Your score')
    expect(score).toContain('REHEARSAL · Your score: 1 of 1 in time, 0 late, 0 never done')
    expect(score).toContain(
      'IN TIME – D1 StEIS alert. Due Sun 28 Mar 2027 21:15 BST. Counted: 48 hours from Fri 26 Mar 20:15 GMT, every hour counts; the clocks go forward in between, so it is an hour later by the clock on the wall. Done Fri 26 Mar 2027 20:20 GMT. Rule: N&Q 2021, Lead Provider duty 4.',
    )
    expect(score).toContain('NOT DUE YET – D3 72-hour report shared. Due Thu 1 Apr 2027 23:59 BST.')
    expect(score).toContain('NOT ANSWERED – Triage, asked Fri 26 Mar 2027 20:20 GMT.')
    expect(score).toContain('[Do it again]')
  })

  test('comes by itself when its story is over', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    for (let press = 0; press < 6; press++)
      await played.press('move this clock here', 'To the next deadline')
    for (let hour = 0; hour < 10; hour++)
      if ((await played.drill()).status === 'open')
        await played.player.command('muster', `rehearse hour R-${played.id.slice(6)}`)

    expect((await played.drill()).ended).toMatchObject({ why: 'through' })
    expect(played.says('Your score')).toContain('NEVER DONE – D1')
  })

  test('no button of it is left, an old one says so, and nothing is woken any more', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    const old = played.message('To Oswin Tarrant')
    await played.press('move this clock here', 'End it and see the score')

    const left = world.web.standing
      .filter(({ place }) => place === played.room)
      .flatMap(({ message }) => buttonsOf(message))
    expect(new Set(left.map(({ label }) => label))).toEqual(
      new Set(['Do it again', 'Another rehearsal']),
    )
    const button = buttonsOf(old)[0]
    if (!button) throw new Error('There was no button')
    expect(wordsOf(world, await played.player.press(button.press))).toContain(
      'This rehearsal is over',
    )
    const calls = world.web.calls.length
    await world.pass(3 * 24 * 3600)
    expect(world.web.calls.slice(calls)).toEqual([])
  })

  test('comes by itself after a day in which nobody ended it', async () => {
    const world = await openApp()
    const played = await begin(world, 'risk-summit')

    await world.pass(24 * 3600)

    expect((await played.drill()).ended).toMatchObject({ why: 'left' })
    expect(played.says('Your score')).toContain('Nobody ended the rehearsal for a day')
  })

  test('“Do it again” begins another for whoever presses it', async () => {
    const world = await openApp()
    const played = await begin(world, 'good-friday')
    await played.press('move this clock here', 'End it and see the score')

    await played.press('Your score', 'Do it again')

    const all = await world.store.list({ facets: { kind: 'drill', status: 'open' } })
    expect(all).toHaveLength(1)
    const [again] = all
    const next = again && (await rehearsed(world, again.id, played.player))
    expect(next?.room).not.toBe(played.room)
  })
})
