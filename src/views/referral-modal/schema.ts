import { type Answers, answer, ticked } from '../form-fields.ts'

export const REFERRAL_MODAL = 'referral_modal'
export const REFERRAL_BLOCKS = {
  fullName: 'referral_full_name',
  role: 'referral_role',
  email: 'referral_email',
  relation: 'referral_relation',
  knowsOfIt: 'referral_knows',
  evidence: 'referral_evidence',
  quotable: 'referral_quotable',
  keep: 'referral_keep',
} as const

/** Under news of a referral; the value is the referral's id. */
export const MUTE_REFERRAL = 'referral_mute'
export const UNMUTE_REFERRAL = 'referral_unmute'

/** What was typed; the use case judges it. */
export const referralEntry = (answers: Answers) => ({
  fullName: answer(answers, REFERRAL_BLOCKS.fullName) ?? '',
  role: answer(answers, REFERRAL_BLOCKS.role) ?? '',
  email: answer(answers, REFERRAL_BLOCKS.email) ?? '',
  relation: answer(answers, REFERRAL_BLOCKS.relation) ?? '',
  knowsOfIt: answer(answers, REFERRAL_BLOCKS.knowsOfIt) === 'yes',
  evidence: answer(answers, REFERRAL_BLOCKS.evidence) ?? '',
  quotable: ticked(answers, REFERRAL_BLOCKS.quotable),
  keepWords: ticked(answers, REFERRAL_BLOCKS.keep),
})
