import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const Versions = z.record(z.string(), z.string())
const Package = z.object({ dependencies: Versions, devDependencies: Versions })
const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.looseObject({ version: z.string(), integrity: z.string().optional() }).partial(),
  ),
})

const { dependencies } = Package.parse(JSON.parse(readFileSync('package.json', 'utf8')))
const readme = readFileSync('README.md', 'utf8')

test('the README gives a reason for every package that Muster runs with, and for no other', () => {
  const [, section = ''] = /## What it runs with\n([\s\S]*?)(?=\n## )/.exec(readme) ?? []
  const rows = [...section.matchAll(/^\| (`[^|]+) \| ([^|]+) \|$/gm)]
  const named = rows.flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)])

  expect(named.map(([, name]) => name).sort()).toEqual(Object.keys(dependencies).sort())
  for (const [, names, reason = ''] of rows) expect(reason.length, names).toBeGreaterThan(20)
})

test('the lock holds every package to its exact content', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const open = Object.entries(packages)
    .filter(([path, { integrity }]) => path !== '' && integrity === undefined)
    .map(([path]) => path)

  expect(open).toEqual([])
  for (const name of Object.keys(dependencies))
    expect(packages[`node_modules/${name}`]?.version).toMatch(/^\d+\.\d+\.\d+/)
})
