import { expect, test } from 'vitest'
import { handle } from '../../../src/app/handle.ts'
import { organisationId } from '../../../src/core/record-id.ts'
import { bothRead } from './calendars.ts'
import { mailedApp, withoutAccounts } from './mailed-app.ts'

const refusing = Object.assign(new Error('No such user'), { responseCode: 550 })

test('whoever could not be called by mail is called once their address is corrected, and the roll says no more of it', async () => {
  const app = await mailedApp({
    server: {
      onRcptTo: ({ address }, _session, done) =>
        done(address === 'cleo@example.org' ? refusing : undefined),
    },
  })
  const id = await app.summit(['cqc-inspector'])
  const roll = () => app.web.standing.find(({ slot, record }) => slot === 'root' && record === id)
  expect(roll()?.words).toContain('Nothing else reaches them')

  const listed = withoutAccounts(['cleo']).find(({ people }) =>
    people.some((one) => one.id === 'cleo'),
  )
  if (!listed) throw new Error('Nobody is Cleo')
  const listing = {
    ...listed,
    people: listed.people.map((one) =>
      one.id === 'cleo' ? { ...one, email: 'cleo.marchetti@example.org' } : one,
    ),
  }
  const intent = { kind: 'organisation', type: 'import', listing } as const
  await handle(app.app, { key: 'corrected', to: organisationId(listed.slug), intent })
  await app.pass(60)

  const mails = app.server.arrived.filter(({ to }) => to.includes('cleo.marchetti@example.org'))
  expect(mails).toHaveLength(1)
  expect(mails[0]?.header('subject')).toContain('You are called')
  expect(bothRead(mails[0])).toMatchObject({ method: 'REQUEST' })
  expect(roll()?.words).not.toContain('was not reached')
  const { version } = (await app.store.load(id)) ?? {}
  await handle(app.app, { key: null, to: id, intent: { kind: 'meeting', type: 'wake' } })
  expect((await app.store.load(id))?.version).toBe(version)
})
