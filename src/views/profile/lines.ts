/** What we know and what happened, a line each. */
import { interactionKinds, profile as words } from '../../domain/shared/words/find.ts'
import { factKinds, tellings } from '../../domain/shared/words/outreach.ts'
import type { ProfileModel } from '../../usecases/find/read-profile.ts'
import type { FactRow, Interaction } from '../../usecases/ports/candidates.ts'
import { moment, safe } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'

/** Several share a section, which holds 3,000 characters. */
const IN_ONE_SECTION = 5
/** A permalink of Slack has about a hundred characters. */
const LONGEST_LINK = 160

/** What stands among the fields above as well comes last. */
const IN_FIELDS: ReadonlySet<string> = new Set(['skill', 'role', 'location', 'wish', 'reason'])

export function factLines(
  { facts, members }: Pick<ProfileModel, 'facts' | 'members'>,
  most: number,
): readonly string[] {
  const told = facts.filter(({ kind }) => !IN_FIELDS.has(kind))
  const inFields = facts.filter(({ kind }) => IN_FIELDS.has(kind))
  return together([...told, ...inFields].slice(0, most).map((fact) => factLine(fact, members)))
}

function together(lines: readonly string[]): readonly string[] {
  return Array.from({ length: Math.ceil(lines.length / IN_ONE_SECTION) }, (_, at) =>
    lines.slice(at * IN_ONE_SECTION, (at + 1) * IN_ONE_SECTION).join('\n'),
  )
}

function factLine(fact: FactRow, members: ProfileModel['members']): string {
  const author = fact.authorId === undefined ? undefined : members.get(fact.authorId)
  const link = linked(fact.sourceLink)
  const aside = [
    `*${tellings[fact.telling]}*`,
    ...(author === undefined ? [] : [words.by(safe(flat(author), 60))]),
    ...(link === undefined ? [] : [link]),
  ].join(' · ')
  return `• *${factKinds[fact.kind]}:* ${safe(flat(fact.text), 300)}\n   ${aside}`
}

export const timelineLines = ({ timeline, members }: Pick<ProfileModel, 'timeline' | 'members'>): readonly string[] =>
  together(timeline.map((entry) => timelineLine(entry, members)))

function timelineLine({ kind, at, memberId, text, link }: Interaction, members: ProfileModel['members']): string {
  const who = memberId === undefined ? undefined : members.get(memberId)
  const source = linked(link)
  return [
    `• ${moment(at)}`,
    `*${interactionKinds[kind]}*${who === undefined ? '' : ` ${words.by(safe(flat(who), 40))}`}`,
    ...(text.trim() === '' ? [] : [safe(flat(text), 110)]),
    ...(source === undefined ? [] : [source]),
  ].join(' · ')
}

/** A link to a web page and nothing else; what would end it inside Slack's markup is encoded. */
function linked(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const inert = href.replace(/[|<>\s]/g, encodeURIComponent).replace(/&/g, '&amp;')
  return inert.length > LONGEST_LINK ? undefined : `<${inert}|${words.sourceLink}>`
}
