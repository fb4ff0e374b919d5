/** Identifiers are UUIDv7 strings, branded per kind so that a draft's id never stands where a send's is meant. */
declare const kind: unique symbol
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type WorkspaceId = Id<'workspace'>
export type MemberId = Id<'member'>
export type CandidateId = Id<'candidate'>
export type ContactId = Id<'contact'>
export type NearMissId = Id<'near_miss'>
export type FlagOfferId = Id<'flag_offer'>
export type FactId = Id<'fact'>
export type InteractionId = Id<'interaction'>
export type PoolId = Id<'pool'>
export type JobId = Id<'job'>
export type HireId = Id<'hire'>
export type MatchRunId = Id<'match_run'>
export type ReplyId = Id<'reply'>
export type FileImportId = Id<'file_import'>
export type PermissionId = Id<'permission'>
export type DraftId = Id<'draft'>
export type RevisionId = Id<'draft_revision'>
export type DraftAskId = Id<'draft_ask'>
export type SendId = Id<'send'>
export type HandOverId = Id<'hand_over'>
export type TakeOverId = Id<'take_over'>
export type WatchId = Id<'watch'>
export type SlackPostId = Id<'slack_post'>

/** Makes a new identifier; injected, so that tests can count. */
export type NewId = <Kind extends string>() => Id<Kind>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Trusts `text` as an id where it comes from our own rows; `undefined` where it is not even a UUID (a forged button value). */
export function asId<Kind extends string>(text: string): Id<Kind> | undefined {
  return UUID.test(text) ? (text as Id<Kind>) : undefined
}
