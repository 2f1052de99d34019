import type { OptionSources } from '../../core/form/asked.ts'
import type { Context } from '../../core/kind.ts'
import { previewCall } from '../../core/meeting/line-up.ts'
import type { Answers, OptionView } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import { findPerson, nameOf } from '../../core/people/find.ts'
import type { InstrumentItem } from '../../core/policy/instrument.ts'
import type { AnyRecord } from '../../core/record.ts'
import { whyNot } from './preview.ts'

const MOST_LABEL = 75

/** Every list that a form may offer, as it is now: for this record, under its rules. */
export function sourcesFor(
  record: AnyRecord | null,
  answers: Answers,
  context: Context,
  by: Actor,
): OptionSources {
  const { policy, directory } = context
  const matrix = policy.instruments.find(({ id }) => id === policy.riskMatrix)
  const steps = (id: string) => stepOptions(matrix?.items.find((item) => item.id === id))
  return {
    providers: directory.organisations
      .filter(({ leadProvider, services }) => leadProvider !== null || services.length > 0)
      .map(({ slug, name }) => ({ value: slug, label: name })),
    triggers: policy.triggers.map(({ id, short, label }) => ({
      value: id,
      label: `${id} ${short}`.slice(0, MOST_LABEL),
      ...(label === short ? {} : { description: label }),
    })),
    consequence: steps('consequence'),
    likelihood: steps('likelihood'),
    meetings: policy.meetings.map(({ id, label }) => ({ value: id, label: `${label} (${id})` })),
    seats: seatOptions(record, answers, context),
    people: colleagues(record, context, by),
    clocks: policy.clocks
      .filter(({ within }) => within.unit !== 'receiptOf' && within.unit !== 'asRequired')
      .map(({ id, label }) => ({ value: id, label: `${id} ${label}` })),
  }
}

function stepOptions(item: InstrumentItem | undefined): readonly OptionView[] {
  return (item?.steps ?? []).flatMap(({ score, label, description }) =>
    description === null ? [] : [{ value: String(score), label: `${score} ${label}`, description }],
  )
}

/** All seats of the chosen meeting, with whoever would be called; empty ones say why. */
function seatOptions(record: AnyRecord | null, answers: Answers, context: Context): OptionView[] {
  const { meeting } = answers
  if (record?.kind !== 'case' || typeof meeting !== 'string') return []
  const rule = context.policy.meetings.find(({ id }) => id === meeting)
  const seats = rule?.lines.flatMap((line) => line.seats.map(({ id }) => id)) ?? []
  const { slug, leadProvider } = record.provider
  const lines = previewCall({ rule: meeting, provider: { slug, leadProvider }, seats }, context)
  return lines.flatMap(({ seats: all }) =>
    all.map(({ id, label, called, empty }) => ({
      value: id,
      label: label.slice(0, MOST_LABEL),
      description: called ? nameOf(context.directory, called.person) : whyNot(empty),
    })),
  )
}

/** Who may go instead of somebody: their colleagues alone, since a room shows what is confidential. */
function colleagues(record: AnyRecord | null, { directory }: Context, by: Actor): OptionView[] {
  if (record?.kind !== 'meeting' || by.type !== 'person') return []
  const own = findPerson(directory, by.person)?.organisation
  const people = own?.people.filter(({ id }) => id !== by.person) ?? []
  return people.map(({ id, name, title }) => ({
    value: id,
    label: (title ? `${name}, ${title}` : name).slice(0, MOST_LABEL),
  }))
}
