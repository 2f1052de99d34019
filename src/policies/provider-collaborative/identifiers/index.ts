import type { IdentifierSource } from '../../../core/policy/identifier.ts'
import { contacts } from './contacts.ts'
import { dates } from './dates.ts'
import { names } from './names.ts'
import { numbers } from './numbers.ts'

/** What may identify a patient, besides an NHS number, which every pack refuses. */
export const identifiers: IdentifierSource[] = [...dates, ...numbers, ...contacts, ...names]
