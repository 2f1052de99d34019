import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const NODE = 'node:'

/**
 * Who may import whom: the whole architecture in one table. A folder’s own files are always allowed.
 * `node:` stands for what Node brings; other bare words are packages.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/core': ['zod', 'date-fns', '@date-fns/tz'],
  'src/policies': ['src/core'],
  'src/app': ['src/core', NODE, 'zod', 'yaml'],
  'src/cli': ['src/core', 'src/app', 'src/policies', NODE, 'zod', 'yaml'],
  'adapters/channels/slack': ['src/app', 'src/core', NODE, '@slack/bolt', '@slack/web-api', 'zod'],
  'adapters/channels/teams': ['src/app', 'src/core', NODE, 'botbuilder', 'zod'],
  'adapters/channels/web': ['src/app', 'src/core', NODE, 'zod', 'lowdb'],
  'adapters/mail': ['src/app', 'src/core', NODE, 'nodemailer', 'ical-generator', 'zod'],
  'adapters/stores': ['src/app', 'src/core', NODE, 'lowdb', 'pg', 'kysely', 'zod'],
}

/** Single files that join the parts, or keep a package to themselves. */
const JOINTS: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['src', 'adapters', NODE],
  'src/cli.ts': ['src/cli', 'src/start.ts', 'src/open-store.ts', 'src/store-commands.ts', NODE],
  'src/open-store.ts': ['src/app', 'adapters/stores'],
  'src/store-commands.ts': ['src/app', 'src/cli', 'src/core', 'src/open-store.ts', 'src/main.ts'],
  'src/start.ts': ['src/app', 'src/cli', 'src/main.ts', NODE],
  'src/app/log.ts': ['src/app', 'pino'],
  'src/app/minutes/word.ts': ['src/app', 'src/core', 'fflate'],
  'src/app/metrics/exposition.ts': ['src/app', 'prom-client'],
  'src/app/sweeps.ts': ['src/app', 'node-cron'],
  'adapters/channels/index.ts': ['adapters/channels', 'adapters/mail', 'src/app', 'src/core'],
}

test('every folder and every file between the folders is in the table', () => {
  const parents = ['src', 'adapters', 'adapters/channels'].filter((parent) => existsSync(parent))
  const found = parents.flatMap((parent) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
      .map((entry) => join(parent, entry.name))
      .filter((path) => path !== 'adapters/channels'),
  )

  expect(found.filter((path) => !(path in MAY_IMPORT) && !(path in JOINTS))).toEqual([])
})

describe.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
  test('imports itself and what the table allows', () => {
    const files = filesUnder(folder).filter((file) => !(file in JOINTS))
    expect(strangers(files, [folder, ...allowed])).toEqual([])
  })
})

describe.each(Object.entries(JOINTS))('%s', (file, allowed) => {
  test('imports what the table allows', () => {
    expect(strangers(existsSync(file) ? [file] : [], allowed)).toEqual([])
  })
})

test('reads imports of every kind', () => {
  const source = [
    "import { a } from './a.ts'",
    "import type { B } from 'b'",
    "import {\n  c,\n} from '../c.ts'",
    "import 'd'",
    "export * from './e.ts'",
    "await import('f')",
    'import { g } from "g"',
  ].join('\n')

  expect(specifiers(source)).toEqual(['./a.ts', 'b', '../c.ts', 'd', './e.ts', 'f', 'g'])
})

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}

/** What the files import and may not, each as `file → target`. */
function strangers(files: readonly string[], allowed: readonly string[]): string[] {
  return files.flatMap((file) =>
    specifiers(readFileSync(file, 'utf8'))
      .map((specifier) => (specifier.startsWith('.') ? join(dirname(file), specifier) : specifier))
      .filter((target) => !allowed.some((one) => covers(one, target)))
      .map((target) => `${file} → ${target}`),
  )
}

function covers(allowed: string, target: string): boolean {
  if (allowed === NODE) return target.startsWith(NODE)
  return target === allowed || target.startsWith(`${allowed}/`)
}

function specifiers(source: string): string[] {
  const matches = source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g)
  return [...matches].map((match) => match[2] ?? '')
}
