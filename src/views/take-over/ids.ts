/** Under the question in a colleague's DM; the value is the question's id. */
export const AGREE_TAKE_OVER = 'take_over_agree'
export const DECLINE_TAKE_OVER = 'take_over_decline'
