import type { Desk } from '../oauth/desk.ts'
import { SlackError } from '../slack-error.ts'
import type { Args } from './args.ts'
import type { Methods } from './method.ts'

/** The exchange of a code for a token; without a desk the app is installed from the start. */
export function oauthMethods(desk: Desk | undefined): Methods {
  if (!desk) return {}
  return {
    'oauth.v2.access': {
      token: 'none',
      run(_ws, args) {
        const { clientId, clientSecret } = credentials(args)
        if (clientId !== desk.app.clientId) throw new SlackError('invalid_client_id')
        if (clientSecret !== desk.app.clientSecret) throw new SlackError('bad_client_secret')
        if (args.text('grant_type') === 'refresh_token') throw new SlackError('invalid_refresh_token')
        const code = args.text('code')
        if (code === undefined) throw new SlackError('invalid_code')
        const grant = desk.redeem(code)
        if (typeof grant === 'string') throw new SlackError(grant)
        // What was said when the person was asked must be said again.
        if (args.text('redirect_uri') !== grant.redirectUri) throw new SlackError('bad_redirect_uri')
        const branch = desk.branches().find(({ workspace }) => workspace.team.id === grant.team)
        if (!branch) throw new SlackError('invalid_code')
        const access_token = branch.install(grant.scopes)
        const { team, app } = branch.workspace
        return {
          access_token,
          token_type: 'bot',
          scope: grant.scopes.join(','),
          bot_user_id: app.botUserId,
          app_id: app.id,
          team: { id: team.id, name: team.name },
          enterprise: null,
          authed_user: { id: grant.user },
          is_enterprise_install: false,
        }
      },
    },
  }
}

const credentials = (args: Args) => ({ clientId: args.text('client_id'), clientSecret: args.text('client_secret') })
