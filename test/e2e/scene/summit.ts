import { OWN, type Scene, type Somebody, type Where } from './scene.ts'

export const ALDER_HOUSE = 'alder-house-quality'
export const SUMMIT = 'risk-summit'

export const CASE = /^C-/
export const ASKS = /^Does this need a risk summit now\?/
export const BRIEF = /^Risk summit: Alder House \(M-/
export const CHAIR = /^Who chairs/

/** Under the case of the concern, in the room of the provider. */
export const UNDER_CASE: Where = { room: ALDER_HOUSE, under: CASE }
/** In the summit’s own room, and in the thread of its brief where a service has threads. */
export const IN_SUMMIT: Where = { room: SUMMIT }
export const UNDER_BRIEF: Where = { room: SUMMIT, under: BRIEF }

export const WHY = 'Two patients were found without observation'

/** The ward nurse raises a concern with immediate danger. */
export async function raiseDanger(scene: Scene): Promise<void> {
  const nurse = await scene.person('Amina Farrow')
  const form = await nurse.types('/concern')
  await form.send({ 'What did you see or hear?': WHY, 'Is anyone in immediate danger?': 'Yes' })
}

/** The quality lead calls the risk summit that the concern asks about; the region’s director chairs it. */
export async function heldNow(scene: Scene): Promise<Somebody> {
  await raiseDanger(scene)
  const lead = await scene.person('Teodora Whitlock')
  const form = await lead.opens(UNDER_CASE, ASKS, 'Call a risk summit')
  const preview = await form.goesOn({ 'Why is it called?': WHY })
  await preview.send()
  const chair = await scene.person('Cornelius Abara')
  await chair.presses({ room: OWN }, CHAIR, 'I chair it')
  return chair
}
