/** Writes a draft for somebody and says where it is: `/outreach draft`, **Draft** and **Draft the decline** alike. */
import type { Purpose } from '../domain/outreach/purpose.ts'
import { escapeMrkdwn } from '../domain/shared/text.ts'
import { answers } from '../domain/shared/words/drafts.ts'
import type { Ctx } from '../usecases/context.ts'
import { writeDraft } from '../usecases/outreach/write-draft.ts'
import { loadPersonBrief } from '../usecases/people/load-person-brief.ts'
import { reworded } from './refused.ts'
import type { Reply } from './shell.ts'

export async function draftFor(
  ctx: Ctx,
  wanted: { readonly candidateId: string; readonly purpose?: Purpose },
): Promise<Reply> {
  const written = await writeDraft(ctx, wanted)
  if (!written.ok)
    return {
      text: reworded(written.refusal, (refusal) => (refusal.kind === 'no_job' ? answers.noJob : answers.noPerson)),
    }
  const person = await loadPersonBrief(ctx, { candidateId: wanted.candidateId })
  const who = person.ok ? escapeMrkdwn(person.value.fullName) : answers.them
  return { text: written.value.kind === 'written' ? answers.writtenFor(who) : answers.waitsAlready(who) }
}
