/** The headings of a role's text, and what stands under them. */
import { findSkills } from '../pool/skills.ts'
import { type LineTopic, NICE, NOT_NEEDED, OURS } from './line-topic.ts'
import { headTopicAbroad } from './topics-abroad.ts'

export type Heading = { readonly topic: LineTopic; readonly rest: string; readonly listed?: boolean }

const LONGEST_HEADING = 60
const MOST_WORDS = 7
const MUST =
  /\b(?:must(?:[- ]haves?)?|required|requirements?|requires?|essential|mandatory|minimum|you (?:need|have|bring|know|master)|you'll (?:need|have|bring)|need(?:s|ed)? to (?:have|know)|qualifications?|proficien(?:t|cy)|(?:strong|solid|deep|proven|hands-on|extensive|expert) (?:\w+ )?(?:experience|knowledge|skills?|understanding|background)|expertise|experience (?:with|in)|anforderungen)\b/i
const YOU =
  /\b(?:(?:your|candidate|ideal|required) profile|about you|who you are|what you bring|what (?:we(?:'re| are)? look(?:ing)? for|we (?:expect|need|want|ask))|who we(?:'re| are)? (?:look(?:ing)?|search(?:ing)?|seek(?:ing)?|need|want)(?: for)?|(?:ideal|perfect|right|successful) (?:candidate|person)|person specification|skills (?:and|&) (?:experience|qualifications)|(?:technical|key|core|relevant) (?:skills|experience|competenc(?:ies|es))|(?:dein|ihr) profil)\b|^(?:(?:we(?:'re| are) )?looking for|you are|you're|you|(?:work )?experience|skills|profile|profil|competenc(?:ies|es))\W*$/i
const LISTED =
  /\b(?:skills|tech(?:nology)? stack|stack|technologies|tools|tech|programming languages|kenntnisse|technologien|compétences|langages)\b/i
/** What the company works with is not yet what it asks for. */
const OUR_STACK = /^(?:our|the|current)\b.*\b(?:stack|technologies|tools|tech)\b|\bwe (?:use|work with)\b/i
const WORK =
  /\b(?:responsibilities|duties|what you(?:'ll| will) (?:do|be doing)|in this role|you will|the (?:role|job|position)|(?:job|role) (?:description|overview|summary|purpose)|your (?:role|tasks|mission)|tasks|day[- ]to[- ]day|a day in|about the (?:role|job|position)|(?:deine|ihre) aufgaben)\b/i
const OURS_TOO =
  /\b(?:in it for you|in return|our (?:values|culture|story|mission|benefits)|why you'll|life at|(?:interview|hiring|recruit(?:ment|ing)|selection|application)s? (?:process|steps?|stages?|procedure)|what happens next|next steps|how we (?:hire|interview|work))\b/i
/** The whole line is one, also where a skill is called so: "Compensation & benefits". */
const PAY =
  /^(?:(?:our|the|your|total) )?(?:compensation|salary|pay|remuneration|package|comp|ote|apply|contact)(?: (?:range|band|details|package|(?:and|&) benefits))?\W*$/i
const NICE_TOO = /^(?:should|could)[- ]haves?\b/i
/** A heading below that of the section, which goes on. */
const BELOW =
  /^(?:education|certifications?|languages?|(?:soft|hard|other|additional|personal) (?:skills|requirements|qualities)|technical|technology|leadership|tools|technologies|tech(?:nology)?(?: stack)?|stack|general|other)\W*$/i

/** "Must have:", "Nice to have: Rust", "What you bring". What stands behind its colon is a line of its own. */
export function headingOf(line: string, bullet: boolean): Heading | undefined {
  const [, head = line, rest = ''] = /^([^:]{2,60}):\s*(.*)$/s.exec(line) ?? []
  const colon = head !== line
  if (!(colon || (!bullet && isShort(line))) || head.split(/\s+/).length > MOST_WORDS) return undefined
  // "Kafka would be a plus" says something itself, and "No degree required" speaks of a degree alone: neither is a heading.
  if (NOT_NEEDED.test(head) || (!colon && !PAY.test(line) && saysSomething(line))) return undefined
  if (OURS.test(head) || OURS_TOO.test(head) || PAY.test(head)) return { topic: 'neither', rest }
  if (NICE.test(head) || NICE_TOO.test(head)) return { topic: 'nice', rest }
  const abroad = headTopicAbroad(head)
  if (abroad === 'neither' || abroad === 'nice') return { topic: abroad, rest }
  if (colon && OUR_STACK.test(head)) return { topic: 'unsaid', rest, listed: true }
  if (LISTED.test(head) && rest !== '') return { topic: 'must', rest, listed: true }
  if (MUST.test(head) || YOU.test(head) || abroad === 'must') return { topic: 'must', rest }
  if (LISTED.test(head) && colon) return { topic: 'must', rest, listed: true }
  if (WORK.test(head) || abroad === 'unsaid') return { topic: 'unsaid', rest }
  return undefined
}

/** Whether a line stands there as headings do, whatever its words. */
export const looksLikeHeading = (line: string): boolean =>
  /^\p{Lu}/u.test(line) &&
  isShort(line.replace(/:$/, '')) &&
  line.split(/\s+/).length <= MOST_WORDS &&
  !/^[^:]*:\s*\S/.test(line) &&
  !saysSomething(line) &&
  !BELOW.test(line) &&
  !/\b(?:are|was|were|has|have|we|our|us)\b/i.test(line)

const isShort = (line: string): boolean => line.length <= LONGEST_HEADING && !/[.,;]/.test(line)
const saysSomething = (line: string): boolean =>
  findSkills(line).length > 0 ||
  /\b(?:would|is|(?<!you )will)\b|\d\s?\+?\s?(?:years?|yrs?|jahre?n?|ans|años)/i.test(line)
