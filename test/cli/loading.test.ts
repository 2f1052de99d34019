import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshFolder, serving, slowSlack } from './serving.ts'

const TEAMS = {
  MicrosoftAppId: '00000000-0000-4000-8000-0000000000aa',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: '11111111-2222-4333-8444-555555555555',
}

describe('the library of Teams', { timeout: 60_000 }, () => {
  test('is not loaded where only Slack is set', async () => {
    expect(await packagesOf({})).not.toContain('botbuilder')
  })

  test('is loaded where Teams is set', async () => {
    expect(await packagesOf(TEAMS)).toContain('botbuilder')
  })
})

/** The packages of which a process had loaded something when it ended. */
async function packagesOf(settings: Readonly<Record<string, string>>): Promise<Set<string>> {
  const folder = await freshFolder()
  const loaded = join(folder, 'loaded')
  const muster = await serving(join(folder, 'data'), await slowSlack(), {
    settings: { ...settings, LOADED: loaded },
    before: './test/cli/children/loaded.ts',
  })
  muster.child.kill('SIGTERM')
  await muster.ended()
  const files = (await readFile(loaded, 'utf8')).split('\n')
  return new Set(
    files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
  )
}
