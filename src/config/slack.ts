/** How Medallist reaches Slack, from the variables of it. */
import type { ConfigProblem, Values } from './environment.ts'

export type SlackConfig =
  | { readonly mode: 'local' }
  | {
      readonly mode: 'socket'
      readonly botToken: string
      readonly appToken: string
      /** How long Slack may leave a ping unanswered before the connection counts as lost; five seconds unless said otherwise. */
      readonly pongMs?: number
      readonly apiUrl: string | undefined
    }
  | {
      readonly mode: 'http'
      /** Of one workspace; without it only those are served that install the app by themselves. */
      readonly botToken: string | undefined
      readonly signingSecret: string
      readonly oauth: OAuthConfig | undefined
      readonly apiUrl: string | undefined
    }

/** What lets workspaces install the app at `/slack/install`. */
export type OAuthConfig = { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string }

/** Half a set of Slack variables is a mistake, not a wish for the local workspace. */
export function slackConfig(values: Values, production: boolean, problems: ConfigProblem[]): SlackConfig {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
  } = values
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values
  if (clientId !== undefined || clientSecret !== undefined || stateSecret !== undefined) {
    problems.push(...oauthProblems(values))
    return {
      mode: 'http',
      botToken,
      apiUrl,
      signingSecret: signingSecret ?? '',
      oauth: { clientId: clientId ?? '', clientSecret: clientSecret ?? '', stateSecret: stateSecret ?? '' },
    }
  }
  if (botToken !== undefined && appToken !== undefined) return { mode: 'socket', botToken, appToken, apiUrl }
  if (botToken !== undefined && signingSecret !== undefined)
    return { mode: 'http', botToken, signingSecret, apiUrl, oauth: undefined }
  const some = botToken !== undefined || appToken !== undefined || signingSecret !== undefined || apiUrl !== undefined
  if (!some && !production) return { mode: 'local' }
  const why = production ? 'is required in production' : 'is missing while other Slack variables are set'
  if (botToken === undefined) problems.push({ variable: 'SLACK_BOT_TOKEN', message: why })
  if (appToken === undefined && signingSecret === undefined) {
    problems.push({
      variable: 'SLACK_APP_TOKEN',
      message: `${why} (Socket Mode); or set SLACK_SIGNING_SECRET for HTTP`,
    })
  }
  return { mode: 'local' }
}

/** All four belong together, and requests must be able to say which workspace they are from: by HTTP. */
function oauthProblems(values: Values): readonly ConfigProblem[] {
  const needed = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_SIGNING_SECRET'] as const
  const missing = needed.filter((variable) => values[variable] === undefined)
  const problems: ConfigProblem[] = missing.map((variable) => ({
    variable,
    message: `is missing: installing at /slack/install needs ${needed.join(', ')}`,
  }))
  if (values.SLACK_APP_TOKEN !== undefined) {
    const message =
      'is for Socket Mode, which serves one workspace: leave it out, or the four variables of /slack/install'
    problems.push({ variable: 'SLACK_APP_TOKEN', message })
  }
  return problems
}
