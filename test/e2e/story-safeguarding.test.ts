import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { services } from './scene/index.ts'
import { OWN, type Scene, type Somebody } from './scene/scene.ts'
import { CASE, UNDER_CASE } from './scene/summit.ts'
import { playgroundWorld } from './scene/world.ts'

/** Monday morning. */
const RAISED = '2027-03-01T09:00:00Z'
const PRIVATE = { room: OWN }
const WHAT = 'A patient was left alone in the seclusion room.'
const RECEIPT = /^Recorded: C-/
const NEWS = /^News of C-/
const TOLD = /^You are told: Alder House \(C-/
const PROOF = /^Alder House \(C-\S+\): Safeguarding route/
const TRIAGE = /^Please triage this case/
const LEVEL = /^The trigger tool recommends/

describe.each(services)(
  'a safeguarding concern on $name: who is told, and what whoever raised it hears',
  ({ open }) => {
    let scene: Scene
    let nurse: Somebody
    let lead: Somebody
    let reference: string

    beforeAll(async () => {
      scene = await open(playgroundWorld(), RAISED)
      nurse = await scene.person('Amina Farrow')
      lead = await scene.person('Teodora Whitlock')
    })
    afterAll(() => scene?.close())

    test('a ward nurse raises it, and reads that she is told what comes of it', async () => {
      const form = await nurse.types('/concern')
      await form.send({
        'What did you see or hear?': WHAT,
        'Is anyone in immediate danger?': 'No',
        'Is it a safeguarding matter?': 'Yes',
      })

      const receipt = await nurse.reads(
        PRIVATE,
        RECEIPT,
        'told here what comes of it, step by step',
      )
      reference = /C-\w{4}-\w{4}/.exec(receipt)?.[0] ?? ''
      expect(reference).not.toBe('')
    })

    test('the leads of the route are told in private, in its order, and the thread holds the proof', async () => {
      const safeguarding = await scene.person('Yusra Pemberley')
      await safeguarding.reads(
        PRIVATE,
        TOLD,
        WHAT,
        '1. Sub-contractor: safeguarding lead',
        'Teodora Whitlock',
      )
      const proof = await lead.reads(UNDER_CASE, PROOF, 'Yusra Pemberley: told Mon 1 Mar 2027')
      expect(proof.match(/[1-5](?=\. )/g)).toEqual(['1', '2', '3', '4', '5'])
    })

    test('it is shared with the quality team as soft intelligence (D9), with proof', async () => {
      const form = await lead.opens({ room: UNDER_CASE.room }, CASE, 'Share with the quality team')
      await form.send({
        'Why is it shared?': 'A safeguarding concern',
        'What are they told?': 'Seclusion at Alder House needs a look.',
      })

      const quality = await scene.person('Farida Lochhead')
      await quality.reads(PRIVATE, /^You are told: Alder House/, 'Seclusion at Alder House')
      await lead.reads(
        UNDER_CASE,
        /Shared with the quality team/,
        'Farida Lochhead: told Mon 1 Mar',
      )
    })

    test('whoever raised it reads that it is being looked at, and then wants no more news', async () => {
      const form = await lead.opens(UNDER_CASE, TRIAGE, 'Triage')
      await form.send({
        'How bad would it be?': '3',
        'How likely is it?': '3',
        'Does anything need action today?': 'No',
      })
      await nurse.reads(PRIVATE, NEWS, 'is being looked at')

      expect(await nurse.asks(`/muster news off ${reference}`)).toContain(
        'You get no more news of it',
      )
      expect(await lead.asks(`/muster news off ${reference}`)).toContain('Only whoever raised it')
    })

    test('what comes after is kept from her until she wants it again, and then stands in her confirmation', async () => {
      await lead.presses(UNDER_CASE, LEVEL, 'Accept')
      const kept = await nurse.reads(PRIVATE, RECEIPT, 'You asked for no more news of it.')
      expect(kept).not.toContain('routine oversight')

      await nurse.presses(PRIVATE, RECEIPT, 'Send me news again')
      await nurse.reads(PRIVATE, RECEIPT, 'Meanwhile:', 'has looked at what you raised')
      expect(scene.faults).toEqual([])
    })
  },
)
