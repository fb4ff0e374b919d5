/** The forms around *Ask a colleague…*. */
export const ASK_MODAL = 'draft_ask_modal'
export const ASK_WHOM = 'ask_whom'
export const ASK_KIND = 'ask_kind'
export const ASK_QUESTION = 'ask_question'
/** The metadata is the question's id. */
export const SUGGEST_MODAL = 'ask_suggest_modal'
export const SUGGESTION = 'ask_suggestion'
/** The metadata is `<question>:<text that was shown>`. */
export const VOICE_MODAL = 'ask_voice_modal'
export const VOICE_SUBJECT = 'voice_subject'
export const VOICE_BODY = 'voice_body'
