import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { knownOf, readDirectoryFile } from '../../src/app/directory-file.ts'
import { BadExport, readLines } from '../../src/app/moving/lines.ts'
import { readPack } from '../../src/app/pack-file.ts'
import { policies } from '../../src/policies/index.ts'
import { mutated } from './mutated.ts'
import { type Named, trial } from './trial.ts'
import { words } from './words.ts'

const DIRECTORY = readFileSync('manifests/directory.example.yaml', 'utf8')
const PACK = `id: our-own
version: 1
extends: provider-collaborative
clocks:
  - &d1
    id: D1
    within: { unit: hours, amount: 24 }
    citation: { document: Ours, section: '1', note: A day., kind: choice }
holidays:
  - { date: 2027-05-03, name: Early May }
  - *d1
`

/** A text with some of its lines taken out, doubled, moved in, or words put among them. */
function edited(text: string): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.constantFrom('out', 'twice', 'in', 'words', 'before'),
    fc.nat({ max: 200 }),
    words,
  )
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const lines = text.split('\n')
    for (const [how, where, some] of changes) {
      const at = where % lines.length
      const line = lines[at] ?? ''
      if (how === 'out') lines.splice(at, 1)
      if (how === 'twice') lines.splice(at, 0, line)
      if (how === 'in') lines[at] = `  ${line}`
      if (how === 'words') lines[at] = line + some
      if (how === 'before') lines[at] = some + line
    }
    return lines.join('\n')
  })
}

const EXPORTED = [
  { muster: 'export', format: 1, version: '0.1.0', at: '2027-03-26T20:20:00Z' },
  { setting: ['alive', { at: '2027-03-26T20:20:00Z' }] },
  { record: { id: 'case-7k2m9q4x', saved: { schema: 1, version: 1, record: {} }, entries: [] } },
  { end: { records: 0, settings: 0, digest: '' } },
]

/** What administrators hand in: refused with sentences that name the file, never with a fault. */
export const files: readonly Named[] = [
  trial({
    name: 'directory files',
    share: 8,
    inputs: edited(DIRECTORY),
    run(text) {
      const [policy] = policies
      if (!policy) throw new Error('There is no pack')
      const reading = readDirectoryFile('directory.yaml', text, knownOf(policy))
      if (!reading.ok) named('directory.yaml', reading.problems)
    },
  }),
  trial({
    name: 'packs',
    share: 12,
    inputs: fc.oneof(edited(PACK), words),
    run(text) {
      const reading = readPack('pack.yaml', text, policies)
      if (!reading.ok) named('pack.yaml', reading.problems)
    },
  }),
  trial({
    name: 'exports that are imported',
    share: 20,
    inputs: fc.array(
      fc.oneof(
        mutated(...EXPORTED).map((value) => JSON.stringify(value)),
        words,
      ),
      { maxLength: 5 },
    ),
    async run(lines) {
      try {
        for await (const _ of readLines(oneByOne(lines)));
      } catch (error) {
        if (!(error instanceof BadExport)) throw error
      }
    },
  }),
]

async function* oneByOne(lines: readonly string[]): AsyncGenerator<readonly string[]> {
  for (const line of lines) yield [line]
}

function named(file: string, problems: readonly string[]): void {
  if (problems.length === 0) throw new Error('It is refused without a word')
  const bad = problems.find((problem) => !problem.startsWith(file) || !/[.!?]$/.test(problem))
  if (bad !== undefined) throw new Error(`No sentence: ${bad}`)
}
