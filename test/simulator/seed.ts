import type { WorkspaceSeed } from '../../simulator/seed.ts'

export const ANA = 'U00ANA'
export const TOM = 'U00TOM'
export const BOT = 'U00BOT'

const scopes = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users.profile:read',
  'users:read',
  'users:read.email',
]
const events = [
  'message.channels',
  'message.groups',
  'message.im',
  'app_mention',
  'app_home_opened',
  'reaction_added',
  'reaction_removed',
  'member_joined_channel',
]

export const manifest = {
  display_information: { name: 'Medallist' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'medallist' },
    slash_commands: [
      { command: '/silver', description: 'Add a silver medallist', usage_hint: '[text]', should_escape: true },
      { command: '/plain', description: 'Without escaping' },
    ],
    shortcuts: [
      { name: 'Flag near-miss', type: 'message', callback_id: 'flag_near_miss', description: 'Flag' },
      { name: 'Add a silver medallist', type: 'global', callback_id: 'add_silver_medallist', description: 'Add' },
    ],
  },
  oauth_config: { scopes: { bot: scopes } },
  settings: {
    event_subscriptions: { bot_events: events },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
}

export const seed: WorkspaceSeed = {
  team: { id: 'T00TEAM', name: 'Acme', domain: 'acme' },
  people: [
    { id: ANA, name: 'ana', realName: 'Ana Souza', email: 'ana@acme.example', title: 'Recruiter', isAdmin: true },
    {
      id: TOM,
      name: 'tom',
      realName: 'Tom Okoro',
      email: 'tom@acme.example',
      title: 'Engineering manager',
      tz: 'America/New_York',
    },
  ],
  channels: [
    { id: 'C0RECRUIT', name: 'recruiting', kind: 'public', members: [ANA, TOM, BOT], topic: 'Who we nearly hired' },
    { id: 'C0RANDOM', name: 'random', kind: 'public', members: [ANA, TOM] },
    { id: 'C0SECRET', name: 'leadership', kind: 'private', members: [ANA] },
    { id: 'C0OLD', name: 'old', kind: 'public', members: [ANA, BOT], isArchived: true },
  ],
  userGroups: [{ id: 'S0RECRUIT', handle: 'recruiters', name: 'Recruiters', users: [ANA] }],
  app: { id: 'A00APP', botUserId: BOT, botId: 'B00BOT', name: 'medallist', manifest },
}
