import { describe, expect, test } from 'vitest'
import { directoryWith } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import {
  answer,
  calledAt,
  newMeeting,
  openSummit,
  roomOn,
  summit,
  teleconference,
} from './meeting.ts'

const LATER = '2027-08-14T08:05:00Z'

const opened = (who: string, slot = `prompt:seat-${who}`) =>
  ({ kind: 'meeting', type: 'noteOpened', person: who, channel: 'web', slot }) as const

describe('the roll', () => {
  test('stands in the root message of the room and nowhere else', () => {
    const life = openSummit()

    expect(life.says('roll')).toBeUndefined()
    expect(life.says('root')).toMatch(/^Seats: 1 coming, 9 not answered, 4 empty\.$/m)
    expect(life.says('root')).toContain('Wanda Mensah: called, no answer yet')
  })

  test('is brought up to date by each answer, in one message', () => {
    const happened = openSummit().ask(LATER, answer('wanda', 'seat-wanda', 'coming'))

    expect(sent(happened)).toEqual(['web/person/wanda prompt:seat-wanda', 'web/room/web-room root'])
  })

  test('stands in the thread of a case in a message of its own', () => {
    const life = newMeeting()
    const called = life.ask(calledAt, teleconference)

    expect(life.says('root')).toBeUndefined()
    expect(life.says('roll')).toMatch(/^Seats: /m)
    expect(sent(called)).toContain('web/room/willow roll')
  })

  test('says of an empty seat whether it is required, and lists those that are first', () => {
    const life = newMeeting()
    const seats = ['regional-director', 'icb-commissioner', 'gmc-adviser']
    const directory = directoryWith('downs-icb', { holdings: [] })
    life.ask(calledAt, { ...summit, places: summit.places.slice(0, 1), seats }, { directory })
    life.ask(calledAt, roomOn('web'))

    const roll = life.says('root')
    expect(roll).toContain(
      'General Medical Council – empty – required: the organisation is not in the directory',
    )
    expect(roll).toMatch(/commissioner – empty – optional: nobody holds this role/)
    expect(roll).toMatch(/Empty seats: General Medical Council; .*commissioner \(optional\)\. They/)
  })

  test('says when somebody opened their call, where a service tells', () => {
    const life = openSummit()
    const happened = life.ask(LATER, opened('wanda'))

    expect(sent(happened)).toEqual(['web/room/web-room root'])
    expect(life.says('root')).toContain(
      'Wanda Mensah: called, no answer yet since 08:55 BST, opened 09:05 BST',
    )
    expect(sent(life.ask(LATER, opened('wanda')))).toEqual([])
    life.ask(LATER, answer('wanda', 'seat-wanda', 'coming'))
    expect(life.says('root')).toContain('Wanda Mensah: coming')
    expect(life.says('root')).not.toContain('opened')
  })
})
