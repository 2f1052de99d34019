import { describe, expect, test } from 'vitest'
import { openLog } from '../../src/app/log.ts'
import { tallying } from '../../src/app/metrics/meter.ts'
import { asRequest } from '../../src/app/request-id.ts'
import { openApp } from '../fixtures/app.ts'
import { incident } from '../fixtures/cases.ts'
import { raised, SLACK } from './delivering.ts'

interface Line {
  readonly msg: string
  readonly request?: string
  readonly record?: string
  readonly version?: number
  readonly intent?: string
  readonly task?: string
  readonly outcome?: string
}

async function logging() {
  const lines: Line[] = []
  const write = (line: string) => void lines.push(JSON.parse(line))
  const log = openLog({ level: 'info', secrets: [], to: { write } })
  const meter = tallying()
  const muster = await openApp({ log, meter })
  lines.length = 0
  meter.take()
  return { muster, lines, meter }
}

describe('from what somebody did to the messages that it caused', () => {
  test('the log leads by ids, and holds nothing that they wrote', async () => {
    const { muster, lines } = await logging()
    await asRequest(() => raised(muster), 'delivery-1')

    const [saved] = lines
    expect(saved).toMatchObject({
      msg: 'Saved',
      request: 'delivery-1',
      intent: 'raise',
      version: 1,
    })
    const link = `${saved?.record}:${saved?.version}:`
    const sent = lines.filter(({ task }) => task?.startsWith(link))
    expect(sent.length).toBeGreaterThan(2)
    // Lines of the channels within a sending carry the message’s id as well.
    for (const { request, task, outcome } of sent) {
      expect(request).toBe(task)
      expect(outcome).toBe('done')
    }
    const { what, where, done } = incident()
    for (const text of [what, where, done]) expect(JSON.stringify(lines)).not.toContain(text)
  })

  test('what a record asks of another is logged under the version that asked', async () => {
    const { muster, lines } = await logging()
    muster.channels[1]?.trouble(SLACK, {
      with: { type: 'never', reason: 'There is no such room.' },
      times: 1,
    })
    const id = await raised(muster)

    const heard = lines.find(({ intent }) => intent === 'noteUndelivered')
    expect(heard?.record).toBe(id)
    expect(heard?.request).toMatch(new RegExp(`^outcome:${id}:1:\\d+:${SLACK}:2027-`))
  })

  test('tries are counted by channel and outcome', async () => {
    const { muster, meter } = await logging()
    const later = { type: 'later', reason: 'It is busy.' } as const
    muster.channels[1]?.trouble(SLACK, { with: later, times: 1 })
    await raised(muster)

    const counts = meter.take().timed.map(({ labels }) => `${labels.channel} ${labels.outcome}`)
    expect([...new Set(counts)].sort()).toEqual(['slack later', 'web done'])
  })
})
