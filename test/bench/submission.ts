import { z } from 'zod'

const Option = z.looseObject({ value: z.string() })
const Element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  options: z.array(Option).optional(),
  option_groups: z.array(z.object({ options: z.array(Option) })).optional(),
})
export const View = z.looseObject({
  callback_id: z.string(),
  private_metadata: z.string(),
  blocks: z.array(
    z.looseObject({
      type: z.string(),
      block_id: z.string().optional(),
      optional: z.boolean().optional(),
      element: Element.optional(),
      accessory: Element.optional(),
    }),
  ),
})
export type View = z.infer<typeof View>

/** Who hands a form in, and what they choose where they can. */
export interface HandingIn {
  readonly user: string
  readonly chosen: readonly string[]
  /** Every date in the form. */
  readonly day: string
}

const IVAN: HandingIn = {
  user: 'U0EXAMPLE02',
  // The last is the quiet one: no danger, not listed.
  chosen: ['willow', 'named', 'no'],
  day: new Date(Date.now() - 3_600_000).toISOString().slice(0, 10),
}

/** What Slack sends when a person has filled in what is required. */
export function submission(view: View, by: HandingIn = IVAN): string {
  const values: Record<string, Record<string, object>> = {}
  for (const { type, block_id = '', optional, element } of view.blocks) {
    if (type === 'input' && element && !optional) {
      values[block_id] = { [element.action_id]: filled(element, by) }
    }
  }
  const payload = {
    type: 'view_submission',
    team: { id: 'T0BENCH', domain: 'bench' },
    user: { id: by.user, username: 'someone', name: 'someone', team_id: 'T0BENCH' },
    api_app_id: 'A0BENCH',
    trigger_id: 'unused',
    view: {
      ...view,
      id: 'V0BENCH',
      team_id: 'T0BENCH',
      type: 'modal',
      hash: 'h',
      state: { values },
    },
  }
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}

function filled(
  { type, options, option_groups }: z.infer<typeof Element>,
  { chosen: wanted, day }: HandingIn,
): object {
  const all = options ?? option_groups?.flatMap((group) => group.options) ?? []
  const chosen = all.find(({ value }) => wanted.includes(value)) ?? all.at(-1)
  switch (type) {
    case 'datepicker':
      return { type, selected_date: day }
    case 'timepicker':
      return { type, selected_time: '00:01' }
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: chosen ? [chosen] : [] }
    case 'plain_text_input':
      return { type, value: 'A fall on the stairs, seen by two of us.' }
    default:
      return { type, selected_option: chosen }
  }
}
