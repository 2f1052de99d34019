import { describe, expect, test } from 'vitest'
import { openLinks } from '../../../adapters/mail/links.ts'
import { inquiryInto } from '../../../src/app/inquiry/inquiry.ts'
import type { Intent } from '../../../src/core/intent.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { plusMinutes } from '../../../src/core/time/instant.ts'
import { type MailedApp, mailedApp } from './mailed-app.ts'

const SEATS = ['cqc-inspector', 'provider-chief-executive']
const QUESTION = 'The unit takes no new patients until it is safe.'
const by = (person: string) => ({ type: 'person', person }) as const
const form = (fields: Record<string, string>) => new URLSearchParams(fields)

const proposal = (affects: readonly string[] | null = null): Intent => ({
  kind: 'meeting',
  type: 'proposeDecision',
  by: by('rhea'),
  question: QUESTION,
  affects: affects && [...affects],
  form: 'joint',
  authority: 'decision',
  ratifiedBy: null,
  gate: null,
  topic: null,
  supersedes: null,
  because: null,
})

const closing: Intent = {
  kind: 'meeting',
  type: 'closeVote',
  by: by('rhea'),
  decision: 1,
  reason: 'All was said.',
}

const lettersTo = ({ server }: MailedApp, person: string) =>
  server.arrived
    .filter(({ to }) => to.includes(`${person}@example.org`))
    .map((mail) => ({ subject: mail.header('subject') ?? '', text: mail.text, mail }))

/** A risk summit with Cleo, who is on no chat service, and a page that is opened by her newest link. */
async function convened() {
  const app = await mailedApp()
  const id = await app.summit(SEATS)
  const asked = async (intent: Intent) => {
    const answer = await app.ask(intent, id)
    if (!answer.ok) throw new Error(answer.refusal.message)
  }
  await asked({
    kind: 'meeting',
    type: 'answer',
    by: by('rhea'),
    prompt: 'chair',
    answer: 'confirm',
    revision: null,
    reason: null,
    person: null,
  })
  const pageOf = (person: string) => {
    const link = app.linkOf(person)
    return {
      link,
      get: () => fetch(link),
      send: async (fields: Record<string, string>) => {
        const body = form(fields)
        const response = await fetch(link, { method: 'POST', body, redirect: 'manual' })
        await app.settle()
        return response
      },
    }
  }
  const meeting = () => app.record('meeting', id)
  return { app, id, asked, pageOf, meeting }
}

async function voting() {
  const trial = await convened()
  await trial.asked(proposal())
  return { ...trial, ...trial.pageOf('cleo') }
}

async function statusOf(app: MailedApp, id: RecordId) {
  const heard = { actor: by('quinn'), channel: 'web', key: 'status' }
  const reply = await app.conversation.command(heard, 'muster', `status ${referenceOf(id)}`)
  if (reply.type !== 'say') throw new Error('Nothing was said')
  return plainMessage(reply.message, app.app.directory())
}

