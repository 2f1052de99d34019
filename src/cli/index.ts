import { nearest } from '../core/policy/soundness/nearest.ts'
import { policies } from '../policies/index.ts'
import { levelsCommand } from './levels.ts'
import { rateCommand } from './rate.ts'
import { recommendCommand } from './recommend.ts'
import type { Command, Terminal } from './terminal.ts'
import { whenCommand } from './when.ts'

export type Commands = Readonly<Record<string, Command>>

/** The commands that only calculate. `src/cli.ts` adds those that need the rest of the house. */
export const calculators: Commands = {
  when: whenCommand(policies),
  rate: rateCommand(policies),
  recommend: recommendCommand(policies),
  levels: levelsCommand(policies),
}

/** Runs one command and resolves to the exit code: 0, or 1 when there is no answer. */
export async function runCli(
  args: readonly string[],
  commands: Commands,
  terminal: Terminal,
): Promise<number> {
  const [word, ...rest] = args
  if (word === undefined) {
    await terminal.complain(usage(commands))
    return 1
  }
  if (word === 'help' || word === '--help' || word === '-h') {
    await terminal.print(usage(commands))
    return 0
  }
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined
  if (!command) {
    await terminal.complain(unknownCommand(word, commands))
    return 1
  }
  if (rest.includes('--help')) {
    await terminal.print(`${command.summary}\n${command.usage}\n`)
    return 0
  }
  return command.run(rest, terminal)
}

function usage(commands: Commands): string {
  const lines = Object.values(commands).map(
    (command) => `  ${command.usage}\n      ${command.summary}`,
  )
  return `Write one of:\n${lines.join('\n')}\n`
}

function unknownCommand(word: string, commands: Commands): string {
  const words = Object.keys(commands)
  const meant = nearest(word, words)
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`
  return `There is no command "${word}".${hint} The commands are ${words.join(', ')}.\n`
}
