import { createHash } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives the folder back. */
export type Unlock = () => Promise<void>

/**
 * Takes a folder for the life of this process; throws a sentence when another has it. The lock is a
 * socket to listen on, named after the folder: the system frees it even after kill -9. On Linux it
 * is an abstract one and on Windows a pipe, so nothing is left behind. Elsewhere it is a socket file
 * in the temporary folder; one at which nobody answers is left over from a crash and is removed.
 * Processes in separate containers do not see each other's: give each a folder of its own.
 */
export async function lock(folder: string, platform = process.platform): Promise<Unlock> {
  const address = await addressOf(folder, platform)
  const leavesFile = platform !== 'linux' && platform !== 'win32'
  let server = await listen(address)
  if (!server && leavesFile && !(await answers(address))) {
    await rm(address, { force: true })
    server = await listen(address)
  }
  if (!server)
    throw new Error(
      `Another Muster is using the folder ${folder}. Stop it first, or name another folder in MUSTER_DATA.`,
    )
  const held = server
  return () => new Promise((resolve) => held.close(() => resolve()))
}

/** By device and number, so that two names of one folder have one lock. */
async function addressOf(folder: string, platform: NodeJS.Platform): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true })
  const digest = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)
  if (platform === 'linux') return `\0muster-${digest}`
  return platform === 'win32'
    ? `\\\\.\\pipe\\muster-${digest}`
    : join(tmpdir(), `muster-${digest}.sock`)
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((other) => other.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    // A lock alone is no reason for a process to go on.
    server.listen({ path: address }, () => resolve(server.unref()))
  })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const other = connect(address)
    other.once('connect', () => {
      other.destroy()
      resolve(true)
    })
    other.once('error', () => resolve(false))
  })
}
