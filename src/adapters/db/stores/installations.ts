import type { InstallationStore } from '../../../usecases/ports/installations.ts'
import type { Scope } from '../scope.ts'
import { toInstant, toInstantOrNone } from '../values.ts'

export function makeInstallationStore({ db, workspaceId, seal }: Scope): InstallationStore {
  return {
    async get() {
      const row = await db.installation.findUnique({ where: { workspaceId, revokedAt: null } })
      if (row === null) return undefined
      const { appId, botId, botUserId, scopes, installedBy } = row
      return {
        botToken: seal.open(row.botToken, workspaceId),
        refreshToken: row.refreshToken === null ? undefined : seal.open(row.refreshToken, workspaceId),
        expiresAt: toInstantOrNone(row.expiresAt),
        installedAt: toInstant(row.installedAt),
        appId,
        botId,
        botUserId,
        scopes,
        installedBy,
      }
    },
    async keep({ botToken, refreshToken, expiresAt, installedAt, scopes, ...ids }) {
      const granted = {
        ...ids,
        scopes: [...scopes],
        botToken: seal.close(botToken, workspaceId),
        refreshToken: refreshToken === undefined ? null : seal.close(refreshToken, workspaceId),
        expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
        installedAt: new Date(installedAt),
        revokedAt: null,
      }
      await db.installation.upsert({ where: { workspaceId }, create: { workspaceId, ...granted }, update: granted })
    },
    async revoke({ installedAt }, at) {
      const { count } = await db.installation.updateMany({
        where: { workspaceId, revokedAt: null, installedAt: new Date(installedAt) },
        data: { botToken: seal.close('', workspaceId), refreshToken: null, expiresAt: null, revokedAt: new Date(at) },
      })
      return count > 0
    },
  }
}
