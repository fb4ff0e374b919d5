import type { InstallationStore } from '../../../usecases/ports/installations.ts'
import type { Scope } from '../scope.ts'
import { toInstant, toInstantOrNone } from '../values.ts'

export function makeInstallationStore({ db, workspaceId, seal }: Scope): InstallationStore {
  return {
    async get() {
      const row = await db
        .selectFrom('installation')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('revokedAt', 'is', null)
        .executeTakeFirst()
      if (row === undefined) return undefined
      const { appId, botId, botUserId, installedBy } = row
      return {
        botToken: seal.open(row.botToken, workspaceId),
        refreshToken: row.refreshToken === null ? undefined : seal.open(row.refreshToken, workspaceId),
        expiresAt: toInstantOrNone(row.expiresAt),
        installedAt: toInstant(row.installedAt),
        appId,
        botId,
        botUserId,
        scopes: row.scopes ?? [],
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
      await db
        .insertInto('installation')
        .values({ workspaceId, ...granted })
        .onConflict((taken) => taken.column('workspaceId').doUpdateSet(granted))
        .execute()
    },
    async revoke({ installedAt }, at) {
      const { numUpdatedRows } = await db
        .updateTable('installation')
        .set({ botToken: seal.close('', workspaceId), refreshToken: null, expiresAt: null, revokedAt: new Date(at) })
        .where('workspaceId', '=', workspaceId)
        .where('revokedAt', 'is', null)
        .where('installedAt', '=', new Date(installedAt))
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
