/** What the relationship owner hears when the candidate has answered "May I stay in touch?". */
import type { KnownBlock } from '@slack/types'
import { dayInWords } from '../../domain/shared/words/day.ts'
import { stayAnswer as words } from '../../domain/shared/words/keep-door.ts'
import type { ShownStay } from '../../usecases/outreach/stay-in-touch.ts'
import { safe, section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'

export function renderStayAnswer({ person, answer }: ShownStay): {
  readonly blocks: KnownBlock[]
  readonly text: string
} {
  const who = safe(person.fullName, 1000)
  const said = answer.kind === 'yes' ? words.yes(who, dayInWords(answer.nextTouch)) : words.no(who)
  return {
    blocks: [section(said), { type: 'actions', elements: [button(OPEN_PERSON, words.open, person.id)] }],
    text: words.fallback,
  }
}
