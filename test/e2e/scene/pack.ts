import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The setting that names a pack of one’s own, which is written into the folder; none for the built-in one. */
export function packIn(folder: string, pack: string | undefined): Record<string, string> {
  if (pack === undefined) return {}
  const path = join(folder, 'pack.yaml')
  writeFileSync(path, pack)
  return { MUSTER_POLICY: path }
}

/** A pack that differs from the built-in one in the clocks alone that it switches on. */
export function withClocks(...clocks: readonly string[]): string {
  const lines = clocks.map((id) => `  - { id: ${id}, optional: false }`)
  return ['extends: provider-collaborative', 'id: ours', 'version: 1', 'clocks:', ...lines].join(
    '\n',
  )
}
