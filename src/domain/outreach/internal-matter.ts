/**
 * Whether a text speaks of what stays with us: pay, and why or how we decided. Such things are said in wishes and advice too. Words have
 * second meanings ("pay attention", "error rates", "a saga's compensation", "10k users"), so the rules look for pay and decisions, not words.
 */
import { canonicalSkill } from '../pool/skills.ts'
import type { FactKind } from './fact.ts'

/** Of these nobody is paid. */
const COUNTED =
  'users?|requests?|rps|qps|people|lines?|customers?|commits?|servers?|nodes?|stars?|events?|messages?|pods?|hosts?|devices?|clients?|members?|runs?|race|rows?|records?|orders?|tests?|deploys?|a second|per second|concurrent|daily|monthly'
/** "95-100k" and "60,000 to 70,000" begin so. */
const FROM = '(?:[£$€]?\\b\\d{2,3}(?:[.,]?\\d{3})?\\s?k?\\s?(?:[-–—]|to|and)\\s?)?'
const MONEY = '(?:[£$€]|\\b(?:CHF|EUR|GBP|USD|SEK|NOK|DKK|PLN))'
const FIGURE = `(?:${MONEY}\\s?\\d[\\d.,]*\\s?k?|\\b\\d{2,3}(?:[.,]\\d)?\\s?k)\\b(?!\\s+(?:\\w+\\s+)?(?:${COUNTED})\\b)`
/** "95,000" and "95000" are sums only with nothing behind them that they count. */
const NOTHING_COUNTED = `(?![.,]?\\d|\\s?%|\\w|\\+?\\s+(?:\\w+\\s+)?(?:${COUNTED})\\b|\\s+(?:of|percent|uptime|staff|(?:an?|per) (?:night|day|hour|minute)|(?!(?:plus|gross|bonus|euros|pounds|dollars|francs|as|is|was)\\b)[a-z]+s)\\b)`
const NO_NUMBER_OF = '(?<![\\w.,]|\\b(?:ISO|IEC|RFC|DIN|EN)[ -])'
const PLAIN = `${NO_NUMBER_OF}\\d{2,3}[.,'’ ]?\\d{3}${NOTHING_COUNTED}`
/** Where nothing else speaks of pay, "10115 Berlin" is a place and "95000" a sum. */
const ROUND = `${NO_NUMBER_OF}(?:\\d{2,3}(?:[.,'’]\\d{3}| 000)|\\d{3,4}[05]0)${NOTHING_COUNTED}`
const ASKED =
  '(?:asks?(?: for)?|asked(?: for)?|wants?|wanted|expect(?:s|ed|ing)?|needs?|at least|minimum|min|base|earns?|earned|paid|currently on|is on)'

const PAY: readonly RegExp[] = [
  /\b(?:salar(?:y|ies)|remuneration|wages)\b/i,
  /\b(?:total|better|more|higher|fair|annual) compensation\b|\bcompensation (?:package|expectations?|band|range)\b/i,
  /\b(?:better|higher|lower|low|base|equal|good|fair|her|his|their|your|about|over|current|our|expected) pay\b(?!\s*(?:attention|off|down|back|ments?|for))/i,
  /\b(?:more|less) pay\b|\bpay (?:rise|raise|cut|band|range|expectations?|gap|scale|grade|package|her|him|them)\b/i,
  /\b(?:under|over|well|badly|poorly|highly|better|best)[- ]?paid\b(?! (?:attention|off|down|back|for|invoices?|bills?|tax(?:es)?|claims?)\b)/i,
  /\b(?:day|daily|hourly|weekly|monthly) rates?\b(?! (?:limit|of [a-z]))/i,
  /\bbonus(?:es)? of (?:\w+ ){0,2}[£$€]?\d(?!\d* points?\b)|\d\s?% bonus\b/i,
  /\b(?:pays?|paid|paying) (?:her |him |them |you )?(?:too |so |much )?(?:more|less|better|well|enough|little|badly)\b/i,
  /\b(?:sign(?:ing|[- ]on)|annual|yearly|guaranteed|bigger|cash) bonus(?:es)?\b|\b(?:stock|share) options\b|\bRSUs?\b/i,
  new RegExp(`\\b${ASKED} (?:\\w+ ){0,3}${FROM}(?:${FIGURE}|${PLAIN})`, 'i'),
  new RegExp(`${FIGURE},? (?:base|gross|net|package|p\\.?a\\b|a year|per (?:year|annum)|or more|plus|minimum)`, 'i'),
  /\b\d{2,3}(?:[.,]?\d{3}|k) ?(?:£|€|gbp|eur|euros?|usd|dollars|pounds|base|gross|net|p\.?a\b|a year|per (?:year|annum))/i,
]
/** An offer that a shop makes, or somebody who offers a hand, is no offer of a job. */
const NOT_OURS =
  '(?! (?:pages?|process|flow|site|service|engine|system|feature|of (?:help|advice|support)|to (?:help|mentor|meet|chat|talk|call|review|pair|teach|speak))\\b)'
