import type { Store } from '../../src/app/ports.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { frozen } from './border.ts'
import { createCatalogue } from './catalogue/index.ts'
import { recordStore, type Step } from './record-store.ts'
import type { Row } from './row.ts'

/** For tests and quick tries: gone when the process ends. */
export function memoryStore(leaseMilliseconds?: number): Store {
  const rows = new Map<RecordId, Row>()
  const settings = new Map<string, unknown>()
  const catalogue = createCatalogue(leaseMilliseconds)

  const change = async (id: RecordId, step: Step) => {
    const before = rows.get(id)
    const after = step(before)
    if (after === 'conflict') return 'conflict'
    rows.set(id, frozen(after))
    catalogue.replace(before, after)
    return 'saved'
  }

  return recordStore({
    catalogue,
    rows: {
      read: async (id) => rows.get(id),
      change,
      erase: change,
      async *all() {
        yield* rows.values()
      },
    },
    settings: {
      get: (name) => settings.get(name),
      async keep(name, value) {
        settings.set(name, value)
      },
      all: () => settings,
    },
    complaints: [],
    close: async () => {},
  })
}
