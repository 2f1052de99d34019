import { expect, test } from 'vitest'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { bothRead } from './calendars.ts'
import { mailedApp } from './mailed-app.ts'

const quinn = { type: 'person', person: 'quinn' } as const

test('another time comes by a letter with the same UID and a higher SEQUENCE, whatever was answered before', async () => {
  const app = await mailedApp()
  const id = await app.summit(['cqc-inspector'])
  const answer = { prompt: 'seat-cleo', answer: 'apologies', revision: null, reason: 'On leave.' }
  const by = { type: 'person', person: 'cleo' } as const
  await app.ask({ kind: 'meeting', type: 'answer', by, ...answer, person: null }, id)
  const startsAt = '2027-03-29T13:00:00Z'
  const moved = { startsAt, reason: 'The chair is away until Monday.' } as const
  await app.ask({ kind: 'meeting', type: 'changeTime', by: quinn, ...moved }, id)

  const [first, second, ...more] = app.server.arrived.filter(({ to }) =>
    to.includes('cleo@example.org'),
  )
  expect(more).toEqual([])
  expect(second?.header('subject')).toMatch(/^Changed: You are called: Risk summit/)
  expect(second?.text).toContain('Mon 29 Mar 2027 14:00 BST')
  expect(second?.text).toContain('Answers for the old time do not count for the new one')
  const before = bothRead(first)
  expect(bothRead(second)).toMatchObject({
    method: 'REQUEST',
    uid: before.uid,
    sequence: before.sequence + 1,
    start: '2027-03-29T13:00:00.000Z',
  })

  // Its link answers for the new time, until after that.
  await fetch(app.linkOf('cleo'))
  const response = await fetch(app.linkOf('cleo'))
  expect(await response.text()).toContain('value="coming"')
  const heard = { actor: quinn, channel: 'web', key: 'status' }
  const reply = await app.conversation.command(heard, 'muster', `status ${referenceOf(id)}`)
  if (reply.type !== 'say') throw new Error('Nothing was said')
  const words = plainMessage(reply.message, app.app.directory())
  const at = 'Fri 26 Mar 2027 20:20 GMT'
  expect(words).toContain(`another time, told on Mail, accepted ${at}, link opened ${at}`)
})
