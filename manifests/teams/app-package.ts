import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { isGuid } from '../../src/core/people/account.ts'

/** The placeholder for the bot's own id, wherever the manifest names it. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * What an administrator uploads to Teams: the manifest for this bot and its icons, as a zip.
 * Throws one sentence when the id is none.
 */
export function teamsAppPackage(appId: string | undefined): Uint8Array {
  if (appId === undefined || !isGuid(appId) || appId === NOBODY)
    throw new Error(
      `MicrosoftAppId is ${appId === undefined ? 'missing' : `“${appId}”`}: set it to the Application (client) ID of the bot’s registration in Microsoft Entra.`,
    )
  const manifest = read('manifest.json').toString().replaceAll(NOBODY, appId.toLowerCase())
  return zipSync({
    'manifest.json': Buffer.from(manifest),
    'color.png': read('color.png'),
    'outline.png': read('outline.png'),
  })
}

function read(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url))
}
