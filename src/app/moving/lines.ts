import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RecordId } from '../../core/record-id.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Whole } from '../ports.ts'
import { SCHEMA } from '../schema.ts'
import type { Item } from './items.ts'

const FORMAT = 1

const Header = z.object({ muster: z.literal('export'), format: z.int(), version: z.string() })
const Content = z.union([
  z.object({ setting: z.tuple([z.string(), z.unknown()]) }),
  // The digest at the end says that it is what Muster wrote; its store looks at the rest.
  z.object({
    record: z.looseObject({ id: RecordId, saved: z.looseObject({ schema: z.int() }) }),
  }),
])
const Trailer = z.object({
  end: z.object({ records: z.int(), settings: z.int(), digest: z.string() }),
})

/** A file that cannot be used; the message says what to do. */
export class BadExport extends Error {
  override readonly name = 'BadExport'
}

/** Items as text: a header, a line for each, and an end by which a file that was cut off is known. */
export async function* writeLines(
  items: AsyncIterable<Item>,
  { version, at }: { readonly version: string; readonly at: Instant },
): AsyncGenerator<string> {
  yield lineOf({ muster: 'export', format: FORMAT, version, at })
  const digest = createHash('sha256')
  let [records, settings] = [0, 0]
  for await (const item of items) {
    if ('record' in item) records += 1
    else settings += 1
    const line = lineOf(item)
    digest.update(line)
    yield line
  }
  yield lineOf({ end: { records, settings, digest: digest.digest('hex') } })
}

/** Reads what `writeLines` wrote. Throws `BadExport`, at the latest where the end should be. */
export async function* readLines(lines: AsyncIterable<readonly string[]>): AsyncGenerator<Item> {
  const digest = createHash('sha256')
  let [number, records, settings] = [0, 0, 0]
  let ended = false
  for await (const line of flat(lines)) {
    number += 1
    const value = parse(line, number)
    if (number === 1) {
      checkHeader(value)
      continue
    }
    if (ended) throw new BadExport(`Line ${number} comes after the end. Export again.`)
    const item = itemOf(value)
    if (item) {
      digest.update(`${line}\n`)
      if ('record' in item) records += 1
      else settings += 1
      yield item
    } else {
      checkEnd(value, number, { records, settings, digest: digest.digest('hex') })
      ended = true
    }
  }
  if (!ended) throw cutOff(number)
}

function checkHeader(value: unknown): void {
  const { data } = Header.safeParse(value)
  if (!data)
    throw new BadExport('This is not an export of Muster: its first line says so in every one.')
  if (data.format <= FORMAT) return
  throw new BadExport(
    `This export is of a newer format (${data.format}; this Muster knows ${FORMAT}), written by Muster ${data.version}. Use that version.`,
  )
}

function itemOf(value: unknown): Item | null {
  const { data } = Content.safeParse(value)
  if (!data) return null
  if ('setting' in data) return { setting: data.setting }
  const { id, saved } = data.record
  if (saved.schema > SCHEMA)
    throw new BadExport(
      `${id} was saved by a newer version of Muster (format ${saved.schema}; this one knows ${SCHEMA}). Use the newer version.`,
    )
  // See `Content`: the rest of it is held by the digest.
  return { record: data.record as unknown as Whole }
}

function checkEnd(value: unknown, number: number, found: z.infer<typeof Trailer>['end']): void {
  const { data } = Trailer.safeParse(value)
  if (!data) throw new BadExport(`Line ${number} is nothing that Muster writes. Export again.`)
  const { records, settings, digest } = data.end
  if (records === found.records && settings === found.settings && digest === found.digest) return
  throw new BadExport(
    `The file was changed or lost lines on its way: it ends with ${records} records and ${settings} settings, and holds ${found.records} and ${found.settings}${records === found.records && settings === found.settings ? ' with another digest' : ''}. Export or copy it again.`,
  )
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw number === 1 ? new BadExport('This is not an export of Muster.') : cutOff(number)
  }
}

function cutOff(number: number): BadExport {
  return new BadExport(
    number === 0
      ? 'There is nothing to read. Write: muster import < FILE'
      : `The file is torn: it breaks off at line ${number}, and its end is missing. Export or copy it again.`,
  )
}

async function* flat(lines: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const some of lines) yield* some
}

/** With sorted names, so that the same content is the same line, whichever store it comes from. */
function lineOf(value: unknown): string {
  return `${JSON.stringify(sorted(value))}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value).sort()
  const parts = new Map(Object.entries(value))
  return Object.fromEntries(names.map((name) => [name, sorted(parts.get(name))]))
}
