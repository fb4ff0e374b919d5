import type { Person, UserId } from '../contract.ts'
import { digits, hex } from '../ids.ts'
import type { WorkspaceSeed } from '../seed.ts'
import type { WorldState } from './state.ts'

/** The state of a workspace nobody has used yet. */
export function stateFromSeed(seed: WorkspaceSeed, now: number): WorldState {
  const created = Math.floor(now / 1000)
  const firstPerson = seed.people[0]?.id ?? seed.app.botUserId
  const people: Person[] = [
    ...seed.people.map((p) => ({ title: '', tz: 'Europe/London', isAdmin: false, isOwner: false, ...p, isBot: false })),
    botPerson(seed),
  ]
  const members = new Set<UserId>(people.map((p) => p.id))
  for (const channel of seed.channels) {
    for (const member of channel.members)
      if (!members.has(member)) throw new Error(`#${channel.name} lists ${member}, who is nobody in the seed`)
  }
  return {
    secrets: makeSecrets(),
    people: new Map(people.map((p) => [p.id, p])),
    channels: new Map(
      seed.channels.map((c) => [
        c.id,
        { topic: '', isArchived: false, ...c, created, creator: c.members[0] ?? firstPerson },
      ]),
    ),
    groups: new Map((seed.userGroups ?? []).map((g) => [g.id, g])),
    messages: new Map(),
    homes: new Map(),
    files: new Map(),
  }
}

function botPerson(seed: WorkspaceSeed): Person {
  const { app } = seed
  const realName = app.name.charAt(0).toUpperCase() + app.name.slice(1)
  return {
    id: app.botUserId,
    name: app.name,
    realName,
    email: '',
    title: 'App',
    tz: 'Etc/UTC',
    isAdmin: false,
    isOwner: false,
    isBot: true,
  }
}

const makeSecrets = () => ({
  botToken: `xoxb-${digits(12)}-${digits(13)}-${hex(12)}`,
  appToken: `xapp-1-A${hex(5).toUpperCase()}-${digits(13)}-${hex(32)}`,
  signingSecret: hex(16),
})
