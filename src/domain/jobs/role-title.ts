/** The title of a role's text: which of its first lines it is, and what of that line. */
import { functionOf } from '../candidate/job-function.ts'
import { isTitle } from '../candidate/job-title.ts'
import { seniorityOf } from '../candidate/seniority.ts'

const BEFORE =
  /^(?:(?:(?:job|position) )?(?:title|role|position|vacancy|description|opening)\s*:\s*|(?:we(?:'re| are) (?:now )?(?:hiring|looking for|seeking|recruiting)|hiring(?!\s+(?:manager\b|(?:coordinator|lead|partner|specialist)\s*(?:[,(|·•/-]|$)))|wanted|now hiring|join us as|looking for|wir suchen|gesucht|nous recherchons)\s*:?\s*(?:an?|our next|our first|the|eine?n?|une?)?\s+)/i
/** "(m/w/d)", "(H/F)", "(all genders)": said to be open to everybody. */
const EVERYBODY = /\s*[([](?:[mfwdxhi](?:\s?[/|*]\s?[mfwdxhi])+|all genders?|gn\*?|div\.?)[)\]]/gi
const AMOUNT = String.raw`[£€$]\s?\d[\d.,]*\s?k?|\d[\d.,]*\s?k?\s?(?:[£€$]|(?:eur|gbp|usd|chf)\b)|\d{2,3}k\b`
const PAY = new RegExp(
  String.raw`(?:^|[\s([])(?:${AMOUNT})(?:\s*(?:-|to)\s*(?:${AMOUNT}|\d[\d.,]*k?))?(?:\s*(?:per annum|per year|p\.?a\.?|/\s?(?:yr|year)))?(?:\s*\+\s*(?:equity|bonus|benefits))?[)\]]?(?=[\s,;|)]|$)`,
  'giu',
)

/** "We are hiring a Senior SRE", "[Remote] Senior SRE @ Acme (€90k)" and "Job title: Senior SRE" are titles with something around them. */
export const titleLine = (line: string): string =>
  line
    .replace(BEFORE, '')
    .replace(EVERYBODY, '')
    .replace(PAY, ' ')
    .replace(/^\[([^\]]+)\]\s*(.+)$/s, '$2 ($1)')
    .replace(/\s@\s+/g, ' at ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** So many lines may stand before it. */
const MOST_BEFORE = 3
const LONGEST = 90
const MOST_WORDS = 10
const BOILERPLATE =
  /^(?:(?:full |the )?(?:job|role|position|vacancy)(?: (?:description|posting|ad|advert(?:isement)?|opening|details|overview))?|(?:about|apply for) (?:the|this) (?:job|role|position)|(?:we(?:'re| are)|now) hiring|hiring|vacanc(?:y|ies)|careers?|open (?:role|position)|apply now|join (?:us|our team)|stellen(?:anzeige|ausschreibung|angebot|beschreibung)|offre d'emploi|fiche de poste|oferta de (?:empleo|trabajo))\W*$/i
const COMPANY =
  /\b(?:inc|ltd|limited|llc|gmbh|ag|se|kg|sas|sarl|bv|plc|corp(?:oration)?|company|group|pty|s\.?a|b\.?v|s\.?l)\.?$/i

/** Which of the first lines is the title: not "Acme Inc." nor "Job Description" where a job's name stands below. */
export function titleAt(lines: readonly string[]): number {
  const [first, ...rest] = lines
  if (first === undefined) return 0
  const isNone = BOILERPLATE.test(first) || COMPANY.test(first)
  if (!isNone && namesJob(first)) return 0
  const behind = rest.slice(0, MOST_BEFORE).findIndex((line) => (isNone ? namesJob(line) : isPlainTitle(line)))
  return behind + 1
}

function namesJob(line: string): boolean {
  const title = titleLine(line)
  if (title.length > LONGEST || title.split(' ').length > MOST_WORDS || /[.!?:]$|:\s/.test(title)) return false
  return functionOf(title) !== undefined || seniorityOf(title) !== undefined
}

const isPlainTitle = (line: string): boolean => isTitle((titleLine(line).split(/\s*(?:[,(|·•]|\s-\s)/)[0] ?? '').trim())
