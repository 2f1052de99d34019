#!/usr/bin/env node
import { calculators, runCli } from './cli/index.ts'
import { type Command, processTerminal } from './cli/terminal.ts'

// Each is loaded when it is asked for: a start needs nothing of a check.
const start: Command = {
  summary: 'Starts Muster: the playground, or the chat services that the settings name.',
  usage: 'muster start',
  async run(_args, terminal) {
    const { startFromSettings } = await import('./start.ts')
    return startFromSettings(terminal)
  },
}

const check: Command = {
  summary: 'Checks settings, pack and directory; names file, line and cure.',
  usage: 'muster check',
  async run(args, terminal) {
    const { checkCommand } = await import('./cli/check.ts')
    return checkCommand({ env: process.env, cwd: process.cwd() }).run(args, terminal)
  },
}

process.exitCode = await runCli(
  process.argv.slice(2),
  { start, check, ...calculators },
  processTerminal(),
)
