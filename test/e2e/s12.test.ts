import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { services } from './scene/index.ts'
import { OWN, type Scene, type Somebody, type Where } from './scene/scene.ts'
import { playgroundWorld } from './scene/world.ts'

/** Monday morning. */
const SHARED = '2027-03-01T09:00:00Z'
const INTELLIGENCE = /^C-\S+ · Intelligence · Kestrel Lodge/
const UNDER_OWN: Where = { room: OWN, under: INTELLIGENCE }
const UNDER_UNIT: Where = { room: 'kestrel-lodge-quality', under: INTELLIGENCE }
const RECEIPT = /^Recorded: C-/
const TOLD = /^You are told: Kestrel Lodge/
const PROOF = /^Kestrel Lodge: Placing commissioners of the unit/
const URGENT = /^Does this need a risk summit now\?/
const TRIAGE = /^Please triage this case/
const LEVEL = /^The trigger tool recommends/
const WHAT = 'People are restrained with belts on two wards.'
const NUMBER = 'Look to 999 000 0018 on Ridge ward.'
const TELLS = 'Belts are used on two wards. Please look to the people whom you placed there.'

describe.each(services)(
  'S12 on $name: what a placing commissioner shares with the host',
  ({ open }) => {
    let scene: Scene
    let host: Somebody
    let placing: Somebody

    beforeAll(async () => {
      scene = await open(playgroundWorld(), SHARED)
      host = await scene.person('Bronwen Satpathy')
      placing = await scene.person('Ignatius Rook')
    })
    afterAll(() => scene?.close())

    test('a placing board shares H1 and H7 about a unit, and reads who looks at it', async () => {
      const form = await placing.types('/muster host kestrel-lodge')
      await form.shows('You stay responsible for the people whom you placed there.')
      await form.send({
        'What do you share?': ['H1', 'H7'],
        'H1 – evidence': 'Two oversight visits.',
        'H1 – new, rising or stable?': 'Rising',
        'H7 – evidence': 'Two people were hurt this week.',
        'H7 – new, rising or stable?': 'New',
        'What is known, in a sentence or two?': WHAT,
        'Is anyone in immediate danger?': 'No',
        'Where do you know it from?': ['C(E)TR', 'Commissioner’s oversight visit'],
        'What follow-up do you ask for?': 'A visit together.',
      })

      await placing.reads(
        { room: OWN },
        RECEIPT,
        'Bronwen Satpathy',
        'commissioner, Downland Integrated Care Board, has been asked to look at it.',
      )
    })

    test('it goes to the named host, in private, with what was shared and by whom', async () => {
      await host.reads(
        { room: OWN },
        INTELLIGENCE,
        WHAT,
        'Fenmoor Integrated Care Board, who stays responsible for its own patients',
        'Restrictive practice outside national policy (rising): Two oversight visits.',
        'Immediate risk of harm to patients or staff (new): Two people were hurt this week.',
        'C(E)TR, Commissioner’s oversight visit',
        'A visit together.',
      )
      await host.reads(UNDER_OWN, TRIAGE, 'Bronwen Satpathy')
    })

    test('H7 asks the host whether a risk summit is needed now', async () => {
      await host.reads(
        UNDER_OWN,
        URGENT,
        'H7 was shared: immediate risk of harm to patients or staff.',
        'Bronwen Satpathy',
      )
      const form = await host.opens(UNDER_OWN, URGENT, 'Not needed')
      await form.send({ 'Why is none needed now?': 'The unit has stopped it today.' })
      await host.reads(UNDER_OWN, URGENT, 'not needed: The unit has stopped it today.')
    })

    test('the host tells the others who are responsible, without names of patients', async () => {
      const form = await host.opens(
        { room: OWN },
        INTELLIGENCE,
        'Tell: Placing commissioners of the unit',
      )
      const again = await form.goesOn({ 'What are they told?': NUMBER })
      await again.shows('looks like an NHS number')
      await again.send({ 'What are they told?': TELLS })

      const other = await scene.person('Catrin Obuya')
      await other.reads(
        { room: OWN },
        TOLD,
        TELLS,
        'Placing commissioner: Marchland Integrated Care Board',
        'You stay responsible for the people whom you placed there.',
        'Bronwen Satpathy',
        'commissioner, Downland Integrated Care Board, bronwen.satpathy@downland-icb.example.org, 01632 960700',
      )
      const region = await scene.person('Greta Olusanya')
      await region.reads(
        { room: OWN },
        TOLD,
        'You are told who the host commissioner of the unit is.',
      )
      await host.reads(
        UNDER_OWN,
        PROOF,
        'Catrin Obuya: told Mon 1 Mar 2027',
        'Greta Olusanya: told Mon',
      )
      await expect(placing.reads({ room: OWN }, TOLD)).rejects.toThrow()
    })

    test('the unit stays on routine until the host decides, and nobody decides for the host', async () => {
      const lead = await scene.person('Teodora Whitlock')
      expect(await lead.isTold(UNDER_UNIT, TRIAGE, 'Triage')).toContain(
        'Only the commissioner of Downland Integrated Care Board',
      )
      expect(await lead.asks('/muster status kestrel-lodge')).toContain('Kestrel Lodge: Routine')
      const form = await host.opens(UNDER_OWN, TRIAGE, 'Triage')
      await form.send({
        'How bad would it be?': '4',
        'How likely is it?': '4',
        'Does anything need action today?': 'No',
      })
      await host.reads(UNDER_OWN, LEVEL, 'consider enhanced', 'H7')
      expect(await lead.isTold(UNDER_UNIT, LEVEL, 'Accept')).toContain(
        'Only the commissioner of Downland Integrated Care Board',
      )
      await host.presses(UNDER_OWN, LEVEL, 'Accept')

      const card = await host.asks('/muster status kestrel-lodge')
      expect(card).toContain('Kestrel Lodge: Enhanced, review pending')
      expect(card).toContain('G2')
      await placing.reads(
        { room: OWN },
        /^News of C-/,
        'The host commissioner has looked at what you raised and has asked for closer oversight',
      )
    })

    test('people of another unit and of other boards find no trace of it', async () => {
      const [reference = ''] =
        /C-\w{4}-\w{4}/.exec(await host.reads({ room: OWN }, INTELLIGENCE)) ?? []
      for (const name of ['Tomasz Ellery', 'Catrin Obuya']) {
        const outsider = await scene.person(name)
        expect(await outsider.asks(`/muster status ${reference}`)).toContain('that you can see')
      }
      expect(scene.faults).toEqual([])
    })
  },
)
