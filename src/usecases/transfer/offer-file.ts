/** A file that somebody sent to the bot: what could be done with it is offered, since nobody pressed anything yet. */
import { mayAct } from '../access/may-act.ts'
import type { Ctx } from '../context.ts'

/** `other`: nothing of ours reads it. `nothing`: whoever sent it may do nothing with it here. */
export const FILE_OFFERS = ['table', 'resume', 'other', 'refused'] as const
export type FileOffer = (typeof FILE_OFFERS)[number]

const ENDINGS: Readonly<Record<string, FileOffer>> = {
  csv: 'table',
  tsv: 'table',
  xlsx: 'table',
  xls: 'table',
  pdf: 'resume',
  docx: 'resume',
  json: 'resume',
}

/** By its name; what is in it is found out when it is read. */
export const offerFor = (name: string): FileOffer =>
  ENDINGS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'other'

const keyStart = (offer: FileOffer) => `file_offer:${offer}:`
export function readOfferKey(key: string): { readonly offer: FileOffer | undefined; readonly fileId: string } {
  const [, given, fileId = ''] = key.split(':')
  return { offer: FILE_OFFERS.find((one) => one === given), fileId }
}

/**
 * Kept as a post, so that it is made even where the process dies now; the same file is offered once. While Slack cannot say whether they may,
 * it throws, and the event comes again.
 */
export async function offerFile(ctx: Ctx, file: { readonly id: string; readonly name: string }): Promise<void> {
  const offer = mayAct(ctx.actor, 'candidate.add') ? offerFor(file.name) : 'refused'
  const { memberId, slackUserId } = ctx.actor
  await ctx.uow.run((tx) =>
    tx.posts.want(
      { key: `${keyStart(offer)}${file.id}`, kind: 'file_offer', address: slackUserId, subjects: [memberId] },
      ctx.now,
    ),
  )
  ctx.services.wake.posts()
}

/** The table that this person sent last, while it is in Slack. */
export async function newestTable(ctx: Ctx): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const post = await ctx.uow.read((tx) => tx.posts.newest(ctx.actor.memberId, keyStart('table')))
  if (post === undefined) return undefined
  const file = await ctx.services.files.look(readOfferKey(post.key).fileId)
  return file.ok ? file.value : undefined
}
