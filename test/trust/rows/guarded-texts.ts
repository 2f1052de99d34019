import { chosenOf } from '../../../src/core/form/asked.ts'
import type { Answers } from '../../../src/core/message/form.ts'
import type { FieldRule, FormRule } from '../../../src/core/policy/form.ts'
import { everything, raisedIncident, speaker, triaged, wordsOf } from '../../app/talk/speaking.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { policyOf } from '../../fixtures/context.ts'
import { found, type Row } from '../../proof/row.ts'

/** What is written, and whether a person may say that it is something else. */
const WRITTEN = [
  { text: 'Bed 4, 999 000 0018, fell', secret: '0018', may: false },
  { text: 'Bed 4, 9\u200b99\u200d000\u2060001\u202e8, fell', secret: '001\u202e8', may: false },
  { text: 'Bed 4, dob 14/03/1998, fell', secret: '14/03/1998', may: false },
  { text: 'Bed 4, MRN A771204, fell', secret: 'A771204', may: false },
  { text: 'Bed 4, of LS12 4RT, fell', secret: 'LS12 4RT', may: true },
  { text: 'Bed 4, mum 07700 900123, told', secret: '07700 900123', may: true },
  { text: 'Bed 4, tilda.q@mail.example, told', secret: 'tilda.q@', may: true },
  { text: 'Bed 4, patient Tilda Quill, fell', secret: 'Tilda Quill', may: true },
] as const
type Written = (typeof WRITTEN)[number]

const REPLIES = [
  (text: string) => `note ${text}`,
  (text: string) => `done D1 ref ${text}`,
  (text: string) => `snooze 2h because ${text}`,
  (text: string) => `enhanced because ${text}`,
  (text: string) => `extend to Friday because ${text}`,
]
/** No reasons: the first says nothing, the second repeats it, the third only agrees. */
const NO_REASONS = (text: string) => ['…', text, 'yes']
/** About people at work: their names and addresses may stand, NHS numbers may not. */
const OF_STAFF = ['addPerson.name', 'addPerson.email', 'approveRules.approvedBy', 'recordTold.name']
const CHANNELS = ['web', 'slack', 'teams']

/** Every text of every form and of every reply, with everything that identifies a patient, from every service. */
export const guardedTexts: Row = {
  name: 'guarded-texts',
  goal: 'what identifies a patient is taken by no form and no reply, and stored nowhere',
  async run() {
    const world = await openApp({ policy: policyOf('social-care') })
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const before = await world.store.load(id)
    const forms = await inForms(world)
    const replies = await inReplies(world, id)
    const wrongs = [...forms.wrongs, ...replies.wrongs]
    const stored = await everything(world)
    wrongs.push(
      ...WRITTEN.filter(({ secret }) => stored.includes(secret)).map(
        ({ text }) => `stored: ${text}`,
      ),
    )
    if (JSON.stringify(await world.store.load(id)) !== JSON.stringify(before))
      wrongs.push('the case changed')
    const figure = `${forms.fields} texts of forms and ${REPLIES.length} kinds of reply × ${WRITTEN.length} × ${CHANNELS.length} services: ${forms.tried + replies.tried} tries`
    return found(figure, wrongs)
  },
}

async function inForms(world: TestApp) {
  const wrongs: string[] = []
  const { policy } = world.app.packs.current
  const fields = policy.forms.flatMap((form) =>
    form.fields.flatMap((field) => textsOf(form, field).map((text) => ({ form, ...text }))),
  )
  let tried = 0
  for (const channel of CHANNELS) {
    const [quinn, carl] = [speaker(world, 'quinn', channel), speaker(world, 'carl', channel)]
    for (const { form, id, answers } of fields) {
      // Only a commissioner shares with a host.
      const who = form.id === 'hostIntelligence' ? carl : quinn
      const isOfStaff = OF_STAFF.includes(`${form.id}.${id}`)
      for (const one of isOfStaff ? WRITTEN.slice(0, 2) : WRITTEN) {
        for (const sure of ['', ...(one.may ? NO_REASONS(one.text) : ['A job number'])]) {
          tried += 1
          const given = { ...answers, [id]: one.text, [`${id}__sure`]: sure }
          const reply = await who.submit({ form: form.id, nonce: `${tried}` }, given)
          const shown = reply.type === 'form' ? reply.form.fields : []
          const error = shown.find((field) => field.id === id)?.error ?? ''
          if (!isStopped(error, one))
            wrongs.push(`${channel}, ${form.id}.${id}: ${one.text} (${sure})`)
        }
      }
    }
  }
  return { wrongs, tried, fields: fields.length }
}

function isStopped(words: string, { may, secret }: Written): boolean {
  return (may ? /could be/ : /looks like/).test(words) && !words.includes(secret)
}

/** The texts that a field takes, and the answers under which they are asked. */
function textsOf(form: FormRule, field: FieldRule): { id: string; answers: Answers }[] {
  const answers = conditionsOf(form, field)
  if (field.kind === 'line' || field.kind === 'text') return [{ id: field.id, answers }]
  if (field.kind !== 'many' || !field.each.includes('evidence')) return []
  const one = field.from === 'signs' ? 'H3' : 'T3'
  return [{ id: `${field.id}__${one}__evidence`, answers: { ...answers, [field.id]: [one] } }]
}

function conditionsOf(form: FormRule, { when }: FieldRule): Answers {
  const other = form.fields.find(({ id }) => id === when?.field)
  if (!when || !other) return {}
  const [value] = chosenOf(when.is)
  return { ...conditionsOf(form, other), ...(value === undefined ? {} : { [other.id]: value }) }
}

async function inReplies(world: TestApp, id: Awaited<ReturnType<typeof raisedIncident>>['id']) {
  const wrongs: string[] = []
  let tried = 0
  for (const channel of CHANNELS) {
    const quinn = speaker(world, 'quinn', channel)
    for (const reply of REPLIES) {
      for (const one of WRITTEN) {
        tried += 1
        const words = wordsOf(world, await quinn.reply(id, reply(one.text)))
        const isTold = words.startsWith('Not recorded') && words.includes('delete your message')
        if (!isTold || !isStopped(words, one))
          wrongs.push(`${channel}, ${reply(one.text)}: ${words}`)
      }
    }
  }
  return { wrongs, tried }
}
