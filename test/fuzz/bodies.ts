import { BOT, TENANT } from '../adapters/teams/authority.ts'

/** A case that is there, and the message under which its thread stands. */
interface About {
  readonly record: string
  readonly thread: string
}

const USER = 'U0STRANGER'
const TICKET = { form: 'concern', nonce: 'nonce-of-a-stranger' }

/** What Slack sends as a form, each well made. */
export function slackForms({ record, thread }: About): readonly object[] {
  const by = { user: { id: USER }, team: { id: 'T1' }, trigger_id: '1.2.3' }
  const press = (value: object) => ({
    ...by,
    type: 'block_actions',
    channel: { id: 'C0WILLOW' },
    container: { type: 'message', thread_ts: thread },
    actions: [{ type: 'button', action_id: 'press_0', value: JSON.stringify(value) }],
  })
  const view = {
    id: 'V1',
    type: 'modal',
    hash: 'h',
    callback_id: 'muster_form',
    private_metadata: JSON.stringify({ ...TICKET, record }),
    blocks: [{ type: 'input', block_id: 'what' }],
    state: {
      values: {
        what: { answer: { type: 'plain_text_input', value: 'The door does not lock.' } },
        occurred__date: { answer: { type: 'datepicker', selected_date: '2027-03-26' } },
        triggers: { answer: { type: 'checkboxes', selected_options: [{ value: 'T1' }] } },
      },
    },
  }
  return [
    { command: '/concern', text: 'The door', user_id: USER, trigger_id: '1.2.4', team_id: 'T1' },
    { command: '/muster', text: `status ${record}`, user_id: USER, trigger_id: '1.2.5' },
    { command: '/muster', text: `note ${record} x`, user_id: USER, trigger_id: '1.2.6' },
    press({ do: 'have', record, clock: 'D1' }),
    press({ do: 'answer', record, prompt: 'triage', answer: 'accept', revision: 1 }),
    press({ do: 'open', form: 'close', record, with: { what: 'x' } }),
    press({ do: 'command', words: 'mine' }),
    { ...by, type: 'block_actions', container: {}, view, actions: [{ type: 'radio_buttons' }] },
    { ...by, type: 'view_submission', view },
    { ...by, type: 'message_action', callback_id: 'raise_concern', message: { text: 'Look' } },
    { ...by, type: 'block_suggestion', name: 'x' },
  ]
}

/** What Slack sends as JSON. */
export function slackJson({ thread }: About): readonly object[] {
  const said = {
    type: 'message',
    channel: 'C0WILLOW',
    channel_type: 'group',
    user: USER,
    ts: '9.1',
  }
  const event = (one: object) => ({
    type: 'event_callback',
    team_id: 'T1',
    event_id: 'Ev1',
    authorizations: [{ team_id: 'T1', enterprise_id: null, is_enterprise_install: false }],
    event: one,
  })
  return [
    event({ ...said, thread_ts: thread, text: 'done D1 ref 2027/1234 at 21:10' }),
    event({ ...said, thread_ts: thread, text: 'accept', subtype: 'file_share' }),
    event({ ...said, channel: 'D1', channel_type: 'im', text: 'note it' }),
    event({ ...said, type: 'app_mention', text: '<@U0MUSTER> mine' }),
    event({ ...said, subtype: 'message_changed', message: { text: 'x' }, user: undefined }),
    event({ type: 'app_home_opened', user: USER, tab: 'home', event_ts: '1.1' }),
    event({ type: 'reaction_added', user: USER, item: { channel: 'C0WILLOW' } }),
    { type: 'url_verification', challenge: 'abc' },
  ]
}

/** What Teams sends. */
export function teamsActivities({
  record,
  serviceUrl,
}: About & { readonly serviceUrl: string }): readonly object[] {
  const activity = (change: object) => ({
    type: 'message',
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:stranger', name: 'Jo Stranger', aadObjectId: 'stranger' },
    recipient: BOT,
    conversation: { id: 'a:stranger', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...change,
  })
  const filled = {
    'muster/ticket': { ...TICKET, record },
    'muster/fields': { what: 'text', occurred: 'moment', triggers: 'many' },
    'muster/live': true,
    'muster/own': true,
    'muster/step': 0,
    'muster/answers': { where: 'Alder' },
    what: 'The door does not lock.',
    'occurred/date': '2027-03-26',
    triggers: 'T1,T2',
  }
  const card = (verb: string, data: object) =>
    activity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: '17',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    })
  const dialog = (name: string, value: object) => activity({ type: 'invoke', name, value })
  const mention = { type: 'mention', mentioned: BOT, text: '<at>Muster</at>' }
  return [
    activity({ text: 'muster mine' }),
    activity({ text: `done ${record} D1 at 21:10`, replyToId: '17' }),
    activity({
      text: '<at>Muster</at> accept',
      entities: [mention],
      conversation: { id: '19:x@thread.tacv2;messageid=1', tenantId: TENANT },
    }),
    card('press', { 'muster/press': { do: 'have', record, clock: 'D1' } }),
    card('submit', filled),
    card('refresh', filled),
    dialog('composeExtension/fetchTask', {
      commandId: 'raise',
      messagePayload: { subject: 'x', body: { contentType: 'html', content: '<p>The door</p>' } },
    }),
    dialog('task/submit', { data: { 'muster/verb': 'submit', ...filled } }),
    dialog('task/submit', { data: { 'muster/verb': 'next', ...filled } }),
    dialog('task/fetch', { data: { 'muster/press': { do: 'command', words: 'mine' } } }),
    activity({ type: 'installationUpdate', action: 'add' }),
    activity({ type: 'conversationUpdate' }),
  ]
}

/** What the page of the playground sends, by path. */
export function webBodies({ record }: About): Readonly<Record<string, object>> {
  const key = 'a-key-of-a-page'
  const own = 'web/account/stranger'
  const filled = {
    key,
    where: { space: own },
    ticket: { ...TICKET, record },
    answers: { what: 'The door does not lock.', triggers: ['T1'] },
  }
  return {
    '/api/say': { key, space: own, text: `/muster status ${record}` },
    '/api/press': { key, space: own, ref: 'm1', press: { do: 'have', record, clock: 'D1' } },
    '/api/press-at-home': { key, press: { do: 'open', form: 'close', record } },
    '/api/raise': { key, space: own, ref: 'm1' },
    '/api/submit': filled,
    '/api/refresh': filled,
    '/api/read': { space: own, thread: 'm1' },
    '/api/clock': { move: 'hour' },
  }
}
