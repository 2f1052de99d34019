import type { Organisation } from '../organisation/organisation.ts'

/** The organisations' records together: who is who, and who holds a role now. */
export interface Directory {
  readonly organisations: readonly Organisation[]
}

/** What of a provider a rule may name. The slug is null for a provider that is not listed. */
export interface ProviderRef {
  readonly slug: string | null
  readonly leadProvider: string
}

export interface Resolved {
  readonly organisation: string
  readonly role: string
  readonly via: 'holder' | 'deputy' | 'on-call' | 'head' | 'cover'
  readonly person: string
}
