import type { Answers } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { providerId } from '../../../src/core/record-id.ts'
import type { TestApp } from '../../fixtures/app.ts'
import { formIn, pressOn, speaker, WILLOW_KEY, wordsOf } from './speaking.ts'

/** The quality lead moves Willow House by a way. */
export async function toLevel(world: TestApp, transition: string): Promise<void> {
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'level willow'))
  const evidence = 'Referral figures, March.'
  await quinn.fill(form, { transition, evidence, reason: 'Referrals have doubled.' })
}

/** Opens a step from the file, or from one matter of it (`2`: the second that was opened), and hands its form in. */
export async function file(
  world: TestApp,
  who: string,
  at: string,
  label: string,
  answers: Answers,
  slug = 'willow',
) {
  const somebody = speaker(world, who)
  const number = /^\d+$/.test(at) ? await numbered(world, Number(at), slug) : at
  const reply = await somebody.command('muster', `file ${slug} ${number}`)
  const message: Message | undefined = reply.type === 'say' ? reply.message : undefined
  const form = formIn(await somebody.press(pressOn(message, label)))
  return wordsOf(world, await somebody.fill(form, answers))
}

/** What somebody reads who types a command; `file willow 2` is the second that was opened. */
export async function told(world: TestApp, who: string, words: string): Promise<string> {
  const [, slug = '', which = ''] = /^file (\S+) (\d+)$/.exec(words) ?? []
  const asked = which === '' ? words : `file ${slug} ${await numbered(world, Number(which), slug)}`
  return wordsOf(world, await speaker(world, who).command('muster', asked))
}

/** The number of a matter, by the order in which they were opened: those that are kept back are numbered apart. */
export async function numbered(world: TestApp, which = 1, slug = 'willow'): Promise<number> {
  const { matters = [] } = await world.record('provider', providerId(slug))
  return matters[which - 1]?.n ?? which
}

/** All that stands in the room of Willow House. */
export function inRoom(world: TestApp): string {
  return standing(world, WILLOW_KEY)
}

/** All that somebody has in private. */
export function inPrivate(world: TestApp, who: string): string {
  return standing(world, `web/person/${who}`)
}

function standing(world: TestApp, key: string): string {
  return world.web.standing
    .filter(({ place }) => place === key)
    .map(({ message }) => plainMessage(message, world.app.directory()))
    .join('\n')
}
