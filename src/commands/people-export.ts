/** People as files: `/pool export <query>` and *JSON Resume* on a profile. */
import type { WebClient } from '@slack/web-api'
import { may } from '../domain/shared/roles.ts'
import { dayIn } from '../domain/shared/time.ts'
import { exportWords as words } from '../domain/shared/words/file-imports.ts'
import { listRefusals } from '../domain/shared/words/find.ts'
import type { Ctx } from '../usecases/context.ts'
import {
  beginExport,
  type ExportRefusal,
  ExportRefusedError,
  type ExportSoFar,
  endExport,
  exportPeople,
  exportResume,
} from '../usecases/transfer/export-people.ts'
import { asTyped } from '../views/mrkdwn.ts'
import { problemWords } from '../views/people-list/refused.ts'
import { edgeReply } from './find-replies.ts'
import { isEdgeRefusal } from './refused.ts'
import { sendFile } from './send-file.ts'
import type { Answer, Reply } from './shell/tell.ts'

/** `who` is the person as they are at that moment, with the roles that they have then. */
export async function exportReply(ctx: Ctx, who: () => Promise<Ctx | undefined>, query: string): Promise<Answer> {
  if (query === '') return { text: words.usage }
  const begun = await beginExport(ctx, { query })
  return begun.ok ? async () => sendPeople(ctx, who, query) : exportRefused(begun.refusal)
}

function exportRefused(refusal: ExportRefusal): Reply {
  if (isEdgeRefusal(refusal)) return edgeReply(refusal)
  if (refusal.kind === 'too_slow') return { text: listRefusals.too_slow }
  return { text: [...refusal.problems.map((problem) => problemWords(problem, asTyped)), words.usage].join('\n') }
}

async function sendPeople(ctx: Ctx, who: () => Promise<Ctx | undefined>, query: string): Promise<Reply> {
  const so: ExportSoFar = { people: 0, more: false }
  const day = dayIn(ctx.now, ctx.actor.zone)
  const mayLeave = async () => {
    const now = await who()
    return so.people > 0 && now !== undefined && may(now.actor.roles, beginExport.permission)
  }
  try {
    const sent = await ctx.services.outbox.send(ctx.actor.slackUserId, {
      name: words.name(day),
      title: words.title(day),
      comment: () => words.comment(so.people, asTyped(query)),
      pieces: exportPeople(who, query, so),
      mayLeave,
    })
    if (sent.kind === 'refused') return { text: notSent(sent.error) }
    if (sent.kind === 'kept_back')
      return so.people === 0
        ? { text: words.nobody }
        : edgeReply({ kind: 'not_allowed', permission: beginExport.permission })
    await endExport(ctx, { people: so.people })
    return { text: (so.more ? words.most : words.done)(so.people) }
  } catch (error) {
    if (error instanceof ExportRefusedError) return exportRefused(error.refusal)
    throw error
  }
}

export async function resumeReply(ctx: Ctx, client: WebClient, candidateId: string): Promise<Answer> {
  const exported = await exportResume(ctx, { candidateId })
  if (!exported.ok) {
    const { refusal } = exported
    return refusal.kind === 'person_gone' ? { text: listRefusals.person_gone } : edgeReply(refusal)
  }
  const { name, json } = exported.value
  const file = {
    name: words.resumeName(name),
    title: words.resumeTitle(name),
    comment: words.resumeComment(asTyped(name)),
    text: json,
  }
  return async () => {
    const code = await sendFile(client, ctx.actor.slackUserId, file)
    return { text: code === undefined ? words.resumeSent : notSent(code) }
  }
}

const notSent = (code: string): string => (code === 'missing_scope' ? words.noScope : words.failed(code))
