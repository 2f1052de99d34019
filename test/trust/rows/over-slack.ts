import { handle } from '../../../src/app/handle.ts'
import { organisationId, type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import type { Running } from '../../../src/main.ts'
import { commandBody, deliver } from '../../bench/slack.ts'
import { incidentAt, person } from '../../faults/incident.ts'
import { startInside } from '../../faults/inside.ts'
import { lowdbKeeping } from '../../faults/keeping.ts'
import { haveButtons, newAction, pressBody, saidBody } from '../../faults/people.ts'
import { until } from '../../faults/ready.ts'
import { type SlackService, startSlackService } from '../../faults/slack-service.ts'
import { type House, newWorld } from '../../faults/world.ts'
import { type Found, found, type Row } from '../../proof/row.ts'

export const strangersOverSlack: Row = {
  name: 'strangers over Slack',
  goal: 'through signed requests as well, an account of nobody, another sub-contractor’s lead and somebody removed get nothing; their colleague does',
  run: overSlack,
}

const ADMINISTRATOR = 'quinn.adeyemi@harbour.example.org'
/** What is in the case and nowhere else. */
const SECRET = /stairs|fall/i

interface Ground {
  readonly muster: Running
  readonly slack: SlackService
  readonly house: House
  readonly id: RecordId
}

async function overSlack(): Promise<Found> {
  const keeping = await lowdbKeeping()
  const slack = await startSlackService()
  const { path, houses } = await newWorld(keeping.folder, 2)
  const [house, other] = houses
  if (!house || !other) throw new Error('Two houses are needed')
  const settings = { MUSTER_DIRECTORY: path, MUSTER_ADMINISTRATORS: ADMINISTRATOR }
  const muster = await startInside(slack, { ...keeping.settings, ...settings })
  try {
    const raised = await handle(muster.app, {
      key: null,
      intent: incidentAt(house, muster.app.now(), 5),
    })
    if (!raised.ok) throw new Error(raised.refusal.message)
    await muster.settle()
    const ground = { muster, slack, house, id: raised.id }
    const wrongs = [
      ...(await getsNothing(ground, 'U0STRANGER', 'an account of nobody')),
      ...(await getsNothing(ground, other.lead.account, 'the lead of another house')),
    ]
    await removed(ground)
    wrongs.push(...(await getsNothing(ground, house.lead.account, 'the lead, removed')))
    const deputy = await accountOf(ground)
    if (!(await changes(ground, () => pressed(ground, deputy))))
      wrongs.push('the deputy’s own button does nothing')
    return found('3 strangers × 3 ways, and a deputy who may: 10 signed requests', wrongs)
  } finally {
    await muster.stop()
    await slack.stop()
    await keeping.remove()
  }
}

/** A press on the newest card, words in its thread, and the reference asked for by command. */
async function getsNothing(ground: Ground, account: string, who: string): Promise<string[]> {
  const { muster, id } = ground
  const status = commandBody('/muster', { user: account, text: `status ${referenceOf(id)}` })
  const ways: readonly (readonly [string, () => Promise<string>])[] = [
    ['a button', () => pressed(ground, account)],
    ['a reply', () => said(ground, account)],
    ['a command', () => deliver(muster.port, status)],
  ]
  const wrongs: string[] = []
  for (const [way, doing] of ways) {
    let words = ''
    const changed = await changes(ground, async () => {
      words = await doing()
    })
    if (changed) wrongs.push(`${who}: ${way} changed the case`)
    if (SECRET.test(words)) wrongs.push(`${who}: ${way} was answered with ${words}`)
  }
  return wrongs
}

async function changes({ muster, id }: Ground, doing: () => Promise<unknown>): Promise<boolean> {
  const version = async () => (await muster.app.store.load(id))?.version
  const before = await version()
  await doing()
  await muster.settle()
  return (await version()) !== before
}

/** Resolves with the private answer. */
async function pressed({ muster, slack, house }: Ground, user: string): Promise<string> {
  const [button] = haveButtons(slack, house.room)
  if (!button) throw new Error('No reminder has its button')
  const action = newAction()
  const { ts, thread, value } = button
  await deliver(
    muster.port,
    pressBody(slack, { action, user, room: house.room, ts, thread, value }),
  )
  return answerTo(slack, action, user)
}

async function said({ muster, slack, house }: Ground, user: string): Promise<string> {
  const [button] = haveButtons(slack, house.room)
  const thread = button?.thread ?? ''
  const action = newAction()
  const ts = `${Math.floor(Date.now() / 1000)}.000001`
  const words = { action, user, room: house.room, ts, thread, text: 'done D1 now' }
  const before = privately(slack, user).length
  await deliver(muster.port, saidBody(words), 'application/json')
  await until(() => privately(slack, user).length > before, 'to be told privately', 2000).catch(
    () => null,
  )
  return privately(slack, user).slice(before).join(' ')
}

async function answerTo(slack: SlackService, action: string, user: string): Promise<string> {
  const before = privately(slack, user).length
  const isTold = () => slack.answersTo(action).length > 0 || privately(slack, user).length > before
  await until(isTold, 'to be told privately', 1000).catch(() => null)
  return [...slack.answersTo(action), ...privately(slack, user).slice(before)].join(' ')
}

function privately({ calls }: SlackService, user: string): readonly string[] {
  return calls.flatMap(({ method, body }) =>
    method === 'chat.postEphemeral' && body.user === user ? [JSON.stringify(body)] : [],
  )
}

/** By an administrator, as everywhere else. */
async function removed({ muster, house }: Ground): Promise<void> {
  const intent = {
    kind: 'organisation',
    type: 'removePerson',
    by: person('quinn-adeyemi'),
    person: house.lead.person,
    reason: 'Left.',
  } as const
  const answer = await handle(muster.app, { key: null, to: organisationId(house.slug), intent })
  if (!answer.ok) throw new Error(answer.refusal.message)
  await muster.settle()
}

/** Known to Slack by an address only: it is asked for, as Muster would ask. */
async function accountOf({ slack, house }: Ground): Promise<string> {
  const body = new URLSearchParams({ email: house.deputy.email })
  const asked = await fetch(`${slack.url}users.lookupByEmail`, { method: 'POST', body })
  const { user } = (await asked.json()) as { user: { id: string } } // the stand-in’s own answer
  return user.id
}
