import { access, constants } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Store } from '../../../src/app/ports.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { type Catalogue, createCatalogue } from '../catalogue/index.ts'
import { recordStore } from '../record-store.ts'
import type { Row } from '../row.ts'
import { checkpoints } from './checkpoints.ts'
import { type DurableFolder, durableFolder } from './durable-file.ts'
import { type Erasures, erasures } from './erasures.ts'
import { type Journal, journal } from './journal.ts'
import { type KnownFiles, knownFiles } from './known-files.ts'
import { lanes } from './lanes.ts'
import { lock } from './lock.ts'
import { codeOf } from './make-folder.ts'
import { putAside } from './put-aside.ts'
import { type Check, readAll } from './read-all.ts'
import { type FoundJournal, readJournals, unsettled } from './read-journals.ts'
import { fileName, type RecordFolders, recordFolders } from './record-folders.ts'
import { type Segments, segments } from './segments.ts'
import { settingsFolder } from './settings-folder.ts'
import { rowShelf, type Shelf } from './shelf.ts'

interface Wanted {
  readonly check?: Check | undefined
  readonly leaseMilliseconds?: number | undefined
}

interface Closable {
  close(): Promise<void>
}

/**
 * The embedded store: a JSON file per record, replaced whole and flushed before a change counts as
 * saved. Only what is searched for is in memory, besides the records that were used last.
 * Throws a sentence. `check` is asked once for every record; what it says is a complaint.
 */
export async function openLowdb(
  folder: string,
  { check, leaseMilliseconds }: Wanted = {},
): Promise<Store> {
  const opened: Closable[] = []
  const keep = <Part extends Closable>(part: Part) => {
    opened.push(part)
    return part
  }
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close()
  }
  try {
    const catalogue = createCatalogue(leaseMilliseconds)
    return await open(resolve(folder), catalogue, check, keep, close)
  } catch (error) {
    await close()
    throw codeOf(error) === undefined ? error : cannotUse(resolve(folder), error)
  }
}

function cannotUse(folder: string, cause: unknown): Error {
  const what = cause instanceof Error ? cause.message : String(cause)
  return new Error(
    `The folder ${folder} cannot be used to keep records (${what}). See to it that it is a folder which Muster may read and write, or name another in MUSTER_DATA.`,
    { cause },
  )
}

type Keep = <Part extends Closable>(part: Part) => Part

async function open(
  folder: string,
  catalogue: Catalogue,
  check: Check | undefined,
  keep: Keep,
  close: () => Promise<void>,
): Promise<Store> {
  const root = keep(await durableFolder(folder))
  await mayUse(folder)
  keep({ close: await lock(folder) })
  const settings = keep(await settingsFolder(root, keep(await subfolder(root, 'settings'))))
  const found = await readJournals(root)
  const parent = keep(await subfolder(root, 'records'))
  const older = segments(keep(await subfolder(root, 'history')))
  const marks = keep(await subfolder(root, 'erasing'))
  await root.flush()
  const files = keep(await recordFolders(parent))
  const known = knownFiles(keep(await subfolder(root, 'known')))
  const unread = new Set<string>()
  const complaints = await readAll(
    files.shards,
    known,
    {
      record: (row) => catalogue.replace(undefined, row),
      unread: (name) => unread.add(name),
    },
    check,
  )
  const log = keep(await journal(root, found))
  const parts = { root, marks, files, log, older, found, known, unread, keep }
  const rows = await rowsOver(catalogue, parts)
  const aside: string[] = []
  for (const { name, why } of found.torn) aside.push(await putAside(root, name, why))

  return recordStore({
    catalogue,
    rows,
    history: older.entries,
    claimed: (all) => log.append([{ claimed: all.map(({ task }) => task.id) }]),
    settings,
    complaints: [...settings.complaints, ...files.complaints, ...aside, ...complaints],
    close,
  })
}

interface Parts {
  readonly root: DurableFolder
  readonly marks: DurableFolder
  readonly files: RecordFolders
  readonly log: Journal
  readonly older: Segments
  readonly found: FoundJournal
  readonly known: KnownFiles
  /** Files whose records are not known, by name. */
  readonly unread: ReadonlySet<string>
  readonly keep: Keep
}

/** The rows of the files and of the journal, kept from now on. */
async function rowsOver(catalogue: Catalogue, parts: Parts) {
  const { root, files, log, found, known, unread, keep } = parts
  const { claims, positions } = catalogue
  const tried = found.lines.flatMap((line) => ('settled' in line ? [line.settled] : []))
  const shelf = rowShelf(readable(files, known), {
    journal: log,
    segments: parts.older,
    positions,
    has: (id) => catalogue.has(id) || unread.has(fileName(id)),
    found: tried,
  })
  await catchUp(catalogue, files, shelf)
  for (const task of unsettled(found.lines)) claims.doubt(task)
  const erasing = erasuresOver(shelf, parts)
  const begun = await erasing.resume(shelf.read)
  const { change, erase, write, close } = lanes({
    ...shelf,
    erase: erasing.erase,
    leave: claims.leave,
    left: claims.left,
    stands(before, after) {
      known.stands(after)
      catalogue.replace(before, after)
    },
  })
  const { unwritten } = shelf
  const moving = checkpoints({ log, unwritten, write, unsettled: claims.unsettled })
  const forget = async (ids: readonly RecordId[]) => {
    await moving.now()
    await root.flush()
    for (const id of ids) await erasing.finished(id)
  }
  if (begun.length > 0) await forget(begun)
  if (found.torn.length > 0) await moving.now()
  keep({ close: () => known.keep(files.path, new Set(unwritten())) })
  keep({ close: moving.close })
  keep({ close })

  return {
    read: shelf.read,
    async change(...asked: Parameters<typeof change>) {
      const answer = await change(...asked)
      moving.ifLarge()
      return answer
    },
    async erase(...asked: Parameters<typeof erase>) {
      const answer = await erase(...asked)
      if (answer === 'saved') await forget([asked[0]])
      return answer
    },
    all: () => allRows(catalogue, shelf.read),
  }
}

function readable(files: RecordFolders, known: KnownFiles): RecordFolders {
  return {
    ...files,
    read: (id) =>
      files.read(id).catch((error: unknown) => {
        // The next start looks at it, and puts aside what is none.
        known.gone(id)
        throw error
      }),
  }
}

/** Wherever something of a record may stand, but for the journals, which are the last to go. */
function erasuresOver(shelf: Shelf, { marks, older, files, known }: Parts): Erasures {
  return erasures(marks, {
    write: shelf.writeErased,
    async tidy(row) {
      await older.tidy(row)
      await files.tidy(row.id)
      await known.drop(row.id)
    },
  })
}

async function subfolder(root: DurableFolder, name: string): Promise<DurableFolder> {
  const folder = await durableFolder(join(root.path, name))
  await mayUse(folder.path)
  return folder
}

/** Brings what is known of the records to what the journal says beyond their files. */
async function catchUp(catalogue: Catalogue, files: RecordFolders, shelf: Shelf): Promise<void> {
  for (const id of shelf.unwritten()) {
    const before = (await files.read(id))?.row
    const after = await shelf.read(id)
    if (after) catalogue.replace(before, after)
  }
}

/** Better at the start than when the first person is told that nothing was saved. */
async function mayUse(folder: string): Promise<void> {
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
}

async function* allRows(
  catalogue: Catalogue,
  read: (id: RecordId) => Promise<Row | undefined>,
): AsyncIterable<Row> {
  for (const { id } of catalogue.list({ facets: {} })) {
    const row = await read(id)
    if (row) yield row
  }
}
