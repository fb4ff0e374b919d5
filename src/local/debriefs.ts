/** What managers wrote about the sample people after their interviews, so that a claim leads to the words that it came from. */
import { permalink } from '../../simulator/permalink.ts'
import type { MessageSeed } from '../../simulator/seed.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { Source } from '../usecases/sample/keep-person.ts'
import { SAMPLE_PEOPLE } from '../usecases/sample/sample-people.ts'
import type { Colleague, SamplePerson } from '../usecases/sample/sample-person.ts'
import { CHANNELS, PEOPLE } from './workspace-seed.ts'

/** Where each manager speaks of those they met; the sales team has no channel for it. */
const HIRING_CHANNELS: { readonly [by in Colleague]?: string } = {
  tom: CHANNELS.hiringSre,
  lucia: CHANNELS.hiringDesign,
}
const OPENINGS = ['What stays with me is', 'I keep thinking of', 'Worth remembering:'] as const

/** All debriefs, for a workspace in which nobody has said anything yet. */
export const debriefs = (): readonly MessageSeed[] =>
  SAMPLE_PEOPLE.flatMap((person) => {
    const debrief = debriefOf(person)
    return debrief === undefined ? [] : [debrief]
  })

/** Where the workspace has what was said of this person; undefined where nobody said anything, or where it was deleted. */
export function sourceOf(simulator: Simulator, person: SamplePerson): Source | undefined {
  const debrief = debriefOf(person)
  if (debrief === undefined) return undefined
  const { by, channel, user, text } = debrief
  const said = simulator
    .as(user)
    .messages(channel)
    .find((message) => message.user === user && message.text === text)
  return said && { by, link: permalink(simulator.workspace.team.domain, said) }
}

function debriefOf({ name, role, facts = [], debrief }: SamplePerson) {
  const noticed = facts.find(({ kind, by }) => kind === 'strength' && HIRING_CHANNELS[by] !== undefined)
  const channel = noticed && HIRING_CHANNELS[noticed.by]
  if (noticed === undefined || channel === undefined) return undefined
  const { by, daysAgo, text } = noticed
  const words = debrief ?? `${OPENINGS[daysAgo % OPENINGS.length]} ${ofThem(text)}.`
  return { by, channel, user: PEOPLE[by].id, daysAgo, text: `Debrief for ${name}, ${role}: ${words}` }
}

/** A strength is noted as it would be told to the person; a colleague hears it about them. */
const ofThem = (text: string): string => text.replace(/\byour\b/g, 'their').replace(/\byou\b/g, 'they')
