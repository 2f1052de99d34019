import { describe, expect, test } from 'vitest'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { fieldIn, formIn, raisedIncident, shownIn, speaker, wordsOf } from './speaking.ts'

describe('a meeting', () => {
  async function conveneForm(world: TestApp, meeting = 'M1') {
    const { id } = await raisedIncident(world)
    const quinn = speaker(world, 'quinn')
    const open = { do: 'open', form: 'convene', record: id, with: { meeting } } as const
    return { id, quinn, form: formIn(await quinn.press(open)) }
  }

  async function meetings(world: TestApp) {
    return world.store.list({ facets: { kind: 'meeting' } })
  }

  test('is called in two steps: the first shows who would be called, and calls nobody', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world)

    const preview = formIn(await quinn.fill(form, { why: 'A grave risk.' }))

    const heading = preview.heading.join('\n')
    expect(preview.submit).toBe('Call them now')
    expect(heading).toContain('Nobody has been called yet.')
    expect(heading).toContain('Rhea Dutta')
    expect(heading).toMatch(/Empty: .+/)
    expect(await meetings(world)).toEqual([])

    const said = await quinn.fill(preview, {})

    expect(said.type).toBe('say')
    expect(await meetings(world)).toHaveLength(1)
    expect(world.web.rooms).toHaveLength(1)
  })

  test('ticks the seats that are usually called, and leaves those that are only offered', async () => {
    const world = await openApp()
    const { form } = await conveneForm(world, 'M3')

    const seats = fieldIn(form, 'seats')

    expect(seats.value).toEqual(['lead-provider-quality-lead', 'quality-manager'])
    expect(seats.options?.map(({ value }) => value)).toContain('provider-incident-lead')
  })

  test('is shown again before anybody is called when the seats were changed after the preview', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world, 'M3')
    const preview = formIn(await quinn.fill(form, { why: 'To agree what to do.' }))
    const more = { seats: ['quality-manager', 'provider-incident-lead'] }

    const again = formIn(await quinn.fill(preview, more))

    expect(await meetings(world)).toEqual([])
    expect(again.heading.join('\n')).toContain('Ivan Petrov')
    const said = await quinn.fill(again, {})
    expect(said.type).toBe('say')
    const [meeting] = await meetings(world)
    const { people } = meeting ? await world.record('meeting', meeting.id) : { people: [] }
    expect(people).toContain('ivan')
  })

  test('shows the seats of another meeting as soon as that is chosen', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world)

    const live = formIn(await quinn.refresh(form.ticket, { ...shownIn(form), meeting: 'M3' }))

    expect(fieldIn(live, 'seats').value).toEqual(['lead-provider-quality-lead', 'quality-manager'])
  })

  test('needs somebody to be called and a reason, and says so', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world, 'M3')

    const noReason = formIn(await quinn.fill(form, {}))
    const nobody = formIn(await quinn.fill(form, { why: 'Why not.', seats: [] }))

    expect(fieldIn(noReason, 'why').error).toContain('needed')
    expect(fieldIn(nobody, 'seats').error).toContain('Nobody would be called')
    expect(await meetings(world)).toEqual([])
  })

  test('handed in twice is called once', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world, 'M3')
    const preview = formIn(await quinn.fill(form, { why: 'To agree what to do.' }))

    const said = [await quinn.fill(preview, {}), await quinn.fill(preview, {})]

    expect(said.map(({ type }) => type)).toEqual(['say', 'say'])
    expect(await meetings(world)).toHaveLength(1)
  })

  test('is not called by somebody who may not, and they are told who may', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const nia = speaker(world, 'nia')

    const opened = await nia.press({
      do: 'open',
      form: 'convene',
      record: id,
      with: { meeting: 'M3' },
    })
    const ticket = { form: 'convene', nonce: 'n-1', record: id }
    const handedIn = await nia.submit(ticket, { meeting: 'M3', why: 'I am worried.' })

    for (const said of [opened, handedIn])
      expect(wordsOf(world, said)).toMatch(/Only the quality lead of Harbour/)
    expect(await meetings(world)).toEqual([])
  })
})
