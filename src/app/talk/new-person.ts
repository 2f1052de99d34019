import { createHash } from 'node:crypto'
import { type Refused, refuse } from '../../core/decision.ts'
import { Person } from '../../core/organisation/organisation.ts'
import type { Directory } from '../../core/people/directory.ts'
import { findPerson } from '../../core/people/find.ts'

interface Given {
  readonly name: string | null
  readonly title: string | null
  readonly email: string | null
}

/** Somebody as they are added to the directory: known by their address from then on, whatever their account. */
export function newPerson({ name, title, email }: Given, directory: Directory): Person | Refused {
  const given = { id: freeId(name ?? '', email, directory), name, email }
  const read = Person.safeParse({ ...given, ...(title === null ? {} : { title }) })
  if (read.success) return read.data
  return refuse('invalid', 'That is not an e-mail address. Write it as name@example.org.', {
    email: 'This is not an e-mail address.',
  })
}

/**
 * `ada-okafor-4c1e`: with something of their address, so that nobody takes the place of somebody of
 * the same name who has left, and whoever comes back has their own again.
 */
function freeId(name: string, email: string | null, directory: Directory): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  const own = createHash('sha256')
    .update((email ?? '').trim().toLowerCase())
    .digest('hex')
  const stem = `${plain === '' ? 'person' : plain}-${own.slice(0, 4)}`
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`
    if (!findPerson(directory, id)) return id
  }
}
