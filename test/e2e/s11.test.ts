import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expected } from '../scenarios/story.ts'
import { services } from './scene/index.ts'
import { type Form, OWN, type Scene, type Somebody } from './scene/scene.ts'
import {
  ALDER_HOUSE,
  ASKS,
  BRIEF,
  CASE,
  CHAIR,
  IN_SUMMIT,
  raiseDanger,
  SUMMIT,
  UNDER_BRIEF,
  UNDER_CASE,
  WHY,
} from './scene/summit.ts'
import { playgroundWorld } from './scene/world.ts'

const RAISED = '2027-08-14T07:10:00Z'
const CALLED = expected('S11', 'decision')
const STARTS = expected('S11', 'summit')
const FEEDBACK = expected('S11', 'feedback_due')
/** M1’s lines in their order, with the posts inside each; Alder House is jointly commissioned. */
const LINES = [
  'NHSE/I regional team – director: Cornelius Abara; medical director: Hamza Trevithick; nurse director: Eluned Sarpong',
  'Care Quality Commission – Lakshmi Dunmore',
  'accountable officer or chief nurse: Harriet Nwachukwu',
  'nominated director: Samir Colquhoun',
  'Local authority – adult safeguarding lead: Delroy Winspear',
  'chief executive: Oluchi Brandreth',
  'board representative (1 of up to 3): Desmond Valcourt',
  'Secretariat – senior manager of the chair’s organisation: Pilar Winterbourne',
]
const SEATS = [
  'NHSE/I regional team: director – Cornelius Abara',
  'NHSE/I regional team: medical director – Hamza Trevithick',
  'NHSE/I regional team: nurse director – Eluned Sarpong',
  'Care Quality Commission – Lakshmi Dunmore',
  'ICB: accountable officer or chief nurse – Harriet Nwachukwu',
  'ICB: nominated director – Samir Colquhoun',
  'Local authority: adult safeguarding lead – Delroy Winspear',
  'Provider: chief executive – Oluchi Brandreth',
  'Provider: board representative (1 of up to 3) – Desmond Valcourt',
  'General Medical Council – empty – required: the organisation is not in the directory',
  'Nursing and Midwifery Council – empty – required',
  'Health Education England – empty – required',
  'Secretariat: senior manager of the chair’s organisation – Pilar Winterbourne',
]
const MISSING = 'General Medical Council; Nursing and Midwifery Council; Health Education England.'
/** Without whoever is at the Care Quality Commission. */
const PEOPLE = [
  'Cornelius Abara',
  'Delroy Winspear',
  'Desmond Valcourt',
  'Eluned Sarpong',
  'Hamza Trevithick',
  'Harriet Nwachukwu',
  'Oluchi Brandreth',
  'Pilar Winterbourne',
  'Samir Colquhoun',
  'Teodora Whitlock',
]
/** Who does something besides. */
const OTHERS = [
  'Amina Farrow',
  'Gethin Okonjo',
  'Oluchi Brandreth',
  'Cornelius Abara',
  'Hamza Trevithick',
  'Yusra Pemberley',
]
const ACTION = 'Put a second nurse on every night shift'
const PROVIDER = /^Alder House: Enhanced/
const ASKED = /^Action 1 for Alder House/

