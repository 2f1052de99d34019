import { describe, expect, test } from 'vitest'
import { contextFor } from '../../../src/app/handle.ts'
import { barredFrom } from '../../../src/app/talk/barred.ts'
import type { HandedIn } from '../../../src/app/talk/handed-in.ts'
import { intentOf } from '../../../src/app/talk/intents.ts'
import { askedOfCase } from '../../../src/core/case/asked.ts'
import type { Case } from '../../../src/core/case/case.ts'
import type { Intent } from '../../../src/core/intent.ts'
import type { Context } from '../../../src/core/kind.ts'
import { askedOfMeeting } from '../../../src/core/meeting/asked.ts'
import type { Ticket } from '../../../src/core/message/form.ts'
import { askedOfOrganisation } from '../../../src/core/organisation/asked.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import { permitted } from '../../../src/core/permission/permitted.ts'
import type { FieldRule, FormRule } from '../../../src/core/policy/form.ts'
import { askedOfProvider } from '../../../src/core/provider/asked.ts'
import type { AnyRecord } from '../../../src/core/record.ts'
import { organisationId, providerId } from '../../../src/core/record-id.ts'
import { policies } from '../../../src/policies/index.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { concern, convening, person } from '../../fixtures/cases.ts'
import { guest, raisedIncident, triaged } from './speaking.ts'

/** Handed in as something else than an intent: they open nothing of a record, or ask what is no change of it. */
const NO_INTENT = ['when', 'followUp', 'askAccess']
/** These open a record: there is none yet from which anybody could be barred. */
const OPENING = ['raise', 'start']

const OF_NO_RECORD = ['hostIntelligence', 'concern', 'incident', 'rehearse']

const FILLED = {
  clock: 'D3',
  prompt: 'chair',
  cycle: 'D16',
  person: 'ivan',
  meeting: 'M1',
  procedure: 'concerns',
}
const CHOSEN: Readonly<Record<string, string>> = {
  ...FILLED,
  action: 'give',
  telling: 'M7',
  give: 'ivan',
  cover: 'ines',
  script: 'good-friday',
  transition: 'G1',
  duty: 'D22',
  where: 'cases',
  email: 'somebody@example.org',
}

/** A case of which everything is asked, its risk summit, its provider, and whose it is. */
async function everyKind(world: TestApp): Promise<readonly AnyRecord[]> {
  const { id } = await raisedIncident(world, {
    danger: true,
    occurredAt: '2027-03-08T09:00:00Z',
    identifiedAt: '2027-03-25T09:00:00Z',
  })
  await triaged(world, id)
  await world.ask(convening(), id)
  const reported = await raisedIncident(world)
  const shared = { doneAt: world.app.now(), reference: 'Folder 1', form: null, answers: {} }
  const by = person('quinn')
  await world.ask({ kind: 'case', type: 'evidence', by, clock: 'D3', ...shared }, reported.id)
  const secret = await world.ask(concern({ confidential: true }))
  if (!secret.ok) throw new Error(secret.refusal.message)
  const [meeting] = await world.store.list({ facets: { kind: 'meeting' } })
  if (!meeting) throw new Error('No meeting was called')
  return [
    goneQuiet(await world.record('case', id)),
    await world.record('case', reported.id),
    await world.record('case', secret.id),
    await world.record('meeting', meeting.id),
    await world.record('provider', providerId('willow')),
    await world.record('organisation', organisationId('willow')),
  ]
}

/** As its quality lead is asked whether it is still open, and for the level of its provider. */
function goneQuiet(kase: Case): Case {
  const level = kase.prompts.filter(({ id }) => id === 'level')
  const others = ['quiet', 'providerLevel', 'levelLeft'].flatMap((id) =>
    level.map((prompt) => ({ ...prompt, id, asks: id })),
  )
  return { ...kase, prompts: [...kase.prompts, ...others] }
}

function answerTo(field: FieldRule, { now }: Context): string | readonly string[] {
  switch (field.kind) {
    case 'moment':
      return now
    case 'many':
      return []
    case 'choice':
      return CHOSEN[field.id] ?? field.options?.[0]?.value ?? ''
    case 'statement':
    case 'line':
    case 'text':
    case 'number':
      return CHOSEN[field.id] ?? '1'
  }
}

