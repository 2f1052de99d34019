import { documentOf } from '../../../src/app/inquiry/document.ts'
import { type Inquiry, inquiryInto } from '../../../src/app/inquiry/inquiry.ts'
import { showLocal } from '../../../src/core/time/local.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { holderAt, type Lived, livedCase } from '../lived-case.ts'

export const inquiry: Row = {
  name: 'inquiry: what was done, by whom, when, told to whom, under which rule',
  goal: 'every deed, message and holder of a role is in the export as it was; none is added',
  run: asked,
}

const ZONE = 'Europe/London'

async function asked({ part, random }: How): Promise<Found> {
  const wrongs: string[] = []
  const counts = { lives: part ? 4 : 20, deeds: 0, messages: 0, roles: 0 }
  for (let n = 0; n < counts.lives; n += 1) {
    const life = await livedCase(random, part ? 8 : 20)
    const told = await inquiryInto(life.world.app, life.id)
    if (!told) return found('Nothing was exported', ['There is no export'])
    counts.deeds += life.deeds.length
    counts.messages += life.arrived.length
    counts.roles += told.roles.length
    wrongs.push(
      ...deedsMissing(life, told),
      ...messagesWrong(life, told),
      ...rolesWrong(life, told),
    )
    wrongs.push(...told.chain.flaws)
  }
  return found(
    `${counts.lives} lives by chance: ${counts.deeds} deeds with who, when and rule, ${counts.messages} messages with proof of notice, ${counts.roles} times who held each role`,
    wrongs,
  )
}

/** Each deed stands in one entry with its words, its times and whoever did it. */
function deedsMissing({ deeds }: Lived, told: Inquiry): string[] {
  const entries = documentOf(told).split(/^### /m)
  return deeds.flatMap(({ at, name, text, happened, rule }) => {
    const wanted = [
      `Recorded: ${showLocal(at, ZONE)}`,
      `Who: ${name},`,
      ...(happened === undefined ? [] : [`Done: ${showLocal(happened, ZONE)}`]),
      ...(rule === undefined ? [] : [`Rule: ${rule} (`]),
    ]
    const mine = entries.filter((entry) => entry.includes(`: ${text}\n`))
    const isThere = mine.some((entry) => wanted.every((words) => entry.includes(words)))
    return isThere ? [] : [`${text}: no entry has ${wanted.join('; ')}`]
  })
}

/** What the services have is what the export says that they accepted, and when. */
function messagesWrong({ arrived, id, refused }: Lived, told: Inquiry): string[] {
  const wrongs: string[] = []
  const here = arrived.filter(({ record }) => record === id)
  for (const { place, slot, ref, at, people } of here) {
    const one = told.messages.find((message) => message.place === place && message.slot === slot)
    if (one?.outcome !== 'accepted' || one.ref !== ref)
      wrongs.push(`${slot} at ${place} is not told`)
    else if (one.acceptedAt !== at) wrongs.push(`${slot} at ${place}: ${one.acceptedAt}, not ${at}`)
    // One that was held up says what was so when it was sent at last.
    const isPrompt = one?.addedAt === at && slot.startsWith('nudge')
    const strangers = one?.people.filter((person) => !people.includes(person)) ?? []
    if (isPrompt && strangers.length > 0)
      wrongs.push(`${slot} is said to be for ${strangers.join()}`)
  }
  const accepted = told.messages.filter(({ outcome }) => outcome === 'accepted')
  if (accepted.length !== here.length)
    wrongs.push(`${accepted.length} messages are told as accepted, and ${here.length} arrived`)
  const gone = told.messages.filter(({ outcome }) => outcome === 'refused')
  if (gone.length > refused || gone.some(({ why }) => why !== 'The room is gone'))
    wrongs.push(`${gone.length} messages are told as refused, and ${refused} were`)
  return wrongs
}

function rolesWrong({ held }: Lived, told: Inquiry): string[] {
  return told.roles.flatMap(({ at, roles }) => {
    const lead = roles.find(
      ({ organisation, role }) => organisation === 'willow' && role === 'incident-lead',
    )
    const holder = lead?.held.find(({ as }) => as === 'holder')
    const name = holder ? told.naming.person(holder.person, at) : 'nobody'
    return name === holderAt(held, at) ? [] : [`${at}: ${name}, not ${holderAt(held, at)}`]
  })
}
