/**
 * Warns when free text speaks of what must not play a part in hiring. A warning, not a refusal: people may have reasons, and words
 * have second meanings ("healthy codebase", "age of the system", "pregnant pause"), so the rules look for people, not for words.
 */
export const SENSITIVE_TOPICS = [
  'health',
  'disability',
  'pregnancy',
  'family',
  'age',
  'religion',
  'ethnicity',
  'gender',
  'orientation',
  'union',
  'politics',
] as const
export type SensitiveTopic = (typeof SENSITIVE_TOPICS)[number]
export type SensitiveWarning = { readonly topic: SensitiveTopic; readonly words: string }

const WHOSE = '(?:her|his|their|a|an|the)'
const IS = "(?:(?:she|he|they|candidate)(?:'s| is| was|'re| are| were)|is|was|being|seems|looks)"
// Of a person, never of a thing: "is 20 years old" alone may be the codebase.
const PERSON_IS = "(?:she|he|they|candidate)(?:'s| is| was|'re| are| were)"
const PERSON =
  '(?:(?:wo)?m[ae]n|person|people|candidate|applicant|lady|guy|girl|boy|female|male|mother|father|engineer|developer|designer|manager|analyst|scientist|recruiter|architect|consultant|accountant|specialist|nurse|teacher|lawyer|professional)'
