/** Writes a draft for somebody and says where it is: `/outreach draft`, **Draft** and **Draft the decline** alike. */
import type { Purpose } from '../domain/outreach/purpose.ts'
import { answers } from '../domain/shared/words/drafts.ts'
import { jobRefusals } from '../domain/shared/words/jobs.ts'
import type { Ctx } from '../usecases/context.ts'
import { type WriteDraftRefusal, writeDraft } from '../usecases/outreach/write-draft.ts'
import { nameOf } from './name-of.ts'
import { reworded } from './refused.ts'
import type { Answer } from './shell/tell.ts'

const REFUSED = {
  no_job: answers.noJob,
  no_such_person: answers.noPerson,
  job_closed: jobRefusals.job_closed,
} as const satisfies Record<WriteDraftRefusal['kind'], string>

export async function draftFor(
  ctx: Ctx,
  wanted: {
    readonly candidateId: string
    readonly purpose?: Purpose
    readonly jobId?: string
    readonly asksToStay?: boolean
  },
): Promise<Answer> {
  const written = await writeDraft(ctx, wanted)
  if (!written.ok) return { text: reworded(written.refusal, ({ kind }) => REFUSED[kind]) }
  const { kind } = written.value
  return async () => {
    const who = await nameOf(ctx, wanted.candidateId)
    return { text: kind === 'written' ? answers.writtenFor(who) : answers.waitsAlready(who) }
  }
}
