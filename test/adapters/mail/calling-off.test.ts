import { expect, test } from 'vitest'
import { bothRead } from './calendars.ts'
import { mailedApp } from './mailed-app.ts'

const quinn = { type: 'person', person: 'quinn' } as const

test.each(['apologies', 'coming', null])(
  'a meeting that is called off is taken out of a calendar by a letter, also of whoever answered “%s”',
  async (said) => {
    const app = await mailedApp()
    const id = await app.summit(['cqc-inspector'])
    const by = { type: 'person', person: 'cleo' } as const
    const rest = { prompt: 'seat-cleo', revision: null, reason: 'On leave.', person: null } as const
    await app.pass(60)
    if (said !== null)
      await app.ask({ kind: 'meeting', type: 'answer', by, answer: said, ...rest }, id)
    const reason = 'It was called for the wrong provider.'
    await app.ask({ kind: 'meeting', type: 'callOff', by: quinn, reason }, id)

    const [first, second, ...more] = app.server.arrived.filter(({ to }) =>
      to.includes('cleo@example.org'),
    )
    expect(more).toEqual([])
    expect(second?.header('subject')).toMatch(/^Cancelled: .*Risk summit/)
    expect(second?.text).toContain('CALLED OFF')
    expect(second?.text).toContain(reason)
    const before = bothRead(first)
    expect(bothRead(second)).toMatchObject({
      method: 'CANCEL',
      uid: before.uid,
      sequence: before.sequence + 1,
    })
  },
)

test('whoever’s account was closed after they were called reads by mail that it is called off, once', async () => {
  const app = await mailedApp()
  const id = await app.summit(['provider-chief-executive'])
  app.web.trouble('web/person/wanda', {
    with: { type: 'never', reason: 'The account is closed.' },
  })

  const reason = 'It was called for the wrong provider.'
  await app.ask({ kind: 'meeting', type: 'callOff', by: quinn, reason }, id)
  await app.pass(60)

  const mails = app.server.arrived.filter(({ to }) => to.includes('wanda@example.org'))
  expect(mails).toHaveLength(1)
  expect(mails[0]?.header('subject')).toMatch(/Called off: Risk summit/)
  expect(mails[0]?.text).toContain(reason)
  expect(mails[0]?.text).not.toMatch(/\/answer\//)
})
