import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Running } from '../../src/main.ts'
import { openWorkspace, type Said, type Workspace } from '../adapters/slack/workspace.ts'
import { scenario } from '../core/time/england.ts'
import { musterOnSlack } from './slack-muster.ts'
import { emailsIn, slackPeople, slackWorld, type View } from './slack-people.ts'

/** With the General Medical Council, seven organisations are called. */
const GMC = `
  - slug: gmc
    name: General Medical Council
    type: gmc
    people:
      - { id: odette-farrant, name: Odette Farrant, title: Adviser, email: odette.farrant@gmc.example.test }
    roles:
      adviser: { holder: odette-farrant }
`
const ODETTE = 'odette.farrant@gmc.example.test'
/** On no chat service in the playground; here she is on Slack. */
const LAKSHMI = 'lakshmi.dunmore@cqc.example.test'
const AFFECTED = ['nhse-south-east', 'cqc', 'downland-icb', 'alder-house', 'gmc']
const { expected } = scenario('S13')

const folder = mkdtempSync(join(tmpdir(), 'muster-vote-'))
const log = { info: () => {}, warn: () => {}, error: () => {} }
let now = new Date('2027-03-26T20:20:00Z')
let workspace: Workspace
let muster: Running
let people: ReturnType<typeof slackPeople>
let room: string
let root: string
let reference: string

beforeAll(async () => {
  const world = (rooms: Record<string, string>) =>
    slackWorld(rooms).replace(', channel: mail', '') + GMC
  workspace = await openWorkspace(emailsIn(world({})))
  const cases = await workspace.room('alder-house-quality', [
    'teodora.whitlock@saltmarsh.example.org',
  ])
  const made = { 'alder-house-quality': cases }
  muster = await musterOnSlack(workspace, folder, world(made), { clock: () => now, log })
  const url = () => `http://127.0.0.1:${muster.port}/slack/events`
  people = slackPeople(workspace, url, () => muster.settle())
  await summit(cases)
})
afterAll(async () => {
  await muster.stop()
  await workspace.close()
  rmSync(folder, { recursive: true })
})

/** An incident, and the risk summit about it that Teodora calls and Cornelius chairs. */
async function summit(cases: string): Promise<void> {
  await people.slash('amina.farrow', '/incident', 'A patient fell')
  const raising = await people.choose('amina.farrow', await people.shownView(), { danger: 'yes' })
  const times = { occurred__time: '20:15', identified__time: '20:15' }
  await people.completed('amina.farrow', raising, { danger: 'yes', ...times })
  const [kase] = (await workspace.messages(cases)).filter(({ text }) => text?.startsWith('C-'))
  const thread = await workspace.messages(cases, kase?.ts)
  const asks = thread.find(({ text }) => text?.startsWith('Does this need a risk summit now?'))
  await people.press('teodora.whitlock', cases, asks ?? {}, 'Call a risk summit')
  const why = { why: 'Severe harm' }
  const preview = await people.submitted('teodora.whitlock', await people.shownView(), why)
  if (preview) await people.submitted('teodora.whitlock', preview, why)
  room = (await workspace.made('risk-summit')).id
  const [brief] = (await workspace.messages(room)).filter(({ text }) => text?.startsWith('Risk'))
  root = brief?.ts ?? ''
  reference = /M-\w{4}-\w{4}/.exec(brief?.text ?? '')?.[0] ?? ''
  const { room: direct, messages } = await people.direct('cornelius.abara')
  const chair = messages.find(({ text }) => text?.startsWith('Who chairs'))
  await people.press('cornelius.abara', direct, chair ?? {}, 'I chair it')
}

async function inRoom(words: string): Promise<Said> {
  const all = [...(await workspace.messages(room)), ...(await workspace.messages(room, root))]
  const found = all.findLast(({ text }) => text?.includes(words))
  if (!found)
    throw new Error(`Nothing says “${words}”: ${all.map(({ text }) => text).join('\n—\n')}`)
  return found
}

/** What is said to somebody alone, after this was done: Slack hears of it after its own answer. */
async function told(doing: () => Promise<unknown>): Promise<string> {
  const before = workspace.calls.length
  await doing()
  return vi.waitFor(() => {
    const said = workspace.calls.slice(before).filter(isPrivate)
    if (said.length === 0) throw new Error('Nothing is said in private')
    return JSON.stringify(said)
  })
}

