import type { Heard } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { CHANNEL, placeOf, type Reader } from './reader.ts'
import type { Naming } from './render.ts'
import { spacesOf } from './sight.ts'
import type { Workspace } from './workspace.ts'

/** Who asks, and what their answer is made of. */
export interface Session {
  readonly host: Host
  readonly workspace: Workspace
  readonly reader: Reader
  readonly actor: Actor
  /** Which page of theirs it is, since it was loaded. */
  readonly page: string | undefined
}

/** The page's key, made the person's own: nobody can answer with another's. */
export function heardFrom({ actor, reader }: Session, key: string, space = ''): Heard {
  const at = placeOf(space)
  return { actor, channel: CHANNEL, key: `web:${reader}:${key}`, ...(at ? { at } : {}) }
}

export function namingFor({ host, workspace, reader }: Session): Naming {
  const directory = host.directory()
  return {
    directory,
    linkTo(record: RecordId) {
      const spaces = spacesOf(workspace.state, directory, reader).map(({ key }) => key)
      const root = workspace.state.items.find(
        (item) =>
          item.record === record && item.thread === undefined && spaces.includes(item.space),
      )
      return root && `${root.space}/${root.ref}`
    },
  }
}
