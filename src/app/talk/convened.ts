import type { Case } from '../../core/case/case.ts'
import { type CalledFrom, isAbout } from '../../core/meeting/convening.ts'
import type { ProviderRef } from '../../core/people/directory.ts'
import type { MeetingRule } from '../../core/policy/meeting.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { Provider } from '../../core/provider/provider.ts'
import type { AnyRecord } from '../../core/record.ts'

/** What a meeting can be called from. */
export type Convened = Case | Provider

export function isConvened(record: AnyRecord | null): record is Convened {
  return record?.kind === 'case' || record?.kind === 'provider'
}

export function providerOfConvened(record: Convened): ProviderRef {
  const { slug, leadProvider } = record.kind === 'case' ? record.provider : record
  return { slug, leadProvider }
}

/** The meetings of these rules that are about such a record. */
export function meetingsAbout(
  from: CalledFrom,
  { meetings }: Pick<Policy, 'meetings'>,
): readonly MeetingRule[] {
  return meetings.filter((rule) => isAbout(rule, from))
}

/** Whether a form closes some meeting of these rules. */
export function isRecordForm(form: string, { meetings }: Pick<Policy, 'meetings'>): boolean {
  return meetings.some(({ record }) => record === form)
}
