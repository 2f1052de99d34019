import { z } from 'zod'
import { Citation } from './citation.ts'

const Option = z.object({
  value: z.string(),
  label: z.string().max(75),
  description: z.string().optional(),
})

/** Where a field's options come from, besides those that are written out. */
export const OptionSource = z.enum([
  'providers',
  'triggers',
  /** What a placing commissioner may share, and the organisations that place people. */
  'signs',
  'commissioners',
  'consequence',
  'likelihood',
  'meetings',
  /** Lists of people whom somebody may have told. */
  'tellings',
  /** Of such a list: its posts for which nobody is told yet. */
  'toldPosts',
  'seats',
  'people',
  /** Who may stand in for a seat of a meeting. */
  'standIns',
  /** Of a meeting: whom its record may say to have been there. */
  'attendees',
  'mayBeAway',
  /** Everybody of the organisation but whoever is away. */
  'mayCover',
  'roles',
  'clocks',
  /** Of a meeting: the organisations that may be asked for an action, and the people of the one that is. */
  'addressed',
  'owners',
  'rehearsals',
  /** Of a provider: the ways that lead on from its level, for whoever may decide on them. */
  'ways',
  /** Of a provider: what on record a decision on its level may rest on. */
  'grounds',
  /** Of a provider: its people, and the services of the rules. */
  'itsPeople',
  'services',
  /** Of a provider: the recurring duties that somebody may begin. */
  'duties',
  /** The stages of the procedure that is decided on. */
  'procedureStages',
  /** Of a confidential case: who does not see it, who does, and who asks to. Of a meeting: who is not in it, and who was brought in. */
  'outsiders',
  'insiders',
  'askers',
  /** Of a meeting: what its forms about deciding offer. */
  'seatedOrganisations',
  'decisionForms',
  'gates',
  'topics',
  'earlierDecisions',
  'resolvers',
  /** Of an organisation: where whoever asks may have the tracker as a digest. */
  'digestPlaces',
  'conflictable',
  'conflicts',
])
export type OptionSource = z.infer<typeof OptionSource>

/** The questions that may be asked once for each chosen value; the core words them. */
export const EachQuestion = z.enum(['evidence', 'direction'])
export type EachQuestion = z.infer<typeof EachQuestion>

/** While another field has one of these values. */
export const When = z.object({ field: z.string(), is: z.array(z.string()) })

const base = {
  id: z.string().regex(/^[a-zA-Z][\w]*$/),
  label: z.string().min(1).max(150),
  hint: z.string().max(150).optional(),
  required: z.boolean().default(false),
  /** Shown only while another field has one of these values. */
  when: When.optional(),
}

export const FieldRule = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('statement'), urgent: z.boolean().default(false) }),
  /** One line and many lines of free text; both pass the identifier guard. */
  z.object({
    ...base,
    kind: z.literal('line'),
    max: z.int().positive().max(3000).default(200),
    /** About somebody at work, whose name and address may stand: the guard looks for NHS numbers alone. */
    ofStaff: z.literal(true).optional(),
    says: z.exactOptional(z.literal(true)),
  }),
  z.object({
    ...base,
    kind: z.literal('text'),
    max: z.int().positive().max(3000).default(3000),
    /** Evidence, an action, a reason, a measure: words that somebody else can follow, and no mere sign. */
    says: z.exactOptional(z.literal(true)),
  }),
  z.object({
    ...base,
    kind: z.literal('choice'),
    options: z.array(Option).optional(),
    from: OptionSource.optional(),
    initial: z.string().optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('many'),
    options: z.array(Option).optional(),
    from: OptionSource.optional(),
    /** Fields asked once for each chosen value; their ids become `id.value`. */
    each: z.array(EachQuestion).default([]),
  }),
  /** A local date and time, `YYYY-MM-DD HH:MM`; rules K7. */
  z.object({
    ...base,
    kind: z.literal('moment'),
    notFuture: z.boolean().default(true),
    /** A day without a time, today or later: its answer is the end of that day. */
    dayOnly: z.literal(true).optional(),
    /** Of a day without a time: today or earlier; its answer is the beginning of that day. */
    pastDay: z.literal(true).optional(),
    /** Only a time that is still to come. */
    toCome: z.exactOptional(z.literal(true)),
    /** In days from now: what is further off is asked for again. */
    atMost: z.exactOptional(z.int().positive()),
    /** Must not be later than this other moment of the form. */
    notAfter: z.string().optional(),
  }),
  z.object({ ...base, kind: z.literal('number'), min: z.number(), max: z.number() }),
])
export type FieldRule = z.infer<typeof FieldRule>

export const FormRule = z.object({
  id: z.string(),
  /** The number of the form in the facts sheet; null for a question of our own. */
  number: z.int().nullable(),
  label: z.string(),
  /** At most 24 characters: what fits over a dialog of every channel. */
  title: z.string().max(24),
  heading: z.array(z.string()).default([]),
  fields: z.array(FieldRule).min(1),
  submit: z.string().max(24),
  citation: Citation,
})
export type FormRule = z.infer<typeof FormRule>
