import type { App } from '@slack/bolt'
import { never } from '../../domain/shared/result.ts'
import { escapeMrkdwn, nearest, normaliseSlash, truncate } from '../../domain/shared/text.ts'
import { answers } from '../../domain/shared/words/drafts.ts'
import type { Ctx } from '../../usecases/context.ts'
import { findPerson } from '../../usecases/find/find-person.ts'
import { loadQueue } from '../../usecases/outreach/load-queue.ts'
import { renderPeopleToChoose, renderQueue } from '../../views/outreach-queue/blocks.ts'
import { draftFor } from '../draft-for.ts'
import { edgeWords } from '../refused.ts'
import { onCommand, type Reply, type Shell } from '../shell.ts'

const USES = ['draft', 'help'] as const

/** `/outreach`: the drafts that wait; `/outreach draft <person>` writes one. Answers are seen by nobody else. */
export function registerOutreach(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/outreach', async ({ ctx, command }) => {
    const text = normaliseSlash(command.text)
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text) ?? []
    switch (word.toLowerCase()) {
      case '':
        return queueFor(ctx)
      case 'draft':
        return rest === '' ? { text: answers.whom } : draftByWords(ctx, rest)
      case 'help':
        return { text: answers.help }
      default:
        return { text: unknownUse(word, text) }
    }
  })
}

async function queueFor(ctx: Ctx): Promise<Reply> {
  const queue = await loadQueue(ctx, {})
  if (!queue.ok) return { text: edgeWords(queue.refusal) }
  return queue.value.rows.length === 0 ? { text: answers.noneWaiting } : renderQueue(queue.value)
}

async function draftByWords(ctx: Ctx, words: string): Promise<Reply> {
  const found = await findPerson(ctx, { words })
  if (!found.ok) return { text: edgeWords(found.refusal) }
  const beholder = { now: ctx.now, zone: ctx.actor.zone }
  const asked = inert(words)
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
  const told = answers.unknownUse(inert(word), meant === undefined ? undefined : `/outreach ${meant}`)
  return meant === undefined ? `${told} ${answers.meantDraft(inert(text))}` : told
}

/** Backticks would end the code in which it is shown. */
const inert = (text: string): string => escapeMrkdwn(truncate(text.replaceAll('`', "'").replace(/\s+/g, ' '), 100))
