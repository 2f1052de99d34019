import { describe, expect, test } from 'vitest'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { fieldIn, formIn, wordsOf } from '../talk/speaking.ts'
import { begin, type Rehearsed } from './playing.ts'

const WHAT = { what: 'The night rota was changed afterwards.', danger: 'no', how: 'anonymous' }

/** A command in the room of the rehearsal. */
async function typed(world: TestApp, { drill }: Rehearsed, who: string, text: string) {
  const [at] = (await drill()).places
  const heard = {
    actor: { type: 'person', person: who } as const,
    channel: 'web',
    key: `typed-${who}-${text}`,
    ...(at ? { at } : {}),
  }
  const [name = '', ...rest] = text.split(' ')
  if (name !== 'concern' && name !== 'muster') throw new Error(text)
  const reply = await world.conversation.command(heard, name, rest.join(' '))
  await world.settle()
  return reply
}

/** All that the history keeps since so many entries. */
async function since(world: TestApp, { id }: Rehearsed, entries: number): Promise<string> {
  const history = await world.store.history(id)
  return history
    .slice(entries)
    .map(({ body }) => body)
    .join('\n')
}

describe('whoever raises anonymously in a rehearsal', () => {
  test.each(['nia', 'ivan'])(
    '%s is named nowhere in what is kept, and gets a code that opens it there',
    async (who) => {
      const world = await openApp()
      const played = await begin(world, 'good-friday')
      const before = (await world.store.history(played.id)).length
      const form = formIn(await typed(world, played, who, 'concern'))
      const provider = fieldIn(form, 'provider').options?.[0]?.value ?? ''

      const heard = { actor: { type: 'person', person: who } as const, channel: 'web', key: 'f' }
      const shown = Object.fromEntries(
        form.fields.flatMap(({ id, value }) => (typeof value === 'string' ? [[id, value]] : [])),
      )
      const said = wordsOf(
        world,
        await world.conversation.submit(heard, form.ticket, { ...shown, ...WHAT, provider }),
      )
      await world.settle()

      const kept = await since(world, played, before)
      expect(kept).toContain('The night rota')
      expect(kept).not.toMatch(new RegExp(`"${who}"|Nia Roberts|Ivan Petrov`))
      const code = /[A-Z]{4}(-[A-Z]{4}){3}/.exec(said)?.[0] ?? ''
      const news = await typed(world, played, who, `muster followup ${code}`)
      expect(wordsOf(world, news)).toContain('Look again whenever you want')
    },
  )
})
