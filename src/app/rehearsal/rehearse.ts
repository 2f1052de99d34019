import { marked } from '../../core/drill/dress.ts'
import type { Jump } from '../../core/drill/intent.ts'
import type { Intent } from '../../core/intent.ts'
import type { Rehearsal } from '../../core/policy/rehearsal.ts'
import { parseRehearsal, type RecordId, referenceOf } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import { type Ask, contextOf, isKnown, NOT_LISTED } from '../talk/ask.ts'
import { buttons, NOTHING, refused } from '../talk/say.ts'
import { stageAt } from './stage.ts'

/** `/muster rehearse`: what can be rehearsed; with a name it begins; with a reference its clock is moved, or it ends. */
export async function rehearse(ask: Ask, words: string): Promise<Reply> {
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  const scripts = contextOf(ask, null).policy.rehearsals ?? []
  const text = words.trim().toLowerCase()
  const script = scripts.find(({ id }) => id === text)
  if (script) return started(ask, script)
  const [what, reference] = /^(.*?)\s*(r-[0-9a-z]{5})?$/.exec(text)?.slice(1) ?? []
  const doing = intentFor(ask, what ?? '')
  if (!doing) return menu(scripts)
  const id = parseRehearsal(reference ?? '') ?? (await rehearsalHere(ask))
  if (!id)
    return refused({
      message: 'Say this in the room of the rehearsal, or add its reference, such as R-7K2M9.',
    })
  const answer = await handle(ask.app, { key: ask.heard.key, to: id, intent: doing })
  return answer.ok ? NOTHING : refused(answer.refusal)
}

const JUMPS: readonly (readonly [RegExp, Jump])[] = [
  [/^(hour|\+?\s?1\s?h(our)?)$/, 'hour'],
  [/^(to the next )?deadline$/, 'deadline'],
  [/^(stretch|weekend|play.*)$/, 'stretch'],
]

function intentFor({ heard: { actor: by } }: Ask, what: string): Intent | undefined {
  if (/^(end|stop)\b/.test(what)) return { kind: 'drill', type: 'end', by }
  const jump = JUMPS.find(([pattern]) => pattern.test(what))?.[1]
  return jump && { kind: 'drill', type: 'move', by, jump }
}

async function rehearsalHere({ app, heard }: Ask): Promise<RecordId | undefined> {
  const stage = heard.at && (await stageAt(app, heard, [heard.at]))
  return stage?.drill.id
}

async function started(ask: Ask, script: Rehearsal): Promise<Reply> {
  const { actor: by, channel, key } = ask.heard
  const intent: Intent = { kind: 'drill', type: 'start', by, script, channel, people: [] }
  const answer = await handle(ask.app, { key, intent })
  return answer.ok ? begun(answer.id, script) : refused(answer.refusal)
}

/** What somebody is told who has begun one. */
export function begun(id: RecordId, { story }: Pick<Rehearsal, 'story'>): Reply {
  const name = `rehearsal-${referenceOf(id).slice(2).toLowerCase()}`
  return {
    type: 'say',
    message: marked('The rehearsal begins', [
      { kind: 'list', items: [...story] },
      {
        kind: 'text',
        text: [
          'Open it here: ',
          { record: id },
          `. Everything happens in the private room ${name}, in the replies to its first message. No room? Then it comes to your own conversation with Muster.`,
        ],
      },
    ]),
  }
}

function menu(scripts: readonly Rehearsal[]): Reply {
  if (scripts.length === 0)
    return refused({ message: 'The rules in force here have nothing to rehearse.' })
  return {
    type: 'say',
    message: marked('What do you want to rehearse?', [
      {
        kind: 'text',
        text: 'A made-up case in a room of its own, with a clock that you move. It ends with a score; a first time takes about five minutes. Nobody else is told anything.',
      },
      {
        kind: 'facts',
        facts: scripts.map((one, index) => [titleOf(one, index), one.story[0] ?? ''] as const),
      },
      buttons(
        ...scripts.map((one, index) => ({
          label: titleOf(one, index),
          press: { do: 'command', words: `rehearse ${one.id}` } as const,
        })),
        { label: 'With colleagues…', press: { do: 'open', form: 'rehearse' } },
      ),
    ]),
  }
}

function titleOf({ label }: Rehearsal, index: number): string {
  return index === 0 ? `${label} (start here)` : label
}
