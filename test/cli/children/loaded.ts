import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Loaded before Muster: writes down at its end what was loaded of packages that are required. */
const { cache } = createRequire(import.meta.url)
process.on('exit', () => {
  writeFileSync(process.env.LOADED ?? '', Object.keys(cache).join('\n'))
})
