import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Administration } from '../../src/app/control/administration.ts'
import { openControl } from '../../src/app/control/server.ts'
import { mutated } from './mutated.ts'
import { type Named, trial } from './trial.ts'
import { words } from './words.ts'

const PATHS = [
  ...['/outbox/retry', '/outbox/drop', '/outbox', '/export', '/nothing'],
  ...['/inquiry', '/record', '/subject-access', '/retention'],
]

/** The socket of the administrator: whatever is written to it, it answers, and the next one too. */
export async function controlling(): Promise<{ trials: Named[]; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-fuzz-'))
  const socketPath = join(folder, 'control.sock')
  const faults: string[] = []
  const note = (_: object, said: string) => void faults.push(said)
  const log = { info() {}, warn: note, error: note }
  const control = await openControl(socketPath, nothingToDo, log)
  const inputs = fc.oneof(
    fc.record({
      path: fc.constantFrom(...PATHS),
      body: fc.oneof(
        mutated({ id: 'case-7k2m9q4x:1:0:web', because: 'x' }).map((one) => JSON.stringify(one)),
        words,
      ),
    }),
    fc.record({ raw: words }),
  )
  return {
    trials: [
      trial({
        name: 'the control socket',
        share: 4,
        inputs,
        async run(input) {
          if ('raw' in input) await poured(socketPath, input.raw)
          else {
            const status = await asked(socketPath, input.path, input.body)
            if (status >= 500) throw new Error(`It answered ${status}`)
          }
          if (faults.length > 0) throw new Error(faults.join())
        },
      }),
    ],
    async close() {
      await control.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const nothingToDo: Administration = {
  async *export() {
    yield '{}\n'
  },
  outbox: async () => ({ waiting: 0, oldest: null, dead: [] }),
  retry: async () => null,
  drop: async () => null,
  inquiry: async () => ({ refused: 'There is no such case.' }),
  record: async () => ({ refused: 'There is no such meeting.' }),
  subjectAccess: async () => ({ refused: 'There is nobody of that name.' }),
  rules: async () => [],
  approve: async () => null,
  retention: async () => [],
  keep: async () => null,
}

function asked(socketPath: string, path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, path, method: 'POST', agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** Bytes that need not be a request; it may hang up. */
function poured(path: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.on('error', () => {}).on('close', () => resolve())
    socket.resume().end(text)
  })
}
