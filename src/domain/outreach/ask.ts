/** What a colleague can be asked about a draft: `look`, read it and say what you think; `own_voice`, say it in your own name and words. */
export const ASK_KINDS = ['look', 'own_voice'] as const
export type AskKind = (typeof ASK_KINDS)[number]
/** `declined` by whoever was asked, `withdrawn` by whoever asked. */
export type AskState = 'asked' | 'answered' | 'declined' | 'withdrawn'
