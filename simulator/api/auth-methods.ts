import { SlackError } from '../slack-error.ts'
import type { Workspace } from '../workspace.ts'
import type { Methods } from './method.ts'

/** Who calls, and the way to a socket. `openSocket` is absent where the app is reached by HTTP. */
export function authMethods(openSocket: (() => string) | undefined): Methods {
  return {
    'api.test': {
      token: 'none',
      run(_ws, args) {
        const { token: _hidden, ...rest } = args.raw
        const error = args.text('error')
        if (error !== undefined) throw new SlackError(error, [], { args: rest })
        return { args: rest }
      },
    },
    'auth.test': {
      run: (ws) => ({
        url: `https://${ws.team.domain}.slack.com/`,
        team: ws.team.name,
        user: ws.app.name,
        team_id: ws.team.id,
        user_id: ws.app.botUserId,
        bot_id: ws.app.botId,
        is_enterprise_install: false,
      }),
    },
    'apps.connections.open': {
      token: 'app',
      run() {
        if (!openSocket) throw new SlackError('forbidden_team')
        return { url: openSocket() }
      },
    },
    'bots.info': {
      scopes: ['users:read'],
      run(ws, args) {
        if (args.has('bot') && args.text('bot') !== ws.app.botId) throw new SlackError('bot_not_found')
        return {
          bot: {
            id: ws.app.botId,
            deleted: false,
            name: ws.app.name,
            updated: 0,
            app_id: ws.app.id,
            user_id: ws.app.botUserId,
            icons: {},
          },
        }
      },
    },
    'team.info': { scopes: ['team:read'], run: (ws) => ({ team: teamObject(ws) }) },
  }
}

function teamObject(ws: Workspace) {
  const { id, name, domain } = ws.team
  return {
    id,
    name,
    domain,
    url: `https://${domain}.slack.com/`,
    email_domain: '',
    icon: { image_default: true },
    avatar_base_url: 'https://ca.slack-edge.com/',
    is_verified: false,
  }
}
