#!/usr/bin/env node
import { checkCommand } from './cli/check.ts'
import { calculators, runCli } from './cli/index.ts'
import { type Command, processTerminal } from './cli/terminal.ts'

const start: Command = {
  summary: 'Starts Muster: the playground, or the chat services that the settings name.',
  usage: 'muster start',
  async run(_args, terminal) {
    const { startFromSettings } = await import('./start.ts')
    return startFromSettings(terminal)
  },
}

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    start,
    check: checkCommand({ env: process.env, cwd: process.cwd() }),
    ...calculators,
  },
  processTerminal(),
)
