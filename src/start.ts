import { readConfig, surroundings } from './app/config.ts'
import { endPlainly } from './app/log/end-plainly.ts'
import { scrubber } from './app/log/scrub.ts'
import { openLog } from './app/log.ts'
import type { Terminal } from './cli/terminal.ts'
import { start } from './main.ts'

/** A key pressed once may arrive twice: from the terminal, and passed on by npm. */
const SAME_MS = 500

/** Starts from the environment and runs until it is told to stop. Resolves to the exit code. */
export async function startFromSettings(terminal: Terminal): Promise<number> {
  const read = readConfig(process.env, surroundings(process.cwd()))
  if (!read.ok) return complain(terminal, read.sentence)
  const { config } = read
  const log = openLog({ level: config.logLevel, secrets: config.secrets })
  endPlainly(log, process)
  for (const note of config.notes) await terminal.complain(`${note}\n`)
  try {
    const running = await start(config, { log })
    const stopping = told()
    const address = `http://${config.host}:${running.port}`
    await terminal.print(
      config.playground
        ? `Muster’s playground is at ${address} – open it in a browser. Ctrl+C stops it.\n`
        : `Muster is running at ${address}. Ctrl+C stops it.\n`,
    )
    await stopping
    await running.stop()
    // What a service has not answered yet would hold the process up; all else has ended.
    setTimeout(() => process.exit(), 0)
    return 0
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    return complain(terminal, scrubber(config.secrets)(sentence))
  }
}

/** Resolves at the first signal; a second one ends the process at once. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null
    const hear = () => {
      const now = performance.now()
      if (first !== null && now - first > SAME_MS) process.exit(1)
      first ??= now
      resolve()
    }
    process.on('SIGINT', hear)
    process.on('SIGTERM', hear)
  })
}

async function complain(terminal: Terminal, sentence: string): Promise<number> {
  await terminal.complain(`${sentence}\n`)
  return 1
}
