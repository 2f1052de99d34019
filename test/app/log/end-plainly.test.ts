import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { endPlainly } from '../../../src/app/log/end-plainly.ts'
import { openLog } from '../../../src/app/log.ts'

test('a fault that nobody caught ends the process with a line that holds no secret', () => {
  const lines: string[] = []
  const to = { write: (line: string) => void lines.push(line) }
  const log = openLog({ level: 'error', secrets: ['signing-s3cret'], to })
  const ends: number[] = []
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => ends.push(code) })
  endPlainly(log, process)
  const config = { headers: { Authorization: 'Bearer signing-s3cret' } }
  process.emit('uncaughtException', Object.assign(new Error('at signing-s3cret'), { config }))
  process.emit('uncaughtException', { token: 'signing-s3cret' })

  expect(ends).toEqual([1, 1])
  expect(lines).toHaveLength(2)
  expect(lines.join()).not.toContain('s3cret')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'Muster ends through a fault of its own',
    error: { message: 'at [left out]' },
  })
})
