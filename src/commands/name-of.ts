import { escapeMrkdwn } from '../domain/shared/text.ts'
import { answers } from '../domain/shared/words/drafts.ts'
import type { Ctx } from '../usecases/context.ts'
import { loadPersonBrief } from '../usecases/people/load-person-brief.ts'

/** What somebody is called in a sentence of mrkdwn. */
export async function nameOf(ctx: Ctx, candidateId: string): Promise<string> {
  const person = await loadPersonBrief(ctx, { candidateId })
  return person.ok ? escapeMrkdwn(person.value.fullName) : answers.them
}
