import { beforeEach, describe, expect, test } from 'vitest'
import { read } from '../../src/app/read.ts'
import type { CaseIntent } from '../../src/core/case/intent.ts'
import type { MeetingIntent } from '../../src/core/meeting/intent.ts'
import { providerId, type RecordId } from '../../src/core/record-id.ts'
import { concern, convene, person } from '../core/case/cases.ts'
import { expected, type Story, story } from './story.ts'

const RAISED = '2027-08-14T07:10:00Z'
const CALLED = expected('S11', 'decision')
const SUMMIT = expected('S11', 'summit')

const WHY = 'Two patients were found without observation.'
const summit = convene({ meeting: 'M1', startsAt: SUMMIT, why: WHY, urgent: true })

function answer(who: string, prompt: string, value: string): MeetingIntent {
  return {
    kind: 'meeting',
    type: 'answer',
    by: person(who),
    prompt,
    answer: value,
    revision: null,
    reason: null,
    person: null,
  }
}

describe('S11: a risk summit at once, on a Saturday', () => {
  let s11: Story
  let meeting: RecordId

  /** What stands in a slot of the summit's own room, or of a person who was called. */
  const room = (slot: string, place = 'web/room/room-1') => s11.says(slot, place)

  async function asksMeeting(intent: MeetingIntent) {
    const done = await s11.app.ask(intent, meeting)
    if (!done.ok) throw new Error(done.refusal.message)
    return s11.app.record('meeting', meeting)
  }

  beforeEach(async () => {
    s11 = await story(RAISED, concern({ danger: true }))
    await s11.asks(CALLED, summit)
    const called = (await s11.kase()).meetings[0]?.meeting
    if (!called) throw new Error('No meeting was called')
    meeting = called
  })

  test('the danger asks about a summit at once; calling it answers that, and nothing else is demanded', async () => {
    const { prompts, triage, level } = await s11.kase()

    expect(prompts.find(({ id }) => id === 'urgent')).toMatchObject({
      state: 'answered',
      answer: 'Risk summit called',
      answeredBy: 'quinn',
    })
    expect([triage, level]).toEqual([null, null])
    expect(s11.says('prompt:urgent')).toContain(
      'Quinn Adeyemi answered at Sat 14 Aug 2027 08:55 BST: Risk summit called',
    )
  })

  test('the provider goes from routine to enhanced with the call, and feedback is due in a month', async () => {
    const provider = await s11.app.record('provider', providerId('willow'))

    expect(provider.level).toBe('ENHANCED')
    expect(provider.decisions).toMatchObject([
      { at: CALLED, from: 'ROUTINE', to: 'ENHANCED', transition: 'G13', because: meeting },
    ])
    const [d16] = provider.cycles
    expect(d16?.rule).toBe('D16')
    expect(d16?.dueAt).toBe(`${expected('S11', 'feedback_due')}T22:59:59Z`)
    expect(
      s11.app.web.standing.find(({ record, slot }) => record === provider.id && slot === 'notice:1')
        ?.words,
    ).toContain('Willow House: Routine → Enhanced')
  })

  test('no deadline is made up for the summit itself', async () => {
    const { clocks } = await s11.kase()

    expect(clocks).toEqual([])
    expect(room('root')).toContain('it starts Sat 14 Aug 2027 15:00 BST')
  })

  test('one private room on each channel has exactly the people who are called and told there', async () => {
    const people = [
      ['ada', 'bao', 'lena', 'mick', 'nell', 'quinn', 'rhea', 'sven', 'wanda'],
      ['cleo'],
    ]

    for (const [index, channel] of s11.app.channels.entries()) {
      expect(channel.rooms).toHaveLength(1)
      expect([...(channel.rooms[0]?.people ?? [])].sort()).toEqual(people[index])
      // The name of a room is seen by others: it does not say whom it is about.
      expect(channel.rooms[0]?.name).not.toContain('willow')
    }
  })

  test('the brief says in its first two lines what, how urgent, and how to dial in', () => {
    const [title, what, dialIn] = room('root').split('\n')

    expect(title).toMatch(/^Risk summit: Willow House \(M-/)
    expect(what).toBe(
      'Risk summit about Willow House. Urgent; it starts Sat 14 Aug 2027 15:00 BST.',
    )
    expect(dialIn).toBe(
      'Dial in: https://bridge.example.test/harbour or phone 01632 960111, code 4411',
    )
    expect(room('root')).toContain(WHY)
  })

  test('all of M1’s lines are there with the posts inside each; empty seats are listed and hold nothing up', async () => {
    const { lines } = await s11.app.record('meeting', meeting)
    expect(lines.slice(0, 9).map(({ id, seats }) => [id, seats.length])).toEqual([
      ['nhse-region', 3],
      ['cqc', 1],
      ['icb', 2],
      ['local-authority', 1],
      ['provider', 2],
      ['gmc', 1],
      ['nmc', 1],
      ['hee', 1],
      ['secretariat', 1],
    ])
    expect(room('root')).toContain(
      'Empty seats: ICB: nominated director; General Medical Council; Nursing and Midwifery Council; Health Education England. They do not hold the meeting up.',
    )
    expect(room('root')).toContain('Local authority: adult safeguarding lead – Lena Marsh')
  })

  test('the local authority has no seat where the service is not jointly commissioned', async () => {
    const aspen = await story(RAISED, concern({ provider: 'aspen', danger: true }))
    await aspen.asks(CALLED, summit)
    const id = (await aspen.kase()).meetings[0]?.meeting
    if (!id) throw new Error('No meeting was called')
    const { lines } = await aspen.app.record('meeting', id)

    expect(lines.find((line) => line.id === 'local-authority')?.seats).toMatchObject([
      { empty: 'conditionNotMet', calls: [] },
    ])
  })

  test('the provider’s chief executive is told in private, with the seat and what is asked', () => {
    expect(room('prompt:seat-wanda', 'web/person/wanda')).toContain('You are called: Risk summit')
    expect(room('prompt:seat-wanda', 'web/person/wanda')).toContain(
      'Your seat: Provider: chief executive',
    )
  })

  test('the chair is not confirmed until the region says so, and the room waits for nobody', async () => {
    expect(room('root')).toContain('Chair not confirmed. Asked: Rhea Dutta. Nothing waits for it.')
    await asksMeeting(answer('rhea', 'chair', 'confirm'))

    expect(room('root')).toContain('Chair: Rhea Dutta, confirmed.')
  })

  test('whoever sends apologies has the next in line called at once and let into the room', async () => {
    const { people } = await asksMeeting(answer('mick', 'seat-mick', 'apologies'))

    expect(people).toContain('ruth')
    expect(s11.app.web.calls).toContain('invite web/room/room-1 ruth')
    expect(room('prompt:seat-ruth', 'web/person/ruth')).toContain('You are called')
    expect(room('root')).toContain('Mick Farrell: apologies; Ruth Amadi, on call: called')
  })

  test('a call that nobody answers goes to the next in line after 15 minutes', async () => {
    await s11.app.moveTo('2027-08-14T08:10:00Z')
    const { people } = await s11.app.record('meeting', meeting)

    expect(people).toEqual(expect.arrayContaining(['remy', 'ruth']))
  })

  test('the case’s own thread says that it was called, and only the invited read its room', async () => {
    const notices = s11.app.web.standing.filter(
      ({ record, slot }) => record === s11.id && slot.startsWith('notice'),
    )
    expect(notices.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^Risk summit called\nReference M-.* It has a private room of its own/),
    ])
    const seen = await Promise.all(
      ['wanda', 'rhea', 'cleo', 'quinn', 'ivan', 'dora', 'meera'].map(async (one) =>
        (await read(s11.app.app, { type: 'actor', actor: person(one) }, meeting)) ? one : null,
      ),
    )
    expect(seen.filter((one) => one !== null)).toEqual(['wanda', 'rhea', 'cleo', 'quinn'])
  })

  test('somebody who may not call it is told who may, and nothing is half made', async () => {
    const other = await story(RAISED, concern({ danger: true }))
    const asked: CaseIntent = { ...summit, by: person('ivan') }
    const refusal = await other.refused(CALLED, asked)

    expect(refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringMatching(
        /Only the quality lead of Harbour NHS Foundation Trust \(.*\) or the quality manager of NHSE South East quality team \(.*\) may call the risk summit\./,
      ),
    })
    expect(other.app.web.rooms).toEqual([])
    expect((await other.app.record('provider', providerId('willow'))).level).toBe('ROUTINE')
  })

  test('held and recorded, the case shows it and asks for nobody any more', async () => {
    await s11.app.moveTo('2027-08-14T16:00:00Z')
    await asksMeeting({
      kind: 'meeting',
      type: 'record',
      by: person('quinn'),
      heldAt: SUMMIT,
      form: 'riskSummitRecord',
      answers: { judgement: 'The unit takes no new patients.' },
    })

    expect((await s11.kase()).meetings[0]?.closedAt).toBe('2027-08-14T16:00:00Z')
    expect(s11.says('notice:2')).toContain('Risk summit held and recorded')
    expect(room('root')).toContain('This meeting is over.')
  })
})
