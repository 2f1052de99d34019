import type { FieldRule, FormRule } from '../form.ts'
import type { Policy } from '../policy.ts'
import { type Complaint, ids, type Path, unknownWord } from './complaint.ts'

/** What the fields of a form say of each other, and of their own options. */
export function formFaults(policy: Policy): Complaint[] {
  return policy.forms.flatMap((form, index) =>
    form.fields.flatMap((field, place) => {
      const at: Path = ['forms', index, 'fields', place]
      const who = `field "${field.id}" of form "${form.id}"`
      return [...condition(form, field, at, who), ...own(form, field, at, who)]
    }),
  )
}

function condition(form: FormRule, field: FieldRule, at: Path, who: string): Complaint[] {
  const { when } = field
  if (when === undefined) return []
  const asked = form.fields.filter((other) => other.id !== field.id && isChosen(other))
  const target = asked.find(({ id }) => id === when.field)
  if (target === undefined) {
    return unknownWord([...at, 'when', 'field'], who, 'choice', when.field, ids(asked))
  }
  const values = offered(target)
  if (values === null) return []
  return when.is.flatMap((value, place) =>
    unknownWord([...at, 'when', 'is', place], who, `answer to "${target.id}"`, value, values),
  )
}

function own(form: FormRule, field: FieldRule, at: Path, who: string): Complaint[] {
  switch (field.kind) {
    case 'statement':
    case 'line':
    case 'text':
      return []
    case 'choice':
      return [...optionFaults(field, at, who), ...initialFaults(field, at, who)]
    case 'many':
      return optionFaults(field, at, who)
    case 'moment': {
      if (field.notAfter === undefined) return []
      const others = form.fields.filter(({ id, kind }) => id !== field.id && kind === 'moment')
      return unknownWord([...at, 'notAfter'], who, 'moment', field.notAfter, ids(others))
    }
    case 'number': {
      const message = `${who} goes from ${field.min} to ${field.max}; the first must not be the larger`
      return field.min > field.max ? [{ path: [...at, 'min'], message }] : []
    }
  }
}

type Chosen = Extract<FieldRule, { kind: 'choice' | 'many' }>

function isChosen(field: FieldRule): field is Chosen {
  return field.kind === 'choice' || field.kind === 'many'
}

function optionFaults(field: Chosen, at: Path, who: string): Complaint[] {
  if (field.options !== undefined || field.from !== undefined) return []
  return [{ path: at, message: `${who} offers nothing; give it "options" or "from"` }]
}

function initialFaults(
  field: Extract<FieldRule, { kind: 'choice' }>,
  at: Path,
  who: string,
): Complaint[] {
  const values = offered(field)
  if (field.initial === undefined || values === null) return []
  return unknownWord([...at, 'initial'], who, 'option', field.initial, values)
}

/** Every value that can be chosen; null where some come from elsewhere. */
function offered(field: FieldRule): string[] | null {
  if (!isChosen(field) || field.from !== undefined) return null
  return field.options?.map(({ value }) => value) ?? []
}
