/**
 * What a job's text may say of whom it wants, and what must not count: age, gender and the like. It is cut out before anything is read,
 * and whoever pasted the text is told.
 */
import { type SensitiveTopic, warnSensitive } from '../candidate/sensitive.ts'

export type LeftOut = { readonly topic: SensitiveTopic; readonly words: string }

const TRAITS: readonly (readonly [SensitiveTopic, RegExp])[] = [
  ['age', /\b(?:(?:max(?:imum)?|min(?:imum)?|upper|preferred)? ?age(?: limit| range| group)?\s*(?:of|:|is|-|under|below|between)?\s*\d{2}(?:\s*(?:-|to|and)\s*\d{2})?(?: years?)?|ages? \d{2}(?:\s*(?:-|to|and)\s*\d{2})?|aged \d{2}(?:\s*(?:-|to|and)\s*\d{2})?|(?:between|under|over|below|above|not older than|no older than|younger than|older than)(?: the age of)? \d{2}(?:\s*(?:-|to|and)\s*\d{2})?(?: years?(?: old| of age))|\d{2}(?:\s*(?:-|to)\s*\d{2})? years? (?:old|of age)|young(?:er|est)?(?! (?:compan(?:y|ies)|start-?ups?|business(?:es)?|firms?|products?|codebases?)\b)|youthful|digital natives?|recent graduates? only|mature (?:lady|gentleman|person)|age limit|age (?=and|or|gender))\b/gi],
  ['gender', /\b(?:(?<!\b(?:fe)?male\s?[/|]\s?)(?:fe)?males?(?!\s?[/|]\s?(?:fe)?male)(?: (?:candidates?|applicants?|only|preferred))?|m[ae]n only|women only|(?:a|any)\s+(?:wo)?man(?! of)|ladies|gentlem[ae]n|(?:young |hard[- ]working )?(?:m[ae]n|wom[ae]n|lady|girls?|boys?|guys?)(?= (?:preferred|only|wanted|needed|who|with))|gender(?! (?:equality|pay|diversity|balance|identity))|(?:salesman|handyman|craftsman)(?= wanted))\b/gi],
  ['family', /\b(?:(?:un)?married(?! couples?\b(?! (?:only|preferred|wanted|needed)\b))|single (?:man|woman|person|status)|marital status|no (?:kids|children|family (?:commitments|obligations))|without (?:children|family obligations)|family status|childless)\b/gi],
  ['religion', /\b(?:(?:practi[sc]ing |devout )?(?:christians?|muslims?|jews?|hindus?|buddhists?|catholics?)(?: (?:only|preferred|faith|background))|religion|religious (?:belief|affiliation))\b/gi],
  ['ethnicity', /\b(?:native (?:(?:english|german|french|spanish|italian|dutch|portuguese|polish) )?speakers?|mother tongue|caucasian|white (?:candidates?|applicants?|only)|(?:british|german|american|european|local|eu|us) (?:nationals?|citizens?) only|nationality|ethnic(?:ity| background| origin)|race (?=and|or)|no accent|without (?:an )?accent)\b/gi],
  ['disability', /\b(?:able[- ]bodied|no disabilit(?:y|ies)|without disabilit(?:y|ies)|physically fit)\b/gi],
  ['health', /\b(?:in (?:good|perfect|excellent) health|health status|good physical condition|no (?:health|medical) (?:issues|problems|conditions))\b/gi],
  ['orientation', /\b(?:sexual orientation|heterosexual)\b/gi],
  ['union', /\b(?:no union (?:members?|membership)|non[- ]union)\b/gi],
  // German, French and Spanish; "männlich / weiblich / divers" and "H/F" say that everybody is meant.
  ['age', /(?<![\p{L}\p{N}])(?:(?:höchst|mindest)?alter(?:sgrenze)?\s*:?\s*(?:max(?:imal|\.)?\s*|bis\s*|zwischen\s*)?\d{2}(?:\s*(?:-|bis|und)\s*\d{2})?(?:\s*jahren?)?|(?:âge|edad)(?: maximum| máxima)?\s*:?\s*\d{2}(?:\s*(?:-|à|a|et|y)\s*\d{2})?(?:\s*(?:ans|años))?|(?:zwischen|entre)\s+\d{2}\s+(?:und|et|y)\s+\d{2}\s+(?:jahren?|ans|años)(?:\s+alt)?|(?:unter|nicht älter als|moins de|menos de)\s+\d{2}\s+(?:jahren?|ans|años)(?! d['’]exp)|\d{2}(?:\s*(?:-|bis)\s*\d{2})?\s+jahre\s+alt|junge[rn]?\s+(?:mann|frau|männer|frauen|dame|bewerber(?:in)?|mitarbeiter(?:in)?))(?![\p{L}\p{N}])/giu],
  ['gender', /(?<![\p{L}\p{N}/|*]|(?:männlich|weiblich|männer|frauen)(?:er?)?\s[/|*]\s)(?:(?:nur |ausschließlich )?(?:männlich(?:er?)?|weiblich(?:er?)?|männer|frauen)(?: (?:bevorzugt|gesucht|gewünscht))?|(?:geschlecht|sexe|sexo)\s*:\s*\p{L}+|(?:hommes?|femmes?|mujeres|hombres) (?:uniquement|seulement|exclusivement|solamente|únicamente))(?![\p{L}\p{N}]|\s?[/|*])/giu],
  ['family', /(?<![\p{L}\p{N}])(?:ledig|(?:un)?verheiratet|kinderlos|ohne kinder|familienstand|célibataires?|mariée?s?|sans enfants?|situation familiale|soltera?o?s?|sin hijos|estado civil)(?![\p{L}\p{N}])/giu],
  ['ethnicity', /(?<![\p{L}\p{N}])(?:(?:deutsche[rn]? |französische[rn]? )?(?:muttersprachler(?:in)?(?:nen)?|muttersprache|staatsangehörigkeit)|akzentfrei|langue maternelle|nationalité|lengua materna|nacionalidad)(?![\p{L}\p{N}])/giu],
  ['religion', /(?<![\p{L}\p{N}])(?:konfession(?:szugehörigkeit)?|religion(?:szugehörigkeit)?|religión)(?![\p{L}\p{N}])/giu],
  ['disability', /(?<![\p{L}\p{N}])(?:körperlich fit|ohne behinderung(?:en)?|sans handicap)(?![\p{L}\p{N}])/giu],
] // biome-ignore format: a table

/** A sentence that promises not to look at such things names them, too; it is no demand. Software for diversity is what the work is about. */
const PROMISE =
  /(?<![\p{L}\p{N}])(?:regardless|irrespective|without regard|equal (?:opportunit(?:y|ies)|employment)|do(?:es)? not discriminate|non-discriminat\w+|all (?:qualified )?applicants|(?:diversity|inclusi(?:ve|on))(?! (?:(?:and|&) inclusion )?(?:software|platforms?|tools?|tooling|analytics|dashboards?|products?|apps?)\b)|welcome (?:people|applications)|unabhängig von|ungeachtet|chancengleichheit|vielfalt|gleichberechtig\w+|quel(?:le)?s? que soi(?:t|ent)|indépendamment|égalité des chances|handi-?accueillant|independientemente|igualdad)(?![\p{L}\p{N}])/iu

/** "Alter max. 35" goes on behind its full stop. */
const SENTENCE_END = /(?<=[.!?\n])(?<!\b(?:max|min|mind)\.(?=\s*\d))/i

/** The text without what must not count, and what that was: one of each topic. */
export function withoutTraits(text: string): { readonly text: string; readonly leftOut: readonly LeftOut[] } {
  const leftOut = new Map<SensitiveTopic, string>()
  const keep = (topic: SensitiveTopic, words: string) => {
    if (!leftOut.has(topic)) leftOut.set(topic, words.trim())
  }
  const kept = text.split(SENTENCE_END).map((sentence) => {
    if (PROMISE.test(sentence)) return sentence.endsWith('\n') ? '\n' : ' '
    let rest = sentence
    for (const [topic, trait] of TRAITS)
      rest = rest.replace(trait, (words) => {
        keep(topic, words)
        return ' '
      })
    for (const { topic, words } of warnSensitive(rest)) {
      keep(topic, words)
      rest = rest.replace(words, ' ')
    }
    return rest
  })
  return {
    text: kept.join('').replace(/ {2,}/g, ' '),
    leftOut: [...leftOut].map(([topic, words]) => ({ topic, words })),
  }
}
