import { expect, test } from 'vitest'
import { folderWithWork, serving, slowSlack } from './serving.ts'

test('a process shows what it does to Prometheus, by words from closed lists only', {
  timeout: 60_000,
}, async () => {
  const slack = await slowSlack()
  slack.answer()
  const muster = await serving(await folderWithWork(), slack)
  await fetch(`${muster.url}/slack/events?amina`, { method: 'POST' })
  const figures = async () => (await fetch(`${muster.url}/metrics`)).text()

  await expect
    .poll(figures, { timeout: 10_000 })
    .toMatch(/^muster_sweeps_total\{outcome="done"\} \d+$/m)
  await expect
    .poll(figures, { timeout: 10_000 })
    .toContain('muster_send_seconds_count{channel="slack",outcome="done"} 1')
  const text = await figures()
  expect(text).toMatch(/^muster_http_requests_total\{route="\/slack\/events",status="401"\} 1$/m)
  expect(text).toMatch(/^muster_ack_seconds_count\{channel="slack"\} 1$/m)
  expect(text).toMatch(/^muster_outbox_waiting 0$/m)
  expect(text).toMatch(/^muster_sweep_lag_seconds 0$/m)
  expect(text).not.toMatch(/amina|7k2m9q4x|C0ROOM/)
})
