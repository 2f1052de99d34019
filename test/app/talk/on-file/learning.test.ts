import { describe, expect, test } from 'vitest'
import { openApp } from '../../../fixtures/app.ts'
import { policyOf } from '../../../fixtures/context.ts'
import { file, inPrivate, inRoom, told } from '../on-file.ts'
import { formIn, guest, pressOn, speaker, wordsOf } from '../speaking.ts'

const LEARNING = {
  theme: 'Night staffing.',
  from: 'Three incidents.',
  learned: 'At Willow House a second nurse at night halves incidents.',
}

describe('a handover', () => {
  test('begins with what is open on file, and is taken over by somebody else', async () => {
    const world = await openApp()
    await file(world, 'quinn', 'learning', 'Put learning on file', LEARNING)
    const quinn = speaker(world, 'quinn')
    const seen = await quinn.command('muster', 'file willow handover')
    const form = formIn(
      await quinn.press(pressOn(seen.type === 'say' ? seen.message : undefined, 'Write a')),
    )
    expect(JSON.stringify(form.heading)).toContain('Learning 1: Night staffing – noted here.')
    await quinn.fill(form, {
      change: 'Quinn Adeyemi to Hugo Lindqvist, quality lead',
      history: 'Suspended twice.',
      expect: 'Sickness on night shifts.',
      takenOn: '2027-04-06',
    })

    const taking = { read: ['note', 'open'], first: 'A visit.' }
    expect(await file(world, 'quinn', '2', 'Take over', taking)).toContain(
      '“Take over: history read” is for somebody else',
    )
    await file(world, 'hugo', '2', 'Take over', taking)

    expect(await told(world, 'hugo', 'file willow 2')).toContain('taken over, history read')
    expect(await told(world, 'wanda', 'file willow handover')).toContain('There is none yet.')
  })

  test('that nobody has taken over is reminded of, in private', async () => {
    const world = await openApp()
    await file(world, 'hugo', 'handover', 'Write a handover note', {
      change: 'Hugo Lindqvist to Quinn Adeyemi',
      history: 'Suspended twice.',
      expect: 'Sickness on night shifts.',
      takenOn: '2027-04-06',
    })

    await world.pass(14 * 86_400)

    expect(inPrivate(world, 'quinn')).toContain('whoever takes over, with the history read')
    expect(inRoom(world)).not.toContain('Suspended twice')
  })
})

describe('learning', () => {
  test('is listed for whoever sees the provider, and not for others', async () => {
    const world = await openApp()
    await file(world, 'ivan', 'learning', 'Put learning on file', LEARNING)

    expect(await told(world, 'quinn', 'learning')).toContain(
      'Night staffing (Fri 26 Mar 2027, Willow House, “/muster file willow 1”): At Willow House a second nurse',
    )
    expect(await told(world, 'quinn', 'learning falls')).toContain('Nothing is on file')
    for (const other of ['faye', 'ada'])
      expect(await told(world, other, 'learning')).not.toContain('Night')
  })

  test('that is shared across collaboratives names no provider, and is told to those who pass it on', async () => {
    const world = await openApp()
    await file(world, 'ivan', 'learning', 'Put learning on file', LEARNING)

    await file(world, 'quinn', '1', 'Share it across', {
      learned: 'A second nurse at night, as at Willow House, halves incidents.',
      with: ['quality-manager', 'local-authority'],
    })

    const words = await told(world, 'mara', 'learning')
    expect(words).toContain(
      '(Fri 26 Mar 2027, shared across collaboratives): A second nurse at night, as at the provider',
    )
    expect(words).not.toContain('Willow')
    expect(inPrivate(world, 'lena')).toContain('For providers where you are.')
  })

  test('that is shared is read by everybody of the collaborative, without whose it is', async () => {
    const world = await openApp()
    await file(world, 'ivan', 'learning', 'Put learning on file', LEARNING)
    await file(world, 'quinn', '1', 'Share it across', {
      learned: 'A second nurse at night, as at Willow House, halves incidents.',
      with: ['quality-manager'],
    })
    await file(world, 'ivan', 'learning', 'Put learning on file', {
      ...LEARNING,
      learned: 'Keys are counted at Willow House.',
    })

    for (const other of ['faye', 'ada']) {
      const words = await told(world, other, 'learning')
      expect(words).toContain(
        'Learning (Fri 26 Mar 2027, shared across collaboratives): A second nurse at night, as at the provider, halves incidents.',
      )
      expect(words).not.toMatch(/Willow|willow|Keys are counted/)
      expect(await told(world, other, 'learning night')).toContain('A second nurse')
      expect(await told(world, other, 'file willow')).toContain('that you can see')
    }
    const reply = await speaker(world, guest).command('muster', 'learning')
    expect(wordsOf(world, reply)).toContain('not in the directory')
  })

  test('of a reflective review is kept from the provider and listed for those who may read it', async () => {
    const world = await openApp()
    await file(world, 'quinn', 'reflection', 'Record a reflective', {
      event: 'The second suspension.',
      heldAt: '2027-03-26 10:00',
      took: 'Quinn Adeyemi, Hugo Lindqvist',
      good: 'A clear handover.',
      learned: 'Read paper against a visit.',
      wider: 'yes',
      actionsOn: '2027-04-30',
    })

    expect(await told(world, 'mara', 'learning')).toContain('Read paper against a visit.')
    expect(await told(world, 'wanda', 'learning')).not.toContain('Read paper')
    await file(world, 'quinn', '1', 'Its actions are done', { shown: 'Visits come first now.' })
    expect(await told(world, 'quinn', 'file willow reflection')).toContain('actions done')
  })

  test('of an audit of ratings comes from somebody else than whoever chose the provider', async () => {
    const world = await openApp({ policy: policyOf('social-care') })
    await file(world, 'quinn', 'audit', 'Take it into the audit', {
      team: 'Residential, high rating',
      terms: 'Agreed in the quality group.',
      auditedOn: '2027-04-30',
    })
    const found = {
      rated: 'no',
      blank: 'Finance',
      followed: 'In part.',
      learned: 'Blank rows lower a band.',
    }

    expect(await file(world, 'quinn', '1', 'Record the audit', found)).toContain(
      'for somebody else',
    )
    await file(world, 'hugo', '1', 'Record the audit', found)

    expect(await told(world, 'quinn', 'learning')).toContain('Blank rows lower a band.')
  })
})
