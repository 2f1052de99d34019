import type { Answers, Block, slackPeople, View } from '../slack-people.ts'
import { type Entered, type Form, mustSay, textsIn } from './scene.ts'

type Slack = ReturnType<typeof slackPeople>

/** What was wrong with it, and what stands in it all the same. */
interface Before {
  readonly wrong: string
  readonly typed: Answers
}

const NOTHING: Before = { wrong: '', typed: {} }

/** A dialog of Slack’s, filled in by its labels. */
export function slackForm(slack: Slack, email: string, view: View, before = NOTHING): Form {
  const text = [before.wrong, ...textsIn([view.title, view.blocks])].join('\n')

  /** What Slack shows once it was handed in: the next view, or this one with what is wrong. */
  async function handedIn(entered: Entered): Promise<View | Form | null> {
    const { shown, answers } = await filledIn(slack, email, view, entered)
    const typed = { ...before.typed, ...answers }
    try {
      return await slack.submitted(email, shown, typed)
    } catch (error) {
      return slackForm(slack, email, shown, { wrong: String(error), typed })
    }
  }

  return {
    async shows(...words) {
      mustSay(text, words)
    },
    async send(entered = {}) {
      const next = await handedIn(entered)
      if (next === null || ('blocks' in next && !next.submit)) return
      const again = 'blocks' in next ? slackForm(slack, email, next) : next
      await again.shows('The form is over')
    },
    async goesOn(entered = {}) {
      const next = await handedIn(entered)
      if (!next) throw new Error('The form is over')
      return 'blocks' in next ? slackForm(slack, email, next) : next
    },
    leave: async () => undefined,
  }
}

/** An answer that decides what else is asked is told to Muster at once, as Slack does. */
async function filledIn(slack: Slack, email: string, view: View, entered: Entered) {
  let shown = view
  let answers: Answers = {}
  for (const [label, value] of Object.entries(entered)) {
    const blocks = asked(shown, label)
    answers = { ...answers, ...answer(blocks, label, [value].flat()) }
    if (blocks.some(({ dispatch_action: isLive }) => isLive))
      shown = await slack.choose(email, shown, answers)
  }
  return { shown, answers }
}

function asked({ blocks }: View, label: string): readonly Block[] {
  const parts = ['', ' – date', ' – time', ' (continued)'].map((part) => `${label}${part}`)
  const found = blocks.filter((block) => block.label && parts.includes(block.label.text))
  if (found.length > 0) return found
  const labels = blocks.flatMap((block) => block.label?.text ?? [])
  throw new Error(`There is no question “${label}” among:\n${labels.join('\n')}`)
}

function answer(blocks: readonly Block[], label: string, entered: readonly string[]): Answers {
  const [words = ''] = entered
  return Object.fromEntries(
    blocks.map(({ block_id = '', element }) => {
      switch (element?.type) {
        case 'datepicker':
          return [block_id, words.split(' ')[0] ?? '']
        case 'timepicker':
          return [block_id, words.split(' ')[1] ?? '']
        case 'checkboxes':
        case 'multi_static_select':
          return [block_id, entered.flatMap((one) => optionOf(element, one) ?? [])]
        case 'radio_buttons':
        case 'static_select': {
          const option = optionOf(element, words)
          if (option === undefined) throw new Error(`“${label}” has no option “${words}”`)
          return [block_id, option]
        }
        default:
          return [block_id, words]
      }
    }),
  )
}

interface Option {
  readonly text: { readonly text: string }
  readonly value: string
}

function optionOf(element: NonNullable<Block['element']>, label: string): string | undefined {
  const options = (element.options ?? []) as readonly Option[] // what Muster sent
  const exact = options.find(({ text }) => text.text === label)
  return (exact ?? options.find(({ text }) => text.text.startsWith(label)))?.value
}
