import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { levelPicture } from '../src/core/policy/level-picture.ts'
import { policyOf } from './fixtures/context.ts'

const documents = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name))

describe.each(documents)('%s', (path) => {
  const text = readFileSync(path, 'utf8')

  test('names only files that are there', () => {
    const files = [...text.matchAll(/`((?:test|src|adapters|docs|manifests)\/[^`\s]+)`/g)]
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)]
    const named = [
      ...files.map(([, file = '']) => file),
      ...links.map(([, file = '']) => join('docs', file)),
    ]

    expect(named.filter((file) => !existsSync(file))).toEqual([])
  })
})

test('every hazard has a cause, a control, and a test that shows the control', () => {
  const text = readFileSync('docs/hazard-log.md', 'utf8')
  const rows = [...text.matchAll(/^\| H\d+ \|(.*)\|$/gm)].map(([, row = '']) => row.split(' | '))

  expect(rows.length).toBeGreaterThan(10)
  for (const cells of rows) {
    expect(cells).toHaveLength(5)
    for (const cell of cells) expect(cell.trim().length, cells.join()).toBeGreaterThan(3)
    expect(cells[3]).toMatch(/`test\/[^`]+\.ts`/)
  }
})

test('the picture of the levels in the README is drawn from the rules', () => {
  const [, drawn] = /```mermaid\n([\s\S]*?)\n?```/.exec(readFileSync('README.md', 'utf8')) ?? []

  expect(drawn).toBe(levelPicture(policyOf('provider-collaborative')))
})
