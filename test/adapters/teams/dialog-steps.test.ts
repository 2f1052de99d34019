import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FieldView, FormView } from '../../../src/core/message/form.ts'
import { closing, dialogClient, opened, saved } from './dialog-client.ts'
import { form, startWorld, type World } from './world.ts'

const base = { required: false, live: false }
const danger: FieldView = { ...base, id: 'danger', kind: 'line', label: 'Danger?', live: true }
const phone: FieldView = { ...base, id: 'p', kind: 'statement', label: 'Phone 999', urgent: true }
const done: FieldView = {
  ...base,
  id: 'done',
  kind: 'text',
  label: 'What was done?',
  required: true,
}
/** Two steps: the second begins after the question whose answer decides what else is asked. */
const long: FormView = {
  ...form,
  fields: [{ ...base, id: 'what', kind: 'text', label: 'What?', required: true }, danger, done],
}

let world: World
const { fetchTask, chosen } = dialogClient(() => world)

beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

describe('a long form', () => {
  beforeEach(() => {
    world.replies.command = { type: 'form', form: long }
    world.replies.refresh = {
      type: 'form',
      form: { ...long, fields: [...long.fields.slice(0, 2), phone, done] },
    }
    world.replies.submit = { type: 'say', message: saved }
  })

  test('is asked in steps, with what was answered kept on the way', async () => {
    const first = await fetchTask('concern')
    expect(opened(first.body).text).toContain('Step 1 of 2')
    expect(opened(first.body).text).not.toContain('What was done?')

    const second = await chosen(first.body, 'Next', { what: 'A fall', danger: 'yes' })
    expect(opened(second.body).text).toContain('⚠ Phone 999')
    expect(opened(second.body).text).toContain('What was done? (required)')
    const last = await chosen(second.body, 'Raise it', { done: 'A call' })

    const answers = { what: 'A fall', danger: 'yes', done: 'A call' }
    expect(world.asked.map(({ name }) => name)).toEqual(['command', 'refresh', 'submit'])
    expect(world.asked.at(-1)?.with.slice(1)).toEqual([form.ticket, answers])
    expect(last.body).toMatchObject(closing('Recorded as C-7K2M-9Q4X'))
  })

  test('whose last answer brings up a statement shows it before anything is sent, and once', async () => {
    const who = { ...phone, id: 'who', label: 'Only these see it: Ada', urgent: false }
    world.replies.command = { type: 'form', form: { ...long, fields: [danger] } }
    world.replies.refresh = { type: 'form', form: { ...long, fields: [danger, who] } }
    const first = await fetchTask('concern')

    const news = await chosen(first.body, 'Raise it', { danger: 'yes' })
    expect(world.asked.map(({ name }) => name)).toEqual(['command', 'refresh'])
    expect(opened(news.body).text).toContain('Only these see it: Ada')
    expect(opened(news.body).text).toContain('Please read what has come up, then send it again.')

    const last = await chosen(news.body, 'Raise it', {})
    expect(last.body).toMatchObject(closing('Recorded as C-7K2M-9Q4X'))
  })

  test('whose last answer asks for more goes on before anything is sent', async () => {
    world.replies.command = { type: 'form', form: { ...long, fields: [danger] } }
    world.replies.refresh = { type: 'form', form: { ...long, fields: [danger, phone, done] } }
    const first = await fetchTask('concern')

    const more = await chosen(first.body, 'Raise it', { danger: 'yes' })

    expect(world.asked.map(({ name }) => name)).toEqual(['command', 'refresh'])
    expect(opened(more.body).text).toContain('Step 2 of 2')
    expect(opened(more.body).text).toContain('Your answers ask for more: “What was done?”')
  })

  test('tells what must not be missed, even where only its last answer calls for it', async () => {
    world.replies.command = { type: 'form', form: { ...long, fields: [danger] } }
    world.replies.refresh = { type: 'form', form: { ...long, fields: [danger, phone] } }
    const first = await fetchTask('concern')

    const last = await chosen(first.body, 'Raise it', { danger: 'yes' })

    expect(opened(last.body).text).toContain('⚠ Phone 999')
    expect(opened(last.body).text).toContain('Recorded as C-7K2M-9Q4X')
  })

  test('can be gone back in, with nothing required and nothing lost', async () => {
    const first = await fetchTask('concern')
    const second = await chosen(first.body, 'Next', { what: 'A fall', danger: 'yes' })

    const back = await chosen(second.body, 'Back', { done: 'half a sen' })
    await chosen(back.body, 'Next', { what: 'A fall', danger: '' })

    expect(opened(back.body).text).toContain('Step 1 of 2')
    expect(world.asked.at(-1)).toMatchObject({
      name: 'refresh',
      with: [{}, {}, { what: 'A fall', danger: '', done: 'half a sen' }],
    })
  })

  test('stays at a step in which something is missing', async () => {
    const first = await fetchTask('concern')

    const again = await chosen(first.body, 'Next', { danger: 'yes' })

    expect(opened(again.body).text).toContain('Step 1 of 2')
    expect(opened(again.body).text).toContain('⚠ This is needed.')
  })

  test('refused in the end comes back at the step where something is wrong', async () => {
    const [what = done, ...others] = long.fields
    const wrong = { ...what, value: 'kept', error: 'No patient identifiers.' }
    world.replies.submit = {
      type: 'form',
      form: { ...long, fields: [wrong, ...others], problem: 'Look again at “What?”.' },
    }
    const first = await fetchTask('concern')
    const second = await chosen(first.body, 'Next', { what: 'x', danger: 'no' })

    const refused = await chosen(second.body, 'Raise it', { done: 'A call' })

    expect(opened(refused.body).text).toContain('Step 1 of 2')
    expect(opened(refused.body).text).toContain('Look again at “What?”.')
    expect(opened(refused.body).text).toContain('⚠ No patient identifiers.')
  })
})
