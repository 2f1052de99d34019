/** Errors whose words are Node's or ours. All others may quote what was sent, answered or stored. */
const OUR_WORDS: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'AssertionError',
  'DOMException',
  'UnreadableRecord',
])
/** What a library hangs on a plain error that came out of an exchange: its words then quote the other side. */
const QUOTES = ['response', 'responseCode', 'command', 'request', 'body', 'data', 'detail', 'input']
/** Numbers and single words that say what went wrong. */
const TELLING = [
  'code',
  'errno',
  'syscall',
  'address',
  'port',
  'statusCode',
  'status',
  'responseCode',
  'command',
  'retryAfter',
  'severity',
  'routine',
  'constraint',
  'table',
] as const
const WORD = /^[\w.:-]{1,60}$/
/** Strict, so that a line of somebody's text is hardly taken for one. */
const FRAME =
  /^ {4}at (?:(?:async |new )*[\w.$<>#[\] ]+ \((?:[^()\s]+:\d+:\d+|<anonymous>|native)\)|(?:async )?[^()\s]+:\d+:\d+)$/
const MOST_CAUSES = 4

/** What the log keeps of an error. */
export interface PlainError {
  readonly type: string
  readonly message: string
  readonly stack: readonly string[]
  readonly cause?: PlainError
  readonly [telling: string]: unknown
}

export function plainError(error: Error, depth = 0): PlainError {
  const cause = error.cause
  return {
    type: typeOf(error),
    message: messageOf(error),
    ...telling(error),
    stack: framesOf(error),
    ...(cause instanceof Error && depth < MOST_CAUSES
      ? { cause: plainError(cause, depth + 1) }
      : {}),
  }
}

/** The error's words where they quote nobody. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something was thrown that is no error.'
  const isOurs = OUR_WORDS.has(typeOf(error)) && !QUOTES.some((name) => name in error)
  return isOurs ? error.message : `${typeOf(error)} (its words may quote somebody and are left out)`
}

function typeOf(error: Error): string {
  const { name } = error.constructor
  return WORD.test(name) ? name : 'Error'
}

function telling(error: Error): Record<string, unknown> {
  const found = TELLING.map((name) => [name, valueIn(error, name)] as const)
  const { data } = error as { data?: unknown } // Slack's answer to a call, where there is one
  const answer = typeof data === 'object' && data !== null ? valueIn(data, 'error') : undefined
  return Object.fromEntries(
    [...found, ['answer', answer] as const].filter(([, value]) => value !== undefined),
  )
}

function valueIn(from: object, name: string): string | number | undefined {
  const value: unknown = Reflect.get(from, name)
  if (typeof value === 'number') return value
  return typeof value === 'string' && WORD.test(value) ? value : undefined
}

function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message)
  const after = at === -1 ? stack : stack.slice(at + message.length)
  return after
    .split('\n')
    .filter((line) => FRAME.test(line))
    .map((line) => line.trim())
}
