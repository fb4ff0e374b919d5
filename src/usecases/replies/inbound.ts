import type { Contexts } from '../access/make-contexts.ts'
import type { SystemCtx } from '../context.ts'
import type { InboundMail } from '../ports/inbound-mail.ts'
import { concernsUs, type TakenIn, takeInMail } from './take-in-mail.ts'

/**
 * Brings a mail to the workspace that it belongs to: where a message of ours was written that it answers, else the one that knows its
 * sender. A sender whom several workspaces know, in a mail that answers nothing of ours, belongs to none of them: one company must not read
 * what was written to another.
 */
export async function bringIn(
  contexts: Pick<Contexts, 'forSystem' | 'workspaces'>,
  mail: InboundMail,
): Promise<TakenIn> {
  const all = (await contexts.workspaces()).map((workspace) => contexts.forSystem(workspace))
  const [first, ...others] = all
  if (first !== undefined && others.length === 0) return takeInMail(first, mail)
  const bySender: SystemCtx[] = []
  for (const ctx of all) {
    const why = await concernsUs(ctx, mail)
    if (why === 'message') return takeInMail(ctx, mail)
    if (why === 'sender') bySender.push(ctx)
  }
  const [only, ...more] = bySender
  return only !== undefined && more.length === 0 ? takeInMail(only, mail) : { kind: 'nobody_known' }
}
