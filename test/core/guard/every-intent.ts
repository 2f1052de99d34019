import { z } from 'zod'
import { Intent } from '../../../src/core/intent.ts'

/** What stands wherever an intent may hold any words. */
export const WORDS = 'any words'
/** For texts that must have a shape. */
const SHAPED = ['2027-03-26T20:15:00Z', 'case-7k2m9q4x', 'cases', '2027-03-26']

/** One of each intent that there is, with words wherever it may hold any. */
export function everyIntent(): readonly Intent[] {
  return leavesOf(Intent).map((one) => Intent.parse(sample(one)))
}

function leavesOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { def } = known(schema)
  return def.type === 'union' ? def.options.flatMap(leavesOf) : [schema]
}

function sample(schema: z.core.$ZodType): unknown {
  const { def } = known(schema)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).map(([name, part]) => [name, sample(part)]),
      )
    case 'array':
      return [sample(def.element)]
    case 'record':
      return { one: sample(def.valueType) }
    case 'nullable':
    case 'optional':
    case 'default':
      return sample(def.innerType)
    case 'union':
      return sample(def.options[0] ?? schema)
    case 'literal':
      return def.values[0]
    case 'enum':
      return Object.values(def.entries)[0]
    case 'number':
      return 1
    case 'boolean':
      return true
    case 'string':
      return [WORDS, ...SHAPED].find((words) => takes(schema, words))
    default:
      throw new Error(`An intent has a part of the kind ${def.type}: say here what one looks like`)
  }
}

function takes(schema: z.core.$ZodType, words: string): boolean {
  return z.core.safeParse(schema, words).success
}

function known(schema: z.core.$ZodType): z.core.$ZodTypes['_zod'] {
  // Every schema of ours is one of zod's own kinds.
  return (schema as z.core.$ZodTypes)._zod
}
