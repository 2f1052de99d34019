import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

const current = new AsyncLocalStorage<string>()

/**
 * Does one piece of work that came from outside – a delivery, a sweep, a command – under one id,
 * which every line of the log within it carries.
 */
export function asRequest<Result>(work: () => Result, id = newId()): Result {
  return current.run(id, work)
}

/** What goes on for all must not carry the id of whoever happened to set it going. */
export function forNobody<Result>(work: () => Result): Result {
  return current.exit(work)
}

export function requestId(): string | undefined {
  return current.getStore()
}

function newId(): string {
  return randomBytes(6).toString('hex')
}
