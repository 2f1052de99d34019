import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { referenceOf } from '../../src/core/record-id.ts'
import { expected } from '../scenarios/story.ts'
import { IN_ROOM, UNDER_CASE } from './scene/incident.ts'
import { services } from './scene/index.ts'
import { contribution, numberOf, scored, step } from './scene/on-file.ts'
import { type Entered, OWN, type Scene, type Somebody, type Where } from './scene/scene.ts'
import { playgroundWorld } from './scene/world.ts'

const ENTERED = '2027-05-10T09:00:00Z'
/** Its card, and nothing that stands in its thread. */
const PROVIDER = /^Alder House: (Routine|Enhanced)(, [^→]*)?$/
const UNDER_PROVIDER: Where = { ...IN_ROOM, under: PROVIDER }
const ADVICE = /^The trigger tool recommends/
const PROFILE = 'Quality risk profile'
const TRIGGERS = ['T3', 'T4', 'T5']
const EVIDENCE: Entered = Object.fromEntries(
  TRIGGERS.flatMap((id) => [
    [`${id} – evidence`, 'More than in any quarter before'],
    [`${id} – new, rising or stable?`, 'Rising'],
  ]),
)
/** Of which provider, which meeting, and what its record is handed in by. */
const REVIEW = ['alder-house', 'Quality review meeting', 'Save review record'] as const
const GROUP = ['alder-house', 'Quality surveillance group', 'Save group record'] as const
const CALL = ['orchard-view', 'Intelligence-sharing call', 'Save call note'] as const
const CONTRIBUTIONS = [
  contribution('Care Quality Commission', 'Staffing is what worries us'),
  contribution('Local authority', 'Families tell us the same'),
]

/** Nine months go by in it. */
const timeout = 180_000

