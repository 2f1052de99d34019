import type { App } from '../../src/app/app.ts'
import { handle } from '../../src/app/handle.ts'
import { createConversation } from '../../src/app/talk/index.ts'
import type { Intent } from '../../src/core/intent.ts'
import { providerId } from '../../src/core/record-id.ts'
import { crowded, median, repeated } from './measure.ts'
import { seeded } from './seeded.ts'
import type { Row } from './table.ts'

const QUINN = { type: 'person', person: 'quinn-adeyemi' } as const
const slugOf = (index: number) => `provider-${index}`

/** Neither grows with the cases beside it: what they take beside most of them, to what they take beside fewest. */
const FLAT = 1.5

/** The tracker over many providers and a long provider’s page, each beside ever more cases. */
export async function tracking(smoke: boolean): Promise<Row[]> {
  const providers = smoke ? 20 : 2000
  const noted = smoke ? 5 : 500
  const trackers: Row[] = []
  const pages: Row[] = []
  for (const cases of smoke ? [5, 20, 50] : [500, 5000, 50_000]) {
    const { app, close } = await seeded('lowdb', cases)
    await withProviders(app, providers)
    const tracker = `tracker, ${providers} providers, ${cases} cases`
    trackers.push(await row(tracker, app, 'tracker', 100))
    await withNotes(app, noted)
    const page = `a provider of ${noted} events, ${cases} cases`
    pages.push(await row(page, app, `status ${slugOf(0)}`, 20))
    await close()
  }
  return [
    ...trackers,
    ...flat('tracker, beside most cases', trackers),
    ...pages,
    ...flat('a provider, beside most cases', pages),
  ]
}

function flat(name: string, rows: readonly Row[]): Row[] {
  const [fewest, most] = [rows[0], rows.at(-1)]
  if (!fewest || !most) return []
  const { ours, unit } = most
  return [{ name, unit, ours, floorName: 'beside fewest', floor: fewest.ours, goal: FLAT }]
}

async function row(name: string, app: App, words: string, goal: number): Promise<Row> {
  const { command } = createConversation(app)
  const times = await repeated(25, async (index) => {
    const heard = { actor: QUINN, channel: 'slack', key: `${name} ${index}` }
    const reply = await command(heard, 'muster', words)
    if (reply.type !== 'say' || reply.message.parts.length < 3)
      throw new Error(`“${words}” was not answered: ${JSON.stringify(reply)}`)
  })
  return { name, unit: 'ms', ours: median(times), floorName: null, floor: null, goal }
}

/** Every tenth of them is in enhanced. */
async function withProviders(app: App, count: number): Promise<void> {
  await crowded(count, 16, async (index) => {
    const slug = slugOf(index)
    const name = `Provider ${index}`
    await ask(app, slug, {
      kind: 'provider',
      type: 'register',
      slug,
      leadProvider: 'harbour',
      name,
    })
    if (index % 10 === 0)
      await ask(app, slug, {
        kind: 'provider',
        type: 'changeLevel',
        by: QUINN,
        transition: 'G2',
        reason: 'Referrals have doubled since the winter.',
        evidence: 'T4, T5',
        because: null,
      })
  })
}

async function withNotes(app: App, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await ask(app, slugOf(0), {
      kind: 'provider',
      type: 'note',
      by: QUINN,
      text: `Looked at the dashboard, week ${n}.`,
    })
}

async function ask(app: App, slug: string, intent: Intent): Promise<void> {
  const key = `bench ${slug} ${JSON.stringify(intent)}`
  const answer = await handle(app, { key, to: providerId(slug), intent })
  if (!answer.ok) throw new Error(answer.refusal.message)
}
