import { expect } from 'vitest'
import { z } from 'zod'
import type { Message } from '../../../src/core/message/message.ts'
import { activity, type World } from './world.ts'

export const saved: Message = {
  title: 'Recorded as C-7K2M-9Q4X',
  parts: [{ kind: 'text', text: 'Thank you.' }],
}

const Dialog = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({
      title: z.string(),
      card: z.object({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.looseObject({
          version: z.literal('1.5'),
          body: z.array(z.looseObject({ type: z.string() })),
          actions: z
            .array(z.object({ type: z.string(), title: z.string(), data: z.looseObject({}) }))
            .optional(),
        }),
      }),
    }),
  }),
})

export function opened(body: unknown) {
  const { value } = Dialog.parse(body).task
  return { title: value.title, text: JSON.stringify(value.card.content), ...value.card.content }
}

export function closing(words: string) {
  return { task: { type: 'message', value: expect.stringContaining(words) } }
}

/** Dialogs as Teams opens them and hands them in. */
export function dialogClient(world: () => World) {
  function invoke(name: string, value: unknown, change: Record<string, unknown> = {}) {
    return world().deliver(activity(world(), { type: 'invoke', name, value, ...change }))
  }

  function fetchTask(commandId: string, more: object = {}, change: Record<string, unknown> = {}) {
    const value = { commandId, commandContext: 'compose', context: { theme: 'default' }, ...more }
    return invoke('composeExtension/fetchTask', value, change)
  }

  /** What Teams sends when an action of the dialog is chosen, with what was typed beside it. */
  function chosen(body: unknown, title: string, typed: object = {}) {
    const action = opened(body).actions?.find((one) => one.title === title)
    expect(action?.type).toBe('Action.Submit')
    return invoke('composeExtension/submitAction', { data: { ...typed, ...action?.data } })
  }

  return { invoke, fetchTask, chosen }
}
