import { expect, test } from 'vitest'
import { afterwards } from '../../../adapters/channels/slack/afterwards.ts'

test('work is begun one piece a round, in order, and what comes in between goes first', async () => {
  const later = afterwards()
  const order: string[] = []
  const begin = (name: string) => later(async () => void order.push(name))

  const all = [begin('first'), begin('second')]
  setImmediate(() => order.push('in between'))
  order.push('at once')
  await Promise.all(all)

  expect(order).toEqual(['at once', 'first', 'in between', 'second'])
})

test('work that waits holds up no other, and gives what it gives', async () => {
  const later = afterwards()
  let finish = (_: string): void => undefined
  const slow = later(() => new Promise<string>((resolve) => (finish = resolve)))

  expect(await later(async () => 'quick')).toBe('quick')
  finish('slow')
  expect(await slow).toBe('slow')
})
