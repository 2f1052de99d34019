import { isPack } from '../packs.ts'
import type { Store, Whole } from '../ports.ts'

/** One thing that a store keeps, as it is moved. */
export type Item =
  | { readonly setting: readonly [name: string, value: unknown] }
  | { readonly record: Whole }

/** Set while records are put in, so that half a store is not taken for a whole one. */
export const IMPORTING = 'import'

/**
 * All that a store keeps. Each record is whole, with its history and its outbox, as it stood at one
 * moment; records are taken one after the other while work goes on, so that of two the later one may
 * know more. What speaks of records (the ledger, the last import) is taken before them, and what
 * they need (their packs) after them: no record is ever behind its ledger or without its pack.
 */
export async function* itemsOf(store: Store): AsyncGenerator<Item> {
  yield* settingsOf(store, (name) => !isPack(name))
  for await (const record of store.rows()) yield { record }
  yield* settingsOf(store, isPack)
}

async function* settingsOf(store: Store, wanted: (name: string) => boolean): AsyncGenerator<Item> {
  const found: (readonly [string, unknown])[] = []
  for await (const setting of store.settings()) {
    if (setting[0] !== IMPORTING && wanted(setting[0])) found.push(setting)
  }
  const before = (one: string, other: string) => (one < other ? -1 : 1)
  for (const setting of found.sort(([one], [other]) => before(one, other))) yield { setting }
}
