import { listedNow } from '../../core/case/access-list.ts'
import type { Case } from '../../core/case/case.ts'
import { postLabel } from '../../core/case/words.ts'
import type { Context } from '../../core/kind.ts'
import type { Answers } from '../../core/message/form.ts'
import type { ProviderRef } from '../../core/people/directory.ts'
import { nameOf } from '../../core/people/find.ts'
import type { AnyRecord } from '../../core/record.ts'

/** Who will see it, as the form says before anything is sent. */
export function visibleTo(
  { type, provider }: { readonly type: Case['type'] | null; readonly provider: ProviderRef },
  { how, safeguarding }: Answers,
  raiser: string | null,
  context: Context,
): string {
  const { directory } = context
  const matter = typeof safeguarding === 'string' ? safeguarding : ''
  const lines = listedNow({ type, provider, safeguarding: matter }, context).map(
    ({ rung, person }) => {
      const via = rung.via === 'holder' ? '' : `${rung.via} `
      const who = person === null ? 'nobody now' : nameOf(directory, person)
      return `${who} (${via}${postLabel({ provider }, rung, context)})`
    },
  )
  const own = raiser !== null && (how === undefined || how === 'named') ? ['you'] : []
  return `${[...lines, ...own].join('; ')}. Nobody else is told that it is there, also at the provider. They may let others in.`
}

/** Who sees it now. */
function listedIn({ confidential }: Case, { directory }: Context): string {
  const people = confidential?.access ?? []
  return `${people.map(({ person, why }) => `${nameOf(directory, person)} (${why})`).join('; ')}.`
}

/** What the forms about access say of a case. */
export function accessHints(
  record: AnyRecord | null,
  answers: Answers,
  context: Context,
): Record<string, string> {
  if (record?.kind !== 'case') return {}
  const { safeguarding, raiser } = record
  const { doer } = raiser
  const person = raiser.how === 'named' && doer.type === 'person' ? doer.person : null
  const own = person === null ? '' : ` ${nameOf(context.directory, person)} (raised it) too.`
  const visible = visibleTo(record, { ...answers, how: 'named', safeguarding }, null, context)
  return {
    listed: listedIn(record, context),
    visible: `${visible}${own} You too. Its messages in the rooms are replaced.`,
  }
}
