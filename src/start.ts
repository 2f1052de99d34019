import { readConfig, surroundings } from './app/config.ts'
import type { Terminal } from './cli/terminal.ts'
import { start } from './main.ts'

/** Starts from the environment and runs until it is told to stop. Resolves to the exit code. */
export async function startFromSettings(terminal: Terminal): Promise<number> {
  const read = readConfig(process.env, surroundings(process.cwd()))
  if (!read.ok) return complain(terminal, read.sentence)
  const { config } = read
  for (const note of config.notes) await terminal.complain(`${note}\n`)
  try {
    const running = await start(config)
    const address = `http://${config.host}:${running.port}`
    await terminal.print(
      config.playground
        ? `Muster’s playground is at ${address} – open it in a browser. Ctrl+C stops it.\n`
        : `Muster is running at ${address}. Ctrl+C stops it.\n`,
    )
    await told()
    await running.stop()
    return 0
  } catch (error) {
    return complain(terminal, error instanceof Error ? error.message : String(error))
  }
}

function told(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

async function complain(terminal: Terminal, sentence: string): Promise<number> {
  await terminal.complain(`${sentence}\n`)
  return 1
}
