/** The value is the spelling. */
export const SKILL_FORGET = 'skill_forget'
/** On a refusal that does not know a skill; the value is the listing that keeps the query. */
export const SKILL_TEACH = 'skill_teach'
