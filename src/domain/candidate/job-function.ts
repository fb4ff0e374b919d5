/** The part of a company that somebody works in, as people write it ("eng", "HR") and as a job title tells it. */
import { fold } from '../shared/text.ts'

export const JOB_FUNCTIONS = [
  'engineering',
  'data',
  'product',
  'design',
  'marketing',
  'sales',
  'support',
  'finance',
  'people',
  'operations',
  'legal',
] as const
export type JobFunction = (typeof JOB_FUNCTIONS)[number]

const SPELLINGS: Readonly<Record<JobFunction, string>> = {
  engineering: 'eng|engineer|engineers|software|software engineering|development|developers|tech|technology|it|r d',
  data: 'analytics|data science|machine learning|ml|data and analytics|bi',
  product: 'product management|pm',
  design: 'ux|ui|product design|creative|user experience',
  marketing: 'growth|communications|comms|content|devrel|developer relations',
  sales: 'business development|bd|account management|commercial|revenue|partnerships',
  support: 'customer success|customer support|customer service|cs|cx|success',
  finance: 'accounting|accounts|financial',
  people: 'hr|human resources|talent|recruiting|recruitment|people operations|people ops',
  operations: 'ops|business operations|bizops|administration|admin|project management|supply chain|logistics',
  legal: 'compliance|law|privacy',
}
const bySpelling = new Map<string, JobFunction>()
for (const [name, spellings] of Object.entries(SPELLINGS) as [JobFunction, string][]) {
  for (const text of [name, ...spellings.split('|')]) bySpelling.set(text, name)
}

const spelling = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The function that the whole text names. */
export const functionWord = (text: string): JobFunction | undefined =>
  text.length > 40 ? undefined : bySpelling.get(spelling(text))

/** The function that a job title belongs to; `undefined` where it tells none. What stands before a comma or a dash is the job, the rest its field. */
export function functionOf(title: string): JobFunction | undefined {
  const text = title.slice(0, 300)
  const [job = ''] = text.split(/[,;/|(–—]|\s-\s/)
  return functionIn(spelling(job)) ?? functionIn(spelling(text))
}

/** The first that fits: an engineering recruiter recruits, a sales engineer sells, and every other engineer is one. */
const SIGNS: readonly (readonly [JobFunction, RegExp])[] = [
  ['people', /\b(recruit\w*|talent|sourcer|human resources|hr|head of people|chief people|personal(?:leiter|referent|berater)\w*|recruteu\w*|ressources humaines|rh|people (operations|ops|partner|manager|lead|team))\b/],
  ['marketing', /\b(developer (advocate|relations|evangelist|experience advocate)|devrel)\b/],
  ['support', /\b(customer (success|support|service|experience)|support|kunden(?:service|betreu\w*|berat\w*|support)|service client|atencion al cliente)\b/],
  ['sales', /\b((sales|presales|pre sales|solutions) (engineer\w*|consultant)|sales|account (executive|manager|director)|key account|business development|bdr|sdr|partnerships?|revenue|commercial\w*|vertrieb\w*|verkauf\w*|verkauf|aussendienst\w*|ventas|vendeu\w*)\b/],
  ['data', /\b(data (engineer\w*|scientist|science|analyst|architect|platform|lead|manager)|machine learning|ml|analytics)\b/],
  ['engineering', /\b(engineer\w*|developers?|programmer|software|devops|sre|site reliability|architect|\w*entwickler\w*|\w*ingenieur\w*|programmierer\w*|developpeu\w*|ingenier(?:i|o|a)\w*|desarrollador\w*|informatiker\w*|backend|back end|frontend|front end|full ?stack|technologist|technical staff|technology officer|(?:systems?|database|network) administrator|systemadministrator\w*|cto)\b/],
  ['legal', /\b(legal|lawyer|counsel|attorney|paralegal|solicitor|jurist\w*|rechtsanwalt\w*|avocat\w*|abogad\w*|datenschutz\w*|compliance|privacy|data protection)\b/],
  ['finance', /\b(financ\w+|account(ant|ants|ing)|controller|treasury|treasurer|buchhalt\w*|\w*buchhalter\w*|steuer\w*|comptab\w*|contable|contador\w*|accounts (?:payable|receivable)|controleu\w*|controlling|bookkeep\w+|audit\w*|tax|payroll|fp a|cfo)\b/],
  ['marketing', /\b(marketing|marketer|growth|seo|content|brand|communications|pr|copywriter|social media|community|cmo)\b/],
  ['design', /\b(design\w*|gestalter\w*|grafik\w*|graphiste|ux|ui|illustrator|user research\w*|creative|art director)\b/],
  ['product', /\b(product|cpo)\b/],
  ['data', /\b(data|ai|scientist|researcher|statistician|datenanalyst\w*|analyste|business intelligence|bi|analyst)\b/],
  ['operations', /\b(operations|ops|logistics|supply chain|procurement|office|facilities|assistant|administrator|chief of staff|coo|sekretar\w*|assisten\w*|einkauf\w*|einkaeuf\w*|logistik\w*|projektleit\w*|projektmanag\w*|betriebsleit\w*|chef de projet|jefe de proyecto|(project|program|programme) (manager|lead|director))\b/],
  ['engineering', /\b(security|infrastructure|platform|qa|tester|mobile|ios|android|network|systems|hardware|firmware|embedded)\b/],
] // biome-ignore format: a table

const functionIn = (words: string): JobFunction | undefined => SIGNS.find(([, sign]) => sign.test(words))?.[0]
