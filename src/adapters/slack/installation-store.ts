import type { InstallationQuery, InstallationStore, Installation as SlackInstallation } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { instant } from '../../domain/shared/time.ts'
import type { Installation } from '../../usecases/ports/installations.ts'

/** Where installations are kept; a workspace that was not known yet becomes so. */
export type InstallationRows = {
  load(teamId: string): Promise<Installation | undefined>
  keep(
    team: { readonly teamId: string; readonly name: string; readonly domain: string },
    installation: Omit<Installation, 'installedAt'>,
  ): Promise<void>
}

/** Nobody installed the app in that workspace, or it was taken away there. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError'
}
/** Installed for a whole organisation, whose workspaces nobody has named. */
export class WholeOrganisationError extends Error {
  override readonly name = 'WholeOrganisationError'
}

/** What Slack's installer keeps and reads, over our rows: workspaces only, and the bot's token only. */
export function makeInstallationStore(rows: InstallationRows, webOptions: WebClientOptions): InstallationStore {
  return {
    async storeInstallation({ team, bot, user, appId, isEnterpriseInstall }) {
      if (isEnterpriseInstall === true || team === undefined || bot === undefined) throw new WholeOrganisationError()
      const { team: said } = await new WebClient(bot.token, webOptions).team.info()
      const name = said?.name ?? team.name ?? team.id
      await rows.keep(
        { teamId: team.id, name, domain: said?.domain ?? '' },
        {
          botToken: bot.token,
          refreshToken: bot.refreshToken,
          expiresAt: bot.expiresAt === undefined ? undefined : instant(bot.expiresAt * 1_000),
          appId: appId ?? '',
          botId: bot.id,
          botUserId: bot.userId,
          scopes: bot.scopes,
          installedBy: user.id,
        },
      )
    },
    async fetchInstallation({ teamId }: InstallationQuery<boolean>) {
      const kept = teamId === undefined ? undefined : await rows.load(teamId)
      if (kept === undefined || teamId === undefined) throw new NotInstalledError()
      const rotating =
        kept.refreshToken === undefined || kept.expiresAt === undefined
          ? {}
          : { refreshToken: kept.refreshToken, expiresAt: Math.floor(kept.expiresAt / 1_000) }
      const installation: SlackInstallation<'v2', false> = {
        team: { id: teamId },
        enterprise: undefined,
        user: { id: kept.installedBy, token: undefined, scopes: undefined },
        bot: { token: kept.botToken, id: kept.botId, userId: kept.botUserId, scopes: [...kept.scopes], ...rotating },
        appId: kept.appId,
        authVersion: 'v2',
        isEnterpriseInstall: false,
      }
      return installation
    },
  }
}
