import { type Entered, type Form, OWN, type Scene, type Somebody, type Where } from './scene.ts'
import { ALDER_HOUSE, CASE } from './summit.ts'

export { CASE }

export const IN_ROOM: Where = { room: ALDER_HOUSE }
/** Under the newest case. */
export const UNDER_CASE: Where = { room: ALDER_HOUSE, under: CASE }
export const NEWS: Where = { room: OWN }

const SAID = {
  'What happened?': 'A patient was found without observation',
  'Where?': 'Heron ward',
  'Is anyone in immediate danger?': 'No',
  'What has been done so far?': 'The ward was made safe',
  'Is it a safeguarding matter?': 'No',
}

/** The form of a serious incident as the incident lead of Alder House fills it in. */
export async function reporting(scene: Scene, times: Entered): Promise<[Form, Entered]> {
  const reporter = await scene.person('Gethin Okonjo')
  // Last, so that nothing that is asked meanwhile shows what they lead to.
  return [await reporter.types('/incident'), { ...SAID, ...times }]
}

/** Reports one, and gives whoever reported it. */
export async function report(scene: Scene, times: Entered): Promise<Somebody> {
  const [form, entered] = await reporting(scene, times)
  await form.send(entered)
  return scene.person('Gethin Okonjo')
}

export function happened(occurred: string, identified: string): Entered {
  return {
    'When did it happen?': occurred,
    'When was it identified as a serious incident?': identified,
  }
}
