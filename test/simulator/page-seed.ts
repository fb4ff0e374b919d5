import type { WorkspaceSeed } from '../../simulator/seed.ts'

export const ANA = 'U00ANA'
export const TOM = 'U00TOM'
export const BOT = 'U00BOT'

const manifest = {
  display_information: { name: 'Medallist' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'medallist' },
    slash_commands: [
      { command: '/silver', description: 'Add a silver medallist', usage_hint: '[text]', should_escape: true },
      { command: '/pool', description: 'Find people', usage_hint: '[query]' },
    ],
    shortcuts: [
      { name: 'Flag near-miss', type: 'message', callback_id: 'flag_near_miss', description: 'Flag' },
      { name: 'Add a silver medallist', type: 'global', callback_id: 'add_silver_medallist', description: 'Add' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: ['chat:write', 'commands', 'files:read', 'files:write', 'im:write', 'reactions:read', 'users:read'],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'reaction_added'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
}

/** Two people in two zones, one private channel, an app with one of everything that a person can start. */
export const pageSeed: WorkspaceSeed = {
  team: { id: 'T00TEAM', name: 'Acme', domain: 'acme' },
  people: [
    {
      id: ANA,
      name: 'ana',
      realName: 'Ana Souza',
      email: 'ana@acme.example',
      title: 'Recruiter',
      tz: 'Europe/London',
      isAdmin: true,
    },
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
  ],
  userGroups: [{ id: 'S0RECRUIT', handle: 'recruiters', name: 'Recruiters', users: [ANA] }],
  app: { id: 'A00APP', botUserId: BOT, botId: 'B00BOT', name: 'medallist', manifest },
}
