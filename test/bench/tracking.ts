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

/** The tracker over many providers, with few and with many cases beside them; and a long provider’s page. */
export async function tracking(smoke: boolean): Promise<Row[]> {
  const providers = smoke ? 20 : 2000
  const counts = smoke ? [5, 50] : [500, 50_000]
  const rows: Row[] = []
  for (const cases of counts) {
    const { app, close } = await seeded('lowdb', cases)
    await withProviders(app, providers)
    rows.push(await row(`tracker, ${providers} providers, ${cases} cases`, app, 'tracker', 100))
    if (cases === counts[0]) {
      const noted = smoke ? 5 : 500
      await withNotes(app, noted)
      rows.push(await row(`a provider of ${noted} events`, app, `status ${slugOf(0)}`, 20))
    }
    await close()
  }
  return rows
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
