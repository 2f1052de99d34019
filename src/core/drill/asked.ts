import type { Directory, ProviderRef } from '../people/directory.ts'
import { findPerson } from '../people/find.ts'
import { type Asked, MUSTER } from '../permission/asked.ts'
import type { Drill } from './drill.ts'
import { guardedDrill } from './guarded.ts'
import type { DrillIntent, DrillIntentOf } from './intent.ts'

type Around = { readonly directory: Directory }

/** Beginning a rehearsal: there is none yet that anybody could see. */
export function askedToStart({ by }: Pick<DrillIntentOf<'start'>, 'by'>, around: Around): Asked {
  const provider = by.type === 'person' ? homeOf(by.person, around) : NO_HOME
  const instead = 'If you are not in the directory, ask an administrator to add you.'
  return { kind: 'drill', intent: 'start', by, provider, instead }
}

/** What of an intent decides who may ask it. */
export type DrillAsking =
  | Pick<DrillIntentOf<'act' | 'move' | 'end'>, 'type' | 'by'>
  | Pick<DrillIntentOf<'noteEdited'>, 'type'>
  | Pick<Exclude<DrillIntent, { by: unknown }>, 'type'>

/** What an intent asks of a rehearsal, for the table of permissions. */
export function askedOfDrill(drill: Drill, intent: DrillAsking, around: Around): Asked {
  switch (intent.type) {
    case 'act':
    case 'move':
    case 'end':
      return asked(drill, intent, around)
    case 'noteRoom':
    case 'wake':
    case 'repair':
    case 'noteLate':
    case 'noteUndelivered':
    case 'noteDropped':
    case 'noteRefusal':
    case 'noteEdited':
      return asked(drill, { type: intent.type, by: MUSTER }, around)
  }
}

function asked(
  drill: Drill,
  { type, by }: Pick<Asked, 'by'> & { readonly type: string },
  around: Around,
): Asked {
  const { kind, startedBy } = drill
  const provider = startedBy.type === 'person' ? homeOf(startedBy.person, around) : NO_HOME
  const colleagues = { people: colleaguesOf(drill, around) }
  const guarded = () => guardedDrill(drill)
  return { kind, intent: type, by, provider, guarded, meant: { colleagues } }
}

const NO_HOME: ProviderRef = { slug: null, leadProvider: '' }

/** So that a pack may let posts near whoever rehearses in. */
function homeOf(person: string, { directory }: Around): ProviderRef {
  const home = findPerson(directory, person)?.organisation
  if (!home) return NO_HOME
  const { slug, leadProvider } = home
  return { slug: leadProvider === null ? null : slug, leadProvider: leadProvider ?? slug }
}

/** Everybody of the organisations of those who rehearse. */
function colleaguesOf({ people }: Drill, { directory }: Around): readonly string[] {
  return directory.organisations
    .filter((one) => one.people.some(({ id }) => people.includes(id)))
    .flatMap((one) => one.people.map(({ id }) => id))
}
