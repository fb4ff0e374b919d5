/** *Not sure it arrived*: what is known, the Message-ID to look for, and the three answers that a person can give. */
import type { Button, KnownBlock } from '@slack/types'
import { isGivenUp, type SendAction } from '../../domain/outreach/send.ts'
import { sendActions } from '../../domain/shared/words/outreach.ts'
import { doubtWords } from '../../domain/shared/words/posts.ts'
import type { SendCardModel } from '../../usecases/outreach/load-send-card.ts'
import { plain } from '../form-fields.ts'
import { moment, safe, section, small } from '../mrkdwn.ts'

export const IN_DOUBT_ACTIONS = {
  it_arrived: 'in_doubt_it_arrived',
  send_again: 'in_doubt_send_again',
  give_up: 'in_doubt_give_up',
} as const satisfies Partial<Record<SendAction, string>>

export function renderInDoubtCard(model: SendCardModel): { readonly blocks: KnownBlock[]; readonly text: string } {
  const { send, who, begunAt, lateAnswer } = model
  const blocks: KnownBlock[] = [
    section(`*${doubtWords.title}*\n${doubtWords.text(safe(who, 300), moment(begunAt))}`),
    section(doubtWords.whatToDo(safe(send.messageId.replace(/^<|>$/g, ''), 500))),
    ...(lateAnswer === undefined ? [] : [small(doubtWords.lateAnswer(lateAnswer === 'accepted'))]),
    send.state === 'in_doubt' ? buttons(model) : small(outcome(model)),
  ]
  return { blocks, text: doubtWords.title }
}

const outcome = ({ send, resolvedBy }: SendCardModel): string =>
  doubtWords.resolved(
    isGivenUp(send) ? 'given_up' : send.state,
    resolvedBy === undefined ? undefined : `<@${resolvedBy}>`,
    send.resolvedAt === undefined ? '' : moment(send.resolvedAt),
  )

function buttons({ send }: SendCardModel): KnownBlock {
  const button = (action: keyof typeof IN_DOUBT_ACTIONS): Button => ({
    type: 'button',
    action_id: IN_DOUBT_ACTIONS[action],
    text: plain(sendActions[action]),
    value: send.id,
  })
  const { title, text, confirm, deny } = doubtWords.confirmAgain
  return {
    type: 'actions',
    block_id: 'in_doubt',
    elements: [
      button('it_arrived'),
      {
        ...button('send_again'),
        confirm: { title: plain(title), text: plain(text), confirm: plain(confirm), deny: plain(deny) },
      },
      button('give_up'),
    ],
  }
}
