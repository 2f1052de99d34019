import { calculators, runCli } from '../../src/cli/index.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

/** What a command says at a terminal, and how it ends. */
export async function heard(work: (terminal: Terminal) => Promise<number>, input = '') {
  let [out, complaints] = ['', '']
  const code = await work({
    input: chunks(input),
    print: async (text) => {
      out += text
      return true
    },
    complain: async (text) => {
      complaints += text
      return true
    },
  })
  return { code, out, complaints }
}

/** Runs one command in this process, as the shell would. */
export function run(args: readonly string[], input = '') {
  return heard((terminal) => runCli(args, calculators, terminal), input)
}

/** The one JSON answer of a command. */
export async function json(...args: string[]) {
  const { code, out, complaints } = await run(args)
  return { code, complaints, answer: JSON.parse(out) }
}

/** The answers of a batch, in order. */
export async function batch(command: readonly string[], lines: readonly string[]) {
  const { code, out } = await run([...command, '--batch'], lines.join('\n'))
  const answers = out.split('\n').slice(0, -1)
  return { code, answers: answers.map((line) => JSON.parse(line)) }
}

/** In pieces of seven bytes, so that lines and characters are cut anywhere. */
async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7)
}
