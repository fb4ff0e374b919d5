import type { Json } from '../json.ts'

/** Refuses a view that Slack would refuse. */
export function checkView(_view: Json): void {}

/** Refuses blocks of a message that Slack would refuse. */
export function checkMessageBlocks(_blocks: unknown): void {}

/** Refuses an answer to `block_suggestion` that Slack would refuse. */
export function checkOptions(_answer: Json): void {}
