/** `/medallist skills`: what was taught, each with *Remove*; and what is said once a name was taught. */
import type { KnownBlock } from '@slack/types'
import { skillLabel } from '../../domain/pool/skills.ts'
import { learnedSkills as words } from '../../domain/shared/words/learned-skills.ts'
import type { Lesson } from '../../usecases/ports/lessons.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { SKILL_FORGET } from './ids.ts'

const MOST_SHOWN = 40

const named = (spelling: string): string => safe(spelling.replaceAll('-', ' '), 60)

export function renderLearnedSkills(lessons: readonly Lesson[]): Drawn {
  const rows = lessons.slice(0, MOST_SHOWN).map(
    ({ spelling, skill }): KnownBlock => ({
      ...section(words.row(named(spelling), safe(skillLabel(skill), 80))),
      accessory: button(SKILL_FORGET, words.remove, spelling),
    }),
  )
  return {
    text: words.fallback,
    blocks: [
      section(lessons.length === 0 ? words.none : words.heading),
      ...rows,
      ...(lessons.length > MOST_SHOWN ? [small(words.more(lessons.length - MOST_SHOWN))] : []),
      small(words.usage),
    ],
  }
}

export function renderSkillTaught({ spelling, skill }: Pick<Lesson, 'spelling' | 'skill'>): Drawn {
  const text = words.taught(named(spelling), safe(skillLabel(skill), 80))
  return {
    text: words.fallback,
    blocks: [section(text), { type: 'actions', elements: [button(SKILL_FORGET, words.undo, spelling)] }],
  }
}
