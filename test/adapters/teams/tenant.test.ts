import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { teamsChannel } from '../../../adapters/channels/teams/index.ts'
import { teamsPort } from '../../../adapters/channels/teams/port.ts'
import type { TeamsSettings } from '../../../adapters/channels/teams/settings.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { TENANT } from './authority.ts'
import { activity, NIA, SAM, STRANGER, startWorld, type World } from './world.ts'

const ELSEWHERE = '99999999-2222-4333-8444-abcdefabcdef'
const KEPT = 'teams/account/sam.site@trust.example'
const conversation = { id: 'a:sam', conversationType: 'personal' }
const stranger = { type: 'unlisted', account: STRANGER }
const ADAS = { id: 'a:ada', conversationType: 'personal' }
const post = {
  id: '1',
  record: RecordId.parse('case-7k2m9q4x'),
  slot: 'receipt',
  update: undefined,
  thread: undefined,
}
let world: World

beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

/** What the port makes of a signed activity under other settings. */
async function status(change: Partial<TeamsSettings>, sent: Record<string, unknown> = {}) {
  const settings = { ...world.authority.settings, ...change }
  const port = await teamsPort(settings, world.host.log, async () => ({ status: 200 }))
  const body = JSON.stringify(activity(world, sent))
  return (await port.receive(body, `Bearer ${world.authority.token()}`)).status
}

describe('one tenant is served', () => {
  test('by an older registration for many tenants too', async () => {
    const older = { MicrosoftAppType: 'MultiTenant' }

    expect(await status(older)).toBe(200)
    expect(await status(older, { channelData: { tenant: { id: ELSEWHERE } } })).toBe(403)
  })

  test('by a bot whose id may be written in capitals too', async () => {
    const app = world.authority.settings.MicrosoftAppId

    expect(app.toUpperCase()).not.toBe(app)
    expect(await status({ MicrosoftAppId: app.toUpperCase() })).toBe(200)
  })

  test('whether its id is written in capitals or not', async () => {
    const tenant = ELSEWHERE
    const written = { MicrosoftAppTenantId: tenant.toUpperCase() }

    expect(await status(written, { channelData: { tenant: { id: tenant } } })).toBe(200)
  })
})

describe('somebody of another tenant, met in a chat of ours', () => {
  const from = { id: '29:evil', name: 'Sam Site', aadObjectId: STRANGER }

  async function heardAs(change: Record<string, unknown> = {}) {
    const said = activity(world, { text: 'muster', from: { ...from, ...change }, conversation })
    expect((await world.deliver(said)).status).toBe(200)
    return world.asked[0]?.with[0]
  }

  test('is not the person whose address their own tenant gave them', async () => {
    const member = { id: '29:evil', email: 'sam.site@trust.example', tenantId: ELSEWHERE }
    world.authority.members.set('29:evil', member)

    expect(await heardAs()).toMatchObject({ actor: stranger })
    expect(await world.host.store.setting(KEPT)).toBeUndefined()
  })

  test('is not that person where only their message names their tenant', async () => {
    world.authority.members.set('29:evil', { id: '29:evil', email: 'sam.site@trust.example' })

    expect(await heardAs({ tenantId: ELSEWHERE })).toMatchObject({ actor: stranger })
    expect(await world.host.store.setting(KEPT)).toBeUndefined()
  })

  test('is the person for whom the directory names their object id', async () => {
    const heard = await heardAs({ aadObjectId: NIA, tenantId: ELSEWHERE })

    expect(heard).toMatchObject({ actor: { type: 'person', person: 'nia' } })
  })
})

test.each([
  ['the directory', (id: string) => id],
  ['Teams', (id: string) => id.toUpperCase()],
])('somebody whose id is in capitals in %s is one and the same', async (where, written) => {
  const [willow] = world.host.directory().organisations
  const guid = 'abcdefab-0000-4000-8000-00000000000a'
  const listed = {
    id: 'ada',
    name: 'Ada',
    accounts: { teams: where === 'Teams' ? guid : guid.toUpperCase() },
  }
  if (!willow) throw new Error('The directory is empty')
  const directory = { organisations: [{ ...willow, people: [listed] }] }
  const channel = await teamsChannel(world.authority.settings, {
    ...world.host,
    directory: () => directory,
  })
  const from = { id: '29:ada', name: 'Ada', aadObjectId: written(guid) }
  await world.deliver(activity(world, { text: 'muster', from, conversation: ADAS }))
  const place = { channel: 'teams', to: { type: 'person' as const, person: 'ada' } }

  expect(await channel.channel.post(place, { title: 'Hello', parts: [] }, post)).toMatchObject({
    type: 'done',
  })
  expect(world.authority.calls.at(-1)?.path).toBe('/v3/conversations/a:ada/activities')
})

test('a guest of our tenant is found by the address that they are a guest with', async () => {
  const tenantId = TENANT.toUpperCase()
  world.authority.members.set('29:kit', { id: '29:kit', email: 'kit@guest.example', tenantId })
  const from = { id: '29:kit', name: 'Kit', aadObjectId: SAM, tenantId }

  await world.deliver(activity(world, { text: 'muster', from, conversation }))

  expect(world.asked[0]?.with[0]).toMatchObject({ actor: { type: 'person', person: 'kit' } })
})
