import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>
type Config<Wanted extends Options> = {
  readonly args: string[]
  readonly options: Wanted
  readonly allowPositionals: true
}
type Read<Wanted extends Options> =
  | ({ readonly ok: true } & ReturnType<typeof parseArgs<Config<Wanted>>>)
  | { readonly ok: false; readonly error: string }

/** Reads the words behind a command; a slip is answered with a sentence and the usage. */
export function readOptions<Wanted extends Options>(
  args: readonly string[],
  options: Wanted,
  usage: string,
): Read<Wanted> {
  try {
    return { ok: true, ...parseArgs({ args: [...args], options, allowPositionals: true }) }
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. /) : []
    return { ok: false, error: `${sentence.replace(/\.$/, '')}. Write: ${usage}` }
  }
}

/** Whether the answer is to be JSON, even if the other words could not be read. */
export function wantsJson(args: readonly string[]): boolean {
  return args.some((word) => word === '--json' || word.startsWith('--json='))
}
