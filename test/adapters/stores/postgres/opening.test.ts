import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { databaseTrouble } from '../../../../adapters/stores/index.ts'
import { openPostgres } from '../../../../adapters/stores/postgres/index.ts'
import { change, rowan, willow } from '../../../contract/store/fixtures.ts'
import { ask, blankDatabase, freshDatabase } from './databases.ts'

function altered(change: (url: URL) => void, from: string = inject('postgres')): string {
  const url = new URL(from)
  change(url)
  return url.href
}

/** The sentence with which a start ends, which a look beforehand says as well. */
async function refusal(url: string): Promise<string> {
  const opened = await openPostgres(url).catch((error: unknown) => error)
  if (!(opened instanceof Error)) throw new Error('It should have been refused')
  return opened.message
}

describe('a database that cannot be used is one sentence that names DATABASE_URL and the cure', () => {
  test('where nobody answers', async () => {
    const url = altered((one) => {
      one.port = '1'
    })

    const sentence = await refusal(url)

    expect(sentence).toMatch(
      /^The database 127\.0\.0\.1:1\/postgres of DATABASE_URL cannot be used/,
    )
    expect(sentence).toContain('See to it that the server runs')
    expect(await databaseTrouble(url)).toBe(sentence)
  })

  test('where the password is wrong, which is not told', async () => {
    const url = altered((one) => {
      one.password = 'hush-hush'
    })

    const sentence = await refusal(url)

    expect(sentence).toContain('Correct the user or the password')
    expect(sentence).not.toContain('hush-hush')
  })

  test('where the server has no such database', async () => {
    const url = altered((one) => {
      one.pathname = '/elsewhere'
    })

    expect(await refusal(url)).toMatch(/Make that database \(createdb\), or correct its name\.$/)
    expect(await databaseTrouble(url)).toContain('elsewhere')
  })

  test('where its user may not make tables', async () => {
    const url = await blankDatabase()
    const name = `guest_${process.pid}`
    await ask(inject('postgres'), `create user ${name} password 'guest'`)
    onTestFinished(() => ask(inject('postgres'), `drop user ${name}`))
    const guest = altered((one) => {
      one.username = name
      one.password = 'guest'
    }, url)

    expect(await refusal(guest)).toMatch(/permission denied.*right to make tables/)
  })

  test('where a newer version has been at its tables', async () => {
    const url = await blankDatabase()
    await (await openPostgres(url)).close()
    await ask(url, "insert into migrations values ('9999-of-tomorrow', now())")

    expect(await refusal(url)).toMatch(/newer version of Muster.*9999-of-tomorrow.*Start the newer/)
    expect(await databaseTrouble(url)).toBe(await refusal(url))
  })

  test('where a newer version has saved records', async () => {
    const url = await freshDatabase()
    const store = await openPostgres(url)
    const { saved, ...rest } = change()
    await store.save(willow, 0, { saved: { ...saved, schema: 99 }, ...rest })
    await store.close()

    expect(await refusal(url)).toMatch(/records of a newer version of Muster \(format 99/)
  })
})

test('a database that can be used is in nobody’s way', async () => {
  expect(await databaseTrouble(await blankDatabase())).toBeNull()
  expect(await databaseTrouble(await freshDatabase())).toBeNull()
})

test('every record is asked about once at the start, and what is wrong with one is a complaint', async () => {
  const url = await freshDatabase()
  const before = await openPostgres(url)
  await before.save(willow, 0, change({ record: 'odd' }))
  await before.save(rowan, 0, change({ record: 'fine' }))
  await before.close()
  const asked: string[] = []

  const store = await openPostgres(url, {
    check(id, { record }) {
      asked.push(id)
      return record === 'odd' ? `${id} cannot be read.` : null
    },
  })
  onTestFinished(() => store.close())

  expect(asked).toEqual([rowan, willow])
  expect(store.complaints).toEqual([`${willow} cannot be read.`])
})
