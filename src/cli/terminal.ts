/** What a command reads and writes. `print` and `complain` say whether anybody still reads. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array | string>
  print(text: string): Promise<boolean>
  complain(text: string): Promise<boolean>
}

/** A word after `muster`. `run` resolves to the exit code. */
export interface Command {
  readonly summary: string
  readonly usage: string
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreBrokenPipe)
  return {
    input: process.stdin,
    print: (text) => write(process.stdout, text),
    complain: (text) => write(process.stderr, text),
  }
}

/** Resolves when the text has left the process, so that nothing is lost at its end. */
function write(stream: NodeJS.WriteStream, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    stream.write(text, (error) => resolve(!error))
  })
}

/** `muster … | head` closes our output early: that is no fault. */
function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
