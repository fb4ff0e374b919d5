/** Whether a role's text says that its work may be done from elsewhere. Remote teams, support and monitoring are what the work is about. */

const ABOUT_WORK =
  'position|role|job|work(?:ing)?|working model|option|possible|ok(?:ay)?|allowed|eligible|available|only|setup|set-up|contract|employment|within|from|in|anywhere|across|days?|möglich|erlaubt|oder|or|possible'
const REMOTE = [
  /(?:\b(?:fully|100 ?%|partly|partially|work(?:ing)?|can be|done|be|or|oder|ou|hybrid|employment type:|and|open to)|\/) ?\/? remote(?:ly)?\b(?! (?:team|teams|support|monitoring|maintenance|troubleshooting|diagnostics|staff|workers|employees|colleagues|offices?|sites?|customers|users|access|sensing|servers?|desktops?|control)\b)/i,
  new RegExp(String.raw`\bremote(?:ly)?[- ](?:${ABOUT_WORK})\b`, 'i'),
  /(?:^|[([,;|·•:/-]\s*)remote(?=\s*(?:$|[)\],;.|·•/(])|\s+-)/im,
  /\b(?:work(?:ing)? from (?:home|anywhere)|home[- ]?office|wfh|mobiles arbeiten|teletrabajo|telelavoro|thuiswerken)\b|télétravail/i,
] // biome-ignore format: a table
/** What a company says of itself when it speaks of nothing else. */
const OF_COMPANY = /\b(?:remote[- ](?:friendly|first)|distributed team)\b/i
const DENIED = [
  /\b(?:no|not|non|isn't|without|kein(?:e[nrms]?)?|pas de|sans|sin|nicht)[- ](?:\p{L}+ ){0,2}(?:remote(?:ly)?|home[- ]?office|télétravail|work(?:ing)? from home|teletrabajo)\b/giu,
  /\b(?:remote(?: work(?:ing)?)?|work(?:ing)? from (?:home|anywhere)|home[- ]?office|télétravail)(?:\s+(?:is|work|ist|n'est))*\s+(?:not|pas|nicht|isn't)\b(?! (?:only|just|nur|seulement|a problem)\b)/giu,
] // biome-ignore format: a table

/** `ofCompany`: what is said about the company or of what it offers. */
export function saysRemote(line: string, ofCompany: boolean): boolean {
  const text = DENIED.reduce((rest, rule) => rest.replace(rule, ' '), line)
  return REMOTE.some((rule) => rule.test(text)) || (!ofCompany && OF_COMPANY.test(text))
}