describe.each(services)('S11 on $name: a risk summit at once, on a Saturday', ({ name, open }) => {
  const isChat = name !== 'the playground'
  let scene: Scene
  let lead: Somebody
  let council: Somebody
  let preview: Form

  beforeAll(async () => {
    scene = await open(playgroundWorld(), RAISED)
    lead = await scene.person('Teodora Whitlock')
    council = await scene.person('Delroy Winspear')
    await Promise.all(OTHERS.map(scene.person))
  })
  afterAll(() => scene?.close())

  test('a concern with immediate risk asks the quality lead about a summit, and starts no clock', async () => {
    await raiseDanger(scene)

    await lead.reads(UNDER_CASE, ASKS, 'Teodora Whitlock')
    expect(await lead.reads({ room: ALDER_HOUSE }, CASE)).not.toMatch(/\bD[1-7]\b/)
  })

  test('somebody who may not call it is told who may, and nothing is made', async () => {
    await scene.at(CALLED)
    const incidentLead = await scene.person('Gethin Okonjo')
    const said = await incidentLead.isTold(UNDER_CASE, ASKS, 'Call a risk summit')

    expect(said).toMatch(/Only the quality lead of Saltmarsh.* may call the risk summit\./)
    expect(await lead.isIn(SUMMIT)).toBe(false)
  })

  test('the lead calls it for the afternoon; a time that has passed is refused in the form', async () => {
    const form = await lead.opens(UNDER_CASE, ASKS, 'Call a risk summit')
    const early = { 'Why is it called?': WHY, 'When does it start?': '2027-08-14 08:00' }
    const again = await form.goesOn(early)
    await again.shows('This time has passed')

    preview = await again.goesOn({ 'When does it start?': '2027-08-14 15:00' })

    await preview.shows('Nobody has been called yet.', ...LINES)
    await preview.shows(`Empty: ${MISSING}`, 'Quorum: none stated.')
    expect(await council.isIn(SUMMIT)).toBe(false)
  })

  test('on confirmation its room has those who are called, and nobody else', async () => {
    await preview.send()

    const inspector = isChat ? 'Petroc Anderssen' : 'Lakshmi Dunmore'
    expect(await lead.peopleIn(SUMMIT)).toEqual([...PEOPLE, inspector].sort())
  })

  test('a seat whose holder a service does not reach goes to the next in line at once', async () => {
    const words = isChat
      ? [`Lakshmi Dunmore was not reached on ${name}`, 'Petroc Anderssen, deputy: called']
      : ['Lakshmi Dunmore: called, no answer yet']
    await lead.reads(IN_SUMMIT, BRIEF, ...words)
  })

  test('the brief says when it starts, has no deadline, and waits for no chair', async () => {
    const brief = await council.reads(
      IN_SUMMIT,
      BRIEF,
      'Risk summit about Alder House. Urgent; it starts Sat 14 Aug 2027 15:00 BST.',
      WHY,
      'Chair not confirmed. Asked: Cornelius Abara. Nothing waits for it.',
      'Quorum: none stated',
    )

    // What is proposed for its agenda has days of its own; the summit has none.
    const [ofItself] = brief.split('Proposed for the agenda')
    expect(ofItself).not.toMatch(/\bdue\b|deadline/i)
  })

  test('the roll has every post of the nine lines; those at which nobody is hold nothing up', async () => {
    await council.reads(
      IN_SUMMIT,
      BRIEF,
      ...SEATS,
      `Empty seats: ${MISSING} They do not hold the meeting up.`,
    )
  })

  test('the provider’s chief executive is told formally, and from which level to which', async () => {
    const chief = await scene.person('Oluchi Brandreth')

    await chief.reads(
      { room: OWN },
      /^You are called: Risk summit/,
      'Formal notice to Alder House: the risk summit is about it.',
      'Provider: chief executive',
    )
    await chief.reads(
      { room: OWN },
      /^You are told: Alder House/,
      'has gone from “Routine” to “Enhanced” on Sat 14 Aug 2027 08:55 BST',
      'This is the formal notice to your organisation.',
    )
  })

  test('routine has become enhanced by the summit alone; the feedback is due in a month', async () => {
    expect(FEEDBACK).toBe('2027-09-14')
    await lead.reads(
      { room: ALDER_HOUSE },
      PROVIDER,
      'Sat 14 Aug 2027 08:55 BST: Routine → Enhanced. By G13',
      'Tue 14 Sep 2027',
    )
    const [summit = ''] = /M-\w{4}-\w{4}/.exec(await lead.reads(IN_SUMMIT, BRIEF)) ?? []
    const under = { room: ALDER_HOUSE, under: PROVIDER }
    await lead.reads(under, /^Alder House: Routine → Enhanced/, 'G13', summit)
    await lead.reads({ room: ALDER_HOUSE }, CASE, `Risk summit ${summit}: called`)
    const owed = await lead.asks('/muster mine')

    expect(owed).toContain('D16 Enhanced feedback, due Tue 14 Sep 2027 23:59 BST')
    expect(owed).not.toMatch(/QRP|risk profile|quality review|tracker/i)
    await lead.reads(
      under,
      /^Alder House: Must know/,
      `Oluchi Brandreth: told Sat 14 Aug 2027 08:55 BST on ${isChat ? name : 'Web'}`,
      'ICB: head of quality and safety – not told',
    )
  })

  test('the region confirms the chair, in a second step', async () => {
    const director = await scene.person('Cornelius Abara')
    await director.presses({ room: OWN }, CHAIR, 'I chair it')

    await council.reads(IN_SUMMIT, BRIEF, 'Chair: Cornelius Abara, confirmed.')
  })

  test('an action is asked of an organisation, and stands as not accepted', async () => {
    await scene.at(STARTS)
    const doctor = await scene.person('Hamza Trevithick')
    const form = await doctor.opens(IN_SUMMIT, BRIEF, 'Ask for an action')
    await form.send({
      'What is to be done?': ACTION,
      'Which organisation is asked?': 'Alder House',
      'Who could own it?': 'Yusra Pemberley',
      'By which day?': '2027-08-20',
      'What will show that it is done?': 'The rota of the week',
    })

    await lead.reads(
      IN_SUMMIT,
      BRIEF,
      `${ACTION}. Alder House, Yusra Pemberley: not answered yet, asked for by Fri 20 Aug 2027.`,
    )
  })

  test('neither the council nor the Lead Provider can accept it for the provider', async () => {
    for (const other of [council, lead]) {
      const said = await other.isTold(UNDER_BRIEF, ASKED, 'Accept')
      expect(said).toMatch(/Only .* may answer for Alder House\./)
    }

    await lead.reads(IN_SUMMIT, BRIEF, 'not answered yet')
  })

  test('its owner, who was not called, accepts it in private', async () => {
    const owner = await scene.person('Yusra Pemberley')
    expect(await owner.isIn(SUMMIT)).toBe(false)
    await owner.presses({ room: OWN }, ASKED, 'Accept')

    await lead.reads(
      IN_SUMMIT,
      BRIEF,
      'Alder House, Yusra Pemberley: accepted, due Fri 20 Aug 2027.',
    )
  })

  test('somebody stands in for an empty seat while it is held', async () => {
    const form = await lead.opens(IN_SUMMIT, BRIEF, 'Stand in')
    await form.send({
      'For which seat?': 'Nursing and Midwifery Council',
      'Who stands in?': 'Eluned Sarpong',
    })

    await lead.reads(
      IN_SUMMIT,
      BRIEF,
      'Nursing and Midwifery Council – Eluned Sarpong: put down by Teodora Whitlock to stand in',
    )
  })

  test('held and recorded it is over; the provider stays in enhanced, and its feedback due', async () => {
    await scene.at('2027-08-14T16:00:00Z')
    const form = await lead.opens(IN_SUMMIT, BRIEF, 'Save summit record')
    await form.send({
      'When was it held?': '2027-08-14 15:00',
      'What did the summit conclude?': 'The ward takes nobody new',
    })

    await council.reads(IN_SUMMIT, BRIEF, 'This meeting is over.')
    await council.reads(
      UNDER_BRIEF,
      /risk summit record · DRAFT/,
      'The ward takes nobody new',
      'Sat 14 Aug 2027 15:00 BST',
      'General Medical Council',
      'accepted, due Fri 20 Aug 2027',
    )
    await lead.reads({ room: ALDER_HOUSE }, PROVIDER, 'Tue 14 Sep 2027')
  })

  test('where the service is not jointly commissioned the council has no seat', async () => {
    const form = await lead.types('/muster convene orchard-view')
    const other = await form.goesOn({
      'Which meeting?': 'Risk summit (M1)',
      'Why is it called?': WHY,
    })

    await other.shows('only for jointly commissioned services')
    expect(scene.faults.filter((one) => !/lakshmi.dunmore/i.test(one)).join('\n')).toBe('')
  })
})
