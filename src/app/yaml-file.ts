import { readFileSync, statSync } from 'node:fs'
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'

/** A YAML file that could be parsed. `lineOf` leads from a place in the value to its line. */
export interface YamlFile {
  readonly name: string
  readonly value: unknown
  lineOf(path: readonly PropertyKey[]): number
}

export type YamlReading =
  | { readonly ok: true; readonly file: YamlFile; readonly text: string }
  | { readonly ok: false; readonly problems: readonly string[] }

type Path = readonly PropertyKey[]

const MEGABYTES_AT_MOST = 5
const ALIASES_AT_MOST = 100
const ERRORS_AT_MOST = 10
const TOO_DEEP = 'is nested too deeply. Nothing in such a file needs more than a few levels.'

/** Reads a file of at most 5 MB from the disk. `name` is what people call it. */
export function loadYaml(path: string, name: string): YamlReading {
  try {
    const found = statSync(path)
    if (!found.isFile()) return refused(`${name} is not a file. Give the path of a YAML file.`)
    if (found.size > MEGABYTES_AT_MOST * 1024 * 1024) {
      return refused(
        `${name} is larger than ${MEGABYTES_AT_MOST} MB. Check that it is the right file.`,
      )
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
    return readYaml(name, text)
  } catch (error) {
    return refused(`${name} ${reasonOf(error)}`)
  }
}

/** Parses YAML 1.2 without letting aliases or nesting run away. */
export function readYaml(name: string, text: string): YamlReading {
  // The parser's own recursion has no limit here: it runs out of memory, or takes very long.
  const nested = /^[^\S\n]*(?:[-?:]\s+){100}|(?:[[{]\s*){100}/m.exec(text)
  if (nested) return refused(`${name}, line ${lineAt(text, nested.index)}: the file ${TOO_DEEP}`)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const line = (offset: number) => lines.linePos(offset).line
  const deep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  if (deep) return refused(`${name}, line ${line(deep.pos[0])}: the file ${TOO_DEEP}`)
  const faults = [...document.errors, ...document.warnings].slice(0, ERRORS_AT_MOST)
  if (faults.length > 0) {
    const problems = faults.map(
      ({ message, pos }) => `${name}, line ${line(pos[0])}: this is not YAML: ${message}.`,
    )
    return { ok: false, problems }
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: ALIASES_AT_MOST })
    const lineOf = (path: Path) => line(offsetOf(document.contents, path, (node) => resolve(node)))
    const resolve = (node: Node | null) => (isAlias(node) ? (node.resolve(document) ?? null) : node)
    return { ok: true, file: { name, value, lineOf }, text }
  } catch (error) {
    return refused(
      `${name}, line ${lineAt(text, firstAlias(document))}: the file ${aliasReason(error)}`,
    )
  }
}

/** Where the file begins to repeat itself. */
function firstAlias(document: Document): number {
  let offset = 0
  visit(document, {
    Alias(_, { range }) {
      offset = range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Where the last part of a path that is there begins; a missing part is placed at its parent. */
function offsetOf(
  root: Node | null,
  path: Path,
  resolve: (node: Node | null) => Node | null,
): number {
  let node = resolve(root)
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    let next: unknown
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) break
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset
      next = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      next = node.items[step]
    }
    if (!isNode(next)) break
    if (isSeq(node)) offset = next.range?.[0] ?? offset
    node = resolve(next)
  }
  return offset
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value)
}

function aliasReason(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  if (error instanceof RangeError) return TOO_DEEP
  if (/alias count/i.test(message)) {
    return 'repeats itself through aliases (*name) until it is huge. Write those parts out.'
  }
  return `has an alias that leads nowhere (${message}). Define it with & before it is used.`
}

function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return 'is not UTF-8 text. Save it as UTF-8.'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'does not exist. Check the path.'
  if (code === 'EACCES') return 'may not be read. Give Muster the right to read it.'
  return `cannot be read (${String(code ?? error)}). Check the path.`
}

function refused(problem: string): YamlReading {
  return { ok: false, problems: [problem] }
}
