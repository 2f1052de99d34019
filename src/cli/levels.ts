import { levelPicture } from '../core/policy/level-picture.ts'
import type { Need, Policy, Transition } from '../core/policy/policy.ts'
import { failed, give } from './answer.ts'
import { readOptions, wantsJson } from './options.ts'
import type { Command } from './terminal.ts'

const USAGE = 'muster levels [--mermaid] [--json]'

/** `muster levels`: the ways between levels of surveillance, and what each needs. */
export function levelsCommand(policies: readonly Policy[]): Command {
  return {
    summary: 'the ways between levels of surveillance, what each needs, and its source',
    usage: USAGE,
    async run(args, terminal) {
      const json = wantsJson(args)
      const read = readOptions(args, { mermaid: { type: 'boolean' } }, USAGE)
      if (!read.ok) return give(read, json, terminal)
      const [policy] = policies
      if (!policy) return give(failed('No policy pack is loaded.'), json, terminal)
      const words = read.values.mermaid ? [levelPicture(policy)] : linesOf(policy)
      const { levels, transitions } = policy
      return give({ ok: true, data: { levels, transitions }, words }, json, terminal)
    },
  }
}

function linesOf({ levels, transitions }: Policy): string[] {
  const named = (id: string) => levels.find((one) => one.id === id)?.label ?? id
  return transitions.map(({ id, label, from, to, needs = [], evidence, opens, citation }) => {
    const starts = from.length > 0 ? from.map(named).join(' or ') : 'any level'
    const asked =
      needs.length > 0
        ? ` Needs ${needs.map((need) => needWords(need, named)).join(', and ')}.`
        : ''
    const opened = opens ? ` Opens ${opensWords(opens)}; the level stays.` : ''
    return `${id} ${starts} → ${named(to)}: ${label}.${asked}${evidence ? evidenceWords(evidence) : ''}${opened} (${citation.document}, ${citation.section})`
  })
}

function evidenceWords({ asked, words }: NonNullable<Transition['evidence']>): string {
  return asked === 'always' ? ` Needs evidence: ${words}.` : ` Evidence if there is any: ${words}.`
}

function needWords(need: Need, named: (level: string) => string): string {
  switch (need.need) {
    case 'over':
      return `${need.cycle} to be over`
    case 'recorded':
      return `${need.meetings.join(' or ')} to be recorded${need.decidedOn ? ` (deciding on ${need.decidedOn.join(' or ')})` : ''}${need.notBefore ? `, ${notBeforeWords(need.notBefore)}` : ''}`
    case 'filed':
      return `${need.matter} ${need.step} on file${need.answer ? ` (${need.answer.field}: ${need.answer.is.join(' or ')})` : ''}`
    case 'notFiled':
      return `${need.matter} ${need.step} not on file (${need.answer.field}: ${need.answer.is.join(' or ')}), otherwise ${need.instead}`
    case 'notFrom':
      return `not to have come from ${need.levels.map(named).join(' or ')}, otherwise ${need.instead.join(' or ')}`
    case 'cameBy':
      return `to have come by ${need.ways.join(' or ')} from there`
    case 'nothingSince':
      return `no case besides, and none of ${need.meetings.join(', ')} called since and recorded or still to be held`
    case 'noneOpen':
      return `no ${need.matter} to be open`
  }
}

function notBeforeWords(from: NonNullable<Extract<Need, { need: 'recorded' }>['notBefore']>) {
  return from.of === 'cycle'
    ? `held once ${from.cycle} is over`
    : `held no earlier than ${from.matter} ${from.step} says`
}

function opensWords(opens: NonNullable<Transition['opens']>): string {
  return opens.of === 'matter' ? `a ${opens.matter} on file` : opens.meetings.join(' or ')
}
