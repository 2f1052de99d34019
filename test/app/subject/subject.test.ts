import { describe, expect, test } from 'vitest'
import { subjectFiles } from '../../../src/app/subject/files.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
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

describe('a confidential case that names the person whose data is asked for', () => {
  async function handedTo(who: string) {
    const world = await openApp()
    const raised = await world.ask(incident({ confidential: true, what: 'Ivan Petrov shouted' }))
    const other = await world.ask(incident({ what: 'Ivan Petrov helped' }))
    if (!raised.ok || !other.ok) throw new Error('It was not raised')
    const reference = referenceOf(raised.id)
    const text = `Ivan Petrov is named in ${reference} as well`
    await world.ask({ kind: 'case', type: 'note', by: person('quinn'), text }, other.id)
    const handed = await subjectFiles(world.app, who)
    if (handed.refused !== null) throw new Error(handed.refused)
    const files = new Map(handed.files.map((file) => [file.name, file.text]))
    const theirs = `${files.get('subject-access.md')}${files.get('data.jsonl')}`
    return { files, theirs, id: raised.id, reference }
  }

  test('is not in what is theirs, neither itself nor where another record speaks of it', async () => {
    const { theirs, id, reference } = await handedTo('ivan')

    expect(theirs).toContain('Ivan Petrov helped')
    expect(theirs).not.toContain('shouted')
    expect(theirs).not.toContain(reference)
    expect(theirs).not.toContain(id)
  })

  test('is in files of its own, which the operator hands over or does not', async () => {
    const { files, reference } = await handedTo('ivan')

    expect(files.get('judge-first.md')).toContain('Not handed over unless you decide so')
    expect(files.get('judge-first.md')).toContain('Ivan Petrov shouted')
    expect(files.get('judge-first.jsonl')).toContain(`named in ${reference} as well`)
    expect(files.get('operator-notes.md')).toContain(
      `${reference} is confidential, or tells of a case that is: what it holds is in judge-first.md`,
    )
  })

  test('leaves no such files where there is none', async () => {
    const { files } = await handedTo('slack:U0GONE')

    expect([...files.keys()]).toEqual(['subject-access.md', 'data.jsonl', 'operator-notes.md'])
  })
})
