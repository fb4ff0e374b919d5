import { readFileSync } from 'node:fs'
import type { WorkspaceSeed } from '../../simulator/seed.ts'

/** Fernhollow Energy is fictional; its people exist only in the local workspace. */
export const PEOPLE = {
  ines: {
    id: 'U0INES0001',
    name: 'ines',
    realName: 'Ines Moreau',
    email: 'ines@fernhollow.example',
    title: 'Recruiter',
    tz: 'Europe/London',
  },
  tom: {
    id: 'U0TOM00001',
    name: 'tom',
    realName: 'Tom Okafor',
    email: 'tom@fernhollow.example',
    title: 'Engineering manager',
    tz: 'Europe/London',
  },
  priya: {
    id: 'U0PRIYA001',
    name: 'priya',
    realName: 'Priya Raman',
    email: 'priya@fernhollow.example',
    title: 'Talent lead',
    tz: 'Europe/London',
    isAdmin: true,
  },
  ben: {
    id: 'U0BEN00001',
    name: 'ben',
    realName: 'Ben Hartley',
    email: 'ben@fernhollow.example',
    title: 'Recruiter',
    tz: 'Europe/London',
  },
  lucia: {
    id: 'U0LUCIA001',
    name: 'lucia',
    realName: 'Lucía Ferrer',
    email: 'lucia@fernhollow.example',
    title: 'Design manager',
    tz: 'Europe/Madrid',
  },
  sam: {
    id: 'U0SAM00001',
    name: 'sam',
    realName: 'Sam Whitlock',
    email: 'sam@fernhollow.example',
    title: 'Account executive',
    tz: 'Europe/London',
  },
} as const

const MANIFEST = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')) as {
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional: readonly string[] }
  }
}

const BOT = 'U0MEDALLST'
const everybody = Object.values(PEOPLE).map((person) => person.id)
const { ines, tom, priya, ben, lucia } = PEOPLE

export const CHANNELS = {
  general: 'C0GENERAL1',
  hiringSre: 'C0HIRESRE1',
  hiringDesign: 'C0HIREDSG1',
  triage: 'C0TRIAGE01',
  nudges: 'C0NUDGES01',
  metrics: 'C0METRICS1',
} as const

/** The sample company's Slack as it is before anybody does anything. */
export const workspaceSeed = (): WorkspaceSeed => ({
  team: { id: 'T0FERNHOLW', name: 'Fernhollow Energy', domain: 'fernhollow' },
  people: Object.values(PEOPLE),
  channels: [
    {
      id: CHANNELS.general,
      name: 'general',
      kind: 'public',
      members: [...everybody, BOT],
      topic: 'Everyone at Fernhollow Energy',
    },
    {
      id: CHANNELS.hiringSre,
      name: 'hiring-sre',
      kind: 'private',
      members: [ines.id, tom.id, priya.id, ben.id, BOT],
      topic: 'Interviews for the SRE team',
    },
    {
      id: CHANNELS.hiringDesign,
      name: 'hiring-design',
      kind: 'public',
      members: [ines.id, lucia.id, priya.id, BOT],
      topic: 'Interviews for the design team',
    },
    {
      id: CHANNELS.triage,
      name: 'recruiting-triage',
      kind: 'private',
      members: [ines.id, ben.id, priya.id, BOT],
      topic: 'Near-misses to look at',
    },
    { id: CHANNELS.nudges, name: 'recruiting-nudges', kind: 'private', members: [ines.id, ben.id, priya.id, BOT] },
    { id: CHANNELS.metrics, name: 'recruiting-metrics', kind: 'public', members: [...everybody, BOT] },
  ],
  userGroups: [
    { id: 'S0RECRUIT1', handle: 'recruiters', name: 'Recruiters', users: [ines.id, ben.id] },
    { id: 'S0HIRMGRS1', handle: 'hiring-managers', name: 'Hiring managers', users: [tom.id, lucia.id] },
  ],
  app: {
    id: 'A0MEDALLST',
    botUserId: BOT,
    botId: 'B0MEDALLST',
    name: 'medallist',
    manifest: MANIFEST,
    // The optional ones too, so that a lost answer is found again instead of said twice.
    scopes: [...MANIFEST.oauth_config.scopes.bot, ...MANIFEST.oauth_config.scopes.bot_optional],
  },
})
