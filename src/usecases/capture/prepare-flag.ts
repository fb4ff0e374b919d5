import { z } from 'zod'
import { type ParsedFlag, parseFlag } from '../../domain/candidate/parse-flag.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { NearMiss } from '../ports/near-misses.ts'

export type PreparedFlag = {
  readonly guess: ParsedFlag
  /** What this person flagged from this message before. */
  readonly before: readonly NearMiss[]
  readonly openRoles: readonly string[]
}

const MOST_ROLES = 100
/** Whom the message may name beside the candidate; the form opens within three seconds. */
const MOST_MEMBERS = 2_000

/** What the form *Flag near-miss* opens with: guesses from the message, the open roles, and what was flagged from it before. */
export const prepareFlag = defineUseCase({
  name: 'prepare-flag',
  permission: 'near_miss.flag',
  input: z.object({
    text: z.string().max(100_000),
    message: z.object({ channel: z.string(), ts: z.string() }).optional(),
    /** Slack id of who wrote the message: never the candidate. */
    author: z.string().optional(),
  }),
  run: async (ctx, { text, message, author }): Promise<Result<PreparedFlag, never>> => {
    const { actor } = ctx
    return ctx.uow.run(async (tx) => {
      const openRoles = (await tx.jobs.open(MOST_ROLES)).map(({ title }) => title)
      const writer = author === undefined ? undefined : await tx.members.bySlackId(author)
      const speakers = [actor.name, ...(writer === undefined ? [] : [writer.name])]
      const colleagues = await tx.members.list(MOST_MEMBERS)
      const memberNames = [...speakers, ...colleagues.map(({ name }) => name)]
      const before =
        message === undefined ? [] : await tx.nearMisses.ofMessage(message.channel, message.ts, actor.memberId)
      return ok({ guess: parseFlag(text, { roles: openRoles, memberNames, speakers }), before, openRoles })
    })
  },
})