/** In a wish, a promise or an advice a sum and money are pay; a strength may have saved some. */
const SUM: readonly RegExp[] = [
  new RegExp(`${FIGURE}|${ROUND}`, 'i'),
  new RegExp(`\\b(?:an|the|another) offer\\b${NOT_OURS}`, 'i'),
  /\b(?:more|better|enough|the same|less) money\b/i,
  /(?<!\b(?:health|social|gender|racial|brand|private) )\bequity\b(?! (?:research|trading|team|markets?|work))/i,
]

const NOT_TAKEN =
  'hired|selected|chosen|picked|taken(?! (?:in|aback|by surprise)\\b)|offered|shortlisted|accepted|successful'
const PASSED = `(?:reject(?:ed)?|turned down|declined|not (?:${NOT_TAKEN})|passed over|unsuccessful)`
/** "Her plan" may be turned down and told; she may not. */
const WHOM =
  '(?:(?:her|the candidates?)\\b(?! (?:\\w+ )?(?:advice|plan|design|idea|proposal|solution|draft|change|patch|code|suggestion|approach|paper|talk|pitch|answer|pull request)s?\\b)|him\\b|them\\b|you\\b)'
const DECIDERS =
  '(?:we|they|(?:panel|committee|board|jury|team|managers?|interviewers?|founders?|directors?|leads?|client|company|leadership))'
