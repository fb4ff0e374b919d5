/** Levels as people write them, alone ("sr.") and inside a job title ("Senior SRE", "VP of Sales"). */
import { fold } from '../shared/text.ts'
import type { Seniority } from './candidate.ts'

const SPELLINGS: Readonly<Record<Seniority, string>> = {
  intern: 'internship|trainee|apprentice|working student',
  junior: 'jr|jnr|entry level|entry|graduate|associate',
  mid: 'mid level|midlevel|middle|intermediate|mid senior|medior',
  senior: 'sr|snr',
  staff: '',
  principal: '',
  lead: 'team lead|tech lead',
  manager: 'mgr|people manager',
  director: 'head|head of',
  executive: 'exec|vp|svp|evp|vice president|c level|chief|ceo|cto|cfo|coo|cmo|cpo|cro|cio|ciso',
}
const bySpelling = new Map<string, Seniority>()
for (const [level, spellings] of Object.entries(SPELLINGS) as [Seniority, string][]) {
  for (const text of [level, ...spellings.split('|')]) if (text !== '') bySpelling.set(text, level)
}

const spelling = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The level that the whole text names. */
export const seniorityWord = (text: string): Seniority | undefined =>
  text.length > 40 ? undefined : bySpelling.get(spelling(text))

/** The level in a job title; `undefined` where it names none: a product manager or an account executive may be of any level. */
export function seniorityOf(title: string): Seniority | undefined {
  const words = spelling(title.slice(0, 300))
  if (/\bchief of staff\b/.test(words)) return undefined
  const named = words
    .replace(
      /\b(product|project|program|programme|account|community|office|case|brand|customer success|success) managers?\b/g,
      ' ',
    )
    .replace(/\b(account|sales|marketing|recruitment) executives?\b/g, ' ')
    .replace(/\b(lead generation|lead gen|art director|creative director|associate director)\b/g, (text) =>
      text.endsWith('director') ? ' director ' : ' ',
    )
  if (/\b(vp|svp|evp|vice president|chief|c[etfomrip]o|ciso)\b/.test(named)) return 'executive'
  if (/\b(director|head of|head)\b/.test(named)) return 'director'
  if (/\b(manager|mgr)\b/.test(named)) return 'manager'
  if (/\bprincipal\b/.test(named)) return 'principal'
  if (/\bstaff\b/.test(named)) return 'staff'
  if (/\blead\b/.test(named)) return 'lead'
  if (/\b(senior|sr|snr)\b/.test(named)) return 'senior'
  if (/\b(mid|mid level|midlevel|medior|intermediate)\b/.test(named)) return 'mid'
  if (/\b(junior|jr|jnr|entry level|graduate)\b/.test(named)) return 'junior'
  if (/\b(intern|internship|trainee|apprentice|working student)\b/.test(named)) return 'intern'
  return undefined
}
