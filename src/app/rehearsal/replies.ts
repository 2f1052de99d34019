import type { Case } from '../../core/case/case.ts'
import { owed } from '../../core/case/rules.ts'
import type { Inner } from '../../core/drill/drill.ts'
import type { Slot } from '../../core/effect.ts'
import type { Reply } from '../conversation.ts'
import { answer, type Fitting, fitting } from '../talk/answering.ts'
import { evidenceForm } from '../talk/done.ts'
import { NOTHING } from '../talk/say.ts'
import { clocksOf } from '../talk/take-clock.ts'
import { replied } from '../talk/thread.ts'
import { type Understood, understand } from '../talk/understand.ts'
import { lineNumber } from './inside.ts'
import type { Stage } from './stage.ts'

/** A reply in words: done as the one who was asked, or whose clock it is; otherwise as whom the story names. */
export async function repliedInside(stage: Stage, slot: Slot, text: string): Promise<Reply> {
  const { drill } = stage
  const line = drill.lines[lineNumber(slot)]
  const record = drill.records.find(({ id }) => id === line?.record) ?? mainOf(drill.records)
  if (!record) return NOTHING
  const said = understand(text, clocksOf(record))
  if (said.type === 'talk') return NOTHING
  if (said.type === 'answer') return answered(stage, record, said)
  const as = stage.playing({
    record: record.id,
    prompt: null,
    clock: record.kind === 'case' ? clockMeant(stage, record, said) : null,
    form: null,
  })
  return stage.dress(await replied(stage.ask(as), record, 'root', text), as)
}

type Answering = Extract<Understood, { type: 'answer' }>

/** The open questions of the record itself, otherwise of all that is inside. */
async function answered(stage: Stage, record: Inner, said: Answering): Promise<Reply> {
  const own = fittingIn(stage, record, said)
  const others = stage.drill.records.filter(({ id }) => id !== record.id)
  const found = own.length > 0 ? own : others.flatMap((other) => fittingIn(stage, other, said))
  const [first] = found
  if (!first) return NOTHING
  const { as } = first
  const fittings = found.map(({ fitting: one }) => one)
  return stage.dress(await answer(stage.ask(as), fittings, said.reason), as)
}

interface Played {
  readonly as: string
  readonly fitting: Fitting
}

/** Each open question is asked of somebody: whoever answers it plays them. */
function fittingIn(stage: Stage, record: Inner, said: Answering): Played[] {
  if (record.kind === 'provider') return []
  return record.prompts.flatMap((prompt): Played[] => {
    if (prompt.state !== 'open') return []
    const as = stage.playing({ record: record.id, prompt: prompt.id, clock: null, form: null })
    const one = fitting(stage.ask(as), record, said).find(({ fit }) => fit.prompt.id === prompt.id)
    return one ? [{ as, fitting: one }] : []
  })
}

function clockMeant(stage: Stage, kase: Case, said: Understood): string | null {
  const named = 'clock' in said ? said.clock : null
  if (named !== null) return named
  const form =
    said.type === 'done' ? evidenceForm(stage.ask(stage.drill.script.plays), kase, said) : null
  const meant = form?.press.do === 'open' ? form.press.with?.clock : undefined
  return meant ?? lastNudged(kase)
}

function lastNudged(kase: Case): string | null {
  const nudged = owed(kase).filter(({ nudges }) => nudges.length > 0)
  const latest = nudged.sort((one, other) => (at(one) < at(other) ? 1 : -1))[0]
  return latest?.rule ?? null
}

function at({ nudges }: Case['clocks'][number]): string {
  return nudges.at(-1)?.at ?? ''
}

function mainOf(records: readonly Inner[]): Inner | undefined {
  return records.find(({ kind, status }) => kind === 'case' && status === 'open')
}
