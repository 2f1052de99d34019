import type { OptionSources } from '../../core/form/asked.ts'
import { untriagedGround } from '../../core/provider/grounds.ts'
import { list } from '../read.ts'
import type { Ask } from './ask.ts'
import type { FormFound } from './forms.ts'

/** Beside what the provider knows, what a decision on its level may rest on: the open cases that this person sees. */
export async function withUntriaged(
  { app, heard: { actor } }: Ask,
  { rule, record: provider }: FormFound,
  sources: OptionSources,
): Promise<OptionSources> {
  const isAsked = rule.fields.some((field) => 'from' in field && field.from === 'grounds')
  if (!isAsked || provider?.kind !== 'provider') return sources
  const { slug, timeline, confidential = [] } = provider
  const facets = { kind: 'case', provider: slug, status: 'open' }
  const rows = await list(app, { type: 'actor', actor }, { facets })
  const untriaged = rows.flatMap(({ record }) => {
    if (record.kind !== 'case' || record.timeline !== timeline) return []
    const { id, triage, confidential: own } = record
    const isLeftOut = triage !== null || own !== undefined || confidential.includes(id)
    return isLeftOut ? [] : [untriagedGround(id)]
  })
  return { ...sources, grounds: [...untriaged, ...(sources.grounds ?? [])] }
}
