import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Running } from '../../src/main.ts'
import { openWorkspace, type Said, type Workspace } from '../adapters/slack/workspace.ts'
import { musterOnSlack } from './slack-muster.ts'
import { emailsIn, roomsOn, slackPeople, slackWorld } from './slack-people.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-slack-'))
const faults: string[] = []
const log = {
  info: () => undefined,
  warn: (about: object, words: string) => void faults.push(`${words}: ${JSON.stringify(about)}`),
  error: (_: object, words: string) => void faults.push(words),
}

/** Has no account on Slack, and there is no mail server here. */
const UNREACHED = { words: 'no account for Lakshmi Dunmore', email: 'lakshmi.dunmore' }

let now = new Date('2027-03-26T20:20:00Z')
let workspace: Workspace
let room: string
let muster: Running
let root: Said
let people: ReturnType<typeof slackPeople>

beforeAll(async () => {
  workspace = await openWorkspace(emailsIn(slackWorld({})))
  const made = await roomsOn(workspace, [
    'gethin.okonjo@alder-house.example.org',
    'priya.lundgren@alder-house.example.org',
    'teodora.whitlock@saltmarsh.example.org',
  ])
  room = made['alder-house-quality'] ?? ''
  muster = await musterOnSlack(workspace, folder, slackWorld(made), { log, clock: () => now })
  const url = () => `http://127.0.0.1:${muster.port}/slack/events`
  people = slackPeople(workspace, url, () => muster.settle())
})
afterAll(async () => {
  await muster.stop()
  await workspace.close()
  rmSync(folder, { recursive: true })
})

async function at(instant: string): Promise<void> {
  now = new Date(instant)
  await muster.settle()
}

/** The newest message of the case's thread, or of another one, that begins with these words. */
async function inThread(words: string, where = room, thread = root.ts): Promise<Said> {
  const all = await workspace.messages(where, thread)
  const found = all.findLast(({ text }) => text?.startsWith(words))
  if (!found)
    throw new Error(
      `Nothing begins with “${words}” in: ${all.map(({ text }) => text).join('\n---\n')}`,
    )
  return found
}

async function newest(where: string, words: string): Promise<Said> {
  const all = await workspace.messages(where)
  const found = all.find(({ text }) => text?.startsWith(words))
  if (!found) throw new Error(`Nothing begins with “${words}”`)
  return found
}

async function pressDirect(name: string, words: string, label: string): Promise<void> {
  const { room: direct } = await people.direct(name)
  await people.press(name, direct, await newest(direct, words), label)
}

const thread = () => root.ts ?? ''
const textOf = (view: unknown) => JSON.stringify(view)

