import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { Store } from '../../../src/app/ports.ts'
import { recordDisk } from '../../faults/power/record.ts'

/** Removes a record from the embedded store, and tells all that it asked of the disk and from where on. */
const { folder } = z.object({ folder: z.string() }).parse(workerData)
const operations = recordDisk(folder)
// Only now: the store must find the disk that is watched.
const { storeNamed } = await import('../../faults/keeping.ts')
const { fill, GOING, LONG, removing } = await import('./erasing-change.ts')
const store: Store = await storeNamed('lowdb').open({ folder })
const head = await fill(store)
const from = operations.length
const answer = await store.save(GOING, LONG, removing(head))
const until = operations.length
await store.close()
parentPort?.postMessage({ operations, from, until, answer })
