/** Whether a line of a résumé tells a job: "Account Executive", "Produktmanagerin", "SRE". */
import { canonicalSkill, isAlsoAJob } from '../pool/skills.ts'

const WORDS = `engineer(?:ing)?|developer|architect|designer|manager|director|lead(?:er)?|head|analyst|scientist|researcher|consultant|specialist|administrator|officer|president
  |founder|owner|coordinator|assistant|associate|recruiter|partner|accountant|controller|marketer|writer|editor|producer|nurse|teacher|technician|programmer|devops|sre|qa|tester
  |intern|trainee|executive|rep|representative|counsel|attorney|lawyer|paralegal|advisor|adviser|strategist|planner|buyer|auditor|sdr|bdr|[se]?vp|c[efimoprt]o|scrum master
  |d[ée]veloppeu(?:r|se)|ing[ée]nieure?|responsable|desarrollador[a]?|ingenier[oa]`
/** German writes the job in one word, whatever stands before it: Produktmanagerin, Vertriebsmitarbeiter. */
const GERMAN = `manager(?:in)?|mitarbeiter(?:in)?|entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|berater(?:in)?|referent(?:in)?|sachbearbeiter(?:in)?|assistent(?:in)?|architekt(?:in)?
  |techniker(?:in)?|vertreter(?:in)?|führer(?:in)?|kauf(?:mann|frau)|buchhalter(?:in)?|pfleger(?:in)?|spezialist(?:in)?`
const TITLE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${WORDS}|\p{L}*(?:${GERMAN}))(?![\p{L}\d])`.replaceAll(/\s*\n\s*/g, ''),
  'iu',
)

export function readsAsJob(text: string): boolean {
  if (TITLE.test(text)) return true
  const skill = canonicalSkill(text)
  return skill !== undefined && isAlsoAJob(skill)
}
