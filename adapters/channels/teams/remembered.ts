import { z } from 'zod'
import type { Store } from '../../../src/app/ports.ts'

/** What Teams has told us, by name: read once, written only when it changes. */
export interface Remembered {
  get(name: string): Promise<string | undefined>
  keep(name: string, value: string): Promise<void>
}

const Words = z.string()

export function remembered(store: Store): Remembered {
  const seen = new Map<string, string>()

  async function get(name: string): Promise<string | undefined> {
    const held = seen.get(name)
    if (held !== undefined) return held
    const kept = Words.safeParse(await store.setting(`teams/${name}`)).data
    if (kept !== undefined) seen.set(name, kept)
    return kept
  }

  return {
    get,
    async keep(name, value) {
      if ((await get(name)) === value) return
      await store.keepSetting(`teams/${name}`, value)
      seen.set(name, value)
    },
  }
}
