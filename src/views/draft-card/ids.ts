/** Names in the card's payload; `block_id`s and values carry which draft and which of its texts the person was looking at. */
export const APPROVE = 'draft_approve'
export const EDIT = 'draft_edit'
export const REJECT = 'draft_reject'
export const UNDO = 'send_undo'
export const SCHEDULE = 'draft_schedule'
/** The menu behind the buttons; each choice is `<act>:<draft id>`, since Slack takes 75 characters there. */
export const DRAFT_MORE = 'draft_more'
export const DRAFT_MORE_ACTS = ['regenerate', 'ask', 'preview'] as const
export type DraftMoreAct = (typeof DRAFT_MORE_ACTS)[number]
export const NEXT_ACT = 'draft_next_act'
/** In the queue and on Home; the value is the draft's id. */
export const OPEN_DRAFT = 'draft_open'
/** Also on rows of people and on profiles; the value is the person's id. */
export const DRAFT_FOR_PERSON = 'draft_for_person'
/** On profiles and in confirmations; the value is the person's id. */
export const MARK_AS_TOLD = 'mark_as_told'
/** On the facts of a profile; the value is `<fact id>:<telling>`. */
export const FACT_TELLING = 'fact_telling'

export const moreValue = (act: DraftMoreAct, draftId: string): string => `${act}:${draftId}`
export function readMore(value: string): { readonly act: DraftMoreAct | undefined; readonly draftId: string } {
  const [given, draftId = ''] = value.split(':')
  return { act: DRAFT_MORE_ACTS.find((one) => one === given), draftId }
}

export type CardRef = { readonly draftId: string; readonly revisionId: string }

export const cardValue = ({ draftId, revisionId }: CardRef): string => `${draftId}:${revisionId}`
/** Whatever a forged value holds goes to the use case, which refuses it. */
export function readCardValue(value: string): CardRef {
  const [draftId = '', revisionId = ''] = value.split(':')
  return { draftId, revisionId }
}
