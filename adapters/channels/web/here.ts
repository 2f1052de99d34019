import { no } from './http.ts'
import type { Session } from './session.ts'
import { maySeeItem, type Space, spaceFor } from './sight.ts'
import type { Item } from './workspace-state.ts'

/** For what is not there and for what is not theirs: nobody can tell which. */
export const GONE = no(404, 'There is nothing here that you can see. Choose a room on the left.')

/** Where a person is while they act: private answers stand there. */
export interface Where {
  readonly space: string
  readonly thread?: string | undefined
}

export interface Here {
  readonly space: Space
  readonly root: Item | undefined
}

/** Undefined when the person may not be there, or there is no such thread. */
export function enter(session: Session, { space: key, thread }: Where): Here | undefined {
  const { host, reader, workspace } = session
  const space = spaceFor(workspace.state, host.directory(), reader, key)
  if (!space) return undefined
  if (thread === undefined) return { space, root: undefined }
  const root = visible(session, key, thread)
  return root && root.thread === undefined ? { space, root } : undefined
}

export function visible(
  { host, reader, workspace, page }: Session,
  space: string,
  ref: string,
): Item | undefined {
  const item = workspace.item(ref)
  if (item?.space !== space || !maySeeItem(item, reader, page)) return undefined
  return spaceFor(workspace.state, host.directory(), reader, space) ? item : undefined
}