function isPrivate({ method }: Workspace['calls'][number]): boolean {
  return method === 'response_url' || method === 'chat.postEphemeral'
}

async function votes(name: string, label: string, decision = 1): Promise<void> {
  await people.press(name, room, await inRoom(`decision ${decision},`), label)
}

/** Presses a button and hands in the form that it opens. */
async function fills(name: string, words: string, label: string, answers: object) {
  await people.press(name, room, await inRoom(words), label)
  return people.completed(name, await people.shownView(), { ...answers })
}

const chair = 'cornelius.abara'

describe('S13 over Slack: a vote of those affected', () => {
  test('one of seven declares a conflict of interest, and is taken out of the room', async () => {
    await fills(ODETTE, 'Who is called', 'Conflict of interest', {
      whose: 'all:gmc',
      what: 'It is looking into a doctor of the ward.',
    })

    const account = await workspace.account(ODETTE)
    expect((await workspace.made('risk-summit')).members).not.toContain(account)
    expect((await inRoom('Who is called')).text).toContain('It is looking into a doctor')
    const { messages } = await people.direct(ODETTE)
    expect(messages[0]?.text).toContain('You are out of the closed part')
  })

  test('the chair puts it to five of them: four may vote', async () => {
    const question = { question: 'The ward takes nobody new.', gate: 'risk' }
    const how = { affects: AFFECTED, form: 'joint', authority: 'decision' }
    await fills(chair, 'Risk summit: Alder House', 'Put to a decision', { ...question, ...how })

    const { text } = await inRoom('decision 1, being voted on')
    expect(text).toContain(`0 of ${expected.eligible} have voted`)
    expect(text).toContain('General Medical Council – no vote: it has a conflict of interest')
  })

  test('two and two do not pass: it is in dispute, and the gate stays locked', async () => {
    await votes('oluchi.brandreth', 'For')
    await votes(LAKSHMI, 'For')
    await votes('harriet.nwachukwu', 'Against')
    await votes('hamza.trevithick', 'Against')
    expect(await told(() => votes('teodora.whitlock', 'For'))).toContain('is not one of them')
    expect(await told(() => votes('delroy.winspear', 'For'))).toContain('is not one of them')
    now = new Date('2027-03-26T20:40:00Z')
    await fills(chair, 'decision 1,', 'Close the vote', { reason: 'All was said.' })

    expect((await inRoom('decision 1, not passed, in dispute')).text).toContain('2 for, 2 against')
    expect((await inRoom('Who is called')).text).toContain('Which risk is shared”: in dispute')
    expect((await inRoom('decision 1 is in dispute')).text).toContain(
      'Resolved by: Harriet Nwachukwu',
    )
  })

  test('voted on again it passes by three to one; who comes too late is told', async () => {
    const again = await inRoom('decision 1 is in dispute')
    await people.press(chair, room, again, 'Vote again')
    const form: View = await people.shownView()
    await people.completed(chair, form, { form: 'joint', authority: 'decision' })
    for (const name of ['oluchi.brandreth', LAKSHMI, 'harriet.nwachukwu'])
      await votes(name, 'For', 2)
    await votes('hamza.trevithick', 'Against', 2)
    const late = await inRoom('decision 2,')
    await fills(chair, 'decision 2,', 'Close the vote', { reason: 'The ICB has seen the ward.' })

    expect((await inRoom('decision 2, passed')).text).toContain('3 for, 1 against')
    expect((await inRoom('Who is called')).text).toContain('Which risk is shared”: passed')
    const said = await told(() => people.press('samir.colquhoun', room, late, 'Against'))
    expect(said).toContain('Your vote was not counted.')
  })

  test('whoever is out reads nothing of it, also not by asking', async () => {
    const status = await people.slash(ODETTE, '/muster', `status ${reference}`)

    expect(status).toContain('You are out of the closed part')
    expect(status).not.toContain('takes nobody new')
  })

  test('Slack refused nothing', () => {
    const refused = workspace.calls.filter(
      ({ answer, method }) => method !== 'response_url' && !answer.ok,
    )
    expect(refused).toEqual([])
  })
})