const NEVER = "(?:(?:did|do|will|would|could|can) ?(?:not|n[’']t)|won[’']t|can[’']t|never)"
const DECISION: readonly RegExp[] = [
  /\bwhy we (?:said no|say no|declined|passed(?! (?:the|an?|our|every|all) (?!candidate))|rejected|turned (?:her|him|them|you)|did(?:n['’]t| not) (?:hire|take|go(?! live\b)|offer|move)|(?:went with|chose|took|hired) (?:somebody|someone|another|the other))\b/i,
  /\bwe (?:said no|reject(?:ed)? (?:her|him|them|you)|turned (?:her|him|them|you) down|passed on (?:her|him|them|you)|did(?:n['’]t| not) hire)\b/i,
  new RegExp(`\\b${DECIDERS} (?:\\w+ )?(?:reject(?:ed|s)?|(?:decided|voted) against|pass(?:ed)? on|said no to|turned down|declined) ${WHOM}`, 'i'),
  new RegExp(`\\b${DECIDERS} (?:\\w+ )?turned (?:her|him|them|you|the candidates?) (?:down|away)\\b`, 'i'),
  new RegExp(`\\bwe (?:${NEVER} (?:hire|employ|take ${WHOM}|offer(?! (?:to|help)\\b))|decided (?:not to (?:hire|take (?:her|him|them|you)|offer)|against hiring))\\b`, 'i'),
  /\bwe (?:went with|chose|hired|preferred|picked|took) (?:somebody|someone|another (?:candidate|person|finalist)|the other|a cheaper)\b/i,
  new RegExp(`\\b(?:than|what|as) (?:we|you|they) (?:\\w+ )?offer(?:ed)?\\b(?! (?:to|help)\\b)|\\b(?:our|counter-?|competing|job|(?:accept(?:s|ed)?|declined|refused|rejected|turned down|made|got|received|withdrew) (?:her |him |them |you )?(?:an?|the|another|her|his|their|your)) ?offer\\b${NOT_OURS}`, 'i'),
  /\boffer(?:s|ed|ing)? (?:(?:her|him|them|you) )?(?:the|an?|another|this|that) (?:\w+ )?(?:job|role|position|contract)\b(?! (?:play|model|queue|runner|tests?|tool)\b)/i,
  new RegExp(`\\b(?:she|he|they|you|candidates?)(?:['’]s| is| was| were| got| has been| have been) (?:\\w+ )?${PASSED}\\b`, 'i'),
  new RegExp(`\\b(?:she|he|they|you|candidates?) (?:is|was|are|were)n['’]t (?:${NOT_TAKEN})\\b`, 'i'),
  new RegExp(`\\b(?:her|his|their|your|job) (?:application|candidacy)s? (?:is|was|were|got|has been|have been) (?:\\w+ )?${PASSED}\\b`, 'i'),
  /\b(?:reason|grounds?) (?:for|of) (?:the |our |her |his |their |your )?(?:rejection|decline)\b/i,
  /\blost out to\b|\blost to (?:somebody|someone|another|the other|a (?!(?:\w+ )?(?:race|bug|crash|outage|deadlock|timeout)\b))|\brunner[- ]up (?:to|for)\b/i,
  /\b(?:she|he|they|you|was|were)(?:['’]s|['’]re| is| was| are)? too (?:expensive|costly)\b|\b(?:our budget|no headcount|no budget (?:for|left)|we (?:have|had) no (?:more )?budget)\b|\bhiring freeze\b/i,
  /\b(?:cannot|can['’]t|(?:could|can|did) ?(?:not|n['’]t)|never|unable to) afford (?:her|him|them|you)\b/i,
  /\b(?:scor(?:ed?|es|ing)|rat(?:ed?|es|ing)|grad(?:ed?|ing)|marked)\b[^.;]{0,30}?\b\d(?:[.,]\d)?\s?(?:(?:points?|marks?)\s)?(?:\/|out of)\s?(?:5|10)\b/i,
  /\b(?:gave|gives?|given|got|gets|received|earned|awarded) (?:her |him |them |you )?(?:an? )?(?:\w+ )?\d(?:[.,]\d)?\s?(?:(?:points?|marks?)\s)?(?:\/|out of)\s?(?:5|10)\b(?!\s+(?:of\b|(?:\w+ )?[a-z]+s\b))/i,
  /\b(?:scored|rated) (?:her |him |them |you )?(?:a )?\d(?:[.,]\d)?(?![\d%.,]|\s?(?:k|m|goals?|points?|stars?|percent)\b)/i,
  /\b(?:keep (?:this|it) (?:confidential|secret)|(?:this|it) is (?:strictly )?confidential|strictly confidential|off the record)\b/i,
] // biome-ignore format: a table

/** "We took Marek" tells how we decided, and "we took Postgres" how work goes. Of whoever was chosen or preferred the rules about names know. */
const WINNER =
  /\b(?:[Ww]e took|lost to) (\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*)(?![\p{L}\p{M}'’-]| (?:\p{Lu}\p{L}+ )?(?:through|to|out|along|around|into|back|off|apart)\b)/gu
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/i
const namesWinner = (text: string): boolean =>
  [...text.matchAll(WINNER)].some(([, name = '']) => canonicalSkill(name) === undefined && !DAY.test(name))

const says = (text: string, rules: readonly RegExp[]): boolean => rules.some((rule) => rule.test(text))

/** A skill and a title name work, such as that with salaries; a sum is pay there, too. */
export function isInternalMatter(kind: FactKind, text: string): boolean {
  const plain = text.normalize('NFKC')
  if (kind === 'skill' || kind === 'location') return false
  if (kind === 'role') return says(plain, [new RegExp(`${FIGURE}|${ROUND}`, 'i')])
  const sums = kind === 'strength' || kind === 'praise' ? [] : SUM
  return says(plain, [...PAY, ...sums, ...DECISION]) || namesWinner(plain)
}
