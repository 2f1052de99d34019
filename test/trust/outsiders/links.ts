import { openLinks } from '../../../adapters/mail/links.ts'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import type { App } from '../../../src/app/app.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { plusMinutes } from '../../../src/core/time/instant.ts'
import { ask } from './ask.ts'

const NOTHING_HERE = 'This link does not answer anything, or not any more.'
const linked = {
  record: RecordId.parse('meeting-7k2m9q4x'),
  slot: 'prompt:seat-amina-farrow',
  person: 'amina-farrow',
} as const

/** Links in mails that were never sent so: each is looked at and answered. What each got instead of nothing. */
export async function forgedLinks(port: number, app: App) {
  const tokens = await wrongTokens(app)
  const wrongs: string[] = []
  for (const [name, token] of tokens) {
    const path = `/answer/${token}`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const sent = { path, headers, body: 'answer=coming&revision=1' }
    for (const asked of [{ path, method: 'GET' }, sent]) {
      const { status, text } = await ask(port, asked)
      if (status !== 404 || !text.includes(NOTHING_HERE)) wrongs.push(`${name}: ${status}`)
    }
  }
  return { tried: tokens.length * 2, wrongs }
}

async function wrongTokens({ store, now }: App): Promise<readonly (readonly [string, string])[]> {
  const [soon, before] = [plusMinutes(now(), 60), plusMinutes(now(), -60)]
  const links = openLinks(store)
  const token = await links.tokenFor(linked, soon)
  const [payload = '', mac = ''] = token.split('.')
  const altered = Buffer.from(payload, 'base64url').toString().replaceAll('amina', 'admin')
  return [
    ['no link', ''],
    ['words', 'x.y'],
    ['no signature', payload],
    ['an empty signature', `${payload}.`],
    ['half a signature', `${payload}.${mac.slice(0, 20)}`],
    [
      'another person under the same signature',
      `${Buffer.from(altered).toString('base64url')}.${mac}`,
    ],
    ['a signature of another installation', await openLinks(memoryStore()).tokenFor(linked, soon)],
    ['past its time', await links.tokenFor(linked, before)],
    ['a meeting that is not there', token],
    ['something behind it', `${token}.${mac}`],
    ['a very long one', `${payload}${'A'.repeat(4000)}.${mac}`],
  ]
}