describe('a vote that is open to somebody who is on no chat service', () => {
  test('is told by letter: the question, what can be answered, until when, and the link', async () => {
    const { app } = await voting()

    const [, letter, ...more] = lettersTo(app, 'cleo')

    expect(more).toEqual([])
    expect(letter?.subject).toMatch(/^Risk summit M-.*: decision 1, being voted on$/)
    expect(letter?.text).toContain(QUESTION)
    expect(letter?.text).toContain('You can vote for it, vote against it, or abstain')
    expect(letter?.text).toContain('It answers until Mon 29 Mar 2027 21:20 BST.')
    expect(letter?.text).toMatch(
      /To vote, open this page:\r?\nhttps:\/\/muster\.example\.org\/answer\//,
    )
    expect(letter?.text).not.toContain('[For]')
    expect(letter?.text).not.toContain('calendar')
    expect(letter?.mail.parts).toHaveLength(1)
  })

  test('whose letter is sent once, and to nobody who has no vote in it', async () => {
    const { app, asked } = await convened()
    await asked(proposal(['willow']))
    await asked({ kind: 'meeting', type: 'vote', by: by('wanda'), decision: 1, choice: 'for' })

    expect(lettersTo(app, 'cleo')).toHaveLength(1)
  })

  test('is cast by the person, and the room, the page and the record say: by mail link', async () => {
    const { app, id, get, send, meeting, asked } = await voting()

    const response = await send({ answer: 'for' })

    expect(response.status).toBe(303)
    const [ballot] = (await meeting()).decisions ?? []
    expect(ballot?.votes).toMatchObject([
      { organisation: 'cqc', choice: 'for', by: { person: 'cleo', via: 'link' } },
    ])
    const at = 'Fri 26 Mar 2027 20:20 GMT'
    const acceptedAt = app.app.realNow()
    expect(await (await get()).text()).toContain(`Your organisation voted “for” ${at}.`)
    const room = app.web.standing.findLast(({ slot }) => slot === 'decision:1')?.words
    expect(room).toContain(`for: Cleo Marchetti, ${at}, by mail link`)
    await asked(closing)
    const answers = { judgement: 'The risk is shared.' }
    const heldAt = app.app.now()
    const record = { by: by('rhea'), heldAt, form: 'riskSummitRecord', answers } as const
    await asked({ kind: 'meeting', type: 'record', ...record })
    const minutes = app.web.standing.find(({ words }) => words.includes('DECISIONS'))
    expect(minutes?.words).toContain(`for: Cleo Marchetti, ${at}, by mail link`)
    const kase = (await meeting()).case
    const inquiry = kase && (await inquiryInto(app.app, kase))
    const isLetter = ({ place, slot }: { place: string; slot: string }) =>
      place === 'mail/person/cleo' && slot === 'decision:1'
    expect(inquiry?.messages.find(isLetter)).toMatchObject({ outcome: 'accepted', acceptedAt })
    expect(await statusOf(app, id)).toContain(
      `Cleo Marchetti: Decision 1, told ${at} on Mail, accepted ${at}; voted “for” ${at}, by mail link`,
    )
  })

  test('changes nothing by being looked at', async () => {
    const { app, id, link, get } = await voting()
    const before = await app.store.load(id)

    for (let n = 0; n < 3; n += 1) await get()
    await fetch(`${link}?answer=for`)
    await fetch(link, { method: 'HEAD' })
    await app.settle()

    expect(await app.store.load(id)).toEqual(before)
  })

  test('that was cast already, and is sent again, is told so in the words of chat', async () => {
    const { send, meeting } = await voting()
    await send({ answer: 'for' })

    const again = await send({ answer: 'for' })

    expect(await again.text()).toContain('already. Nothing was changed.')
    expect((await meeting()).decisions?.[0]?.votes).toHaveLength(1)
    await send({ answer: 'against' })
    expect((await meeting()).decisions?.[0]?.votes).toHaveLength(2)
  })

  test('that is closed is not counted: the page says so, what stands, and whom to ask', async () => {
    const { asked, get, send, meeting } = await voting()
    await asked({ kind: 'meeting', type: 'vote', by: by('wanda'), decision: 1, choice: 'for' })
    await asked(closing)

    const late = await (await send({ answer: 'against' })).text()

    expect(late).toContain('Your vote was not counted.')
    expect((await meeting()).decisions?.[0]?.votes).toHaveLength(1)
    const page = await (await get()).text()
    expect(page).toContain('Passed: 1 for')
    expect(page).toContain('phone Quinn Adeyemi, who called the meeting.')
    expect(page).not.toContain('<button')
  })

  test('is refused to whoever has a conflict of interest, who is shown nothing of what is decided', async () => {
    const { asked, get, send, meeting } = await voting()
    await asked({
      kind: 'meeting',
      type: 'declareConflict',
      by: by('cleo'),
      whose: { type: 'person', person: 'cleo' },
      what: 'A relative works there.',
    })

    const refused = await (await send({ answer: 'for' })).text()

    expect(refused).toContain('You have no vote on decision 1: a conflict of interest is declared')
    expect((await meeting()).decisions?.[0]?.votes).toEqual([])
    const page = await (await get()).text()
    expect(page).toContain('What is said and decided meanwhile is not shown to you.')
    expect(page).not.toContain(QUESTION)
  })

  test('reaches also somebody who is called while it is open, and whoever is let back in', async () => {
    const { app, asked } = await convened()
    await asked({
      kind: 'meeting',
      type: 'declareConflict',
      by: by('cleo'),
      whose: { type: 'person', person: 'cleo' },
      what: 'A relative works there.',
    })
    await asked(proposal())
    const [, changed, ...more] = lettersTo(app, 'cleo')
    expect(changed?.text).toContain('You are out of the closed part')
    expect(changed?.text).not.toMatch(/Dial in|To vote/)
    expect(more).toEqual([])
    await asked({
      kind: 'meeting',
      type: 'returnFromConflict',
      by: by('rhea'),
      conflict: 1,
      reason: 'It was another ward.',
    })
    expect(lettersTo(app, 'cleo').at(-1)?.text).toContain('To vote, open this page')

    const deputy = { prompt: 'seat-wanda', answer: 'deputy', revision: null } as const
    await asked({
      kind: 'meeting',
      type: 'answer',
      by: by('wanda'),
      ...deputy,
      reason: null,
      person: 'bao',
    })
    expect(lettersTo(app, 'bao').map(({ text }) => text.includes('To vote'))).toEqual([false, true])
  })

  test('has a link that says nothing of the case, and past its time only what stands', async () => {
    const { app, id, link } = await voting()
    expect(Buffer.from(link.split('/').at(-1) ?? '', 'base64url').toString()).not.toContain('unit')
    const linked = { record: id, slot: 'decision:1', person: 'cleo' } as const
    const until = plusMinutes(app.app.now(), -1)
    const old = `${app.url}/answer/${await openLinks(app.store).tokenFor(linked, until)}`

    const [looked, sent] = [
      await fetch(old),
      await fetch(old, { method: 'POST', body: form({ answer: 'for' }) }),
    ]

    expect([looked.status, sent.status]).toEqual([410, 410])
    const words = await looked.text()
    expect(words).toContain('decision 1, being voted on')
    expect(words).toContain('This link is past its time')
    expect(words).toContain('phone Quinn Adeyemi, who called the meeting.')
    expect(words).not.toContain(QUESTION)
    expect((await app.record('meeting', id)).decisions?.[0]?.votes).toEqual([])
  })

  test('answers nothing for a meeting that its person was let go of', async () => {
    const { app, id, get, send } = await voting()
    await app.ask({ kind: 'meeting', type: 'noteConfidential', list: ['quinn', 'cleo'] }, id)
    await app.ask({ kind: 'meeting', type: 'noteAccess', person: 'cleo', listed: false }, id)

    expect([(await get()).status, (await send({ answer: 'for' })).status]).toEqual([404, 404])
  })
})