function handedIn(form: FormRule, by: Actor, record: AnyRecord, context: Context): HandedIn {
  const values = Object.fromEntries(form.fields.map((one) => [one.id, answerTo(one, context)]))
  const filled = { ...FILLED, ...stepFor(form, context) }
  const ticket: Ticket = { form: form.id, nonce: 'n', record: record.id, with: filled }
  return { by, via: 'web', values, ticket, record, context }
}

/** The step of a matter that the rules have this form for. */
function stepFor({ id }: FormRule, { policy }: Context): Record<string, string> {
  const { matters = [] } = policy
  for (const { id: matterRule, steps } of matters) {
    const step = steps.find(({ form }) => form === id)
    if (step) return { matterRule, matterStep: step.id }
  }
  return {}
}

/** Whether the table lets somebody ask what a form asks for; undefined where it asks for what is not there. */
function lets(record: AnyRecord, intent: Intent, context: Context): boolean | undefined {
  const asked = askedOf(record, intent, context)
  return 'ok' in asked ? undefined : permitted(asked, context).ok
}

function askedOf(record: AnyRecord, intent: Intent, context: Context) {
  if (record.kind === 'case' && intent.kind === 'case' && intent.type !== 'raise')
    return askedOfCase(record, intent, context)
  if (record.kind === 'meeting' && intent.kind === 'meeting' && intent.type !== 'call')
    return askedOfMeeting(record, intent, context)
  if (record.kind === 'provider' && intent.kind === 'provider' && intent.type !== 'register')
    return askedOfProvider(record, intent, context)
  if (record.kind === 'organisation' && intent.kind === 'organisation')
    return askedOfOrganisation(record, intent)
  throw new Error(`${intent.type} is not for a ${record.kind}`)
}

describe.each(policies.map(({ id, forms }) => ({ pack: id, forms })))(
  'the forms of $pack',
  ({ pack, forms }) => {
    const policy = policies.find(({ id }) => id === pack)

    test('each leads to an intent, but those that change no record', async () => {
      const world = await openApp(policy ? { policy } : {})
      const records = await everyKind(world)

      const unknown = forms.filter((form) => {
        const intents = records.map((record) => {
          const context = contextFor(world.app, record, world.app.now())
          return intentOf(handedIn(form, person('quinn'), record, context))
        })
        return intents.every((one) => 'ok' in one)
      })

      expect(unknown.map(({ id }) => id).sort()).toEqual([...NO_INTENT].sort())
    })

    test('whoever may not do what a form asks for is told before they fill it in, and nobody else', async () => {
      const world = await openApp(policy ? { policy } : {})
      const records = await everyKind(world)
      const people = world.app
        .directory()
        .organisations.flatMap((one) => one.people.map(({ id }) => person(id)))
      const wrongs: string[] = []
      const tried = new Set<string>()

      for (const record of records) {
        const context = contextFor(world.app, record, world.app.now())
        for (const form of forms) {
          const intent = intentOf(handedIn(form, guest, record, context))
          if ('ok' in intent || intent.kind !== record.kind || OPENING.includes(intent.type))
            continue
          if (lets(record, intent, context) === undefined) continue
          tried.add(form.id)
          const { ticket } = handedIn(form, guest, record, context)
          if (!barredFrom(ticket, record, guest, context))
            wrongs.push(`${form.id} of a ${record.kind}: a stranger is not told`)
          for (const by of people) {
            const own = intentOf(handedIn(form, by, record, context))
            if ('ok' in own || !lets(record, own, context)) continue
            if (barredFrom(ticket, record, by, context))
              wrongs.push(`${form.id} of a ${record.kind}: ${JSON.stringify(by)} may and is barred`)
          }
        }
      }

      expect(wrongs).toEqual([])
      expect([...tried].sort()).toEqual(
        forms
          .map(({ id }) => id)
          .filter((id) => !NO_INTENT.includes(id) && !OF_NO_RECORD.includes(id))
          .sort(),
      )
    })
  },
)
