/** Whom somebody may have meant: a list to choose from, or those whose names come nearest. */
import type { KnownBlock } from '@slack/types'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { catchUp } from '../../domain/shared/words/catch-up.ts'
import { list } from '../../domain/shared/words/find.ts'
import { choose } from '../../domain/shared/words/profile.ts'
import type { FoundPerson } from '../../usecases/find/find-person.ts'
import { OPEN_CATCH_UP } from '../catch-up/ids.ts'
import { mrkdwn, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { type Beholder, flat, personLines } from '../people-list/person-row.ts'

/** Opens the form for a new silver medallist, filled in with what was asked for. */
export const ADD_PERSON = 'choose_add_person'

export function renderChoice(
  found: Exclude<FoundPerson, { kind: 'one' }>,
  asked: string,
  beholder: Beholder,
  catchesUp = false,
): Drawn {
  const name = safe(flat(asked), 200)
  const people = found.kind === 'several' ? found.people : found.nearest
  const add: KnownBlock = {
    type: 'actions',
    block_id: 'choose',
    elements: [button(ADD_PERSON, choose.add, flat(asked).slice(0, 200) || '-')],
  }
  const blocks: KnownBlock[] = [
    section(found.kind === 'several' ? choose.several(name) : choose.none(name)),
    ...(found.kind === 'none' && people.length > 0 ? [section(choose.near)] : []),
    ...people.map((person) => personChoice(person, beholder, catchesUp)),
    ...(found.kind === 'several' && found.more ? [small(choose.more)] : []),
    ...(found.kind === 'none' ? [add] : []),
  ]
  return { text: choose.fallback, blocks }
}

const personChoice = (person: Candidate, beholder: Beholder, catchesUp: boolean): KnownBlock => ({
  type: 'section',
  block_id: `choice:${person.id}`,
  text: mrkdwn(personLines(person, beholder)),
  accessory: catchesUp ? button(OPEN_CATCH_UP, catchUp.title, person.id) : button(OPEN_PERSON, list.open, person.id),
})
