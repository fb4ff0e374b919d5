/** What we know and what happened, a line each. */
import { FACT_KINDS, hushed, shownTelling } from '../../domain/outreach/fact.ts'
import { factKinds, internalKnowingly, tellings } from '../../domain/shared/words/outreach.ts'
import { interactions, profile as words } from '../../domain/shared/words/profile.ts'
import type { ProfileModel } from '../../usecases/find/read-profile.ts'
import type { FactRow, Interaction } from '../../usecases/ports/candidates.ts'
import { linkTo, moment, safe } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'

/** Several share a section, which holds 3,000 characters. */
const IN_ONE_SECTION = 5

/** What stands among the fields above as well comes last. */
const IN_FIELDS: ReadonlySet<string> = new Set(['skill', 'role', 'location', 'wish', 'reason'])

/** What somebody may tick: what can be told at all, and is more than a line of a form. */
const isTickable = ({ kind }: FactRow): boolean =>
  FACT_KINDS[kind].told !== 'never' && kind !== 'skill' && kind !== 'role' && kind !== 'location'

/** The first `most` facts: those that can be ticked by themselves, then the others, several a text. */
export function factLines(
  { facts, members }: Pick<ProfileModel, 'facts' | 'members'>,
  most: number,
): { readonly tickable: readonly TickableFact[]; readonly others: readonly string[] } {
  const told = facts.filter(({ kind }) => !IN_FIELDS.has(kind))
  const inFields = facts.filter(({ kind }) => IN_FIELDS.has(kind))
  const shown = [...told, ...inFields].slice(0, most)
  return {
    tickable: shown.filter(isTickable).map((fact) => ({ fact, text: factLine(fact, members) })),
    others: together(shown.filter((fact) => !isTickable(fact)).map((fact) => factLine(fact, members))),
  }
}
export type TickableFact = { readonly fact: FactRow; readonly text: string }

function together(lines: readonly string[]): readonly string[] {
  return Array.from({ length: Math.ceil(lines.length / IN_ONE_SECTION) }, (_, at) =>
    lines.slice(at * IN_ONE_SECTION, (at + 1) * IN_ONE_SECTION).join('\n'),
  )
}

function factLine(fact: FactRow, members: ProfileModel['members']): string {
  const author = fact.authorId === undefined ? undefined : members.get(fact.authorId)
  const link = linkTo(fact.sourceLink, words.sourceLink)
  const aside = [
    `*${tellingWords(fact)}*`,
    ...(author === undefined ? [] : [words.by(safe(flat(author), 60))]),
    ...(link === undefined ? [] : [link]),
  ].join(' · ')
  return `• *${factKinds[fact.kind]}:* ${safe(flat(fact.text), 300)}\n   ${aside}`
}

function tellingWords(fact: FactRow): string {
  const telling = shownTelling(fact)
  const isInternal = telling === 'mentioned_knowingly' && hushed(fact) === 'internal_matter'
  return isInternal ? internalKnowingly : tellings[telling]
}

export const timelineLines = ({ timeline, members }: Pick<ProfileModel, 'timeline' | 'members'>): readonly string[] =>
  together(timeline.map((entry) => timelineLine(entry, members)))

function timelineLine({ kind, at, memberId, text, link }: Interaction, members: ProfileModel['members']): string {
  const who = memberId === undefined ? undefined : members.get(memberId)
  const source = linkTo(link, words.sourceLink)
  return [
    `• ${moment(at)}`,
    `*${interactions[kind].what}*${who === undefined ? '' : ` ${interactions[kind].who(safe(flat(who), 40))}`}`,
    ...(text.trim() === '' ? [] : [safe(flat(text), 110)]),
    ...(source === undefined ? [] : [source]),
  ].join(' · ')
}
