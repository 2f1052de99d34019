import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { run } from './run.ts'

describe('the words after muster', () => {
  test('are shown when there is none, and on request', async () => {
    expect(await run([])).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/muster when/),
    })
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/muster rate/),
    })
    expect(await run(['when', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/--start/),
    })
  })

  test.each(['wehn', 'whne', 'wen'])('%s is not one; the nearest is suggested', async (word) => {
    expect(await run([word])).toEqual({
      code: 1,
      out: '',
      complaints: `There is no command "${word}". Did you mean "when"? The commands are when, rate, recommend, levels.\n`,
    })
  })

  test('are only those of the table', async () => {
    expect((await run(['toString'])).code).toBe(1)
  })
})

describe('as a process of its own', { timeout: 60_000 }, () => {
  const LINES = 5000

  test('a batch loses no answer at its end', async () => {
    const child = startBatch()
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    expect(await ended(child)).toEqual({ code: 0, complaints: '' })

    const dues = out.split('\n').slice(0, -1)
    expect(dues).toHaveLength(LINES)
    expect(dues.every((line) => line.startsWith('{"rule":"D3","start":"2027-'))).toBe(true)
  })

  test('a reader who stops early is no fault', async () => {
    const child = startBatch()
    child.stdout.once('data', () => child.stdout.destroy())

    expect((await ended(child)).complaints).toBe('')
  })

  function startBatch() {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'when', '--batch'])
    // The other side may close its input first.
    child.stdin.on('error', () => undefined)
    child.stdin.end('{"rule":"D3","start":"2027-03-26 20:15"}\n'.repeat(LINES))
    return child
  }

  async function ended(child: ReturnType<typeof startBatch>) {
    let complaints = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text
    })
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
    return { code, complaints }
  }
})