describe('an action that is asked of somebody who is on no chat service', () => {
  const asking: Intent = {
    kind: 'meeting',
    type: 'askAction',
    by: by('rhea'),
    again: null,
    what: 'Inspect the ward again.',
    of: 'cqc',
    owner: 'cleo',
    dueAt: '2027-04-09T22:59:59Z',
    evidence: 'The report of the inspection',
    risk: null,
  }

  async function acting() {
    const trial = await convened()
    await trial.asked(asking)
    return { ...trial, ...trial.pageOf('cleo') }
  }

  test('is told by letter with what is to be done, by when, and the link', async () => {
    const { app } = await acting()

    const letter = lettersTo(app, 'cleo').at(-1)

    expect(letter?.subject).toContain('not answered yet, asked for by Fri 9 Apr 2027')
    expect(letter?.text).toContain('Inspect the ward again.')
    expect(letter?.text).toContain('What will show it: The report of the inspection')
    expect(letter?.text).toContain('To answer, open this page:')
    expect(letter?.text).toContain('It answers until Fri 23 Apr 2027 23:59 BST.')
    expect(letter?.text).toContain('phone Rhea Dutta, who asked for it')
    expect(letter?.text).not.toContain('[Accept]')
  })

  test('is accepted, and then reported as done with what shows it, by the same link', async () => {
    const { send, get, meeting } = await acting()

    expect((await send({ answer: 'accept', revision: '1' })).status).toBe(303)
    expect(await (await get()).text()).toContain('accepted, due Fri 9 Apr 2027')
    const done = await send({ answer: 'actionDone', nonce: 'n1', 'field.evidence': 'Report 12' })

    expect(await done.text()).toContain('Somebody else looks at it and signs it off.')
    const [action] = (await meeting()).actions ?? []
    expect(action).toMatchObject({ state: 'done', given: { text: 'Report 12' } })
    expect(action?.steps.slice(1)).toMatchObject([
      { step: 'accepted', by: { person: 'cleo', via: 'link' } },
      { step: 'done', by: { person: 'cleo', via: 'link' } },
    ])
    expect(await (await get()).text()).toContain('by mail link')
  })

  test('is declined with a reason, and not without', async () => {
    const { send, get, meeting } = await acting()

    const empty = await send({ answer: 'actionDecline', nonce: 'n1', 'field.reason': '' })
    expect(empty.status).toBe(422)
    const words = 'It is for the trust itself.'
    await send({ answer: 'actionDecline', nonce: 'n2', 'field.reason': words })

    expect((await meeting()).actions?.[0]?.state).toBe('declined')
    expect(await (await get()).text()).toContain('Accept after all…')
  })

  test('that was declined is asked of another organisation by whoever asked, by the link in the reminder', async () => {
    const trial = await convened()
    const meant = { what: 'Put a second nurse on each night shift.', of: 'willow', owner: 'ivan' }
    await trial.asked({ ...asking, by: by('cleo'), ...meant })
    const declining = { revision: null, dueAt: null, owner: null, reason: 'Nobody can be hired.' }
    const answer = { kind: 'meeting', type: 'answerAction', action: 1, answer: 'decline' } as const
    await trial.asked({ ...answer, by: by('ivan'), ...declining })
    const { get, send } = trial.pageOf('cleo')
    const page = await (await get()).text()
    for (const way of ['Ask again…', 'Ask another organisation…', 'Let it go…'])
      expect(page).toContain(way)

    const fields = { 'field.what': meant.what, 'field.of': 'harbour', 'field.due': '2027-04-09' }
    const evidence = { 'field.evidence': 'The rota of four weeks.' }
    await send({ answer: 'actionInstead', nonce: 'n1', ...fields, ...evidence })

    expect((await trial.meeting()).actions).toMatchObject([
      { n: 1, state: 'withdrawn' },
      { n: 2, of: 'harbour', state: 'asked', asker: 'cleo' },
    ])
  })

  test('that somebody else has answered is not answered again: the page says what stands', async () => {
    const { asked, send } = await acting()
    await asked({
      kind: 'meeting',
      type: 'withdrawAction',
      by: by('rhea'),
      action: 1,
      reason: 'It is not needed.',
    })

    const late = await send({ answer: 'accept', revision: '1' })

    expect(late.status).toBe(409)
    const words = await late.text()
    expect(words).toContain('withdrawn: It is not needed')
    expect(words).toContain('phone Rhea Dutta, who asked for it.')
  })

  test('is reminded of by a letter with a link of its own, and that letter is on record', async () => {
    const { app, id } = await acting()
    const first = lettersTo(app, 'cleo').length

    await app.moveTo('2027-03-31T08:00:00Z')

    // The call itself is reminded of as well.
    const letter = lettersTo(app, 'cleo')
      .slice(first)
      .find(({ subject }) => subject.includes('no answer yet'))
    expect(letter?.text).toContain('To answer, open this page:')
    expect(await statusOf(app, id)).toMatch(
      /Cleo Marchetti: Action 1, reminder 1: no answer yet, told .* on Mail, accepted .*; no answer/,
    )
  })
})

test('whoever is to resolve a dispute by mail is told by letter, and records the outcome by its link', async () => {
  const { app, asked, pageOf, meeting } = await voting()
  await asked({ kind: 'meeting', type: 'vote', by: by('wanda'), decision: 1, choice: 'for' })
  await asked(closing)
  const about = { kind: 'meeting', decision: 1 } as const
  await asked({ ...about, type: 'disputeDecision', by: by('wanda'), reason: 'It was unclear.' })
  await asked({ ...about, type: 'nameResolver', by: by('rhea'), person: 'cleo' })

  const letter = lettersTo(app, 'cleo').at(-1)
  expect(letter?.text).toContain('To say what came of it, open this page:')
  const fields = { 'field.outcome': 'stands', 'field.reason': 'Both sides were heard.' }
  await pageOf('cleo').send({ answer: 'resolveDispute', nonce: 'n1', ...fields })

  expect((await meeting()).decisions?.[0]?.dispute?.outcome).toMatchObject({
    is: 'stands',
    by: { person: 'cleo', via: 'link' },
  })
})
