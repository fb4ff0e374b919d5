/** What other systems call where things stand with somebody, and what kind of acquaintance they are. */
import type { CandidateKind, Standing } from '../candidate/candidate.ts'
import { fold } from '../shared/text.ts'

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  hired: 'hired|placed|joined|offer accepted|accepted|onboarded|eingestellt|embauche|contratado|aangenomen|assunto',
  declined_offer:
    'declined offer|declined our offer|offer declined|offer rejected|rejected offer|turned down offer|angebot abgelehnt|offre refusee|oferta rechazada',
  withdrew:
    'withdrew|withdrawn|candidate withdrew|withdrawn by candidate|dropped out|pulled out|zuruckgezogen|desiste|retirado|retire',
  told_no:
    'told no|rejected|declined|not selected|unsuccessful|not hired|no|turned down|archived rejected|regret sent|abgelehnt|absage|refuse|rejete|rechazado|rejeitado|recusado|afgewezen|rifiutato|runner up|silver medallist|finalist',
  interviewing:
    'interviewing|still interviewing|interview|in interview|active|in process|in progress|applied|screening|screen|phone screen|onsite|offer|offer sent|im prozess|en cours|en proceso|entrevista',
  not_told: 'not told|not told yet|pending|awaiting decision|to be told|on hold|outcome pending',
}
/** In no process of ours. "New" is none of these: elsewhere it is an application that nobody has looked at. */
const NEVER_APPLIED = new Set('lead|prospect|passive|sourced|never applied|not applied|talent pool|nurture'.split('|'))
const KIND_WORDS: Readonly<Record<CandidateKind, string>> = {
  near_miss: 'near miss|silver medallist|silver medalist|finalist|runner up',
  declined_offer: 'declined our offer|declined offer|offer declined',
  past_applicant: 'past applicant|applicant|applied|bewerber|candidature|candidate',
  passive: 'passive|lead|prospect|sourced|passive candidate',
  pre_assessed: 'pre assessed|assessed|pre screened',
  referral: 'referral|referred|empfehlung|cooptation',
  alumni: 'alumni|alumna|alumnus|former employee|boomerang|ehemalige',
  internal: 'internal|employee|intern staff|current employee',
  freelance: 'freelance|freelancer|contractor|freiberufler|independent',
}

const indexOf = <Code extends string>(words: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> =>
  new Map(
    (Object.entries(words) as [Code, string][]).flatMap(([code, all]) => all.split('|').map((one) => [one, code])),
  )
const standings = indexOf(STANDING_WORDS)
const kinds = indexOf(KIND_WORDS)

const plain = (text: string): string =>
  fold(text.slice(0, 100))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The code of a word of its list, however it is spelt. */
export function wordsFor<Code extends string>(words: Readonly<Record<Code, string>>) {
  const codes = indexOf(words)
  return (text: string): Code | undefined => codes.get(plain(text))
}

/** Of whoever applied here, as the file is imported, nobody knows what a word means that says they never did. */
export function standingOf(text: string, applied: boolean): Standing | undefined {
  const word = plain(text)
  return standings.get(word) ?? (!applied && NEVER_APPLIED.has(word) ? 'withdrew' : undefined)
}
export const kindOf = (text: string): CandidateKind | undefined => kinds.get(plain(text))
