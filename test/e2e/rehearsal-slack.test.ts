import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Running } from '../../src/main.ts'
import { openWorkspace, type Said, type Workspace } from '../adapters/slack/workspace.ts'
import { musterOnSlack } from './slack-muster.ts'
import { emailsIn, slackPeople, slackWorld } from './slack-people.ts'

const MARK = 'REHEARSAL – nothing here is real.'
const folder = mkdtempSync(join(tmpdir(), 'muster-rehearsal-'))
const faults: string[] = []
const log = {
  info: () => undefined,
  warn: (_: object, words: string) => void faults.push(words),
  error: (_: object, words: string) => void faults.push(words),
}

let now = new Date('2026-11-26T09:00:00Z')
let workspace: Workspace
let muster: Running
let people: ReturnType<typeof slackPeople>
let room: string

beforeAll(async () => {
  workspace = await openWorkspace(emailsIn(slackWorld({})))
  muster = await musterOnSlack(workspace, folder, slackWorld({}), { log, clock: () => now })
  const url = () => `http://127.0.0.1:${muster.port}/slack/events`
  people = slackPeople(workspace, url, () => muster.settle())
})
afterAll(async () => {
  await muster.stop()
  await workspace.close()
  rmSync(folder, { recursive: true })
})

async function root(): Promise<Said> {
  const all = await workspace.messages(room)
  const found = all.find(({ text }) => text?.startsWith('REHEARSAL · The same weekend'))
  if (!found) throw new Error(`No first message in: ${all.map(({ text }) => text).join('\n---\n')}`)
  return found
}

/** The newest message of the rehearsal that says these words. */
async function saying(words: string): Promise<Said> {
  const all = await workspace.messages(room, (await root()).ts)
  const found = all.findLast(({ text }) => text?.includes(words))
  if (!found)
    throw new Error(`Nothing says “${words}”: ${all.map(({ text }) => text).join('\n---\n')}`)
  return found
}

describe('a rehearsal on Slack', () => {
  test('begins in a private room with whoever asked for it', async () => {
    const answer = await people.slash('amina.farrow', '/muster', 'rehearse good-friday')
    expect(answer).toContain('The rehearsal begins')

    const made = workspace.calls.filter(({ method }) => method === 'conversations.create')
    expect(made).toHaveLength(1)
    const name = String(made[0]?.args.name)
    room = (await workspace.made(name)).id
    expect((await root()).text).toContain('Good Friday evening')
  })

  test('every message of it is marked and stands in that room', async () => {
    const all = await workspace.messages(room, (await root()).ts)

    expect(all.length).toBeGreaterThan(3)
    for (const { text } of all) expect(text).toContain(MARK)
    const elsewhere = workspace.calls.filter(
      ({ method, args }) => method === 'chat.postMessage' && args.channel !== room,
    )
    expect(elsewhere).toEqual([])
  })

  test('a button, a form and a reply are done as the one who was asked', async () => {
    await people.press('amina.farrow', room, await saying('To Oswin Tarrant'), 'I have it')
    expect((await saying('To Oswin Tarrant')).text).toContain('Oswin Tarrant has it')

    await people.press('amina.farrow', room, await saying('To Oswin Tarrant'), 'It is done')
    const form = await people.shownView()
    expect(JSON.stringify(form)).toContain('You do this as Oswin Tarrant, incident lead.')
    await people.reply('amina.farrow', room, (await root()).ts ?? '', 'done D1 ref 2027/1234')
    await people.reply('amina.farrow', room, (await root()).ts ?? '', 'now')

    expect((await saying('In the room larkspur-quality')).text).toBeDefined()
    expect((await saying('Reference 2027/1234')).text).toContain('in time')
  })

  test('its clock is moved, also by real time, and its end has a score', async () => {
    await people.press('amina.farrow', room, await root(), 'Play the weekend')
    const moved = await saying('It is Tue 30 Mar 2027 09:00 BST')
    now = new Date('2026-11-26T09:40:00Z')
    await muster.settle()
    await people.press('amina.farrow', room, moved, 'End it and see the score')

    const score = await saying('Your score')
    expect(score.text).toContain('1 in time')
    expect(score.text).toContain('IN TIME – D1 StEIS alert')
    expect(faults).toEqual([])
  })
})
