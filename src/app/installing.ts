/** How workspaces install the app by themselves: what Slack's installer needs of ours. */
import { readFileSync } from 'node:fs'
import type { Workspaces } from '../adapters/db/workspaces.ts'
import type { InstallationRows } from '../adapters/slack/installation-store.ts'
import { type Installing, REDIRECT_PATH } from '../adapters/slack/installer.ts'
import type { Config } from '../config.ts'
import type { Instant } from '../domain/shared/time.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import { installedPage, installPage, notInstalledPage } from '../web/pages/install-page.ts'

type Parts = {
  readonly config: Config
  readonly workspaces: Workspaces
  readonly contexts: Contexts
  readonly now: () => Instant
}

/** `undefined` where one workspace is served by the token of the environment alone. */
export function installingOf({ config, ...parts }: Parts): Installing | undefined {
  const { slack, publicUrl, port } = config
  if (slack.mode !== 'http' || slack.oauth === undefined) return undefined
  return {
    ...slack.oauth,
    redirectUri: `${publicUrl ?? `http://localhost:${port}`}${REDIRECT_PATH}`,
    scopes: scopesOfManifest(),
    rows: installationRows({ config, ...parts }),
    pages: { install: installPage, installed: installedPage, notInstalled: notInstalledPage },
  }
}

const installationRows = ({ config, workspaces, contexts, now }: Parts): InstallationRows => ({
  async load(teamId) {
    const ctx = await contexts.forTeam(teamId)
    return ctx?.uow.run((tx) => tx.installations.get())
  },
  async keep(team, granted) {
    const workspace = await workspaces.keep({ ...team, zone: config.zone }, new Date(now()))
    const ctx = contexts.forSystem(workspace)
    await ctx.uow.run(async (tx) => {
      const before = await tx.installations.get()
      await tx.installations.keep({ ...granted, installedAt: ctx.now })
      const data = { by: granted.installedBy, scopes: granted.scopes }
      // Where tokens rotate, this is the next one rather than another installation.
      if (before?.refreshToken === undefined)
        await tx.events.append({ stream: `workspace:${workspace.id}`, type: 'workspace.installed', data })
    })
    // What waited while it was not installed may go on.
    ctx.services.wake.posts()
    ctx.services.wake.inbox()
  },
})

function scopesOfManifest(): readonly string[] {
  const file = readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')
  const { scopes } = (JSON.parse(file) as { oauth_config: { scopes: { bot: string[]; bot_optional?: string[] } } })
    .oauth_config
  return [...scopes.bot, ...(scopes.bot_optional ?? [])]
}
