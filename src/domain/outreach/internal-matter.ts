/**
 * Whether a text speaks of what stays with us: pay, and why or how we decided. Such things are said in wishes and advice too. Words have
 * second meanings ("pay attention", "error rates", "a saga's compensation", "10k users"), so the rules look for pay and decisions, not words.
 */
import type { FactKind } from './fact.ts'

/** Of these nobody is paid. */
const COUNTED =
  'users?|requests?|rps|qps|people|lines?|customers?|commits?|servers?|nodes?|stars?|events?|messages?|pods?|hosts?|devices?|clients?|members?|runs?|race|rows?|records?|orders?|tests?|deploys?|a second|per second|concurrent|daily|monthly'
const FIGURE = `(?:[£$€]\\s?\\d[\\d.,]*\\s?k?|\\b\\d{2,3}(?:[.,]\\d)?\\s?k)\\b(?!\\s+(?:\\w+\\s+)?(?:${COUNTED})\\b)`
const ASKED =
  '(?:asks?(?: for)?|asked(?: for)?|wants?|wanted|expect(?:s|ed|ing)?|needs?|at least|minimum|min|base|earns?|earned|paid|currently on|is on)'

const PAY: readonly RegExp[] = [
  /\b(?:salar(?:y|ies)|remuneration|wages)\b/i,
  /\b(?:total|better|more|higher|fair|annual) compensation\b|\bcompensation (?:package|expectations?|band|range)\b/i,
  /\b(?:better|higher|lower|low|base|equal|good|fair|her|his|their|your|about|over|current|our|expected) pay\b(?!\s*(?:attention|off|down|back|ments?|for))/i,
  /\b(?:more|less) pay\b|\bpay (?:rise|raise|cut|band|range|expectations?|gap|scale|grade|package|her|him|them)\b/i,
  /\b(?:pays?|paid|paying) (?:her |him |them |you )?(?:too |so |much )?(?:more|less|better|well|enough|little|badly)\b/i,
  /\b(?:sign(?:ing|[- ]on)|annual|yearly|guaranteed|bigger|cash) bonus(?:es)?\b|\b(?:stock|share) options\b|\bRSUs?\b/i,
  new RegExp(`\\b${ASKED} (?:\\w+ ){0,3}${FIGURE}`, 'i'),
  new RegExp(`${FIGURE},? (?:base|gross|net|package|p\\.?a\\b|a year|per (?:year|annum)|or more|plus|minimum)`, 'i'),
  /\b\d{2,3}[.,]?\d{3} ?(?:£|€|gbp|eur|euros?|usd|dollars|pounds|base|gross|net|p\.?a\b|a year|per (?:year|annum))/i,
]
/** In a wish, a promise or an advice a sum and money are pay; a strength may have saved some. */
const SUM: readonly RegExp[] = [
  new RegExp(FIGURE, 'i'),
  /\b(?:more|better|enough|the same|less) money\b/i,
  /(?<!\b(?:health|social|gender|racial|brand|private) )\bequity\b(?! (?:research|trading|team|markets?|work))/i,
]

const PASSED = '(?:reject(?:ed)?|turned down|declined|not hired|passed over)'
const DECISION: readonly RegExp[] = [
  /\bwhy we (?:said no|say no|declined|passed|rejected|turned (?:her|him|them|you)|did(?:n['’]t| not) (?:hire|take|go|offer|move)|(?:went with|chose|took|hired) (?:somebody|someone|another|the other))\b/i,
  /\bwe (?:said no|reject(?:ed)? (?:her|him|them|you)|turned (?:her|him|them|you) down|passed on (?:her|him|them|you)|did(?:n['’]t| not) hire)\b/i,
  /\bwe (?:went with|chose|hired|preferred|picked|took) (?:somebody|someone|another (?:candidate|person|finalist)|the other|a cheaper)\b/i,
  /\b(?:than|what|as) (?:we|you|they) (?:\w+ )?offered?\b(?! (?:to|help)\b)|\b(?:our|counter-?|competing) ?offer\b(?! (?:pages?|process|flow|site|service))/i,
  new RegExp(`\\b(?:she|he|they|you|candidate)(?:['’]s| is| was| were| got| has been| have been) ${PASSED}\\b`, 'i'),
  /\b(?:reason|grounds?) (?:for|of) (?:the |our |her |his |their |your )?(?:rejection|decline)\b/i,
  /\blost (?:out )?to (?:somebody|someone|another|the other|a )|\brunner[- ]up (?:to|for)\b/i,
  /\b(?:she|he|they|you|was|were)(?:['’]s|['’]re| is| was| are)? too (?:expensive|costly)\b|\b(?:our budget|no headcount|no budget (?:for|left))\b|\bhiring freeze\b/i,
  /\b(?:scor(?:ed?|es|ing)|rat(?:ed?|es|ing)|grad(?:ed?|ing)|marked)\b[^.;]{0,30}?\b\d(?:[.,]\d)?\s?(?:\/|out of)\s?(?:5|10)\b/i,
  /\b(?:scored|rated) (?:her |him |them |you )?(?:a )?\d(?:[.,]\d)?(?![\d%.,]|\s?(?:k|m|goals?|points?|stars?|percent)\b)/i,
  /\b(?:keep (?:this|it) (?:confidential|secret)|(?:this|it) is (?:strictly )?confidential|strictly confidential|off the record)\b/i,
]

const says = (text: string, rules: readonly RegExp[]): boolean => rules.some((rule) => rule.test(text))

/** A skill and a title name work, such as that with salaries; a sum is pay there, too. */
export function isInternalMatter(kind: FactKind, text: string): boolean {
  const plain = text.normalize('NFKC')
  if (kind === 'skill' || kind === 'location') return false
  if (kind === 'role') return says(plain, [new RegExp(FIGURE, 'i')])
  const sums = kind === 'strength' || kind === 'praise' ? [] : SUM
  return says(plain, [...PAY, ...sums, ...DECISION])
}
