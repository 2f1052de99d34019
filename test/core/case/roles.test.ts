import { describe, expect, test } from 'vitest'
import type { Leave } from '../../../src/core/organisation/organisation.ts'
import { directoryWith } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { evidence, have, incident, openCase, raisedAt } from './cases.ts'

describe('I have it', () => {
  test('stops the climb, not the clock: later nudges go to whoever has it', () => {
    const life = openCase()
    life.through('2027-03-26T20:50:00Z')
    const { refusal } = life.ask('2027-03-26T20:55:00Z', have('ines', 'D1'))

    expect(refusal).toBeUndefined()
    expect(life.clock('D1')).toMatchObject({ haver: 'ines', climbAt: null, state: 'running' })
    life.through('2027-03-27T20:15:00Z')
    expect(life.nudges('D1').slice(2)).toEqual([
      'Sat 27 Mar 2027 20:15 GMT 24 h before it is due: ines',
    ])
  })

  test('is shown in the case’s first message and in the newest nudge', () => {
    const life = openCase()

    expect(sent(life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1')))).toEqual([
      'web/room/willow root',
      'web/room/willow nudge:D1:1',
      'slack/room/C0WILLOW root',
      'slack/room/C0WILLOW nudge:D1:1',
    ])
    expect(life.says('root')).toContain('Ivan Petrov has it')
    expect(life.says('nudge:D1:1')).toContain('Ivan Petrov has it.')
    expect(life.says('nudge:D1:1')).not.toContain('[I have it]')
  })

  test('said twice changes nothing; somebody else may take it over', () => {
    const life = openCase()
    life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1'))

    expect(life.ask('2027-03-26T20:26:00Z', have('ivan', 'D1'))).toMatchObject({
      events: [],
      refusal: undefined,
    })
    life.ask('2027-03-26T20:27:00Z', have('quinn', 'D1'))
    expect(life.clock('D1').haver).toBe('quinn')
  })

  test('is refused to whoever may not answer for the clock, naming the roles and who holds them', () => {
    const { refusal } = openCase().ask('2027-03-26T20:25:00Z', have('nia', 'D1'))

    expect(refusal).toMatchObject({
      code: 'notYours',
      message:
        'Only the incident lead of Willow House (Ivan Petrov, Ines Carvalho, Otto Baptiste) or the quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi, Dora Novak, Omar Haddad) may take D1 StEIS alert.',
    })
  })

  test('is refused for a clock that is met, cancelled or not there', () => {
    const life = openCase()
    life.ask('2027-03-26T21:00:00Z', evidence('D1', '2027-03-26T20:55:00Z'))

    expect(life.ask('2027-03-26T21:05:00Z', have('ivan', 'D1')).refusal?.code).toBe('stale')
    expect(life.ask('2027-03-26T21:05:00Z', have('ivan', 'D9')).refusal?.code).toBe('notRunning')
  })

  test('can be said by the head of the organisation, whom the climb reaches last', () => {
    const life = openCase()
    life.through('2027-04-05T12:00:00Z')
    expect(life.clock('D3').reached).toContain('halima')

    expect(life.ask('2027-04-05T12:01:00Z', have('halima', 'D3')).refusal).toBeUndefined()
    expect(life.clock('D3').haver).toBe('halima')
  })
})

describe('leave and roles', () => {
  const away = (who: string, cover: string | null): Leave => ({
    person: who,
    from: '2027-03-26T00:00:00Z',
    until: '2027-04-06T00:00:00Z',
    cover,
  })

  test('whoever covers is told in place of somebody on leave, and may answer', () => {
    const directory = directoryWith('willow', { leave: [away('ivan', 'safia')] })
    const life = openCase(incident(), raisedAt, { directory })

    expect(life.clock('D1').reached).toEqual(['safia'])
    expect(life.ask('2027-03-26T20:25:00Z', have('safia', 'D1')).refusal).toBeUndefined()
  })

  test('on leave with nobody to cover, the next rung is told at once', () => {
    const directory = directoryWith('willow', { leave: [away('ivan', null)] })

    expect(openCase(incident(), raisedAt, { directory }).clock('D1').reached).toEqual(['ines'])
  })

  test('where the cover is on leave too, their cover is told', () => {
    const directory = directoryWith('willow', {
      leave: [away('ivan', 'safia'), away('safia', 'bao')],
    })

    expect(openCase(incident(), raisedAt, { directory }).clock('D1').reached).toEqual(['bao'])
  })

  test('two who cover for each other and are both away are passed over', () => {
    const directory = directoryWith('willow', {
      leave: [away('ivan', 'safia'), away('safia', 'ivan')],
    })

    expect(openCase(incident(), raisedAt, { directory }).clock('D1').reached).toEqual(['ines'])
  })

  test('whoever is reached already is not told again as the next rung', () => {
    const directory = directoryWith('willow', { leave: [away('ivan', 'ines')] })
    const life = openCase(incident(), raisedAt, { directory })
    life.through('2027-03-26T20:50:00Z')

    expect(life.clock('D1').reached).toEqual(['ines', 'otto'])
  })

  test('where the provider names nobody, the Lead Provider is told first', () => {
    const directory = directoryWith('willow', { holdings: [] })

    expect(openCase(incident(), raisedAt, { directory }).clock('D1').reached).toEqual(['quinn'])
  })

  test('where nobody at all holds a role, the message asks for somebody to be named', () => {
    const nobody = { holdings: [], head: null }
    const organisations = [
      ...directoryWith('willow', nobody).organisations.filter(({ slug }) => slug !== 'harbour'),
      ...directoryWith('harbour', nobody).organisations.filter(({ slug }) => slug === 'harbour'),
    ]
    const life = openCase(incident(), raisedAt, { directory: { organisations } })
    life.through('2027-03-27T21:00:00Z')

    expect(life.clock('D1').nudges.map(({ to }) => to)).toEqual([[], []])
    expect(life.says('nudge:D1:1')).toContain(
      'Nobody in the directory is incident lead, Willow House. Ask an administrator to name someone.',
    )
    expect(life.says('prompt:triage')).toContain('Ask an administrator to name someone.')
  })

  test('somebody named meanwhile is told at the next nudge', () => {
    const directory = directoryWith('willow', { holdings: [] })
    const life = openCase(incident({ provider: 'willow' }), raisedAt, {
      directory: {
        organisations: directory.organisations.map((one) =>
          one.slug === 'harbour' ? { ...one, holdings: [] } : one,
        ),
      },
    })
    expect(life.clock('D1').reached).toEqual([])

    life.through('2027-03-27T20:15:00Z', { directory: directoryWith('cqc', {}) })
    expect(life.clock('D1').reached).toEqual(['ivan'])
  })
})
