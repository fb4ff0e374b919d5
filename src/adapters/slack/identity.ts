import type { AuthorizeResult } from '@slack/bolt'
import { ErrorCode, WebClient } from '@slack/web-api'
import type { Log } from '../../usecases/ports/log.ts'
import { clientOptions } from './bolt.ts'
import { slackErrorCode } from './directory.ts'

/** Slack could not be reached or did not accept the token; the message says which and what to do. */
export class SlackRefusedError extends Error {
  override readonly name = 'SlackRefusedError'
}

export type Identity = {
  readonly identity: AuthorizeResult
  readonly team: { readonly teamId: string; readonly name: string; readonly domain: string }
}

/** Who the bot token belongs to. Throws a `SlackRefusedError`. */
export async function identify(botToken: string, apiUrl: string | undefined, log: Log): Promise<Identity> {
  const client = new WebClient(botToken, clientOptions(apiUrl, log))
  try {
    const auth = await client.auth.test()
    const { team } = await client.team.info()
    const teamId = auth.team_id ?? ''
    return {
      identity: {
        teamId,
        ...(auth.bot_id === undefined ? {} : { botId: auth.bot_id }),
        ...(auth.user_id === undefined ? {} : { botUserId: auth.user_id }),
      },
      team: { teamId, name: team?.name ?? auth.team ?? teamId, domain: team?.domain ?? '' },
    }
  } catch (error) {
    const code = slackErrorCode(error)
    if (code !== undefined)
      throw new SlackRefusedError(
        `Slack does not accept SLACK_BOT_TOKEN: ${code}. Copy it anew from "OAuth & Permissions" of the app.`,
      )
    const reason =
      (error as { code?: string }).code === ErrorCode.RequestError
        ? 'it cannot be reached'
        : 'it did not answer as expected'
    throw new SlackRefusedError(`Slack at ${apiUrl ?? 'https://slack.com/api/'}: ${reason}.`)
  }
}
