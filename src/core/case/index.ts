import type { Intent } from '../intent.ts'
import type { Index, Kind } from '../kind.ts'
import { NO_LEAD } from '../people/lead.ts'
import { earliest } from '../time/instant.ts'
import { announceCase } from './announce.ts'
import type { Case } from './case.ts'
import { composeCase } from './compose.ts'
import { decideCase } from './decide.ts'
import type { CaseEvent } from './event.ts'
import { evolveCase } from './evolve.ts'
import { followCase } from './follow.ts'
import type { CaseIntent } from './intent.ts'
import { owed, owersOf } from './rules.ts'
import { standingCase } from './standing.ts'
import { wakeAtOf } from './wake.ts'

export { guardedCase } from './guarded.ts'

export const caseKind: Kind<Case, CaseIntent, CaseEvent, Intent> = {
  decide: decideCase,
  evolve: evolveCase,
  announce: announceCase,
  compose: composeCase,
  follow: followCase,
  index,
  standing: standingCase,
}

function index(kase: Case): Index {
  const { kind, type, provider, timeline } = kase
  const status = kase.removed ? 'removed' : kase.status
  const open = kase.prompts.filter(({ state }) => state === 'open')
  const people = new Set([...owed(kase).flatMap(owersOf), ...open.flatMap(({ asked }) => asked)])
  return {
    timeline,
    wakeAt: wakeAtOf(kase),
    dueAt: earliest(owed(kase).map(({ dueAt, state }) => (state === 'running' ? dueAt : null))),
    facets: {
      kind: [kind],
      status: [status],
      type: [type],
      provider: provider.slug === null ? [] : [provider.slug],
      ...(provider.leadProvider === NO_LEAD ? {} : { leadProvider: [provider.leadProvider] }),
      person: [...people],
      // By the month in which it was said to be one, wherever the clock stood.
      ...(kase.route ? { safeguarding: [kase.route.at.slice(0, 7)] } : {}),
      ...(kase.raiser.code ? { raised: ['anonymous'] } : {}),
      owed: owed(kase).map(({ rule }) => rule),
      overdue: owed(kase).flatMap(({ rule, state }) => (state === 'missed' ? rule : [])),
    },
  }
}