describe.each(services)(
  'S10 on $name: a risk profile and three months',
  { timeout },
  ({ open }) => {
    let scene: Scene
    let lead: Somebody
    let manager: Somebody
    let chief: Somebody

    beforeAll(async () => {
      scene = await open(playgroundWorld(), ENTERED)
      lead = await scene.person('Teodora Whitlock')
      manager = await scene.person('Farida Lochhead')
      chief = await scene.person('Oluchi Brandreth')
      await scene.person('Amina Farrow')
    })
    afterAll(() => scene?.close())

    const meetings = async () =>
      (await scene.app.store.list({ facets: { kind: 'meeting' } })).map(({ id }) => referenceOf(id))

    /** Calls a meeting for now, to which the other of the two comes, and records what it decided a while later. */
    async function held(
      who: Somebody,
      [of, label, record]: readonly [string, string, string],
      at: string,
      decided: Entered,
    ): Promise<void> {
      const before = await meetings()
      const form = await who.types(`/muster convene ${of}`)
      const preview = await form.goesOn({
        'Which meeting?': label,
        'Why is it called?': 'To see where the provider stands',
      })
      await preview.send()
      await scene.at(`${at}:00Z`)
      // Several of a kind are held here: each has a room of its own.
      const [reference = ''] = (await meetings()).filter((one) => !before.includes(one))
      const other = who === lead ? manager : lead
      await other.presses({ room: OWN }, new RegExp(`^You are called: .*${reference}`), 'Coming')
      const room = `${label} ${reference}`.toLowerCase().replaceAll(' ', '-')
      const minutes = await who.opens({ room }, new RegExp(`^${label}: .*${reference}`), record)
      await minutes.send({
        'When was it held?': at.replace('T', ' '),
        'What did it conclude, and why?': 'As the papers show',
        ...decided,
      })
    }

    /** The monthly feedback, given on each of these days. */
    async function fedBack(...days: readonly string[]): Promise<void> {
      for (const day of days) {
        await scene.at(`${day}T13:00:00Z`)
        const form = await lead.opens(IN_ROOM, PROVIDER, 'Record enhanced feedback')
        await form.send({
          'When was it given?': `${day} 12:30`,
          'To whom?': 'The quality meeting and the Quality Committee',
          'In brief': 'What is known of the ward, and what is done',
        })
      }
    }

    async function moderated(isAsked: boolean, draft: Entered, agreed: Entered, groupOn: string) {
      const begin = isAsked ? 'Draft the profile' : 'Draft a quality risk profile'
      const form = await step(lead, begin, isAsked ? PROFILE : '')
      await form.shows('it is not the NHS England tool', 'The provider reads it once it is shared.')
      await form.send({
        'Why a quality risk profile now?': `Concerns of ${groupOn}`,
        'On what grounds?': 'Concerns about quality persist or grow',
        'Whose decision is it?': isAsked ? 'NHSE/I recommends it' : 'The lead commissioner',
        ...draft,
        'What is it drawn from?': 'Visits, referrals and the plan',
      })
      for (const one of CONTRIBUTIONS)
        await (await step(lead, 'Add a contribution', PROFILE)).send(one)
      const moderation = await step(lead, 'Record the moderated scores', PROFILE)
      await moderation.send({
        ...agreed,
        'Who agreed these scores?': 'NHSE/I, the Care Quality Commission and the council',
        'The next quality surveillance group meets on': groupOn,
      })
    }

    test('three triggers, of which some rise, lead to enhanced with its review pending', async () => {
      const nurse = await scene.person('Amina Farrow')
      const concern = await nurse.types('/concern')
      await concern.send({
        'What did you see or hear?': 'Observations are missed again',
        'Is anyone in immediate danger?': 'No',
      })
      const triage = await lead.opens(UNDER_CASE, /^Please triage/, 'Triage')
      await triage.send({
        'Which of these are present?': TRIGGERS,
        ...EVIDENCE,
        'How bad would it be?': '3',
        'How likely is it?': '3',
        'Does anything need action today?': 'No',
      })
      await lead.reads(UNDER_CASE, ADVICE, 'T3', 'T4', 'T5', '3 triggers count')
      await lead.presses(UNDER_CASE, ADVICE, 'Accept')

      await lead.reads(
        IN_ROOM,
        /^Alder House: Enhanced, review pending$/,
        'Mon 10 May 2027 10:00 BST: Routine → Enhanced, review pending. By G2',
        'D16 Enhanced feedback: due Thu 10 Jun 2027 23:59 BST',
        'D17 Quality review meeting: not held yet; no time is given',
        'D29 Formal notice to the provider: nothing of it is on file yet',
        'learning disability, autism – phase 1',
      )
      expect(expected('S10', 'feedback1_due')).toBe('2027-06-10')
    })

    test('whoever must know is told in private, with proof under the provider (M11)', async () => {
      await chief.reads({ room: OWN }, /^You are told: Alder House/, 'the formal notice')
      await lead.reads(
        UNDER_PROVIDER,
        /^Alder House: Must know/,
        'Oluchi Brandreth: told Mon 10 May',
      )
    })

    test('whom she told by phone, in a post that nobody holds, stands beside them (M11)', async () => {
      const told = await lead.opens(
        UNDER_PROVIDER,
        /^Alder House: Must know/,
        'Record who was told otherwise…',
      )
      await told.send({
        'For which post?': 'ICB: head of quality and safety',
        'Who was told?': 'Ada Okafor',
        'How?': 'By phone',
        'When?': '2027-05-10 10:00',
      })

      await lead.reads(
        UNDER_PROVIDER,
        /^Alder House: Must know/,
        'Ada Okafor: told Mon 10 May 2027 10:00 BST by phone, by Teodora Whitlock',
      )
    })

    test('the formal notice is given, read in private, and stands as an output of step (a)', async () => {
      const form = await step(lead, 'Give formal notice')
      await form.send({
        'What are the concerns?': 'Observations are missed',
        'How are they substantiated?': 'By three triggers',
        'How severe are they held to be?': 'High',
        'Do they breach the contract?': 'Not settled yet',
        'What is expected of the provider?': 'A plan',
        'By when?': 'In four weeks',
        'How does the formal notice go out?': 'Letter',
      })

      await chief.reads({ room: OWN }, /^You are told/, 'This is a formal notice')
      await lead.reads(UNDER_PROVIDER, /^Alder House: Formal notice/, 'Observations are missed')
      expect(await lead.asks('/muster file alder-house')).not.toContain('Missing: formal notice')
      const owed = await lead.asks('/muster duties alder-house')
      expect(owed).toContain('D17 Quality review meeting: not held yet')
      expect(owed).not.toContain('D29')
    })

    test('no profile belongs to it before its review; the review keeps it in enhanced', async () => {
      expect(await manager.asks('/muster file alder-house')).not.toContain('Recommend a quality')
      await scene.at('2027-05-19T09:00:00Z')
      await held(lead, REVIEW, '2027-05-19T11:00', {
        'Where does the provider stand after it?': 'It continues in enhanced',
      })

      await lead.reads(
        IN_ROOM,
        /^Alder House: Enhanced$/,
        'Wed 19 May 2027',
        'Enhanced, review pending → Enhanced. By G5',
        'due Thu 10 Jun 2027 23:59 BST',
        'D20 Improvement plan: nothing of it is on file yet; at agreed timescales',
      )
      expect(await lead.asks('/muster duties alder-house')).not.toContain('D17')
    })

    test('whoever is in the directory finds the collaborative that the provider belongs to', async () => {
      const words = await chief.asks('/muster collaborative secure')

      expect(words).toContain('Saltmarsh Secure Care Collaborative')
      expect(words).toContain('Lead provider model; Collaboration agreement')
      expect(words).toContain('Alder House; Orchard View Hospital; Kestrel Lodge')
      expect(await lead.asks('/muster collaborative lighthouse')).toContain(
        'Fenmoor Acute Alliance',
      )
    })

    test('feedback that is given on 9 June is due again on 9 July', async () => {
      await fedBack('2027-06-09')

      await lead.reads(IN_ROOM, PROVIDER, 'D16 Enhanced feedback: due Fri 9 Jul 2027 23:59 BST')
      expect(expected('S10', 'feedback2_due_after_9_June')).toBe('2027-07-09')
    })

    test('NHSE/I recommends a risk profile; the lead drafts it, and the provider sees none of it', async () => {
      const form = await step(manager, 'Recommend a quality risk profile')
      await form.send({ 'Why a quality risk profile now?': 'Concerns persist' })
      const why = 'Seen on two visits'
      const worse = scored('4', '4', why)
      await moderated(true, worse, scored('4', '3', why), '2027-06-16')

      const words = await lead.asks(`/muster file alder-house ${await numberOf(lead, PROFILE)}`)
      expect(words).toContain('Safety: 12, High')
      expect(words).toContain('not the NHS England tool')
      expect(await chief.asks('/muster file alder-house')).not.toContain('Concerns persist')
    })

    test('it is shared after agreement, and owed to the surveillance group until it is reported (D18)', async () => {
      expect(await lead.asks('/muster mine')).toContain('(D18)')
      const share = await step(lead, 'Share it with the provider', PROFILE)
      await share.send({
        'What is the provider told with it, and what is expected of it?': 'We agreed on it',
      })
      await chief.reads(
        UNDER_PROVIDER,
        /^Alder House: Quality risk profile shared/,
        'Staffing is what worries us',
      )
      await scene.at('2027-06-16T13:00:00Z')
      await lead.reads(UNDER_PROVIDER, /^Quality risk profile \d{4} /, 'D18', 'Teodora Whitlock')
      const report = await step(lead, 'Report it to the surveillance group', PROFILE)
      await report.send({
        'When did the group meet?': '2027-06-16 10:00',
        'What came of it?': 'Assurance not gained',
        'Why?': 'Staffing is not safe yet',
      })

      expect(await lead.asks('/muster mine')).not.toContain('(D18)')
      const early = await manager.types('/muster level alder-house')
      const again = await early.goesOn({ 'What was decided?': 'G9', 'Why?': 'It is better' })
      await again.shows('G9 needs “Report it to the surveillance group”', '“Assurance gained”')
      await again.leave()
    })

    test('run again on 30 November it shows the way down from the one before', async () => {
      await fedBack('2027-07-09', '2027-08-09', '2027-09-09', '2027-10-08', '2027-11-08')
      await scene.at('2027-11-30T08:00:00Z')
      const why = 'Seen on every visit'
      await moderated(false, scored('3', '2', why), scored('3', '2', why), '2027-11-30')
      const share = await step(lead, 'Share it with the provider', PROFILE)
      await share.send({
        'What is the provider told with it, and what is expected of it?': 'It gets better',
      })
      await chief.reads(
        UNDER_PROVIDER,
        /^Alder House: Quality risk profile shared/,
        'Safety: 6, Moderate, down from 12',
      )
      const evidence = await step(chief, 'Add the provider’s evidence', PROFILE)
      await evidence.send({
        'What does the provider add, acknowledge or challenge?': 'Nine nurses have begun',
      })
      const report = await step(lead, 'Report it to the surveillance group', PROFILE)
      await report.send({
        'When did the group meet?': '2027-11-30 08:00',
        'What came of it?': 'Assurance gained',
        'Why?': 'In every domain',
      })
    })

    test('the surveillance group holds it for three months, to the last of February', async () => {
      await held(manager, GROUP, '2027-11-30T11:00', {
        'What follows for the provider’s level?': 'Assurance at the risk profile',
      })

      await lead.reads(
        IN_ROOM,
        /^Alder House: Enhanced, three-month hold$/,
        'By G9',
        'D19 Three-month hold: due Tue 29 Feb 2028 23:59 GMT',
      )
      expect(expected('S10', 'hold_until')).toBe('2028-02-29')
    })

    test('the contrast: assurance at a call without a profile steps down at once', async () => {
      const form = await lead.types('/muster level orchard-view')
      await form.send({ 'What was decided?': 'G13', 'Why?': 'Urgent action on one ward' })
      await scene.at('2027-11-30T11:30:00Z')
      await held(manager, CALL, '2027-11-30T13:00', {
        'Was assurance gained, so that the provider steps down?': 'Yes: step down to routine',
      })

      expect(await lead.asks('/muster status orchard-view')).toContain('Routine')
    })

    test('the provider withdraws an action that it entered twice, and the other is done and signed off', async () => {
      for (const action of ['Nine nurses at night', 'Nine nurses at night, once more']) {
        const form = await step(chief, 'Add an action to the plan')
        await form.send({
          'Which risk does it address?': 'Too few staff at night',
          'What is done?': action,
          'Who leads on it at the provider?': 'Gethin Okonjo',
          'Done by': '2027-12-31',
          'How is it measured?': 'By the rota',
        })
      }
      const withdrawal = await step(chief, 'Withdraw it', 3)
      await withdrawal.shows('Only for what was entered by mistake')
      await withdrawal.send({ 'What was the mistake?': 'It was entered twice' })

      expect(await chief.asks('/muster file alder-house 3')).toContain(
        'It stands at: withdrawn, entered by mistake. It is closed.',
      )
      const evidence = await step(chief, 'It is done', 2)
      await evidence.send({ 'What shows that it is done?': 'The rota of November' })
      const signed = await step(lead, 'Sign off', 2)
      await signed.send({
        'Which group signs it off?': 'Safety subgroup',
        'What convinced it?': 'The rota, and a visit at night',
        'Looked at again on, to see whether it lasts': '2028-02-28',
      })
      const words = await lead.asks('/muster file alder-house')
      expect(words).toContain('Improvement action 2: Nine nurses at night – signed off')
      expect(words).not.toContain('once more')
      expect(words).toContain('1 of 1, the latest Improvement action 2 (Safety subgroup)')
    })

    test('on 28 February it cannot step down yet, and is told from when it may', async () => {
      await fedBack('2027-12-08', '2028-01-07', '2028-02-07')
      await scene.at('2028-02-28T12:00:00Z')
      const form = await manager.types('/muster level alder-house')
      const again = await form.goesOn({ 'What was decided?': 'G10', 'Why?': 'It has lasted' })

      await again.shows('G10 can be decided from Tue 29 Feb 2028 on')
      await again.leave()
    })

    test('on the day of the second look the action has lasted, which closes the plan', async () => {
      const lasted = await step(lead, 'It has lasted', 2)
      await lasted.send({ 'What shows that it has lasted?': 'The rota of February' })

      const words = await lead.asks('/muster file alder-house')
      expect(words).toContain('(e) Improvement plan: done, 3 of 3')
      expect(words).not.toContain('Improvement action 2: Nine')
      expect(await lead.asks('/muster mine')).not.toContain('Improvement action')
    })

    test('on the 29th it needs the record of a surveillance group, and then is back to routine', async () => {
      await scene.at('2028-02-29T09:30:00Z')
      const form = await manager.types('/muster level alder-house')
      const again = await form.goesOn({ 'What was decided?': 'G10', 'Why?': 'It has lasted' })
      await again.shows('G10 is decided by the quality surveillance group (M2)')
      await again.leave()
      await held(manager, GROUP, '2028-02-29T11:00', {
        'What follows for the provider’s level?': 'The three months are over',
      })

      const card = await lead.reads(IN_ROOM, /^Alder House: Routine$/, 'By G10')
      expect(card).not.toContain('D16')
      expect(scene.faults.filter((one) => !/lakshmi.dunmore/i.test(one)).join('\n')).toBe('')
    })
  },
)
