import { onTestFinished } from 'vitest'
import { mailChannel } from '../../../adapters/mail/index.ts'
import { webServer } from '../../../src/app/server.ts'
import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import type { Listing } from '../../../src/core/organisation/organisation.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening, incident } from '../../fixtures/cases.ts'
import { listings } from '../../fixtures/directory.ts'
import { hostOf } from './host.ts'
import { type MailServer, mailServer } from './server.ts'

const PUBLIC = 'https://muster.example.org'

/** The made-up collaborative, where these people are on no chat service. */
export function withoutAccounts(people: readonly string[]): readonly Listing[] {
  return listings.map((one) => ({
    ...one,
    people: one.people.map(({ channel, ...person }) =>
      people.includes(person.id)
        ? { ...person, accounts: {}, channel: 'mail' }
        : { ...person, ...(channel === undefined ? {} : { channel }) },
    ),
  }))
}

interface Wanted {
  /** What its mails name as its address. */
  readonly publicUrl?: string | null
  readonly server?: Parameters<typeof mailServer>[0]
  /** Who is on no chat service; otherwise an inspector and a deputy. */
  readonly byMail?: readonly string[]
}

export interface MailedApp extends TestApp {
  readonly server: MailServer
  /** Where its pages are served. */
  readonly url: string
  /** Calls a risk summit for tomorrow, with these seats. */
  summit(seats: readonly string[], over?: Partial<CaseIntentOf<'convene'>>): Promise<RecordId>
  /** The link in the newest mail to somebody, as it is reached here. */
  linkOf(person: string): string
}

/** A whole app whose mail goes to a real SMTP server, and whose pages are served over HTTP. */
export async function mailedApp(wanted: Wanted = {}): Promise<MailedApp> {
  const { publicUrl = PUBLIC, byMail = ['cleo', 'bao'] } = wanted
  const server = await mailServer(wanted.server)
  onTestFinished(() => server.close())
  const opened = await openApp({ channels: ['web'], listings: withoutAccounts(byMail) })
  const from = { name: 'Muster', address: 'muster@trust.example' }
  const mail = mailChannel({ url: server.url, from, publicUrl }, hostOf(opened))
  opened.app.channels.set('mail', mail.channel)
  const { log, meter } = opened.app
  const web = webServer({ trouble: async () => null, log, meter })
  const { port } = await web.listen(0, '127.0.0.1')
  onTestFinished(() => web.close())
  web.serve(mail.routes.map((route) => ({ ...route, channel: 'mail' })))
  const url = `http://127.0.0.1:${port}`
  return {
    ...opened,
    server,
    url,
    async summit(seats, change = {}) {
      const raised = await opened.ask(incident())
      if (!raised.ok) throw new Error(raised.refusal.message)
      const startsAt = '2027-03-27T10:00:00Z'
      const asked = { ...convening(), seats: [...seats], startsAt, ...change }
      const answer = await opened.ask(asked, raised.id)
      if (!answer.ok) throw new Error(answer.refusal.message)
      const [meeting] = await opened.store.list({ facets: { kind: 'meeting' } })
      if (!meeting) throw new Error('No meeting was called')
      return meeting.id
    },
    linkOf(person) {
      const mails = server.arrived.filter(({ to }) => to.includes(`${person}@example.org`))
      const [, token] =
        /https:\/\/muster\.example\.org\/answer\/(\S+)/.exec(mails.at(-1)?.text ?? '') ?? []
      if (token === undefined) throw new Error('There is no link')
      return `${url}/answer/${token}`
    },
  }
}
