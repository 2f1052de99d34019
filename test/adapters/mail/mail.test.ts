import { createServer, type Socket } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { mailChannel } from '../../../adapters/mail/index.ts'
import type { Post } from '../../../src/app/channel-port.ts'
import type { MailConfig } from '../../../src/app/config/mail.ts'
import type { Outcome, Place } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { directory, directoryWith } from '../../fixtures/directory.ts'
import { mailHost } from './host.ts'
import { mailServer } from './server.ts'

const FROM = { name: 'Muster', address: 'muster@trust.example' }
const QUICK = { connect: 300, silence: 300, whole: 600 }
const IVAN: Place = { channel: 'mail', to: { type: 'person', person: 'ivan' } }
const MESSAGE: Message = {
  title: 'C-7K2M-9Q4X: D1 StEIS alert, due Sun 28 Mar 2027 21:15 BST',
  parts: [{ kind: 'text', text: [{ person: 'ivan' }, ': it is owed – “now”.'] }],
}

function post(id = 'case-7k2m9q4x:2:0:mail/person/ivan', record = 'case-7k2m9q4x'): Post {
  const slot = 'nudge:D1:2'
  return { id, record: RecordId.parse(record), slot, update: undefined, thread: undefined }
}

async function serving(over: SMTPServerOptions = {}) {
  const server = await mailServer(over)
  onTestFinished(() => server.close())
  return server
}

function channelTo(url: string, from: MailConfig['from'] = FROM, people = directory) {
  return mailChannel(
    { url, from, publicUrl: null },
    mailHost(() => people),
    QUICK,
  ).channel
}

/** A server that is not one: `answers` has the socket to itself. */
async function listening(answers: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    answers(socket)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

const send = (url: string) => channelTo(url).post(IVAN, MESSAGE, post())

describe('a mail', () => {
  test('is plain text to the address in the directory, with a subject that says which and by when', async () => {
    const server = await serving()

    const outcome = await send(server.url)

    const [mail] = server.arrived
    expect(outcome).toEqual({ type: 'done', ref: mail?.header('message-id') })
    expect(mail?.to).toEqual(['ivan@example.org'])
    expect(mail?.header('to')).toBe('Ivan Petrov <ivan@example.org>')
    expect(mail?.header('from')).toBe('Muster <muster@trust.example>')
    expect(mail?.header('subject')).toBe(MESSAGE.title)
    expect(mail?.header('content-type')).toBe('text/plain; charset=utf-8')
    expect(mail?.header('auto-submitted')).toBe('auto-generated')
    expect(mail?.text.trim().replace(/\r\n/g, '\n')).toBe(
      `${MESSAGE.title}\nIvan Petrov: it is owed – “now”.`,
    )
  })

  test('has the same Message-ID whenever it is sent, and stands with all about its record', async () => {
    const server = await serving()
    const channel = channelTo(server.url)

    await channel.post(IVAN, MESSAGE, post())
    await channel.post(IVAN, MESSAGE, post())
    await channel.post(IVAN, MESSAGE, post('case-7k2m9q4x:3:0:mail/person/ivan'))
    await channel.post(IVAN, MESSAGE, post('case-00000000:2:0:mail/person/ivan', 'case-00000000'))

    const ids = server.arrived.map((mail) => mail.header('message-id'))
    const threads = server.arrived.map((mail) => mail.header('references'))
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@trust\.example>$/)
    expect(ids[1]).toBe(ids[0])
    expect(new Set(ids).size).toBe(3)
    expect(new Set(threads.slice(0, 3)).size).toBe(1)
    expect(threads[3]).not.toBe(threads[0])
    expect(server.arrived[0]?.header('in-reply-to')).toBe(threads[0])
  })

  test('takes no header from a name or a title', async () => {
    const server = await serving()
    const evil = 'Ivan\r\nBcc: everybody@trust.example\r\n\r\nHello\u2028there'
    const willow = directory.organisations.find(({ slug }) => slug === 'willow')
    const people = willow?.people.map((one) => (one.id === 'ivan' ? { ...one, name: evil } : one))
    const channel = channelTo(
      server.url,
      { ...FROM, name: 'Muster\r\nX-Evil: 1' },
      directoryWith('willow', { people: people ?? [] }),
    )

    await channel.post(IVAN, { ...MESSAGE, title: `Due\nX-Evil: 2\r\n${evil}` }, post())

    const [mail] = server.arrived
    expect(mail?.to).toEqual(['ivan@example.org'])
    expect(mail?.head.filter((line) => /^(bcc|x-evil)/i.test(line))).toEqual([])
    expect(mail?.header('subject')).toContain('Due X-Evil: 2 Ivan Bcc:')
  })

  test('cannot be looked up afterwards', async () => {
    expect(await channelTo('smtp://127.0.0.1:9').find(IVAN, post())).toBeUndefined()
  })

  test('is not tried without an address', async () => {
    const willow = directory.organisations.find(({ slug }) => slug === 'willow')
    const people = willow?.people.map(({ email, ...one }) =>
      one.id === 'ivan' ? one : { ...one, ...(email ? { email } : {}) },
    )
    const channel = channelTo(
      'smtp://127.0.0.1:9',
      FROM,
      directoryWith('willow', { people: people ?? [] }),
    )

    expect(await channel.post(IVAN, MESSAGE, post())).toEqual({
      type: 'never',
      reason: 'There is no e-mail address for Ivan Petrov in the directory.',
    })
  })
})

