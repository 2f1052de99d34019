import { z } from 'zod'
import { AgendaRule } from './agenda.ts'
import { ApprovalRule } from './approval.ts'
import { Citation, rule } from './citation.ts'
import { ClockRule, Ladder, QuietHours, Within } from './clock.ts'
import { CollaborativeRule } from './collaborative.ts'
import { ConfidentialRule } from './confidential.ts'
import { DigestRule } from './digest.ts'
import { FormRule } from './form.ts'
import { HostingRule } from './hosting.ts'
import { IdentifierRule } from './identifier.ts'
import { HistoricalRule, PanelRule } from './incident.ts'
import { IndicatorRule } from './indicator.ts'
import { CycleRule, Instrument } from './instrument.ts'
import { InvitationRule } from './invitation.ts'
import { MatterRule, StageRule } from './matter.ts'
import { MeetingRule } from './meeting.ts'
import { NewsRule } from './news.ts'
import { Opens } from './opens.ts'
import { PermissionRule } from './permission.ts'
import { Post } from './post.ts'
import { ProcedureRule } from './procedure.ts'
import { QuietRule } from './quiet.ts'
import { Rehearsal } from './rehearsal.ts'
import { RetentionRule } from './retention.ts'
import { SafeguardingRule } from './safeguarding.ts'
import { soundness } from './soundness.ts'
import { TellingRule } from './telling.ts'
import { TriggerRule, TriggerTool } from './trigger.ts'
import { UntimedRule } from './untimed.ts'
import { VotingRule } from './voting.ts'

const Named = z.object({ id: z.string(), label: z.string() })

const Prompting = z.object({
  /** Who triages a case, and who may decide on its level. */
  triage: Post,
  /** The one post that learns the name of a person who raises in confidence. */
  confidence: Post,
  /** How long reminders may be put off at a time. */
  snoozeHours: z.int().positive(),
  /** The meeting that the urgent path offers. */
  urgentMeeting: z.string(),
  /** The transition by which a decision for enhanced moves the provider. */
  enhanced: z.string(),
  /** Minutes before an unanswered urgent prompt goes to the next rung. */
  urgentMinutes: z.int().positive(),
  /** Minutes after which a message that a service has not accepted goes to the next rung, and by mail. */
  lateMinutes: z.int().positive(),
  /** Minutes for which Muster must have been off before late reminders are told in one notice for each place. */
  outageMinutes: z.int().positive(),
  climb: z.array(
    z.object({
      role: z.string(),
      of: z.string(),
      via: z.enum(['holder', 'deputy', 'on-call', 'head']),
    }),
  ),
  citation: Citation,
})

const CallRule = z.object({
  /** Up to the start. */
  ladder: z.string(),
  /** How the question who chairs goes on from the start: so often for so long, then by the ladder. */
  chair: z.object({ everyMinutes: z.int().positive(), forHours: z.int().positive() }),
  citation: Citation,
})

const ActionRule = z.object({
  ladder: z.string(),
  /** How it is asked what comes of one that was declined; without it whoever asked is told once. */
  declined: z.exactOptional(z.string()),
  citation: Citation,
})

const Level = z.object({ ...rule, enhanced: z.boolean() })

