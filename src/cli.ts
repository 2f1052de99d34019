#!/usr/bin/env node
import { calculators, runCli } from './cli/index.ts'
import { storeWords } from './cli/store-words.ts'
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
    const reach = async (databaseUrl: string) => {
      const { reachDatabase } = await import('./open-store.ts')
      return reachDatabase(databaseUrl)
    }
    const { env } = process
    const cwd = process.cwd()
    const approvals = async () => {
      const { approvalsFound } = await import('./store-commands.ts')
      return approvalsFound(env, cwd)
    }
    return checkCommand({ env, cwd, reach, approvals }).run(args, terminal)
  },
}

function overStore(name: keyof typeof storeWords): Command {
  return {
    ...storeWords[name],
    async run(args, terminal) {
      const { storeCommands } = await import('./store-commands.ts')
      return storeCommands(process.env, process.cwd())[name].run(args, terminal)
    },
  }
}

const overStores = {
  export: overStore('export'),
  import: overStore('import'),
  backup: overStore('backup'),
  verify: overStore('verify'),
  inquiry: overStore('inquiry'),
  record: overStore('record'),
  outbox: overStore('outbox'),
  retention: overStore('retention'),
  rules: overStore('rules'),
  'subject-access': overStore('subject-access'),
}

process.exitCode = await runCli(
  process.argv.slice(2),
  { start, check, ...overStores, ...calculators },
  processTerminal(),
)
