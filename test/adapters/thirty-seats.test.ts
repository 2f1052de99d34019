import { describe, expect, test } from 'vitest'
import { renderMessage as onSlack } from '../../adapters/channels/slack/render.ts'
import { renderMessage as onTeams } from '../../adapters/channels/teams/render.ts'
import { composeMeeting } from '../../src/core/meeting/compose.ts'
import type { Meeting } from '../../src/core/meeting/meeting.ts'
import type { Message } from '../../src/core/message/message.ts'
import { calledAt, meetingId, roomOn, summit } from '../core/meeting/meeting.ts'
import { policyOf } from '../fixtures/context.ts'
import { directory, directoryWith } from '../fixtures/directory.ts'
import { lifeOf } from '../fixtures/life.ts'

const SEATS = Array.from({ length: 30 }, (_, n) => `seat-${n}`)

function directoryOfThirty() {
  const harbour = directory.organisations.find(({ slug }) => slug === 'harbour')
  const nobody = { email: undefined, phone: undefined }
  return directoryWith('harbour', {
    people: [
      ...(harbour?.people ?? []),
      ...SEATS.map((id, n) => ({
        ...nobody,
        id,
        name: `Robin Featherstonehaugh-Member ${n + 1}`,
        accounts: { web: id },
      })),
    ],
    holdings: [
      ...(harbour?.holdings ?? []),
      ...SEATS.map((role) => ({ role, holder: role, deputy: null, onCall: null })),
    ],
  })
}

/** The root of a summit with thirty seats, each of which has a person. */
function rootOfThirty(): Message {
  const policy = policyOf('provider-collaborative')
  const seats = SEATS.map((id, n) => ({
    id,
    label: `Member ${n + 1} of the board that watches over it`,
    post: { role: id, of: 'lead-provider' },
    required: true,
    offered: false,
  }))
  const meetings = policy.meetings.map((rule) => {
    const [line] = rule.lines
    return rule.id === 'M1' && line ? { ...rule, lines: [{ ...line, seats }] } : rule
  })
  const over = { policy: { ...policy, meetings }, directory: directoryOfThirty() }
  const life = lifeOf<Meeting>({ kind: 'meeting', status: 'none', id: meetingId }, over)
  life.ask(calledAt, summit)
  life.ask(calledAt, roomOn('web'))
  const viewer = { type: 'operator' } as const
  const root = composeMeeting(life.record(), 'root', { ...life.context(), viewer })
  if (!root) throw new Error('There is no root')
  return root
}

describe('the root of a meeting with thirty seats', () => {
  test('begins on Slack with what, when and how to dial in, and has the roll and every button in the first of two posts at most', () => {
    const posts = onSlack(rootOfThirty(), { directory: directoryOfThirty(), accounts: new Map() })

    const lines = posts[0].text.split('\n')
    expect(lines[1]).toContain('Urgent; it starts Sat 14 Aug 2027 15:00 BST.')
    expect(lines[2]).toContain('Dial in: https://bridge.example.test/harbour')
    expect(posts[0].text).toContain('Seats: 0 coming, 30 not answered, 0 empty.')
    expect(posts[0].text).toContain('Robin Featherstonehaugh-Member 1:')
    expect(posts[0].text).toContain('[Save summit record…]')
    expect(posts[0].text).toContain('[Conflict of interest…]')
    expect(posts.map(({ text }) => text).join('\n')).toContain('Robin Featherstonehaugh-Member 30:')
    expect(posts.length).toBeLessThanOrEqual(2)
  })

  test('fits one card on Teams', () => {
    expect(onTeams(rootOfThirty(), directoryOfThirty())).toHaveLength(1)
  })
})
