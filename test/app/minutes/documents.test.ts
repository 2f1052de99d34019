import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { recordFiles } from '../../../src/app/minutes/hand-over.ts'
import { itemsOf } from '../../../src/app/moving/items.ts'
import { verifyAll } from '../../../src/app/verify/verify.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening, person } from '../../fixtures/cases.ts'
import { raisedIncident } from '../talk/speaking.ts'

/** Controls, half a character, an order to turn the direction, markup, and lines. */
const HOSTILE = 'Safe \u0007 \ud800 \u202e <w:p/> & "it" | `x` _y_\nnext \ufffe line'

async function recorded(judgement = 'The ward is safe tonight.') {
  const world = await openApp()
  const { id: kase } = await raisedIncident(world)
  await world.ask(convening(), kase)
  const [found] = await world.store.list({ facets: { kind: 'meeting' } })
  if (!found) throw new Error('No meeting was called')
  const by = person('quinn')
  const answers = { judgement, information: 'Staffing since Monday.' }
  const record = { form: 'riskSummitRecord', answers, heldAt: world.app.now() }
  const asked = await world.ask({ kind: 'meeting', type: 'record', by, ...record }, found.id)
  if (!asked.ok) throw new Error(asked.refusal.message)
  return { world, id: found.id, reference: referenceOf(found.id), by }
}

async function filesOf(world: TestApp, reference: string) {
  const handed = await recordFiles(world.app, reference)
  if (handed.refused !== null) throw new Error(handed.refused)
  const [markdown, word] = handed.files
  const parts = unzipSync(new Uint8Array(Buffer.from(word?.text ?? '', 'base64')))
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  return { markdown: markdown?.text ?? '', parts, xml, document: xml('word/document.xml') }
}

/** Every element that is opened is closed, in turn. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml.replace(/^<\?xml[^>]*\?>/, '')
  for (const [, closing, name = '', ends] of rest.matchAll(
    /<(\/?)([\w:]+)(?:[^<>"]|"[^"<]*")*?(\/?)>/g,
  )) {
    if (closing) {
      if (open.pop() !== name) return false
    } else if (!ends) open.push(name)
  }
  const left = rest.replace(/<(\/?)([\w:]+)(?:[^<>"]|"[^"<]*")*?(\/?)>/g, '')
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(left)
}

/** The words of all paragraphs in a style. */
function inStyle(document: string, style: string): string[] {
  const found = document.matchAll(
    new RegExp(`<w:p><w:pPr><w:pStyle w:val="${style}"/>.*?</w:p>`, 'g'),
  )
  return [...found].map(([xml]) => xml.replace(/<[^>]+>/g, ''))
}

test('the record is written in Markdown and for Word, with headings and a table of attendance', async () => {
  const { world, reference } = await recorded()

  const { markdown, parts, xml, document } = await filesOf(world, reference)

  const headings = [
    ...['State of this record', 'The meeting', 'Attendance', 'What was recorded'],
    'How to verify it',
  ]
  for (const one of headings) expect(markdown).toContain(`## ${one}\n`)
  expect(inStyle(document, 'Heading1')).toEqual(headings)
  expect(inStyle(document, 'Title')).toEqual([
    `Risk summit ${reference}: risk summit record · DRAFT`,
  ])
  expect(markdown).toContain('| Seat | Who was called, and what they answered |')
  expect(document).toMatch(/<w:tblHeader\/>.*Who was called, and what they answered/)
  expect(document).toContain('The ward is safe tonight.')
  expect(markdown).toContain('- State: DRAFT\n- Can be corrected until: Wed 31 Mar 2027 23:59 BST')
  for (const name of Object.keys(parts))
    expect([name, isWellFormed(xml(name))]).toEqual([name, true])
})

