/** A place where the bot could not speak: the admins hear of it, once for each place and cause. */

import { adminsOf } from '../access/admins-of.ts'
import type { SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

/** Where something should have been said, and Slack's code for why it could not. */
export type Unposted = { readonly address: string; readonly code: string }

/** The key says it all, so that nothing else has to be kept: `unposted:<code>:<admin>:<address>`. */
const keyOf = ({ address, code }: Unposted, admin: string): string => `unposted:${code}:${admin}:${address}`

/** Asks for the news in each admin's DM, where it was not asked for before. */
export async function tellUnposted(ctx: SystemCtx, tx: Tx, unposted: Unposted): Promise<void> {
  for (const address of await adminsOf(ctx, tx)) {
    const key = keyOf(unposted, address)
    // Neither repeated nor tried again: who cannot be told is not told that they could not be told.
    if ((await tx.posts.byKey(key)) !== undefined) continue
    await tx.posts.want({ key, kind: 'unposted_notice', address, subjects: [] }, ctx.now)
  }
}

export type UnpostedModel = Unposted & {
  /** Flags have another way to the recruiters. */
  readonly isTriage: boolean
}

/** What the notice under this key tells of. */
export async function readUnposted({ uow, services }: SystemCtx, key: string): Promise<UnpostedModel | undefined> {
  const [, code, address] = /^unposted:([^:]+):[^:]+:(.+)$/s.exec(key) ?? []
  if (code === undefined || address === undefined) return undefined
  const { channels } = await uow.run((tx) => loadWorkspaceSettings(tx, services.places))
  return { code, address, isTriage: address === channels.triage }
}