describe('the story on Slack', () => {
  test('a nurse raises an incident; what cannot be is said in the form', async () => {
    await people.slash('amina.farrow', '/incident', 'A patient fell')
    const form = await people.shownView()
    expect(form.title.text).toBe('Serious incident')
    expect(textOf(form.blocks[0])).toContain('Do not include patient identifiers')

    const inDanger = await people.choose('amina.farrow', form, { danger: 'yes' })
    expect(textOf(inDanger)).toContain('Emergency 999. Alder House on call 01632 960200')

    const answers = {
      where: 'Heron ward',
      occurred__date: '2027-03-26',
      occurred__time: '21:15',
      danger: 'yes',
      done: 'The ward is safe',
      safeguarding: 'yes',
    }
    await expect(people.submitted('amina.farrow', inDanger, answers)).rejects.toThrow(
      /occurred__date.*in the future/,
    )
    const done = await people.submitted('amina.farrow', inDanger, {
      ...answers,
      occurred__time: '20:15',
    })
    expect(textOf(done)).toMatch(/Recorded as C-/)
    expect((await people.direct('amina.farrow')).messages[0]?.text).toMatch(/^Recorded: C-/)
  })

  test('the case stands in the room of her provider with what is owed', async () => {
    const all = await workspace.messages(room)
    root = all.find(({ text }) => text?.includes('Serious incident')) ?? {}

    expect(root.text).toContain('A patient fell')
    expect(root.text).toContain('Raised: Fri 26 Mar 2027 20:20 GMT by Amina Farrow')
    expect(root.text).toContain('D3 72-hour report shared: due Thu 1 Apr 2027 23:59 BST')
    expect((await inThread('D1 StEIS alert')).text).toContain('Gethin Okonjo')
  })

  test('the quality lead triages it from the thread and accepts what is recommended', async () => {
    await people.press('teodora.whitlock', room, await inThread('Please triage'), 'Triage')
    const view = await people.choose('teodora.whitlock', await people.shownView(), {
      triggers: ['T3'],
    })
    const answers = { triggers: ['T3'], consequence: '4', likelihood: '4', urgent: 'no' }
    const evidence = { triggers__T3__evidence: 'Two falls', triggers__T3__direction: 'rising' }
    const done = await people.submitted('teodora.whitlock', view, { ...answers, ...evidence })

    expect(textOf(done)).toContain('The recommendation stands in the thread')
    await people.press(
      'teodora.whitlock',
      room,
      await inThread('The trigger tool recommends'),
      'Accept',
    )
    expect((await inThread('Decided')).text).toContain('Teodora Whitlock')
  })

  test('nobody answers, so the deputy is asked; she has it, and waits with a reason', async () => {
    await at('2027-03-26T20:50:00Z')
    const nudge = await inThread('D1 StEIS alert: no answer yet')
    expect(nudge.text).toContain('Gethin Okonjo, Priya Lundgren')

    await people.press('priya.lundgren', room, nudge, 'I have it')
    expect((await inThread('D1 StEIS alert: due Sun 28 Mar 2027 21:20 BST')).text).toContain(
      'Priya Lundgren has it',
    )
    await people.reply('priya.lundgren', room, thread(), 'snooze 2h because the ward comes first')
    expect((await inThread('D1 StEIS alert: nudges snoozed')).text).toContain(
      'The clock still runs',
    )
  })

  test('StEIS is done, and met at the time of the notification', async () => {
    await people.reply('priya.lundgren', room, thread(), 'done StEIS ref 2027/1234')
    expect((await inThread('When was the Quality Manager notified?')).text).toContain('2027/1234')

    await people.reply('priya.lundgren', room, thread(), '20:45')
    expect((await inThread('D1 StEIS alert: done')).text).toMatch(/in time[\s\S]*20:45 GMT/)
  })

  test('the teleconference is convened with a bridge, and its note closes it', async () => {
    const lead = 'teodora.whitlock'
    await people.press(lead, room, await newest(room, 'C-'), 'Convene')
    const form = await people.choose(lead, await people.shownView(), { meeting: 'M3' })
    const answers = { meeting: 'M3', seats: ['lead-provider-quality-lead', 'quality-manager'] }
    const preview = await people.completed(lead, form, answers)
    expect(textOf(preview)).toContain('On confirmation 2 people are called')
    if (preview) await people.completed(lead, preview, answers)

    const brief = await inThread('Teleconference: Alder House')
    expect(textOf(brief.blocks)).toContain('<https://bridge.example.test/saltmarsh-quality>')
    await people.press(lead, room, brief, 'Save call note')
    await people.completed(lead, await people.shownView())
    expect((await inThread('D4')).text).toContain('done')
  })

  test('a risk summit is called: a private room with exactly those who are called', async () => {
    const question = await inThread('Does this need a risk summit now?')
    await people.press('teodora.whitlock', room, question, 'Call a risk summit')
    const why = { why: 'Severe harm' }
    const preview = await people.submitted('teodora.whitlock', await people.shownView(), why)
    expect(textOf(preview)).toContain('On confirmation 11 people are called')
    expect(textOf(preview)).toContain('General Medical Council – empty – required')
    if (preview) await people.submitted('teodora.whitlock', preview, why)

    const summit = await workspace.made('risk-summit')
    expect(summit.members).toHaveLength(12)
    const brief = await newest(summit.id, 'Risk summit')
    expect(brief.text).toContain('Chair not confirmed')
    expect(brief.text).toContain('3 empty')
    const args = (method: string) =>
      workspace.calls.flatMap((one) => (one.method === method ? [one.args] : []))
    await expect
      .poll(() => args('bookmarks.add').map(({ title }) => title))
      .toEqual(['Join the call', 'Brief'])
    expect(args('pins.add')).toMatchObject([{ channel: summit.id, timestamp: brief.ts }])
  })

  test('the chair confirms, and whoever declines has a deputy called at once', async () => {
    await pressDirect('cornelius.abara', 'Who chairs', 'I chair it')
    const summit = await workspace.made('risk-summit')
    expect((await newest(summit.id, 'Risk summit')).text).not.toContain('Chair not confirmed')

    await pressDirect('hamza.trevithick', 'You are called', 'Cannot come')
    await people.submitted('hamza.trevithick', await people.shownView(), { reason: 'On leave' })
    const zofia = await people.direct('zofia.hartnell')
    expect(zofia.messages[0]?.text).toContain('medical director')
    const members = (await workspace.made('risk-summit')).members
    expect(members).toContain(
      await workspace.account('zofia.hartnell@nhse-south-east.example.test'),
    )
  })

  test('the case is closed with the record of the panel, and not before that', async () => {
    const answer = await people.slash('teodora.whitlock', '/muster', 'status')
    const reference = /C-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(answer)?.[0] ?? ''
    await people.slash('teodora.whitlock', '/muster', `close ${reference}`)
    const form = await people.shownView()
    const panel = { decision: 'close', chair: 'Callum Oyinlola', reason: 'All is done' }
    const refused = await people.completed('teodora.whitlock', form, panel)
    expect(textOf(refused)).toContain(
      'Still missing: D2 SitRep; D3 72-hour report shared; the record of risk summit M-',
    )

    for (const clock of ['D2 SitRep', 'D3 72-hour report']) {
      await people.press('teodora.whitlock', room, await newest(room, reference), clock)
      const done = await people.completed('teodora.whitlock', await people.shownView())
      expect(textOf(done)).toContain('Recorded on')
    }
    const summit = await workspace.made('risk-summit')
    const brief = await newest(summit.id, 'Risk summit')
    await people.press('teodora.whitlock', summit.id, brief, 'Save summit record')
    await people.completed('teodora.whitlock', await people.shownView())
    if (refused) await people.completed('teodora.whitlock', refused, panel)
    expect((await newest(room, reference)).text).toMatch(/closed/i)
  })

  test('the summit’s room is archived with its sealed record, and an addendum reaches each in private', async () => {
    const summit = (await workspace.made('risk-summit')).id
    const { text = '' } = await newest(summit, 'Risk summit')
    const reference = /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? ''
    await people.slash('teodora.whitlock', '/muster', `seal ${reference}`)
    await people.completed('teodora.whitlock', await people.shownView())
    await expect
      .poll(() => workspace.calls.find(({ method }) => method === 'conversations.archive'))
      .toMatchObject({ args: { channel: summit }, answer: { ok: true } })

    await people.slash('teodora.whitlock', '/muster', `addendum ${reference}`)
    await people.completed('teodora.whitlock', await people.shownView())
    const cornelius = await people.direct('cornelius.abara')
    expect(cornelius.messages[0]?.text).toContain('addendum 1')
  })

  test('all of it without a fault, and without a call that Slack refused', () => {
    expect(faults.filter((one) => !one.includes(UNREACHED.words))).toEqual([])
    const refused = workspace.calls.filter(
      ({ answer, method, args }) =>
        method !== 'response_url' && !answer.ok && !JSON.stringify(args).includes(UNREACHED.email),
    )
    expect(refused).toEqual([])
  })
})