describe('what a mail server answers', () => {
  const saying = (responseCode: number) => Object.assign(new Error('No.'), { responseCode })

  test.each<[string, SMTPServerOptions, Outcome]>([
    [
      'a recipient that is refused is never',
      { onRcptTo: (_to, _session, done) => done(saying(550)) },
      {
        type: 'never',
        reason:
          'The mail server refuses the address of Ivan Petrov (550): correct it in the directory.',
      },
    ],
    [
      'a full mailbox is later',
      { onRcptTo: (_to, _session, done) => done(saying(452)) },
      { type: 'later', reason: 'The mail server puts it off (452).' },
    ],
    [
      'a mail that is refused is never',
      {
        onData(stream, _session, done) {
          stream.on('end', () => done(saying(554))).resume()
        },
      },
      { type: 'never', reason: 'The mail server refuses this mail to Ivan Petrov (554).' },
    ],
    [
      'a sender that is refused is for whoever runs Muster',
      { onMailFrom: (_from, _session, done) => done(saying(550)) },
      {
        type: 'later',
        reason:
          'The mail server does not take mail from Muster (550): whoever runs Muster looks at SMTP_URL and MAIL_FROM.',
      },
    ],
    [
      'a server that is closed is for whoever runs Muster',
      { onConnect: (_session, done) => done(saying(554)) },
      {
        type: 'later',
        reason:
          'The mail server does not take mail from Muster (554): whoever runs Muster looks at SMTP_URL and MAIL_FROM.',
      },
    ],
  ])('%s', async (_what, over, outcome) => {
    expect(await send((await serving(over)).url)).toEqual(outcome)
  })

  test('a server that asks who is there is told, and its no is for whoever runs Muster', async () => {
    const server = await serving({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        if (username === 'muster' && password === 'hu:sh') done(null, { user: 'muster' })
        else done(saying(535))
      },
    })
    const at = (login: string) => send(`smtp://${login}@127.0.0.1:${server.port}`)

    expect(await at('muster:hu%3Ash')).toMatchObject({ type: 'done' })
    expect(await at('muster:topsecret')).toEqual({
      type: 'later',
      reason:
        'The mail server refuses Muster’s user name or password (535): whoever runs Muster corrects SMTP_URL.',
    })
    expect(server.arrived).toHaveLength(1)
  })

  test.each([
    [
      'has no encryption',
      ['STARTTLS'],
      /^The mail server offers no encryption that can be trusted/,
    ],
    ['has a certificate that nobody vouches for', [], /^The mail server could not be reached/],
  ] as const)('a server elsewhere that %s gets neither password nor mail', async (_, off, why) => {
    const passwords: unknown[] = []
    const server = await serving({
      disabledCommands: [...off],
      allowInsecureAuth: true,
      onAuth({ password }, _session, done) {
        passwords.push(password)
        done(null, { user: 'muster' })
      },
    })

    // Not by a name of this machine, though it leads here.
    expect(await send(`smtp://muster:hush@0.0.0.0:${server.port}`)).toEqual({
      type: 'later',
      reason: expect.stringMatching(why),
    })
    expect(passwords).toEqual([])
    expect(server.arrived).toEqual([])
  })

  test('nobody there, a hang-up and silence before the mail are later', async () => {
    const nobody = await serving()
    await nobody.close()
    const silent = await listening(() => {})
    const hangsUp = await listening((socket) => socket.end())
    const drips = await listening((socket) => {
      const timer = setInterval(() => socket.write('220-wait\r\n'), 50)
      socket.on('close', () => clearInterval(timer))
    })

    for (const url of [nobody.url, silent, hangsUp, drips]) {
      expect(await send(url)).toEqual({
        type: 'later',
        reason: expect.stringMatching(/^The mail server could not be reached/),
      })
    }
  })

  test.each<[string, (hangUp: () => void) => void]>([
    ['a hang-up', (hangUp) => hangUp()],
    ['silence', () => {}],
  ])('%s after the whole mail was taken is unclear', async (_what, then) => {
    let arrivals = 0
    const url = await listening((socket) => {
      socket.write('220 here\r\n')
      let mail = false
      socket.on('data', (chunk) => {
        const words = chunk.toString()
        if (mail) {
          if (!words.endsWith('\r\n.\r\n')) return
          arrivals += 1
          return then(() => socket.destroy())
        }
        mail = words.startsWith('DATA')
        socket.write(mail ? '354 go on\r\n' : '250 fine\r\n')
      })
    })

    expect(await send(url)).toEqual({
      type: 'unclear',
      reason: 'The mail server took the mail and did not answer.',
    })
    expect(arrivals).toBe(1)
  })
})
