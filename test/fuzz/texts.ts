import fc from 'fast-check'
import { plainWords, commandIn as slackCommand } from '../../adapters/channels/slack/heard.ts'
import { Activity } from '../../adapters/channels/teams/activity.ts'
import { messageText } from '../../adapters/channels/teams/message-text.ts'
import { spoken, commandIn as teamsCommand } from '../../adapters/channels/teams/words.ts'
import { understand as understandPage } from '../../adapters/channels/web/spoken.ts'
import { named } from '../../src/app/talk/named.ts'
import { clocksIn } from '../../src/app/talk/named-clock.ts'
import { referenceIn } from '../../src/app/talk/reference.ts'
import { understand } from '../../src/app/talk/understand.ts'
import { askedFields } from '../../src/core/form/asked.ts'
import { cleanText } from '../../src/core/form/free-text.ts'
import { readForm } from '../../src/core/form/read.ts'
import { viewForm } from '../../src/core/form/view.ts'
import { guard } from '../../src/core/guard/identifiers.ts'
import { Answers } from '../../src/core/message/form.ts'
import { parseReference } from '../../src/core/record-id.ts'
import { workingDaysAfter } from '../../src/core/time/calendar.ts'
import { momentsIn } from '../../src/core/time/find-moment.ts'
import { Instant } from '../../src/core/time/instant.ts'
import { parseLocal } from '../../src/core/time/local.ts'
import { understandDuration, understandMoment } from '../../src/core/time/understand.ts'
import { policies } from '../../src/policies/index.ts'
import { guarding } from '../fixtures/guarding.ts'
import { type Named, trial } from './trial.ts'
import { words } from './words.ts'

const ZONE = 'Europe/London'
const NOW = '2027-03-26T20:20:00Z'
const CLOCKS = policies.flatMap(({ clocks }) => clocks.map(({ id }) => id))
const forms = policies.flatMap((policy) => policy.forms)

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

/** Everything that reads words, one by one, as pure functions. */
export const texts: readonly Named[] = [
  trial({
    name: 'what is written in threads',
    share: 200,
    inputs: words,
    run(text) {
      understand(text, CLOCKS)
      named(text)
      parseReference(text)
      referenceIn(text)
      clocksIn(text, CLOCKS)
    },
  }),
  trial({
    name: 'moments and durations',
    share: 150,
    inputs: words,
    run(text) {
      for (const found of momentsIn(text)) instantIn(understandMoment(found, NOW, ZONE))
      instantIn(understandMoment(text, NOW, ZONE))
      instantIn(parseLocal(text, ZONE))
      const minutes = understandDuration(text)
      must(minutes === null || (minutes >= 1 && minutes <= 366 * 24 * 60), `${minutes} minutes`)
    },
  }),
  trial({
    name: 'the guard of identifiers',
    share: 100,
    inputs: words,
    run(text) {
      guard(text, guarding)
      guard(cleanText(text), guarding)
    },
  }),
  trial({
    name: 'what Slack’s people write',
    share: 100,
    inputs: words,
    async run(text) {
      const plain = await plainWords(text, 'U0MUSTER', async () => 'Nia Roberts')
      slackCommand(plain)
      understandPage(text, true)
    },
  }),
  trial({
    name: 'what Teams’ people write',
    share: 100,
    inputs: fc.tuple(words, words),
    run([text, html]) {
      const entities = [{ type: 'mention', text: html, mentioned: { id: '29:x', name: text } }]
      const { data } = Activity.safeParse({ ...ACTIVITY, text, entities })
      must(data !== undefined, 'A message is none')
      if (data) teamsCommand(spoken(data))
      messageText({ subject: text, body: { contentType: 'html', content: html } })
    },
  }),
  trial({
    name: 'forms',
    share: 100,
    inputs: fc.record({
      form: fc.constantFrom(...forms),
      answers: fc.dictionary(
        fc.oneof(
          fc.constantFrom(...forms.flatMap(({ fields }) => fields.map(({ id }) => id))),
          fc.constantFrom('__proto__', 'constructor', 'what__sure', 'occurred__fold'),
        ),
        fc.oneof(words, fc.array(words, { maxLength: 3 })),
        { maxKeys: 12 },
      ),
    }),
    run({ form, answers: given }) {
      const answers = Answers.parse(given)
      const reading = readForm(form, answers, {}, { zone: ZONE, now: NOW, guarding })
      const sources = { providers: [{ value: 'willow', label: 'Willow House' }] }
      askedFields(form, answers, sources)
      const ticket = { form: form.id, nonce: 'n' }
      const errors = reading.ok ? {} : { errors: reading.errors }
      viewForm(form, { ticket, answers, ...errors }, sources, ZONE)
    },
  }),
  trial({
    name: 'calendars of holidays',
    share: 20,
    inputs: fc.record({
      from: fc.date({
        min: new Date('1970-01-01'),
        max: new Date('2200-01-01'),
        noInvalidDate: true,
      }),
      amount: fc.integer({ min: 0, max: 60 }),
      holidays: fc.array(
        fc.date({ min: new Date('2027-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        { maxLength: 400 },
      ),
    }),
    run({ from, amount, holidays }) {
      const list = holidays.map((date) => ({ date: dayOf(date), name: 'Holiday' }))
      const found = workingDaysAfter(dayOf(from), amount, { zone: ZONE, holidays: list })
      must(found.counted.length === amount, `${found.counted.length} of ${amount} days`)
    },
  }),
]

const ACTIVITY = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:nia', name: 'Nia' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:nia', conversationType: 'personal' },
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** A moment is a real instant, or says why it is none. */
function instantIn(moment: ReturnType<typeof parseLocal>): void {
  if (moment.type === 'instant') Instant.parse(moment.instant)
}
