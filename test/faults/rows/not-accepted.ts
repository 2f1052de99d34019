import { auditor } from '../../../src/app/audit.ts'
import { openApp } from '../../fixtures/app.ts'
import { incident } from '../../fixtures/cases.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'

const WHERE = 'slack/room/C0WILLOW'
const MINUTES = 60

export const notAccepted: Row = {
  name: 'a reminder that Slack does not accept for 10 minutes',
  goal: 'the next rung, by mail, and the administrators at once; tried for 24 h more',
  run: refused,
}

async function refused({ part }: How): Promise<Found> {
  const hours = part ? 12 : 23
  const world = await openApp({
    channels: ['web', 'slack', 'mail'],
    administrators: ['hugo@example.org'],
  })
  const [, slack, mail] = world.channels
  if (!slack || !mail) throw new Error('Three channels are needed')
  const down = { with: { type: 'later', reason: 'Slack is down.' }, times: 100_000 } as const
  slack.trouble(WHERE, down)
  const audits = auditor(world.app, null)
  const raised = await world.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  const wrongs: string[] = []
  for (let minute = 1; minute <= 9; minute += 1) {
    await world.pass(MINUTES)
    await audits.run()
  }
  if (mail.calls.length > 0) wrongs.push(`Mailed too early: ${mail.calls.join(', ')}`)
  let minutes = 9
  for (; minutes < 15 && mail.calls.length === 0; minutes += 1) {
    await world.pass(MINUTES)
    await audits.run()
    await world.settle()
  }
  if (minutes > 12) wrongs.push(`Nobody was mailed after ${minutes} minutes`)
  const told = mail.calls.map((call) => call.split('/').at(-1) ?? '')
  if (!told.some((call) => call.includes('nudge:'))) wrongs.push('The next rung has no mail')
  const isAlarmed = world.channels.some(({ calls }) => calls.some((one) => one.includes('alarm:')))
  if (!isAlarmed) wrongs.push('The administrators were not told')
  for (let hour = 0; hour < hours; hour += 1) await world.pass(60 * MINUTES)
  const tries = slack.tries.filter((place) => place === WHERE).length
  if (tries < hours) wrongs.push(`Slack was tried ${tries} times in ${hours} hours`)
  return found(
    `mailed after ${minutes} minutes (${told.length} mails), administrators told, ${tries} tries at Slack within ${hours} h`,
    wrongs,
  )
}
