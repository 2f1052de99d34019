import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Running, start } from '../../src/main.ts'
import { SECRET, TOKEN } from '../adapters/slack/harness.ts'
import { openWorkspace, type Said, type Workspace } from '../adapters/slack/workspace.ts'
import { type Authority, startAuthority } from '../adapters/teams/authority.ts'
import { slackPeople } from './slack-people.ts'
import {
  cardShown,
  deliver,
  type From,
  inChannel,
  looking,
  mentioning,
  type Posted,
  postedIn,
  pressing,
} from './teams-client.ts'
import { teamsConfig } from './teams-config.ts'

const TEAMS_ROOM = '19:willow@thread.tacv2'
/** Each side must see the other's answers within this time. */
const SOON = { timeout: 5000, interval: 20 }
const account = (n: number) => `00000000-0000-4000-8000-0000000000${n}`
const quinn: From = { id: '29:quinn', name: 'Quinn Adeyemi', aadObjectId: account(31) }
const ines: From = { id: `29:${account(32)}`, name: 'Ines Carvalho', aadObjectId: account(32) }

/** Quinn and Mara are on Teams, Nia, Ivan and Dora on Slack, Ines and Otto on both. */
function directory(room: string, slack: Readonly<Record<string, string>>): string {
  return `
organisations:
  - slug: harbour
    name: Harbour NHS Foundation Trust
    type: lead-provider
    region: south-east
    rooms: [{ channel: teams, room: "19:triage@thread.tacv2", use: triage }]
    people:
      - { id: quinn, name: Quinn Adeyemi, accounts: { teams: ${account(31)} } }
      - { id: dora, name: Dora Novak, accounts: { slack: ${slack.dora} } }
    roles: { quality-lead: { holder: quinn, deputy: dora } }
  - slug: willow
    name: Willow House
    type: sub-contractor
    region: south-east
    leadProvider: harbour
    rooms:
      - { channel: slack, room: ${room}, use: cases }
      - { channel: teams, room: "${TEAMS_ROOM}", use: cases }
    people:
      - { id: nia, name: Nia Roberts, email: nia@willow.example.org }
      - { id: ivan, name: Ivan Petrov, accounts: { slack: ${slack.ivan} } }
      - id: ines
        name: Ines Carvalho
        accounts: { slack: ${slack.ines}, teams: ${account(32)} }
        channel: teams
      - { id: otto, name: Otto Baptiste, accounts: { slack: ${slack.otto}, teams: ${account(33)} } }
    roles: { incident-lead: { holder: ivan, deputy: ines, onCall: otto } }
  - slug: south-east-team
    name: South East quality team
    type: quality-team
    region: south-east
    people:
      - { id: mara, name: Mara Oyelaran, accounts: { teams: ${account(34)} } }
    roles: { quality-manager: { holder: mara } }
`
}

const folder = mkdtempSync(join(tmpdir(), 'muster-both-'))
/** Time goes by as it does: a service that takes only so much a second is not kept waiting for ever. */
let ahead = Date.parse('2027-03-26T20:20:00Z') - Date.now()
let workspace: Workspace
let authority: Authority
let muster: Running
let people: ReturnType<typeof slackPeople>
let room: string
let slack: { ines: string; otto: string; ivan: string; dora: string }
let roots: { slack: string; teams: string }

beforeAll(async () => {
  authority = await startAuthority()
  const names = ['nia', 'ivan', 'ines', 'otto'].map((name) => `${name}@willow.example.org`)
  const emails = [...names, 'dora@harbour.example.org']
  workspace = await openWorkspace(emails)
  room = await workspace.room('willow', emails)
  const [, ivan = '', inesThere = '', otto = '', dora = ''] = await Promise.all(
    emails.map(workspace.account),
  )
  slack = { ines: inesThere, otto, ivan, dora }
  for (const n of [32, 33]) authority.members.set(account(n), { id: `29:${account(n)}` })
  writeFileSync(join(folder, 'directory.yaml'), directory(room, slack))
  const config = teamsConfig(authority, folder, {
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: workspace.apiUrl,
  })
  const clock = () => new Date(Date.now() + ahead)
  muster = await start(config, { clock, sweeps: false })
  const url = () => `http://127.0.0.1:${muster.port}/slack/events`
  people = slackPeople(workspace, url, async () => {})
  const hello = inChannel(authority, quinn, TEAMS_ROOM, '1')
  await deliver(muster.port, authority, { ...hello, type: 'conversationUpdate' })
})
afterAll(async () => {
  await muster.stop()
  await workspace.close()
  await authority.close()
  rmSync(folder, { recursive: true })
})

const dora = 'dora@harbour.example.org'
const ivan = 'ivan@willow.example.org'

/** The newest message of the case on Slack that begins with these words, as soon as it stands there. */
function onSlack(words: string): Promise<Said> {
  return vi.waitFor(async () => {
    await muster.settle()
    const all = await workspace.messages(room, roots.slack)
    const found = all.findLast(({ text }) => text?.startsWith(words))
    if (!found)
      throw new Error(`Slack has no “${words}”: ${all.map(({ text }) => text).join('\n')}`)
    return found
  }, SOON)
}

