import { describe, expect, test } from 'vitest'
import { handle } from '../../src/app/handle.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'
import { raised, SLACK, WILLOW, waiting } from './delivering.ts'

/** Ten minutes after the world began. */
const ALARM = 'alarm:slack:2027-03-26T20:30:00Z'

async function world() {
  const opened = await openApp({
    channels: ['web', 'slack', 'mail'],
    administrators: ['hugo@example.org'],
  })
  const [, slack, mail] = opened.channels
  if (!slack || !mail) throw new Error('Three channels are needed')
  slack.trouble(SLACK, { with: { type: 'later', reason: 'Slack is down.' }, times: 40 })
  return { ...opened, slack, mail }
}

/** As the auditor does for a task that has waited too long. */
async function noteLate({ app, settle }: TestApp, id: RecordId, slot: string): Promise<void> {
  const intent = {
    kind: 'case',
    type: 'noteLate',
    slot,
    place: SLACK,
    reason: 'Slack is down.',
  } as const
  await handle(app, { key: `late:${id}:${slot}`, to: id, intent })
  await settle()
}

describe('while Slack is down', () => {
  test('ten minutes later the next person and those before them have a mail, and the administrator too', async () => {
    const opened = await world()
    const id = await raised(opened)
    await opened.pass(600)

    await noteLate(opened, id, 'nudge:D1:1')
    await noteLate(opened, id, 'nudge:D1:1')

    expect(opened.mail.calls).toEqual([
      'post mail/person/ivan nudge:D1:2',
      'post mail/person/ines nudge:D1:2',
      `post mail/person/hugo ${ALARM}`,
    ])
    expect(opened.web.says(WILLOW, 'nudge:D1:2')).toContain(
      'D1 StEIS alert: Slack has not accepted the reminder before this one',
    )
    expect(opened.web.says('web/person/hugo', ALARM)).toContain('StEIS alert')
    expect(opened.web.says('web/person/hugo', ALARM)).not.toContain('Willow')
    expect(opened.web.says(WILLOW, 'root')).toContain('Told by mail: Ivan Petrov, Ines Carvalho.')
    expect(opened.complaints).toEqual([])
  })

  test('an administrator has one mail, however many cases wait; on another service it counts them', async () => {
    const opened = await world()
    const ids = [await raised(opened)]
    for (let n = 0; n < 5; n++) {
      const answer = await opened.ask(incident())
      if (answer.ok) ids.push(answer.id)
    }
    await opened.pass(600)
    for (const id of ids) await noteLate(opened, id, 'nudge:D1:1')

    expect(opened.mail.calls.filter((call) => call.startsWith('post mail/person/hugo'))).toEqual([
      `post mail/person/hugo ${ALARM}`,
    ])
    expect(opened.web.says('web/person/hugo', ALARM)).toContain('6 are late')
  })

  test('mail that is on gets nothing else: not the case, not the confirmation, not the calls', async () => {
    const opened = await world()
    const id = await raised(opened)
    await opened.ask({ kind: 'case', type: 'have', by: person('ivan'), clock: 'D1' }, id)
    await opened.moveTo('2027-03-30T12:00:00Z')

    expect(opened.mail.tries).toEqual([])
    expect((await opened.record('case', id)).places.map(({ channel }) => channel)).toEqual([
      'web',
      'slack',
    ])
  })

  test('what was to be sent to Slack is tried on; when it is up again the newest reminder arrives for all before it', async () => {
    const opened = await world()
    const id = await raised(opened)
    await opened.pass(600)
    await noteLate(opened, id, 'nudge:D1:1')
    for (let n = 0; n < 60; n++) await opened.pass(600)

    expect(await waiting(opened, id)).toEqual([])
    expect(opened.slack.says(SLACK, 'prompt:triage')).toBeDefined()
    const newest = (await opened.record('case', id)).clocks.find(
      ({ rule }) => rule === 'D1',
    )?.nudges
    expect(opened.slack.says(SLACK, `nudge:D1:${newest?.length}`)).toContain('Ivan Petrov')
    expect(opened.slack.says(SLACK, 'nudge:D1:1')).toBeUndefined()
    expect(opened.web.says(WILLOW, 'nudge:D1:1')).toBeDefined()
  })

  test('mail and alarms that fail lead to nothing more', async () => {
    const opened = await world()
    const gone = { type: 'never', reason: 'There is no e-mail address.' } as const
    for (const who of ['ivan', 'ines', 'hugo'])
      opened.mail.trouble(`mail/person/${who}`, { with: gone })
    const id = await raised(opened)
    await opened.pass(600)

    await noteLate(opened, id, 'nudge:D1:1')
    for (let n = 0; n < 10; n++) await opened.pass(60)

    expect(opened.mail.tries).toEqual(['mail/person/ivan', 'mail/person/ines', 'mail/person/hugo'])
    const { late, notices } = await opened.record('case', id)
    expect(late).toHaveLength(1)
    expect(notices.map(({ said }) => said.say)).toEqual(['late', 'notDone', 'notDone'])
  })
})
