import { expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { convening } from '../../fixtures/cases.ts'
import { formIn, raisedIncident, speaker, wordsOf } from './speaking.ts'

test('of two who give one seat at once the second reads what the first did, and the same form goes in again', async () => {
  const world = await openApp({ channels: ['web'] })
  const { id } = await raisedIncident(world)
  await world.ask({ ...convening(), startsAt: '2027-03-27T10:00:00Z' }, id)
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  const record = called.meeting
  const open = async (who: string) =>
    formIn(await speaker(world, who).press({ do: 'open', form: 'standIn', record }))
  const [quinn, rhea] = [await open('quinn'), await open('rhea')]
  await speaker(world, 'quinn').fill(quinn, { seat: 'cqc-inspector', person: 'lena' })

  const reply = await speaker(world, 'rhea').fill(rhea, { seat: 'cqc-inspector', person: 'wanda' })

  expect(wordsOf(world, reply)).toContain(
    'Quinn Adeyemi put Lena Marsh down for “Care Quality Commission” while your form was open.',
  )
  const again = await speaker(world, 'rhea').fill(formIn(reply), {})
  expect(wordsOf(world, again)).toContain('The roll shows who stands in for the seat.')
})
