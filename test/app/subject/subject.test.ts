import { describe, expect, test } from 'vitest'
import { subjectFiles } from '../../../src/app/subject/files.ts'
import { openApp } from '../../fixtures/app.ts'
import { incident, person } from '../../fixtures/cases.ts'
import { closedCase } from '../../fixtures/closed-case.ts'

async function filesFor(words: string, how: 'named' | 'inConfidence' = 'named') {
  const world = await openApp()
  const { id } = await closedCase(world)
  const text = 'Ivan Petrov spoke with Quinn Adeyemi and with Ines; Nia knows.'
  const raised = await world.ask(incident({ how, what: 'Quinn Adeyemi saw it first' }))
  if (!raised.ok) throw new Error(raised.refusal.message)
  await world.ask({ kind: 'case', type: 'note', by: person('nia'), text }, raised.id)
  await world.ask({ kind: 'case', type: 'note', by: person('quinn'), text }, id)
  const handed = await subjectFiles(world.app, words)
  if (handed.refused !== null) return { refused: handed.refused, md: '', data: '', notes: '' }
  const [md = '', data = '', notes = ''] = handed.files.map((file) => file.text)
  return { refused: null, md, data, notes }
}

describe('what is held about a person', () => {
  test('is found by id, by address and by account', async () => {
    const byId = await filesFor('ivan')
    expect(byId.md).toContain('What Muster holds about Ivan Petrov')
    expect((await filesFor('IVAN@example.org')).md).toBe(byId.md)
    expect((await filesFor('slack:uivan')).md).toBe(byId.md)
    expect((await filesFor('slack:U0GONE')).md).toContain('0 records name this person')
    expect((await filesFor('somebody')).refused).toContain('Nobody in the directory, now or before')
  })

  test('says what they did, what they were told and where they are named', async () => {
    const { md, data } = await filesFor('ivan')

    expect(md).toContain('A reminder was due')
    expect(md).toContain('Reminders were put off; the clock ran on')
    expect(md).toMatch(/Sent to them|Ivan Petrov spoke with/)
    expect(data).toContain('"role":"incident-lead"')
  })

  test('leaves out the names of others, in who did it and in words', async () => {
    const { md, data } = await filesFor('ivan')

    for (const text of [md, data]) {
      expect(text).toContain('Ivan Petrov')
      expect(text).not.toMatch(/Quinn|Adeyemi|Ines|Carvalho|Nia|nia@example/)
    }
    expect(data).toContain('quality-lead of harbour')
    expect(data).toContain('spoke with another person and with another person')
  })

  test('never says who raised something in confidence, and tells the operator to judge', async () => {
    const { md, data, notes } = await filesFor('quinn', 'inConfidence')

    expect(data).toContain('someone in confidence')
    expect(md).not.toMatch(/Nia|ward nurse/)
    expect(notes).toMatch(/C-\S+ was raised in confidence: judge whether it may be handed over/)
    expect(notes).toContain('Somebody who raised something without a name cannot be found here')
  })
})
