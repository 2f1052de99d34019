import { describe, expect, test } from 'vitest'
import { folderWithWork, freshFolder, serving, slowSlack, workIn } from './serving.ts'

describe('a process that is told to stop', { timeout: 60_000 }, () => {
  test('stops at once when nothing is under way', async () => {
    const muster = await serving(await freshFolder(), await slowSlack())
    muster.child.kill('SIGTERM')

    const { code, after } = await muster.ended()
    expect(code).toBe(0)
    expect(after).toBeLessThan(1000)
  })

  test('says that it is stopping, ends what it is sending, and keeps what came of it', async () => {
    const slack = await slowSlack()
    const folder = await folderWithWork()
    const muster = await serving(folder, slack)
    await slack.asked
    muster.child.kill('SIGTERM')

    await expect.poll(() => page(`${muster.url}/readyz`)).toEqual([503, 'Muster is stopping.'])
    expect(await page(`${muster.url}/healthz`)).toEqual([200, 'ok'])
    const delivery = await fetch(`${muster.url}/slack/events`, { method: 'POST' })
    expect(delivery.status).toBe(503)

    slack.answer()
    expect((await muster.ended()).code).toBe(0)
    expect(await workIn(folder)).toMatchObject([{ tries: 1, last: { type: 'done' } }])
  })

  test('ends within ten seconds although a service does not answer, and keeps what was to be sent', async () => {
    const slack = await slowSlack()
    const folder = await folderWithWork()
    const muster = await serving(folder, slack)
    await slack.asked
    muster.child.kill('SIGTERM')

    const { code, after } = await muster.ended()
    expect(code).toBe(0)
    expect(after).toBeLessThan(10_500)
    const [waiting, ...others] = await workIn(folder)
    expect(others).toEqual([])
    expect(waiting?.last).toBeUndefined()
  })

  test('ends at once when it is told a second time', async () => {
    const slack = await slowSlack()
    const muster = await serving(await folderWithWork(), slack)
    await slack.asked
    // A second one that follows at once is taken for the first, so it is told again and again.
    const telling = setInterval(() => muster.child.kill('SIGINT'), 100)
    const { code, after } = await muster.ended()
    clearInterval(telling)

    expect(code).toBe(1)
    expect(after).toBeLessThan(3000)
  })
})

async function page(url: string): Promise<[number, string]> {
  const answer = await fetch(url)
  return [answer.status, (await answer.text()).trim()]
}
