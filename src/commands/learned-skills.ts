/** `/medallist skills`, `… add frob = Kubernetes`, `… remove frob`, and the buttons of all that. */
import type { App } from '@slack/bolt'
import { lessonIn } from '../domain/pool/lessons.ts'
import { escapeMrkdwn, truncate } from '../domain/shared/text.ts'
import { listRefusals } from '../domain/shared/words/find.ts'
import { learnedSkills as words } from '../domain/shared/words/learned-skills.ts'
import type { Ctx } from '../usecases/context.ts'
import { checkQuery, openListing } from '../usecases/find/search-people.ts'
import { forgetSkill, listLearnedSkills, teachSkill } from '../usecases/skills/learned-skills.ts'
import { renderLearnedSkills, renderSkillTaught } from '../views/learned-skills/blocks.ts'
import { SKILL_FORGET, SKILL_TEACH } from '../views/learned-skills/ids.ts'
import { edgeReply } from './find-replies.ts'
import { isEdgeRefusal } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import type { Reply } from './shell/tell.ts'

export function registerLearnedSkills(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, SKILL_TEACH, ({ ctx, pressed }) => teachOffered(ctx, pressed.value))
  onPress(app, shell, SKILL_FORGET, ({ ctx, pressed }) => forget(ctx, pressed.value))
}

/** What stands behind `skills`. */
export async function learnedSkillsReply(ctx: Ctx, text: string): Promise<Reply> {
  const [, act = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? []
  if (act.toLowerCase() === 'remove') return forget(ctx, rest)
  if (act.toLowerCase() === 'add') {
    const [, spelling = '', skill = ''] = /^(.*?)\s*(?:=|:|\bas\b|\bis\b)\s*(.*)$/is.exec(rest) ?? []
    return spelling.trim() === '' || skill.trim() === ''
      ? { text: `${words.incomplete} ${words.usage}` }
      : teach(ctx, { spelling, skill })
  }
  const listed = await listLearnedSkills(ctx, {})
  return listed.ok ? renderLearnedSkills(listed.value) : { text: words.notAllowed }
}

/** What the query of the refusal does not know, read anew: a button's value could be anybody's. */
async function teachOffered(ctx: Ctx, listingId: string): Promise<Reply> {
  const listing = await openListing(ctx, { listingId })
  if (!listing.ok) {
    const { refusal } = listing
    return isEdgeRefusal(refusal) ? edgeReply(refusal) : { text: listRefusals[refusal.kind] }
  }
  const read = await checkQuery(ctx, { query: listing.value.query })
  const lesson = !read.ok && read.refusal.kind === 'not_understood' ? lessonIn(read.refusal.problems) : undefined
  return lesson === undefined ? { text: words.known_already } : teach(ctx, lesson)
}

async function teach(ctx: Ctx, lesson: { readonly spelling: string; readonly skill: string }): Promise<Reply> {
  const taught = await teachSkill(ctx, lesson)
  if (taught.ok) return renderSkillTaught(taught.value)
  const { refusal } = taught
  if (isEdgeRefusal(refusal)) return { text: refusal.kind === 'not_allowed' ? words.notAllowed : words.not_a_skill }
  return { text: words[refusal.kind] }
}

async function forget(ctx: Ctx, spelling: string): Promise<Reply> {
  const forgotten = await forgetSkill(ctx, { spelling })
  if (forgotten.ok)
    return { text: words.forgotten(escapeMrkdwn(truncate(forgotten.value.spelling.replaceAll('-', ' '), 60))) }
  const { refusal } = forgotten
  return { text: refusal.kind === 'not_allowed' ? words.notAllowed : words.not_taught }
}
