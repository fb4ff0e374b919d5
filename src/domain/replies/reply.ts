/** What a recruiter makes of a reply, and what follows from it. */

/** `waiting`: nobody has said yet what it means. */
export const REPLY_DECISIONS = ['interested', 'later', 'not_interested', 'wrong_person'] as const
export type ReplyDecision = (typeof REPLY_DECISIONS)[number]
/** `done`: answered otherwise, such as by a reply that came after it. */
export type ReplyState = 'waiting' | ReplyDecision | 'done'

/** Of the text that they wrote, and of the whole message with what it quotes. A candidate writes a page, not a book. */
export const REPLY_TEXT_MAX = 8_000
export const REPLY_ORIGINAL_MAX = 20_000