function onTeams(words: string): Promise<Posted> {
  return vi.waitFor(async () => {
    await muster.settle()
    const all = postedIn(authority, TEAMS_ROOM)
    const found = all.findLast((one) => one.words.startsWith(words))
    if (!found)
      throw new Error(`Teams has no “${words}”: ${all.map((one) => one.words).join('\n')}`)
    return found
  }, SOON)
}

/** In the thread of the case on Teams. */
function does(from: From, what: object) {
  const about = inChannel(authority, from, TEAMS_ROOM, roots.teams)
  return deliver(muster.port, authority, { ...about, ...what })
}

async function at(instant: string): Promise<void> {
  ahead = Date.parse(instant) - Date.now()
  await muster.settle()
}

/** Whom a card calls: the accounts of its mentions. */
function calledBy({ card }: Posted): string[] {
  const { entities = [] } = (card.msteams ?? {}) as { entities?: { mentioned: { id: string } }[] } // what Muster sent
  return entities.map(({ mentioned }) => mentioned.id)
}

/** Whom a message on Slack calls. */
function mentionedBy({ blocks }: Said): string[] {
  return [...JSON.stringify(blocks).matchAll(/<@(\w+)>/g)].map(([, id = '']) => id)
}

describe('one case on Slack and on Teams at once', () => {
  test('raised on Slack, it stands in the room of each', async () => {
    await people.slash('nia@willow.example.org', '/incident', 'A patient fell')
    const form = await people.shownView()
    await people.submitted('nia@willow.example.org', form, {
      where: 'Heron ward',
      occurred__date: '2027-03-26',
      occurred__time: '20:15',
      danger: 'no',
      done: 'The ward is safe',
      safeguarding: 'no',
    })

    const teams = await onTeams('C-')
    const there = await vi.waitFor(async () => {
      const found = (await workspace.messages(room)).find(({ text }) => text?.startsWith('C-'))
      if (!found?.ts) throw new Error('Nothing stands on Slack')
      return found
    }, SOON)
    roots = { slack: there.ts ?? '', teams: teams.id }
    for (const words of [there.text, teams.words]) expect(words).toContain('A patient fell')
  })

  test('the question is put on both, and its answer from Teams is seen on Slack', async () => {
    await people.press(dora, room, await onSlack('Please triage'), 'Triage')
    await people.submitted(dora, await people.shownView(), {
      consequence: '1',
      likelihood: '1',
      urgent: 'no',
    })
    await onSlack('The trigger tool recommends')

    const asked = await onTeams('The trigger tool recommends')
    // Of those who may answer only Quinn is on Teams: nobody else sees the buttons there.
    expect(asked.words).not.toContain('[Accept]')
    expect(asked.words).toContain('begin with @Muster')
    const { userIds, invoke } = looking(asked)
    expect(userIds).toEqual([quinn.id])
    expect(JSON.stringify(cardShown((await does(ines, invoke)).body))).not.toContain('Accept')
    const own = { id: asked.id, card: cardShown((await does(quinn, invoke)).body) }
    expect((await does(quinn, pressing(own, 'Accept'))).status).toBe(200)

    expect((await onSlack('Decided')).text).toContain('Quinn Adeyemi')
    const answered = await onSlack('The trigger tool recommends')
    expect(answered.text).toMatch(/· answered\n[\s\S]*Quinn Adeyemi answered/)
    expect(await onTeams('Decided')).toMatchObject({ thread: roots.teams })
  })

  test('a nudge stands on both, and calls each person once, where the directory says', async () => {
    await at('2027-03-26T20:51:00Z')
    const words = 'D1 StEIS alert: no answer yet'
    for (const text of [(await onSlack(words)).text, (await onTeams(words)).words])
      expect(text).toContain('Ivan Petrov, Ines Carvalho: ')
    // Ines has an account on both.
    expect(mentionedBy(await onSlack(words))).toEqual([slack.ivan])
    expect(calledBy(await onTeams(words))).toEqual([ines.aadObjectId])

    // Of Otto, too, but the directory does not say where he wants to be told.
    await at('2027-03-26T21:22:00Z')
    const { text } = await vi.waitFor(async () => {
      const found = await onSlack(words)
      expect(found.text).toContain('Otto Baptiste')
      return found
    }, SOON)
    expect(text).toContain('Ivan Petrov, Ines Carvalho, Otto Baptiste: ')
    expect(mentionedBy(await onSlack(words))).toEqual([slack.ivan, slack.otto])
    expect(calledBy(await onTeams(words))).toEqual([ines.aadObjectId])
    expect(postedIn(authority, `a:${ines.aadObjectId}`)).toEqual([])
  })

  test('a reply on Slack asks on Teams, and the button there answers on Slack', async () => {
    await people.reply(ivan, room, roots.slack, 'done StEIS ref 2027/1234')
    const asked = await onTeams('When was the Quality Manager notified?')

    const { userIds, invoke } = looking(asked)
    expect([...userIds].sort()).toEqual([`29:${account(32)}`, `29:${account(33)}`, quinn.id].sort())
    const own = { id: asked.id, card: cardShown((await does(ines, invoke)).body) }
    await does(ines, pressing(own, 'Just now'))

    expect((await onSlack('D1 StEIS alert: done')).text).toContain('Ines Carvalho')
  })

  test('a reply on Teams, with the bot mentioned, is seen on Slack', async () => {
    await does(ines, mentioning('note The family has been told.'))

    expect((await onSlack('Note')).text).toContain('The family has been told.')
  })
})
