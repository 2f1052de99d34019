import type { Actor } from '../../../src/core/people/actor.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { counted, NOWHERE, SURFACES, type Surface, unseen } from '../confidential/surfaces.ts'
import { CHANNELS, confidentialWorld, SECRET, type World } from '../confidential/world.ts'

/** Written by hand: who of the made-up collaborative may know of the case, and why not. */
const WHO: Readonly<Record<string, 'sees it' | string>> = {
  quinn: 'sees it',
  dora: 'sees it',
  nia: 'sees it',
  safia: 'was let in and taken out again',
  ivan: 'leads on incidents at the provider',
  ines: 'stands in for the incident lead',
  otto: 'is on call at the provider',
  wanda: 'heads the provider',
  bao: 'is on the provider’s board',
  omar: 'is on call for the quality lead',
  halima: 'heads the Lead Provider, and is an administrator',
  hugo: 'works at the Lead Provider',
  faye: 'works at another provider',
  anya: 'works at a provider of another region',
  mara: 'is the Quality Manager of the region',
  rhea: 'is the director of the region',
  ada: 'works at the care board',
  lena: 'works at the council',
  cleo: 'is an inspector',
  guest: 'is not in the directory',
}

/** Where nothing need be found by those who see it: it is the same for everybody, or is put to one of them alone. */
const SAYS_NOTHING = [
  'help',
  'status of the provider',
  'status of its meeting',
  'a code that is none',
  'form that is open, handed in',
  'reply in its thread',
  'mails',
  'notices after an outage, alarms, questions about access',
]
/** Written by hand: who comes to the meeting that was called of it while everybody read it. */
const COMES = ['quinn', 'wanda', 'bao', 'rhea', 'lena', 'cleo']
/** Whoever raised it owes nothing, nor does who stands in for somebody who has done what was asked. */
const OWES_NOTHING = { first: ['nia'], later: ['nia', 'dora'] }
const OF_OWERS = ['what I owe', 'own page']

export const confidential: Row = {
  name: 'confidential cases',
  goal: 'nobody who is not on the list finds a trace of the case, wherever they look; those who are do; a leak is found',
  run: tried,
}

async function tried({ part }: How): Promise<Found> {
  const channels = part ? CHANNELS.slice(0, 1) : CHANNELS
  const wrongs: string[] = []
  let [attempts, seeded, noticed, there] = [0, 0, 0, '']
  for (const channel of channels) {
    const tight = await confidentialWorld(channel, false)
    there = counted(tight)
    for (const [who, why] of Object.entries(WHO)) {
      for (const [surface, world] of everyLook(tight)) {
        attempts += 1
        const wrong = await wrongIn(world, surface, who, why === 'sees it')
        if (wrong) wrongs.push(`${channel}, ${surface.name}, ${who} (${why}): ${wrong}`)
      }
      attempts += 1
      const wrong = await wrongOfMeeting(tight, who)
      if (wrong) wrongs.push(`${channel}, the meeting, ${who}: ${wrong}`)
    }
    for (const [where, text] of Object.entries(await unseen(tight))) {
      attempts += 1
      if (traces(text, [SECRET, 'willow', 'Willow'], where))
        wrongs.push(`${channel}, ${where}: a trace`)
    }
    const loose = await confidentialWorld(channel, true)
    for (const surface of SURFACES.filter(({ name }) => LEAKS.includes(name))) {
      seeded += 1
      if (await wrongIn(loose, surface, 'ivan', false)) noticed += 1
      else wrongs.push(`${channel}, ${surface.name}: the seeded leak was not noticed`)
    }
  }
  const people = Object.keys(WHO).length
  return found(
    `${attempts} combinations of ${people} people, ${SURFACES.length} ways to look, a case from the first moment and one made so later, and ${channels.length} services, each with ${there}; a seeded leak found in ${noticed} of ${seeded}`,
    wrongs,
  )
}

/** Where somebody of the provider would read it if only organisations counted. */
const LEAKS = [
  'status',
  'status of the reference',
  'note on the reference',
  'old button that opens a form',
  'form that is open, brought up to date',
  'words in a chat without threads',
]

const NOWHERE_NAMED = referenceOf(NOWHERE)

/** Both cases: confidential from the first moment, and made so after a level and a meeting came of it. */
function everyLook(world: World): readonly (readonly [Surface, World])[] {
  const later = { ...world, id: world.later }
  return [world, later].flatMap((one) => SURFACES.map((surface) => [surface, one] as const))
}

/** Whoever was called keeps their call; whoever was taken off the list since then does not. */
async function wrongOfMeeting(world: World, who: string): Promise<string | null> {
  const surface = SURFACES.find(({ name }) => name === 'status of its meeting')
  if (!surface) return 'is not looked at'
  const got = await surface.get(world, actorOf(world, who), world.later)
  const isShown = got.includes('Risk summit: Willow House')
  if (isShown === COMES.includes(who)) return null
  return `${isShown ? 'is read' : 'is not shown'}: ${got.slice(0, 120)}`
}

/** What is wrong with what somebody gets; null where nothing is. */
async function wrongIn(
  world: World,
  surface: Surface,
  who: string,
  sees: boolean,
): Promise<string | null> {
  const actor = actorOf(world, who)
  const got = await surface.get(world, actor, world.id)
  const reference = referenceOf(world.id)
  if (sees) {
    if (SAYS_NOTHING.includes(surface.name)) return null
    const idle = OWES_NOTHING[world.id === world.later ? 'later' : 'first']
    if (idle.includes(who) && OF_OWERS.includes(surface.name)) return null
    const nowhere = surface.compares ? await surface.get(world, actor, NOWHERE) : ''
    const shows = got.includes(SECRET) || got.toLowerCase().includes(reference.toLowerCase())
    const differs = surface.compares && blank(got, reference) !== blank(nowhere, NOWHERE_NAMED)
    return shows || differs ? null : `finds nothing: ${got.slice(0, 120)}`
  }
  if (got.includes(SECRET)) return `reads it: ${got.slice(0, 120)}`
  if (!surface.compares)
    return got.toLowerCase().includes(reference.toLowerCase())
      ? `finds its reference: ${got.slice(0, 200)}`
      : null
  const nowhere = await surface.get(world, actor, NOWHERE)
  return blank(got, reference) === blank(nowhere, NOWHERE_NAMED)
    ? null
    : `gets something else than for no case: ${got.slice(0, 120)}`
}

function actorOf({ channel }: World, who: string): Actor {
  return who === 'guest'
    ? { type: 'unlisted', channel, account: 'guest', name: 'Gus Guest' }
    : { type: 'person', person: who }
}

/** Without the reference that was asked for, which they knew themselves. */
function blank(text: string, reference: string): string {
  const id = reference.slice(2).replace('-', '').toLowerCase()
  return text.replaceAll(reference, 'C').replaceAll(`case-${id}`, 'C')
}

function traces(text: string, words: readonly string[], where: string): boolean {
  // The ordinary case of the same provider leaves its own traces in the log.
  return words.some(
    (word) => text.includes(word) && (where !== 'lines of the log' || word === SECRET),
  )
}
