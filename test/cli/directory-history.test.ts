import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importDirectory } from '../../src/app/import-directory.ts'
import { organisationId } from '../../src/core/record-id.ts'
import { openApp } from '../fixtures/app.ts'

describe('an import of the directory file', () => {
  const FILE = (people: string, roles: string) => `organisations:
  - slug: bay
    name: Bay Trust
    type: lead-provider
    region: south-east
    head: ann
    people: [${people}]
    roles: { quality-lead: { ${roles} } }
`
  const ANN = '{ id: ann, name: Ann Ode }'
  const BEN = '{ id: ben, name: Ben Roe }'
  const CAT = '{ id: cat, name: Cat Poe }'

  async function imported(texts: readonly string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'muster-directory-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'people.yaml')
    const world = await openApp({ listings: [] })
    for (const text of texts) {
      writeFileSync(path, text)
      await importDirectory(world.app, { path, name: 'people.yaml' })
    }
    return world
  }

  test('says who came, who left, which role passed to whom, when and from which file', async () => {
    const world = await imported([
      FILE(`${ANN}, ${BEN}`, 'holder: ann, deputy: ben'),
      FILE(`${ANN}, ${CAT}`, 'holder: cat, deputy: null'),
    ])

    const history = await world.store.history(organisationId('bay'))
    expect(JSON.parse(history.at(-1)?.body ?? '{}')).toMatchObject({
      type: 'imported',
      file: 'people.yaml',
      changes: {
        added: [{ id: 'cat', name: 'Cat Poe' }],
        left: [{ id: 'ben', name: 'Ben Roe' }],
        roles: [
          { role: 'quality-lead', seat: 'holder', from: 'ann', to: 'cat' },
          { role: 'quality-lead', seat: 'deputy', from: 'ben', to: null },
        ],
        other: [],
      },
    })
  })

  test('shuts the people of an organisation out that the file has dropped', async () => {
    const other = FILE(ANN, 'holder: ann').replace('organisations:\n', '').replaceAll('bay', 'cove')
    const both = `${FILE(BEN, 'holder: ben').replace('head: ann', 'head: ben')}${other}`
    const world = await imported([both, FILE(BEN, 'holder: ben').replace('head: ann', 'head: ben')])

    expect(await world.record('organisation', organisationId('cove'))).toMatchObject({
      people: [],
      holdings: [],
      head: null,
    })
  })
})
