import type { App } from '@slack/bolt'
import { never } from '../../domain/shared/result.ts'
import { nearest, normaliseSlash } from '../../domain/shared/text.ts'
import { answers } from '../../domain/shared/words/drafts.ts'
import { outreachNotYet } from '../../domain/shared/words/not-here-yet.ts'
import type { Ctx } from '../../usecases/context.ts'
import { findPerson } from '../../usecases/find/find-person.ts'
import { loadQueue } from '../../usecases/outreach/load-queue.ts'
import { listReplies } from '../../usecases/replies/list-replies.ts'
import { asTyped } from '../../views/mrkdwn.ts'
import { renderPeopleToChoose, renderQueue } from '../../views/outreach-queue/blocks.ts'
import { renderReplyList } from '../../views/reply-list/blocks.ts'
import { draftFor } from '../draft-for.ts'
import { beholderOf } from '../find-replies.ts'
import { notHereYet } from '../not-here-yet.ts'
import { edgeWords } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onCommand } from '../shell/on-command.ts'
import type { Answer, Reply } from '../shell/tell.ts'

const USES = ['draft', 'replies', 'help'] as const

/** `/outreach`: the drafts that wait; `/outreach draft <person>` writes one. Answers are seen by nobody else. */
export function registerOutreach(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/outreach', async ({ ctx, command, ack }) => {
    const text = normaliseSlash(command.text)
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text) ?? []
    const { roles } = ctx.actor
    switch (word.toLowerCase()) {
      case '':
        await ack()
        return queueFor(ctx)
      case 'replies':
        await ack()
        return waitingReplies(ctx)
      case 'draft':
        return rest === '' ? { text: answers.whom } : draftByWords(ctx, rest)
      case 'help':
        return { text: answers.help }
      default:
        return {
          text: notHereYet(outreachNotYet, word, { roles, permission: 'draft.write' }) ?? unknownUse(word, text),
        }
    }
  })
}

async function waitingReplies(ctx: Ctx): Promise<Reply> {
  const list = await listReplies(ctx, {})
  return list.ok ? renderReplyList(list.value) : { text: edgeWords(list.refusal) }
}

async function queueFor(ctx: Ctx): Promise<Reply> {
  const queue = await loadQueue(ctx, {})
  if (!queue.ok) return { text: edgeWords(queue.refusal) }
  return queue.value.rows.length === 0 ? { text: answers.noneWaiting } : renderQueue(queue.value)
}

async function draftByWords(ctx: Ctx, words: string): Promise<Answer> {
  const found = await findPerson(ctx, { words })
  if (!found.ok) return { text: edgeWords(found.refusal) }
  const beholder = beholderOf(ctx)
  const asked = asTyped(words)
  switch (found.value.kind) {
    case 'one':
      return draftFor(ctx, { candidateId: found.value.person.id })
    case 'several': {
      const { people, more } = found.value
      const count = more ? answers.orMore(people.length) : String(people.length)
      return renderPeopleToChoose(answers.whichOne(asked, count), people, beholder)
    }
    case 'none': {
      const { nearest: near } = found.value
      if (near.length === 0) return { text: answers.notFound(asked) }
      return renderPeopleToChoose(`${answers.notFound(asked)} ${answers.didYouMean}`, near, beholder)
    }
    default:
      return never(found.value)
  }
}

/** Whoever typed a name behind `/outreach` meant to write to that person. */
function unknownUse(word: string, text: string): string {
  const meant = nearest(word, USES)
  const told = answers.unknownUse(asTyped(word), meant === undefined ? undefined : `/outreach ${meant}`)
  return meant === undefined ? `${told} ${answers.meantDraft(asTyped(text))}` : told
}
