import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Chromium is; undefined when there is none, which MUSTER_REQUIRE_BROWSER=1 forbids. */
export const chromiumPath = findChromium()

function findChromium(): string | undefined {
  const found = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path))
  if (found) return found
  const cure = 'Install Chromium, or set CHROMIUM to where it is.'
  if (process.env.MUSTER_REQUIRE_BROWSER === '1')
    throw new Error(`There is no Chromium here. ${cure}`)
  process.stderr.write(
    `The tests in a real browser are SKIPPED: there is no Chromium here. ${cure}\n`,
  )
  return undefined
}

export function openChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('There is no Chromium here.')
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS })
}
