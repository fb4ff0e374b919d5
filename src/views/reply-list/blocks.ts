/** `/outreach replies`: the answers that wait, each with its first words. */
import type { KnownBlock } from '@slack/types'
import { replyList as words } from '../../domain/shared/words/replies.ts'
import type { ReplyList } from '../../usecases/replies/list-replies.ts'
import { moment, safe, section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat } from '../people-list/person-row.ts'
import { REPLY_SHOW } from '../reply-card/ids.ts'

export function renderReplyList({ rows, more }: ReplyList): { readonly text: string; readonly blocks: KnownBlock[] } {
  if (rows.length === 0) return { text: words.none, blocks: [section(words.none)] }
  return {
    text: words.fallback(rows.length),
    blocks: [
      section(words.heading(rows.length, more)),
      ...rows.flatMap(({ reply, person, owner }): KnownBlock[] => [
        section(
          [
            words.row(safe(flat(person.fullName), 100), moment(reply.receivedAt), owner && safe(owner, 60)),
            `>${safe(flat(reply.text), 200)}`,
          ].join('\n'),
        ),
        {
          type: 'actions',
          block_id: `reply:${reply.id}`,
          elements: [button(REPLY_SHOW, words.show, reply.id), button(OPEN_PERSON, words.open, person.id)],
        },
      ]),
    ],
  }
}
