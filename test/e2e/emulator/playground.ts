import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installedEmulator } from './installed.ts'

const LOOPBACK = fileURLToPath(new URL('loopback.mjs', import.meta.url))

/** The emulator's command; undefined when it is not here, which MUSTER_REQUIRE_BROWSER=1 forbids. */
export const emulatorPath = findEmulator()

function findEmulator(): string | undefined {
  const found = installedEmulator()
  if (found) return found
  const what = 'Microsoft’s emulator of Teams is not here. Fetch it with: npm run emulator:install'
  if (process.env.MUSTER_REQUIRE_BROWSER === '1') throw new Error(what)
  process.stderr.write(`The story in Teams is SKIPPED: ${what}\n`)
  return undefined
}

/** The emulator in a process of its own. */
export interface Playground {
  readonly address: string
  close(): Promise<void>
}

/** `app`: where it sends what people do. It says nothing to anybody else. */
export async function openPlayground(app: string, config: object): Promise<Playground> {
  if (!emulatorPath) throw new Error('Microsoft’s emulator of Teams is not here.')
  const folder = mkdtempSync(join(tmpdir(), 'muster-emulator-'))
  const file = join(folder, 'config.yml')
  // JSON is YAML too.
  writeFileSync(file, JSON.stringify(config))
  const given = ['-e', app, '-c', 'msteams', '-p', '0', '--disable-telemetry', 'true']
  const command = ['--import', LOOPBACK, emulatorPath, 'start', ...given]
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'emulator.log'),
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return {
    address: `http://127.0.0.1:${await portOf(child)}`,
    async close() {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (words: unknown) => {
      said += String(words)
      const [, port] = /Listening on (\d+)/.exec(said) ?? []
      if (port) resolve(Number(port))
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`The emulator ended with ${code}: ${said}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
