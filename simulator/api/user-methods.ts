import type { Person } from '../contract.ts'
import { SlackError } from '../slack-error.ts'
import type { Workspace } from '../workspace.ts'
import { type Methods, needUser } from './method.ts'
import { page } from './paging.ts'

/** People and user groups. */
export const userMethods: Methods = {
  'users.info': {
    scopes: ['users:read'],
    run: (ws, args) => ({ user: userObject(ws, needUser(ws, args.need('user'))) }),
  },
  'users.list': {
    scopes: ['users:read'],
    run(ws, args) {
      const { items, metadata } = page([...ws.world.state.people.values()], args, 1000)
      return { members: items.map((p) => userObject(ws, p)), cache_ts: Math.floor(ws.clock.now() / 1000), ...metadata }
    },
  },
  'users.profile.get': {
    scopes: ['users.profile:read'],
    run: (ws, args) => ({ profile: profileOf(ws, needUser(ws, args.need('user'))) }),
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    run(ws, args) {
      const wanted = args.need('email').toLowerCase()
      const found = [...ws.world.state.people.values()].find((p) => p.email !== '' && p.email.toLowerCase() === wanted)
      if (!found) throw new SlackError('users_not_found')
      return { user: userObject(ws, found) }
    },
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    run(ws, args) {
      needPaidPlan(ws)
      const groups = [...ws.world.state.groups.values()]
      return {
        usergroups: groups.map(({ id, handle, name, users }) => ({
          id,
          team_id: ws.team.id,
          is_usergroup: true,
          is_subteam: true,
          name,
          handle,
          description: '',
          is_external: false,
          date_delete: 0,
          user_count: args.flag('include_count') ? users.length : undefined,
          users: args.flag('include_users') ? users : undefined,
        })),
      }
    },
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    run(ws, args) {
      needPaidPlan(ws)
      const group = ws.world.state.groups.get(args.need('usergroup'))
      if (!group) throw new SlackError('no_such_subteam')
      return { users: group.users }
    },
  },
}

function needPaidPlan(ws: Workspace): void {
  if (ws.plan === 'free') throw new SlackError('plan_upgrade_required')
}

/** A user object; the address only with the scope for it, as in Slack. */
export function userObject(ws: Workspace, p: Person): Record<string, unknown> {
  const zone = zoneOf(p.tz, ws.clock.now())
  return {
    id: p.id,
    team_id: ws.team.id,
    name: p.name,
    deleted: false,
    color: '9f69e7',
    real_name: p.realName,
    tz: p.tz,
    tz_label: zone.label,
    tz_offset: zone.offset,
    profile: profileOf(ws, p),
    is_admin: p.isAdmin,
    is_owner: p.isOwner,
    is_primary_owner: p.isOwner,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: p.isBot,
    is_app_user: false,
    updated: 0,
  }
}

function profileOf(ws: Workspace, p: Person): Record<string, unknown> {
  const [first = '', ...rest] = p.realName.split(' ')
  return {
    title: p.title,
    phone: '',
    real_name: p.realName,
    real_name_normalized: p.realName,
    display_name: p.name,
    display_name_normalized: p.name,
    first_name: first,
    last_name: rest.join(' '),
    team: ws.team.id,
    ...(p.email !== '' && ws.scopes.has('users:read.email') ? { email: p.email } : {}),
    ...(p.isBot ? { bot_id: ws.app.botId, api_app_id: ws.app.id } : {}),
  }
}

function zoneOf(tz: string, now: number): { label: string; offset: number } {
  const part = (timeZoneName: 'long' | 'longOffset') =>
    new Intl.DateTimeFormat('en-GB', { timeZone: tz, timeZoneName })
      .formatToParts(now)
      .find((p) => p.type === 'timeZoneName')?.value ?? ''
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(part('longOffset'))
  const seconds = found ? (Number(found[2]) * 60 + Number(found[3])) * 60 : 0
  return { label: part('long'), offset: found?.[1] === '-' ? -seconds : seconds }
}
