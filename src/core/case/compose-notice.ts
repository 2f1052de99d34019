import type { Composing } from '../kind.ts'
import { SAID_OF_MEETING } from '../meeting/convening.ts'
import type { Message, Part } from '../message/message.ts'
import { referenceOf } from '../record-id.ts'
import { composeProof } from '../telling/compose.ts'
import { answerFacts } from './answers.ts'
import type { Case } from './case.ts'
import { composeClockNotice } from './compose-clock-notice.ts'
import { composeAccessNotice } from './compose-confidential.ts'
import { composeLateNotice } from './compose-late.ts'
import { foundWords } from './level/words.ts'
import { levelLeftNotice } from './level-left.ts'
import type { Notice } from './notice.ts'
import { routeNotice } from './safeguarding/compose.ts'
import { tellingsOf } from './telling.ts'
import { doerText, ended, shown, tell } from './words.ts'

/** What the thread is told of one fact. */
export function composeNotice(kase: Case, notice: Notice, composing: Composing): Message {
  const { said } = notice
  if ('clock' in said) return composeClockNotice(kase, { ...notice, said }, composing)
  switch (said.say) {
    case 'levelChosen':
      return levelNotice(kase, composing)
    case 'becameIncident':
      return tell('Now a serious incident', [
        ...doerText(said.by, composing),
        `: ${ended(said.reason)} The clocks run: see the case’s first message.`,
      ])
    case 'meetingCalled':
    case 'meetingClosed':
    case 'meetingCalledOff':
      return meetingNotice(kase, said, composing)
    case 'levelLeft':
      return levelLeftNotice(kase, { ...notice, said }, composing)
    case 'recordSealed':
      return sealedNotice(kase, said, composing)
    case 'telling': {
      const telling = tellingsOf(kase).find(({ n }) => n === said.telling)
      return telling
        ? composeProof(telling, kase.provider, composing)
        : { title: 'Told', parts: [] }
    }
    case 'recordedUpdated': {
      const label = composing.policy.incidentPanel?.recorded.label ?? 'Updated'
      return tell(label, [
        `${shown(said.doneAt, composing)}, recorded by `,
        ...doerText(said.by, composing),
        '.',
      ])
    }
    case 'route':
      return routeNotice(kase, composing)
    case 'panel':
      return panelNotice(kase, said.index, composing)
    case 'closed':
      return closedNotice(kase, composing)
    case 'noted':
      return tell('Note', doerText(said.by, composing), { kind: 'quote', text: said.text })
    case 'late': {
      const late = kase.late[said.index]
      return late ? composeLateNotice(kase, late, composing) : { title: 'Not accepted', parts: [] }
    }
    case 'confidential':
    case 'access':
      return composeAccessNotice(kase, said, composing)
    case 'notDone':
      return tell('This could not be done', said.words)
  }
}

function levelNotice(kase: Case, composing: Composing): Message {
  const { level, triage } = kase
  if (!level || !triage) return { title: 'Level decided', parts: [] }
  const wasAsked = kase.prompts.some(({ id }) => id === 'providerLevel')
  const usual = level.level === 'enhanced' ? 'enhanced, review pending' : 'stay on routine'
  const { policy } = composing
  const chosen = level.found ? foundWords(level.found, policy) : usual
  const way = policy.transitions.find(({ id }) => id === level.found?.way)
  return {
    title: `Decided: ${chosen}`,
    parts: [
      {
        kind: 'text',
        text: [
          ...doerText(level.by, composing),
          level.asRecommended
            ? ' accepted the recommendation.'
            : ` chose otherwise. The tool recommended “${triage.recommend}”. Reason: ${level.reason ?? ''}`,
        ],
      },
      ...(kase.confidential && level.level === 'enhanced' && !wasAsked ? [LEVEL_STAYS] : []),
      { kind: 'rule', id: 'trigger tool', citation: policy.triggerTool.citation },
      ...(way ? [{ kind: 'rule', id: way.id, citation: way.citation } as const] : []),
    ],
  }
}

/** Of a level that was chosen before anybody was asked for the provider’s own, whose people read it, and why it changed. */
const LEVEL_STAYS: Part = {
  kind: 'text',
  text: 'The provider’s own level was not changed: that would show this case to others. Change it on the provider’s card, with a reason that they may read.',
}

function meetingNotice(
  kase: Case,
  said: Extract<Notice['said'], { say: keyof typeof SAID_OF_MEETING }>,
  composing: Composing,
): Message {
  const meeting = kase.meetings.find((one) => one.meeting === said.meeting)
  const label = meeting?.label ?? 'Meeting'
  const rule = composing.policy.meetings.find(({ id }) => id === meeting?.rule)
  return {
    title: `${label} ${SAID_OF_MEETING[said.say]}`,
    parts: [
      {
        kind: 'text',
        text: [
          'Reference ',
          { record: said.meeting },
          said.say === 'meetingCalled' && (kase.confidential || rule?.room === 'room')
            ? '. It has a private room of its own, for those who are called.'
            : '.',
        ],
      },
      ...(rule ? [{ kind: 'rule', id: rule.id, citation: rule.citation } as const] : []),
    ],
  }
}

/** What it says is for those who were called. */
function sealedNotice(
  kase: Case,
  { meeting: id, by }: Extract<Notice['said'], { say: 'recordSealed' }>,
  composing: Composing,
): Message {
  const label = kase.meetings.find(({ meeting }) => meeting === id)?.label ?? 'Meeting'
  const who = by.type === 'clock' ? 'by itself, when its time was over' : 'by '
  const text = [
    'The record of ',
    { record: id },
    ` was sealed ${who}`,
    ...(by.type === 'clock' ? [] : doerText(by, composing)),
    '. Whoever was called has it.',
  ]
  return tell(`${label}: record sealed`, text)
}

function panelNotice(kase: Case, index: number, composing: Composing): Message {
  const panel = kase.panels[index]
  if (!panel) return { title: 'Panel', parts: [] }
  return {
    title: `Incident panel: ${panel.decision}`,
    parts: [
      {
        kind: 'facts',
        facts: [
          ['Held', shown(panel.heldAt, composing)],
          ['Chair', panel.chair],
          ['Quality Manager present', panel.qualityManagerPresent ? 'yes' : 'no'],
          ['Reason', panel.reason],
          ...answerFacts(['panel'], panel.answers, composing),
          ['Recorded by', doerText(panel.by, composing)],
        ],
      },
    ],
  }
}

function closedNotice(kase: Case, composing: Composing): Message {
  const cancelled = kase.clocks.filter(({ state }) => state === 'cancelled')
  const missed = cancelled.filter(({ wasMissed }) => wasMissed).map(({ rule }) => rule)
  const rest = cancelled.filter(({ wasMissed }) => !wasMissed).map(({ rule }) => rule)
  const { closed } = kase
  return {
    title: `${referenceOf(kase.id)} is closed`,
    parts: [
      {
        kind: 'text',
        text: closed ? [...doerText(closed.by, composing), `: ${closed.reason}`] : '',
      },
      ...listed('Cancelled with it, neither met nor missed', rest),
      ...listed('Overdue before, which stays on record; no longer owed', missed),
    ],
  }
}

function listed(words: string, rules: readonly string[]): Part[] {
  return rules.length === 0 ? [] : [{ kind: 'text', text: `${words}: ${rules.join(', ')}.` }]
}