test('both documents say by seat who was there, once the record does', async () => {
  const { world, id, reference, by } = await recorded()
  const { record } = await world.record('meeting', id)
  const answers = { ...record?.answers, present: ['quinn'] }
  const heldAt = record?.heldAt ?? world.app.now()
  await world.ask({ kind: 'meeting', type: 'correct', by, version: 0, heldAt, answers }, id)

  const { markdown, document } = await filesOf(world, reference)

  expect(markdown).toContain('| Seat | Attendance | Who |')
  expect(markdown).toMatch(
    /\| Lead Provider: quality lead \| present \| Quinn Adeyemi: was there \|/,
  )
  expect(document).toMatch(/<w:tblHeader\/>.*Attendance/)
  expect(document).toContain('Quinn Adeyemi: was there')
})

test('a sealed one names its entry in the history with the hash, which verifies; addenda stand beside it', async () => {
  const { world, id, reference, by } = await recorded()
  await world.ask({ kind: 'meeting', type: 'seal', by }, id)
  await world.ask({ kind: 'meeting', type: 'addendum', by, text: 'The region has it.' }, id)

  const { markdown, document } = await filesOf(world, reference)

  const history = await world.store.history(id)
  const sealed = history.find(({ body }) => body?.includes('"type":"sealed"'))
  expect(markdown).toContain(`entry ${sealed?.seq} of the history of ${reference}`)
  expect(document).toContain(sealed?.hash ?? 'no entry')
  expect(sealed?.body).toContain('The ward is safe tonight.')
  expect(inStyle(document, 'Heading1')).toContain('Addendum 1')
  expect(markdown).toContain('The region has it.')
  expect((await verifyAll(itemsOf(world.store))).findings).toEqual([])
})

test('what is sealed reads as it did then, whoever is called what later', async () => {
  const { world, id, reference, by } = await recorded()
  await world.ask({ kind: 'meeting', type: 'seal', by }, id)
  const before = (await filesOf(world, reference)).markdown
  const renamed = world.app.directory().organisations.map((one) => ({
    ...one,
    people: one.people.map((somebody) => ({ ...somebody, name: 'Somebody Else' })),
  }))
  const app = { ...world.app, directory: () => ({ organisations: renamed }) }

  const handed = await recordFiles(app, reference)

  expect(handed.refused === null && handed.files[0]?.text.split('## The meeting')[1]).toBe(
    before.split('## The meeting')[1],
  )
})

test('whatever people write breaks neither document', async () => {
  const { world, id, reference } = await recorded('Safe.')
  const record = await world.record('meeting', id)
  const answers = { judgement: HOSTILE }
  const odd = { ...record, record: record.record && { ...record.record, answers } }
  const saved = await world.store.load(id)
  const load = async () => saved && { ...saved, record: odd }
  const app = { ...world.app, store: { ...world.store, load } }

  const handed = await recordFiles(app, reference)

  if (handed.refused !== null) throw new Error(handed.refused)
  const parts = unzipSync(new Uint8Array(Buffer.from(handed.files[1]?.text ?? '', 'base64')))
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(isWellFormed(document)).toBe(true)
  expect(document).toContain('&lt;w:p/&gt; &amp; &quot;it&quot;')
  expect(document).toContain('<w:br/>')
  const markdown = handed.files[0]?.text ?? ''
  for (const one of ['\u0007', '\u202e', '\ufffd']) expect(document + markdown).not.toContain(one)
  expect(document).not.toContain('\ufffe')
  expect(markdown).toContain('\\<w:p/\\>')
})

test('a meeting without a record, and what is none, is refused with a sentence', async () => {
  const world = await openApp()
  const { id } = await raisedIncident(world)
  await world.ask(convening(), id)
  const [found] = await world.store.list({ facets: { kind: 'meeting' } })

  const of = async (reference: string) => (await recordFiles(world.app, reference)).refused
  expect(await of(referenceOf(found?.id ?? id))).toContain('is not recorded yet')
  expect(await of('M-0000-0000')).toContain('There is no meeting')
  expect(await of(referenceOf(id))).toContain('is no reference of a meeting')
})
