/** *Ask to take over*: the question in the colleague's DM, and the answer in the asker's. */
import type { KnownBlock } from '@slack/types'
import { takeOver as words } from '../../domain/shared/words/take-over.ts'
import type { TakeOverModel } from '../../usecases/owners/take-over.ts'
import type { Member } from '../../usecases/ports/workspace.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { AGREE_TAKE_OVER, DECLINE_TAKE_OVER } from './ids.ts'

const mention = (member: Member | undefined): string => (member === undefined ? '' : `<@${member.slackUserId}>`)

export function renderTakeOverAsk({ ask, who, askedBy }: TakeOverModel): Drawn {
  const name = safe(flat(who), 300)
  const asker = mention(askedBy)
  const blocks: KnownBlock[] =
    ask.state === 'asked'
      ? [
          section(words.ask(asker, name)),
          small(words.what),
          {
            type: 'actions',
            elements: [
              { ...button(AGREE_TAKE_OVER, words.agree, ask.id), style: 'primary' },
              button(DECLINE_TAKE_OVER, words.decline, ask.id),
            ],
          },
        ]
      : [section(ask.state === 'declined' ? words.declined(asker, name) : words.agreed(asker, name))]
  return { text: words.fallback, blocks }
}

export function renderTakeOverAnswer({ ask, who, askedOf }: TakeOverModel): Drawn {
  const say = ask.state === 'declined' ? words.toAsker.declined : words.toAsker.agreed
  return { text: words.fallbackAnswer, blocks: [section(say(mention(askedOf), safe(flat(who), 300)))] }
}