/** What must be true before a way is open. */
const Need = z.discriminatedUnion('need', [
  /** That cycle, which began with the level, has run its time. */
  z.object({ need: z.literal('over'), cycle: z.string() }),
  /** One of these meetings about the provider was held since the level began, and is recorded. */
  z.object({
    need: z.literal('recorded'),
    meetings: z.array(z.string()).min(1),
    /** The latest of them decided on one of these ways. */
    decidedOn: z.exactOptional(z.array(z.string()).min(1)),
    /** And not before the day on which that cycle is over, or on which such a step says that it was done. */
    notBefore: z.exactOptional(
      z.discriminatedUnion('of', [
        z.object({ of: z.literal('cycle'), cycle: z.string() }),
        z.object({
          of: z.literal('filed'),
          matter: z.string(),
          step: z.string(),
          day: z.string(),
        }),
      ]),
    ),
  }),
  /** That step of such a matter is on file since the level began, with one of these answers where they are named. */
  z.object({
    need: z.literal('filed'),
    matter: z.string(),
    step: z.string(),
    answer: z.exactOptional(z.object({ field: z.string(), is: z.array(z.string()).min(1) })),
  }),
  /** Such a step is not on file since the level began, with one of these answers. */
  z.object({
    need: z.literal('notFiled'),
    matter: z.string(),
    step: z.string(),
    answer: z.object({ field: z.string(), is: z.array(z.string()).min(1) }),
    /** The way that is open instead. */
    instead: z.string(),
  }),
  /** It came to this level from none of those: what was broken off there starts afresh. */
  z.object({
    need: z.literal('notFrom'),
    levels: z.array(z.string()).min(1),
    /** The ways that are open instead. */
    instead: z.array(z.string()).min(1),
  }),
  /** No matter of that kind is open. */
  z.object({ need: z.literal('noneOpen'), matter: z.string() }),
  /** It came to this level by one of these ways, from where this one leads: that is taken back, by whoever may decide on it. */
  z.object({ need: z.literal('cameBy'), ways: z.array(z.string()).min(1) }),
  /** Nothing rests on this level yet: none of these meetings was called on it and is recorded or still to be held, and no case led to it besides. */
  z.object({ need: z.literal('nothingSince'), meetings: z.array(z.string()).min(1) }),
])
export type Need = z.infer<typeof Need>

/** What a decision on a way rests on, where no record must be there before it. */
const WayEvidence = z.object({
  /** Refused without it; or, where no paper may hold it up, merely asked for. */
  asked: z.enum(['always', 'ifAny']),
  /** What is accepted, as whoever gave none reads it: “the case …, or …”. */
  words: z.string(),
  citation: Citation,
})

/** A way from one level to another (facts.md section 3.2). `from` empty: from any. */
const Transition = z.object({
  ...rule,
  from: z.array(z.string()),
  to: z.string(),
  decides: z.array(Post),
  needs: z.exactOptional(z.array(Need)),
  evidence: z.exactOptional(WayEvidence),
  /** What it opens, where it leaves the level as it is: then nobody decides on the level by it. */
  opens: z.exactOptional(Opens),
  /** Put to whoever decides when a further reason comes in on that level. */
  offered: z.exactOptional(z.literal('onFurtherReason')),
})
export type Transition = z.infer<typeof Transition>

