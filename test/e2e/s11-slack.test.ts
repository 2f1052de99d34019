import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Running } from '../../src/main.ts'
import { openWorkspace, type Said, type Workspace } from '../adapters/slack/workspace.ts'
import { expected } from '../scenarios/story.ts'
import { musterOnSlack } from './slack-muster.ts'
import { emailsIn, roomsOn, slackPeople, slackWorld } from './slack-people.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-s11-'))
const faults: string[] = []
const log = {
  info: () => undefined,
  warn: (about: object, words: string) => void faults.push(`${words}: ${JSON.stringify(about)}`),
  error: (_: object, words: string) => void faults.push(words),
}
const LEAD = 'teodora.whitlock'
/** Has no account on Slack, and there is no mail server here. */
const UNREACHED = 'no account for Lakshmi Dunmore'
const WHY = 'Two patients were found without observation'

let now = new Date('2027-08-14T07:10:00Z')
let workspace: Workspace
let rooms: Record<string, string>
let muster: Running
let people: ReturnType<typeof slackPeople>

beforeAll(async () => {
  workspace = await openWorkspace(emailsIn(slackWorld({})))
  rooms = await roomsOn(workspace, [`${LEAD}@saltmarsh.example.org`])
  muster = await musterOnSlack(workspace, folder, slackWorld(rooms), { log, clock: () => now })
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

function beginning(all: readonly Said[], words: string): Said {
  const found = all.find(({ text }) => text?.startsWith(words))
  if (!found)
    throw new Error(
      `Nothing begins with “${words}” in: ${all.map(({ text }) => text).join('\n---\n')}`,
    )
  return found
}

async function inRoom(words: string, room = rooms['alder-house-quality'] ?? '', under?: string) {
  return beginning(await workspace.messages(room, under), words)
}

async function toldTo(name: string, words: string): Promise<string> {
  return beginning((await people.direct(name)).messages, words).text ?? ''
}

const summitRoom = () => workspace.made('risk-summit')
const textOf = (view: unknown) => JSON.stringify(view)

describe('S11 over HTTP: a risk summit at once, on a Saturday', () => {
  test('a concern with danger is raised, and the lead is asked about a summit at once', async () => {
    await people.slash('amina.farrow', '/concern', WHY)
    const form = await people.choose('amina.farrow', await people.shownView(), { danger: 'yes' })
    await people.completed('amina.farrow', form, { danger: 'yes' })

    const root = await inRoom('C-')
    const question = await inRoom('Does this need a risk summit now?', undefined, root.ts)
    expect(question.text).toContain('Teodora Whitlock')
  })

  test('the lead calls it for the afternoon; a time that has passed is refused in the form', async () => {
    await at(expected('S11', 'decision'))
    const root = await inRoom('C-')
    const room = rooms['alder-house-quality'] ?? ''
    const question = await inRoom('Does this need a risk summit now?', room, root.ts)
    await people.press(LEAD, room, question, 'Call a risk summit')
    const form = await people.shownView()
    const when = (time: string) => ({ startsAt__date: '2027-08-14', startsAt__time: time })
    const early = people.submitted(LEAD, form, { why: WHY, ...when('08:00') })
    await expect(early).rejects.toThrow(/startsAt__date.*This time has passed/)

    const preview = await people.submitted(LEAD, form, { why: WHY, ...when('15:00') })
    expect(textOf(preview)).toContain('Quorum: none stated.')
    if (preview) await people.submitted(LEAD, preview, { why: WHY, ...when('15:00') })

    const brief = await inRoom('Risk summit', (await summitRoom()).id)
    expect(brief.text).toContain('it starts Sat 14 Aug 2027 15:00 BST')
    expect(brief.text).toContain('Chair not confirmed')
  })

  test('the roll has all nine lines, the council’s too, and lists the empty seats', async () => {
    const { id } = await summitRoom()
    const brief = await inRoom('Risk summit', id)
    const roll = await inRoom('Who is called', id, brief.ts)

    expect(roll.text).toContain('Local authority: adult safeguarding lead – Delroy Winspear')
    expect(roll.text).toContain(
      'Empty seats: General Medical Council; Nursing and Midwifery Council; Health Education England.',
    )
  })

  test('a seat whose holder cannot be reached says so, and the next in line is called at once', async () => {
    const { id } = await summitRoom()
    const roll = await inRoom('Who is called', id, (await inRoom('Risk summit', id)).ts)

    expect(roll.text).toContain('Lakshmi Dunmore was not reached on Slack')
    expect(roll.text).toMatch(/Petroc Anderssen, deputy: called/)
  })

  test('the provider’s chief executive is told formally, and that it is in enhanced', async () => {
    const called = await toldTo('oluchi.brandreth', 'You are called: Risk summit')
    expect(called).toContain('Formal notice to Alder House: the risk summit is about it.')

    const level = await toldTo('oluchi.brandreth', 'You are told: Alder House')
    expect(level).toContain('has gone from “Routine” to “Enhanced” on Sat 14 Aug 2027 08:55 BST')
  })

  test('nothing else is demanded; the first feedback is due a month on, and the proof stands there', async () => {
    const room = rooms['alder-house-quality'] ?? ''
    const card = await inRoom('Alder House: Enhanced', room)
    expect(card.text).toContain('Tue 14 Sep 2027')

    const proof = await inRoom('Alder House: Must know', room, card.ts)
    expect(proof.text).toMatch(/Oluchi Brandreth: told Sat 14 Aug 2027 08:55 BST on Slack/)
    expect(proof.text).toContain('ICB: head of quality and safety – not told')
  })

  test('the region confirms the chair; somebody stands in for an empty seat during the meeting', async () => {
    const { room, messages } = await people.direct('cornelius.abara')
    await people.press('cornelius.abara', room, beginning(messages, 'Who chairs'), 'I chair it')
    await at(expected('S11', 'summit'))
    const { id } = await summitRoom()
    const brief = await inRoom('Risk summit', id)
    expect(brief.text).toContain('Chair: Cornelius Abara, confirmed.')

    await people.press(LEAD, id, await inRoom('Who is called', id, brief.ts), 'Stand in')
    const form = await people.shownView()
    await people.submitted(LEAD, form, { seat: 'nmc-adviser', person: 'eluned-sarpong' })

    const roll = await inRoom('Who is called', id, brief.ts)
    expect(roll.text).toContain(
      'Nursing and Midwifery Council – Eluned Sarpong, standing in: coming',
    )
  })

  test('held and recorded, it is over; the provider stays in enhanced unless assurance was gained', async () => {
    await at('2027-08-14T16:00:00Z')
    const { id } = await summitRoom()
    await people.press(LEAD, id, await inRoom('Risk summit', id), 'Save summit record')
    await people.completed(LEAD, await people.shownView())

    expect((await inRoom('Risk summit', id)).text).toContain('This meeting is over.')
    await inRoom('Alder House: Enhanced')
    expect(faults.filter((one) => !one.includes(UNREACHED))).toEqual([])
  })

  test('where the service is not jointly commissioned, the council has no seat', async () => {
    await people.slash(LEAD, '/muster', 'convene orchard-view')
    const chosen = await people.choose(LEAD, await people.shownView(), { meeting: 'M1' })
    const preview = await people.completed(LEAD, chosen, { meeting: 'M1' })

    expect(textOf(preview)).toContain('only for jointly commissioned services')
  })
})
