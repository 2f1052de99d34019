import type { z } from 'zod'
import type { YamlFile } from './yaml-file.ts'

/** One fault in a file's value; `path` leads to the word that is wrong. */
export interface Fault {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block with words of its own',
  record: 'a block with words of its own',
}

/** Sentences with file and line, in the file's order, each once. */
export function problemsOf(file: YamlFile, faults: readonly Fault[]): readonly string[] {
  const problems = faults
    .map(({ path, message }) => ({ line: file.lineOf(path), message }))
    .sort((one, other) => one.line - other.line)
    .map(({ line, message }) => `${file.name}, line ${line}: ${message}`)
  return [...new Set(problems)]
}

/** What zod found, in words for the person who wrote the file. */
export function faultsOf(error: z.ZodError, value: unknown): readonly Fault[] {
  return error.issues.map((issue) => faultOf(issue, value))
}

/** Text that no store takes, wherever it stands. */
export function unstorable(value: unknown, path: readonly PropertyKey[] = []): readonly Fault[] {
  if (typeof value === 'string') {
    if (!/\p{Cs}|[^\P{Cc}\n\t]/u.test(value)) return []
    return [{ path, message: `${nameOf(path)} has a character that cannot be shown. Take it out.` }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    unstorable(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): Fault {
  const { path } = issue
  const name = nameOf(path)
  const found = valueAt(value, path)
  switch (issue.code) {
    case 'invalid_type':
      if (found === undefined) return { path, message: `${name} is missing. Add it.` }
      return {
        path,
        message: `${name} must be ${KINDS[issue.expected] ?? issue.expected}${quoted(issue.expected, found)}.`,
      }
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys
      return {
        path: [...path, key],
        message: `"${key}" does not belong here. Check the spelling, or take it out.`,
      }
    }
    case 'invalid_value':
      return { path, message: `${name} must be one of ${issue.values.map(String).join(', ')}.` }
    case 'invalid_format':
      if (issue.format === 'email') {
        return { path, message: `${name} is not an e-mail address. Correct it.` }
      }
      return { path, message: `${name} is wrong: ${endOf(issue.message)}` }
    case 'too_small':
    case 'too_big':
      return { path, message: `${name} ${limitOf(issue)}.` }
    default:
      // Not a union of ours: zod's other kinds of issue speak for themselves.
      if (issue.code === 'custom') return { path, message: endOf(issue.message) }
      return { path, message: `${name} is wrong: ${endOf(issue.message)}` }
  }
}

type Limit = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig

function limitOf(issue: Limit): string {
  const small = issue.code === 'too_small'
  const limit = small ? issue.minimum : issue.maximum
  if (issue.origin === 'string') {
    return `must have ${limit} ${limit === 1 ? 'character' : 'characters'} at ${small ? 'least' : 'most'}`
  }
  if (issue.origin === 'array') return `must have ${limit} at ${small ? 'least' : 'most'}`
  if (issue.inclusive) return `must be ${limit} at ${small ? 'least' : 'most'}`
  return `must be ${small ? 'more' : 'less'} than ${limit}`
}

function quoted(expected: string, found: unknown): string {
  const bare = typeof found === 'number' || typeof found === 'boolean'
  return expected === 'string' && bare ? '. Put quotes around it' : ''
}

function endOf(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}

function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return 'The file'
  if (typeof last !== 'number') return `"${String(last)}"`
  return `Entry ${last + 1} of "${String(path.at(-2) ?? 'the file')}"`
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Object.entries(found).find(([key]) => key === String(step))?.[1]
  }
  return found
}