const LEVEL = '(?:(?:junior|senior|staff|principal|lead|software|product|data|sales|backend|frontend) ){0,2}'
const AGE = '(?:1[6-9]|[2-7]\\d)'
const CHILDREN =
  '(?:one|two|three|four|five|six|\\d|twins)(?= ?(?:[.,;!)]|$|and\\b|but\\b|who\\b|with\\b|kids|children|young|small|little|teen|girls|boys|sons|daughters))'
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)'
const RULES: readonly (readonly [SensitiveTopic, RegExp])[] = [
  ['health', new RegExp(`\\b(?:(?:her|his|their|mental|poor|ill|bad) health(?! ?(?:checks?|care|tech|data|systems?|dashboards?|insurance))|health (?:issues?|problems?|reasons?|conditions?)|${IS} (?:very |often |chronically |seriously )?(?:sick|ill|depressed|unwell)\\b(?!-)|sick leave|illness|cancer|chemo(?:therapy)?|diagnos(?:is|ed with)|burn(?:ed|t)[- ]?out\\b|burnout|depression|anxiety disorder|surgery|hospital(?:ised|ized)|medication|therapist|hiv|diabet(?:es|ic)|migraines?)`, 'i')],
  ['disability', new RegExp(`\\b(?:disabilit(?:y|ies)|disabled (?:person|candidate|man|woman)|wheelchair|${PERSON_IS} (?:disabled|deaf|blind|neurodivergent)|(?<!(?:review|screen|screening|test|process|trial|hiring|interview|round|study) )is (?:deaf|blind|neurodivergent)\\b(?! (?:to|spots?|test|review|hiring|cc)\\b)|autis(?:m|tic)|adhd|dyslexi[ac]|hard of hearing)\\b`, 'i')],
  ['pregnancy', new RegExp(`\\b(?:pregnan(?:t(?! pause)|cy)|maternity|paternity|parental leave|expecting (?:a (?:baby|child)|twins|(?:her|their) (?:first|second|third))|fertility|ivf|breastfeeding|(?:she is|she's|they are|they're) expecting(?=[.,;!]|$)|expecting in ${MONTH}(?! (?:to|is|are|that)\\b))(?!\\w)`, 'i')],
  ['family', new RegExp(`\\b(?:(?:her|his|their) (?:husband|wife|kids?|child(?:ren)?|baby|family(?! name)|son|daughter|mother|father|parents|divorce|marriage)|(?:young|small|two|three|has|have|no) (?:kids|children)\\b|(?:single|new|young|working) (?:mum|mom|mother|dad|father|parent)\\b|family (?:reasons?|situation|commitments?|planning)|${IS} (?:newly )?(?:married|divorced|engaged to|a (?:mum|mom|mother|dad|father|parent))\\b|childcare|(?:just )?got married|(?:recently|newly|just|twice|now) (?:married|divorced|widowed)\\b(?! (?:to|with) (?:a|the|our) )|(?:mother|father|mum|mom|dad|parent) of ${CHILDREN})`, 'i')],
  ['age', new RegExp(`\\b(?:${IS} (?:a bit |quite |too |rather |very )?(?:old|young|elderly)\\b(?! (?:code|system|school))|too (?:old|young)(?! (?:code|to be useful|for production))|(?:her|his|their) age\\b|(?:in|mid|late|early)[ -](?:her|his|their) ?(?:early |mid |late )?(?:twenties|thirties|forties|fifties|sixties|\\d0s)|\\d{2}[- ]years?[- ]old ${LEVEL}${PERSON}\\b|${PERSON_IS} (?:already |now |about |around |only |just |over |almost )?${AGE}(?: years? old\\b| and\\b| but\\b)|\\baged ${AGE}\\b(?![- ]?(?:%|days|weeks|months|years(?! old)))|\\b${AGE} ?(?:yo|y/o|y\\.o\\.)(?![\\w-])|(?<!(?:company|startup|firm|team|product|language) )\\bborn (?:in )?(?:19[3-9]|200)\\d\\b|${IS} \\d{2}(?: years old)?(?=[.,;!]|$)|close to retire(?:ment)?|near(?:ing)? retirement|overaged?|millennial|boomer|digital native)`, 'i')],
  ['religion', /\b(?:religio(?:n|us)(?!ly)|muslim|islam(?:ic)?|(?:devout|is an?|practising|practicing) christian|christian faith|catholic|jewish|judaism|hindu(?:ism)?|buddhis[mt]|sikh|atheist|hijab|headscarf|turban|ramadan|sabbath|church(?! of)|mosque|synagogue|prays)\b/i],
  ['ethnicity', /\b(?:ethnic(?:ity| background| origin)|race(?= (?:or|and) )|(?:her|his|their) (?:race|skin colou?r|skin|accent|nationality)|(?:thick|strong|heavy) accent|foreign accent|person of colou?r|(?:she|he|they)(?:'s| is|'re| are) (?:black|white|asian|african|arab|latin[oax]|hispanic|indian|chinese|gypsy|roma)\b|(?:black|white|asian|african|arab|latin[oax]|hispanic|indian|chinese|roma|gypsy) (?:(?:wo)?m[ae]n|person|people|guy|girl|lady|boy|female|male|candidate|applicant)|native speaker|immigrant|refugee)\b/i],
  ['gender', new RegExp(`\\b(?:${WHOSE} gender|for a (?:woman|girl|man)|transgender|(?:trans|cis|non-?binary) (?:(?:wo)?m[ae]n|person|people|guy|girl|candidate)|${IS} (?:trans|non-?binary)|(?:diversity|female|male) (?:hire|candidate)|attractive|pretty girl|bossy|mansplain\\w*)\\b`, 'i')],
  ['orientation', new RegExp(`\\b(?:sexual orientation|${IS} (?:gay|lesbian|bisexual|queer|straight man)|(?:her wife|his husband)|same[- ]sex)\\b`, 'i')],
  ['union', /\b(?:trade union|labou?r union|union (?:member(?:ship)?|rep(?:resentative)?|organi[sz]er|activ\w+)|works council|unioni[sz]\w*|shop steward)\b/i],
  ['politics', /\b(?:political(?:ly)? (?:views?|opinions?|party|active|beliefs?)|(?:votes?|voted) (?:for )?(?:labour|tory|republican|democrat|afd|left|right)|party member|(?:her|his|their) politics)\b/i],
] // biome-ignore format: a table

/** One warning a topic, with the words that raised it. */
export function warnSensitive(text: string): readonly SensitiveWarning[] {
  const searched = text.slice(0, 10_000).replace(/[‘’]/g, "'")
  return RULES.flatMap(([topic, rule]) => {
    const words = rule.exec(searched)?.[0]
    return words === undefined ? [] : [{ topic, words: words.trim() }]
  })
}
