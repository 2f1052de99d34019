/** What Muster may do in a workspace, what it calls with it, and why it must. The manifest asks for no more. */
export interface Scope {
  readonly scope: string
  readonly methods: readonly string[]
  readonly events: readonly string[]
  readonly reason: string
}

export const SCOPES: readonly Scope[] = [
  {
    scope: 'app_mentions:read',
    methods: [],
    events: ['app_mention'],
    reason: 'To hear when somebody calls Muster by name in a room.',
  },
  {
    scope: 'bookmarks:read',
    methods: ['bookmarks.list'],
    events: [],
    reason: 'To see which bookmarks a room has, so that none is there twice.',
  },
  {
    scope: 'bookmarks:write',
    methods: ['bookmarks.add', 'bookmarks.edit'],
    events: [],
    reason: 'To put the brief and the call link of a meeting at the top of its room.',
  },
  {
    scope: 'chat:write',
    methods: ['chat.postMessage', 'chat.update', 'chat.delete', 'chat.postEphemeral'],
    events: [],
    reason: 'To post cases, prompts and reminders, keep them up to date and answer privately.',
  },
  {
    scope: 'commands',
    methods: [],
    events: [],
    reason: 'For /concern, /incident, /muster and the shortcut on a message.',
  },
  {
    scope: 'conversations.connect:write',
    methods: ['conversations.inviteShared'],
    events: [],
    reason:
      'To ask somebody from outside into the room of a meeting, only with MUSTER_SLACK_CONNECT.',
  },
  {
    scope: 'groups:history',
    methods: ['conversations.history', 'conversations.replies'],
    events: ['message.groups'],
    reason:
      'To hear answers in the threads of cases, and to see whether a message arrived when Slack’s answer was lost.',
  },
  {
    scope: 'groups:read',
    methods: ['conversations.list'],
    events: [],
    reason: 'To find a room again that it made, when Slack’s answer was lost.',
  },
  {
    scope: 'groups:write',
    methods: [
      'conversations.archive',
      'conversations.create',
      'conversations.invite',
      'conversations.kick',
      'conversations.setPurpose',
      'conversations.setTopic',
    ],
    events: [],
    reason:
      'To make the private room of a meeting or of a confidential case, with exactly those who belong there, and to archive a meeting’s once its record is sealed.',
  },
  {
    scope: 'im:history',
    methods: ['conversations.history', 'conversations.replies'],
    events: ['message.im'],
    reason: 'To hear what is written to Muster itself, as in the threads of a private reminder.',
  },
  {
    scope: 'im:write',
    methods: ['conversations.open'],
    events: [],
    reason: 'To send a person their confirmation, prompts and reminders.',
  },
  {
    scope: 'pins:write',
    methods: ['pins.add'],
    events: [],
    reason: 'To pin the brief in the room of a meeting.',
  },
  {
    scope: 'users:read',
    methods: ['users.info'],
    events: [],
    reason: 'To tell members of the workspace from bots and guests, and to name who is not listed.',
  },
  {
    scope: 'users:read.email',
    methods: ['users.lookupByEmail', 'users.info'],
    events: [],
    reason: 'To match accounts with the directory by address; never by name.',
  },
]

/** Slack asks for no scope for these. */
export const WITHOUT_SCOPE = {
  methods: ['auth.test', 'chat.getPermalink', 'views.open', 'views.publish', 'views.update'],
  events: ['app_home_opened'],
} as const