/** The shape of a pack, with what may be left out filled in; whether its parts fit is not asked. */
export const PolicyShape = z.object({
  id: z.string(),
  version: z.int().positive(),
  label: z.string(),
  zone: z.string(),
  documents: z.array(z.object({ id: z.string(), title: z.string() })),
  organisationTypes: z.array(Named),
  roles: z.array(Named),
  services: z.array(
    z.object({
      ...rule,
      phase: z.int(),
      /** For people with a learning disability or autism: a unit that gives it has a host commissioner. */
      hosted: z.exactOptional(z.literal(true)),
    }),
  ),
  levels: z.array(Level).min(1),
  transitions: z.array(Transition),
  triggers: z.array(TriggerRule),
  triggerTool: TriggerTool,
  instruments: z.array(Instrument),
  /** The instrument of the triage form: consequence × likelihood. */
  riskMatrix: z.string(),
  ladders: z.array(Ladder),
  quietHours: QuietHours,
  clocks: z.array(ClockRule),
  cycles: z.array(CycleRule),
  meetings: z.array(MeetingRule),
  /** Procedures whose stages a rating suggests and a person decides on. */
  procedures: z.exactOptional(z.array(ProcedureRule)),
  /** Without it nobody is asked about the panel, nor when anything was updated after it. */
  incidentPanel: z.exactOptional(PanelRule),
  /** Without it every incident runs its clocks. */
  historical: z.exactOptional(HistoricalRule),
  /** People who are told of something, each in private. */
  tellings: z.exactOptional(z.array(TellingRule)),
  /** What is put on file about a provider, step by step; packs of before knew none. */
  matters: z.exactOptional(z.array(MatterRule)),
  /** The stages of work on a level, ticked by what is on file. */
  stages: z.exactOptional(z.array(StageRule)),
  /** What is owed on a level without a time in the documents. */
  untimed: z.exactOptional(z.array(UntimedRule)),
  /** What is looked at in each domain of quality. */
  indicators: z.exactOptional(z.array(IndicatorRule)),
  /** What is said of a collaborative that is not live yet. */
  collaborativeStages: z.exactOptional(z.array(z.object(rule))),
  /** What the directory says of collaboratives; without it of none. */
  collaboratives: z.exactOptional(CollaborativeRule),
  forms: z.array(FormRule),
  /** What may identify a patient besides an NHS number; packs of before knew none. */
  identifiers: z.array(IdentifierRule).max(40).default([]),
  /** Without it whoever raised a case is told of its end alone. */
  news: z.exactOptional(NewsRule),
  prompting: Prompting,
  /** Without it an entry in a calendar has no end, and no mail a link to answer by. */
  invitations: z.exactOptional(InvitationRule),
  /** Who may ask what of which kind of record: one table, read by every decision. */
  permissions: z.array(PermissionRule),
  /** Without it: whoever may learn the name of somebody who raises in confidence, and their deputy. */
  confidential: z.exactOptional(ConfidentialRule),
  /** Without it what placing commissioners share goes where every concern goes. */
  hosting: z.exactOptional(HostingRule),
  /** Without it nobody is told of a safeguarding matter by itself. */
  safeguarding: z.exactOptional(SafeguardingRule),
  /** How meetings decide by vote; without it they do not. */
  voting: z.exactOptional(VotingRule),
  holidays: z.array(z.object({ date: z.iso.date(), name: z.string() })),
  holidaysCitation: Citation,
  /** Without it an approval says itself when it is reviewed, and nobody is reminded. */
  approval: z.exactOptional(ApprovalRule),
  /** When the tracker goes out as a digest; without it nobody can have one. */
  digest: z.exactOptional(DigestRule),
  /** When somebody is asked about a provider that has gone quiet; without it nobody is. */
  quiet: z.exactOptional(QuietRule),
  /** For how long a call that is not answered keeps others from calling the same meeting; without it, ten minutes. */
  convening: z.exactOptional(z.object({ ...rule, reservedMinutes: z.int().positive() })),
  /** How far from today a recurring duty may begin; without it, twelve months. */
  beginnings: z.exactOptional(z.object({ ...rule, withinMonths: z.int().positive() })),
  /** How unanswered calls to meetings are reminded of; without it they are not. */
  calls: z.exactOptional(CallRule),
  /** How what meetings ask for is reminded of; packs of before knew no actions. */
  actions: z.exactOptional(ActionRule),
  /** What is proposed for the agenda of meetings; without it nothing is. */
  agenda: z.exactOptional(AgendaRule),
  /** How long closed cases are kept. The rules of today hold for all that is kept, as holidays do. */
  retention: z.exactOptional(z.array(RetentionRule)),
  /** How long the address and the accounts of somebody who left the directory are kept; without it they are. */
  leaversKept: z.exactOptional(z.object({ ...rule, days: z.int().positive() })),
  /** What can be rehearsed under these rules. */
  rehearsals: z.exactOptional(z.array(Rehearsal)),
  /** How long the record of a meeting may be corrected before it is sealed; without it, until somebody seals it. */
  minutes: z.exactOptional(z.object({ ...rule, within: Within })),
  /** How long one that is over is kept. */
  rehearsalsKept: z.exactOptional(z.object({ ...rule, days: z.int().positive() })),
})

/** One authority's rulebook as data. The core interprets it and knows no authority by name. */
export const Policy = PolicyShape.superRefine((policy, context) => {
  for (const complaint of soundness(policy)) context.addIssue({ code: 'custom', ...complaint })
})
export type Policy = z.infer<typeof Policy>

/** A pack as its authors write it: what has a default may be left out. */
export type PolicySource = z.input<typeof Policy>
