import { describe, expect, test } from 'vitest'
import { isAbout } from '../../../src/core/meeting/convening.ts'
import type { FormView } from '../../../src/core/message/form.ts'
import { actingFor } from '../../../src/core/people/posts.ts'
import type { MeetingRule } from '../../../src/core/policy/meeting.ts'
import { providerId, type RecordId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { policyOf } from '../../fixtures/context.ts'
import { fullyStaffed } from '../../fixtures/fully-staffed.ts'
import { formIn, pressOn, raisedIncident, shownIn, speaker, wordsOf } from './speaking.ts'

const policy = policyOf('provider-collaborative')
const WILLOW = { slug: 'willow', leadProvider: 'harbour' }
const SERVICES = ['web', 'slack', 'teams']

const everyCall = policy.meetings.flatMap((rule) =>
  (['case', 'provider'] as const)
    .filter((from) => isAbout(rule, from))
    .map((from) => ({ name: `${rule.id} ${rule.label}, from a ${from}`, rule, from })),
)

/** Whatever a form still asks, answered somehow. */
function answered({ fields }: FormView) {
  return Object.fromEntries(
    fields
      .filter(({ required, value }) => required && (value === undefined || value === ''))
      .map(({ id, kind, options }) => [
        id,
        kind === 'choice' ? (options?.[0]?.value ?? '') : 'Agreed.',
      ]),
  )
}

async function world() {
  return openApp({ channels: SERVICES, listings: fullyStaffed(policy) })
}

type World = Awaited<ReturnType<typeof world>>

function standing({ channels }: TestApp, place: string, slot: string, record: RecordId) {
  const found = channels
    .flatMap((channel) => channel.standing)
    .findLast((one) => one.place === place && one.slot === slot && one.record === record)
  if (!found) throw new Error(`Nothing stands in ${slot} of ${place}`)
  return found
}

/** Calls it as its first caller does, on their own service: the form, the preview, the confirmation. */
async function called(app: World, rule: MeetingRule, from: 'case' | 'provider') {
  const record = from === 'case' ? (await raisedIncident(app)).id : providerId('willow')
  const [post] = rule.mayCall
  if (!post) throw new Error('Nobody may call it')
  const [caller = ''] = actingFor(app.app.directory(), WILLOW, post, app.app.now())
  const speaking = speaker(app, caller, channelOf(app, caller))
  const open = { do: 'open', form: 'convene', record, with: { meeting: rule.id } } as const
  const form = formIn(await speaking.press(open))
  const preview = formIn(await speaking.fill(form, { why: 'The doors do not close.' }))
  const heading = preview.heading.join('\n')
  const said = await speaking.fill(preview, {})
  expect(wordsOf(app, said)).toContain('The meeting is being called')
  const [meeting] = await app.store.list({ facets: { kind: 'meeting', rule: rule.id } })
  if (!meeting) throw new Error('No meeting was called')
  return { record, caller, meeting: meeting.id, heading, speaking }
}

function channelOf({ app }: World, person: string): string {
  const all = app.directory().organisations.flatMap(({ people }) => people)
  return all.find(({ id }) => id === person)?.channel ?? 'web'
}

describe('every meeting of the pack', () => {
  test.each(everyCall)('is called, answered and recorded: $name', async ({ rule, from }) => {
    const app = await world()
    const { record, caller, meeting, heading, speaking } = await called(app, rule, from)

    expect(heading).toContain('Quorum: none stated.')
    for (const { id, asked } of (await app.record('meeting', meeting)).prompts) {
      const [person = ''] = asked
      const place = `${channelOf(app, person)}/person/${person}`
      const { message } = standing(app, place, `prompt:${id}`, meeting)
      const label = id === 'chair' ? 'I chair it' : 'Coming'
      const open = (await app.record('meeting', meeting)).prompts.find((one) => one.id === id)
      if (open?.state !== 'open') continue
      const answerer = speaker(app, person, channelOf(app, person))
      expect((await answerer.press(pressOn(message, label))).type).toBe('nothing')
    }

    const held = await app.record('meeting', meeting)
    expect(held.prompts.map(({ state }) => state)).toEqual(held.prompts.map(() => 'answered'))
    expect(held.chair?.person ?? null).toEqual(rule.chair ? expect.any(String) : null)
    const places = held.places.map(({ channel }) => channel)
    const reached = new Set(held.people.map((person) => channelOf(app, person)))
    expect(new Set(places)).toEqual(held.room === 'room' ? reached : new Set(SERVICES))
    for (const { channel, to } of held.places) {
      const room = `${channel}/room/${to.type === 'room' ? to.room : ''}`
      const { words } = standing(app, room, held.room === 'room' ? 'root' : 'roll', meeting)
      expect(words).toMatch(/Seats: [1-9]\d* coming.*, 0 not answered/)
      expect(words).toContain('Quorum: none stated.')
      expect(words).toContain(rule.citation.section)
    }

    await app.moveTo('2027-03-26T22:00:00Z')
    const press = { do: 'open', form: rule.record, record: meeting } as const
    const form = formIn(await speaking.press(press))
    const said = await speaking.submit(form.ticket, { ...shownIn(form), ...answered(form) })

    expect(wordsOf(app, said)).toContain('Recorded on M-')
    expect((await app.record('meeting', meeting)).record?.by).toMatchObject({ person: caller })
    const about =
      from === 'case'
        ? (await app.record('case', record)).meetings
        : (await app.record('provider', record)).meetings
    expect(about).toMatchObject([{ rule: rule.id, closedAt: '2027-03-26T22:00:00Z' }])
    const notices = app.web.standing.filter((one) => one.record === record)
    expect(notices.map(({ words }) => words).join('\n')).toContain(
      `${rule.label} held and recorded`,
    )
    expect(app.complaints).toEqual([])
  })
})
