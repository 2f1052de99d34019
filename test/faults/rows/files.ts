import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launch, run } from '../../bench/processes.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { heldIn } from '../examine.ts'
import { type Keeping, lowdbKeeping } from '../keeping.ts'
import { handIn, openForm } from '../people.ts'
import { until, untilReady } from '../ready.ts'
import { type SlackService, startSlackService } from '../slack-service.ts'
import { newWorld, type World } from '../world.ts'

/** What stands in a record's file instead of the record. */
const BAD: Readonly<Record<string, (text: string) => string>> = {
  empty: () => '',
  blank: () => '\n \n',
  torn: (text) => text.slice(0, Math.floor(text.length / 2)),
  zeroed: (text) => '\0'.repeat(text.length),
  null: () => 'null',
  'of another program': () => '{"name":"something","version":"1.0.0"}',
  'of another record': (text) => text.replace(/case-[a-z0-9]{8}/, 'case-00000000'),
}

export const badFiles: Row = {
  name: 'torn, empty, foreign and future files',
  goal: 'each is put aside by name with a message, all others are served, a newer format refuses to start',
  run: spoiled,
}

async function spoiled({ part, random }: How): Promise<Found> {
  const keeping = await lowdbKeeping()
  const slack = await startSlackService()
  const world = await newWorld(keeping.folder, 1)
  const wanted = settingsFor(keeping, world)
  const kinds = Object.entries(BAD)
  const spare = part ? 2 : 10
  await raised(slack, keeping, world, kinds.length + spare)
  const paths = await caseFiles(keeping)
  const wrongs: string[] = []
  const spoiltPaths: string[] = []
  for (const [name, spoil] of kinds) {
    const path = paths.splice(random.below(paths.length), 1)[0] ?? ''
    await writeFile(path, spoil(await readFile(path, 'utf8')))
    spoiltPaths.push(path)
    if (path === '') wrongs.push(`There was no file left for ${name}`)
  }
  const bot = await run('muster', slack.url, wanted)
  await untilReady(bot.port)
  await bot.stop()
  for (const [index, path] of spoiltPaths.entries()) {
    const name = kinds[index]?.[0]
    const isAside = (await readdir(join(path, '..'))).some(
      (one) => path.endsWith(one.replace(/\.bad-\d+$/, '')) && one.includes('.bad-'),
    )
    if (!isAside) wrongs.push(`${name}: ${path} was not put aside`)
    if (!bot.complaints().includes(path)) wrongs.push(`${name}: nobody was told of ${path}`)
  }
  wrongs.push(...(await othersMissing(keeping, paths.length)))
  wrongs.push(...(await newerTaken(slack, wanted, paths[0] ?? '')))
  await slack.stop()
  await keeping.remove()
  return found(
    `${kinds.length} bad files (${kinds.map(([name]) => name).join(', ')}) put aside, ${paths.length} others served, a newer one refused`,
    wrongs,
  )
}

function settingsFor(keeping: Keeping, { path }: World) {
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path, LOG_LEVEL: 'warn' }
  return { folder: keeping.folder, settings, quiet: true }
}

async function raised(slack: SlackService, keeping: Keeping, world: World, count: number) {
  const bot = await run('muster', slack.url, settingsFor(keeping, world))
  await untilReady(bot.port)
  const [house] = world.houses
  for (let index = 0; house && index < count; index += 1) {
    await handIn(bot.port, await openForm(slack, bot.port, '/concern', house))
  }
  await bot.stop()
  // What is only in a journal is moved into the records' own files at the next start and stop.
  await (await keeping.open()).close()
}

async function caseFiles({ settings }: Keeping): Promise<string[]> {
  const folder = join(settings.MUSTER_DATA ?? '', 'records')
  const all = await readdir(folder, { recursive: true })
  return all
    .filter((name) => /case-[a-z0-9]{8}\.json$/.test(name))
    .map((name) => join(folder, name))
}

async function othersMissing(keeping: Keeping, count: number): Promise<string[]> {
  const store = await keeping.open()
  const { rows } = await heldIn(store)
  await store.close()
  const cases = rows.filter(({ id }) => id.startsWith('case-'))
  return cases.length === count ? [] : [`${cases.length} cases are served instead of ${count}`]
}

/** A newer Muster wrote this file: the older one must not start, and must leave it as it is. */
async function newerTaken(
  slack: SlackService,
  wanted: ReturnType<typeof settingsFor>,
  path: string,
): Promise<string[]> {
  const text = (await readFile(path, 'utf8')).replace(/"format":\d+/, '"format":99')
  await writeFile(path, text)
  const bot = await launch('muster', slack.url, wanted)
  await until(() => bot.ended(), 'to refuse a newer format')
  const isLeft = (await readFile(path, 'utf8')) === text
  return [
    ...(bot.complaints().includes('was written by a newer Muster')
      ? []
      : ['It does not say that the file is newer']),
    ...(isLeft ? [] : ['The newer file was changed']),
  ]
}
