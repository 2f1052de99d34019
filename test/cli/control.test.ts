import { statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { controlAddress } from '../../src/app/control/address.ts'
import type { Administration } from '../../src/app/control/administration.ts'
import { reachRunning } from '../../src/app/control/client.ts'
import { openControl } from '../../src/app/control/server.ts'

const administration: Administration = {
  async *export() {
    yield 'one\n'
    yield 'two\n'
  },
  outbox: async () => ({ waiting: 1, oldest: '2027-03-26T20:20:00Z', dead: [] }),
  retry: async () => null,
  async drop() {
    throw new Error('The disk is full')
  },
  inquiry: async (reference) => ({ refused: null, files: [{ name: 'a.md', text: reference }] }),
  record: async () => ({
    refused: null,
    files: [{ name: 'a.docx', text: 'AAEC', base64: true }],
  }),
  subjectAccess: async (person) => ({ refused: `Nobody is ${person}` }),
  rules: async () => [APPROVED],
  approve: async ({ approvedBy }) => (approvedBy === '' ? 'Say who' : null),
  retention: async () => [KEPT],
  keep: async ({ because }) => (because === '' ? 'Say why' : null),
}

const APPROVED = {
  pack: { id: 'provider-collaborative', version: 1, hash: 'a-hash' },
  approvedBy: 'Quality committee',
  approvedOn: '2027-03-20',
  reviewOn: '2028-03-20',
} as const

const KEPT = {
  reference: 'C-7K2M-9Q4X',
  type: 'incident',
  state: 'past',
  until: '2047-03-26',
  rule: 'E7',
  because: null,
} as const

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-control-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

async function opened(with_: Administration = administration) {
  const address = controlAddress(await freshFolder())
  const complaints: string[] = []
  const error = (_about: object, words: string) => void complaints.push(words)
  const control = await openControl(address, with_, { info() {}, warn() {}, error })
  onTestFinished(() => control.close())
  return { address, control, complaints }
}

function status(socketPath: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ socketPath, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .once('error', reject)
      .end()
  })
}

describe('the control socket', () => {
  test('is for the owner of the folder only, and takes the place of one left behind', async () => {
    const folder = await freshFolder()
    const address = controlAddress(folder)
    writeFileSync(address, '')
    const log = { info() {}, warn() {}, error() {} }
    const control = await openControl(address, administration, log)

    expect(statSync(address).mode & 0o777).toBe(0o600)
    expect(await reachRunning(address)).not.toBeNull()
    await control.close()
    expect(await reachRunning(address)).toBeNull()
  })

  test('passes on what is asked', async () => {
    const { address } = await opened()
    const there = await reachRunning(address)
    let text = ''
    for await (const piece of there?.export() ?? []) text += piece

    expect(text).toBe('one\ntwo\n')
    expect(await there?.outbox()).toMatchObject({ waiting: 1 })
    expect(await there?.retry('x')).toBeNull()
    expect(await there?.inquiry('C-7K2M-9Q4X')).toEqual({
      refused: null,
      files: [{ name: 'a.md', text: 'C-7K2M-9Q4X' }],
    })
    expect(await there?.record('M-7K2M-9Q4X')).toEqual({
      refused: null,
      files: [{ name: 'a.docx', text: 'AAEC', base64: true }],
    })
    expect(await there?.subjectAccess('ada')).toEqual({ refused: 'Nobody is ada' })
    expect(await there?.retention()).toEqual([KEPT])
    const keeping = { what: 'hold', reference: 'C-7K2M-9Q4X', because: '', by: null } as const
    expect(await there?.keep(keeping)).toBe('Say why')
    expect(await status(address, '/elsewhere')).toBe(404)
  })

  test('says what went wrong, and cuts an export off that breaks', async () => {
    const { address, complaints } = await opened({
      ...administration,
      async *export() {
        yield 'one\n'
        throw new Error('The disk is gone')
      },
    })
    const there = await reachRunning(address)
    const all = async () => {
      for await (const _ of there?.export() ?? []);
    }

    expect(await there?.drop('x', 'y')).toBe('The disk is full')
    await expect(all()).rejects.toThrow()
    expect(complaints).toHaveLength(2)
  })
})

describe('the address', () => {
  test('stands in the folder where its path is short enough, and for Windows is a pipe', () => {
    expect(controlAddress('/srv/data', 'linux')).toBe('/srv/data/control.sock')
    const long = controlAddress(`/srv/${'deep/'.repeat(30)}`, 'linux')
    expect(Buffer.byteLength(long)).toBeLessThan(104)
    expect(controlAddress('C:\\muster', 'win32')).toMatch(
      /^\\\\\.\\pipe\\muster-control-[0-9a-f]{16}$/,
    )
  })
})
