/** In the DM of whoever was asked; the value is the question's id. */
export const LOOKS_GOOD = 'ask_looks_good'
export const SUGGEST = 'ask_suggest'
export const DECLINE_ASK = 'ask_decline'
export const EDIT_VOICE = 'ask_voice_edit'
/** `<question>:<text that was shown>` */
export const SEND_VOICE = 'ask_voice_send'
/** The message's id. */
export const UNDO_VOICE = 'ask_voice_undo'
/** On the draft's own card; the value is the question's id. */
export const WITHDRAW_ASK = 'ask_withdraw'

export const voiceValue = (askId: string, revisionId: string): string => `${askId}:${revisionId}`
export function readVoiceValue(value: string): { readonly askId: string; readonly revisionId: string } {
  const [askId = '', revisionId = ''] = value.split(':')
  return { askId, revisionId }
}
