/** What a role's text says of its lines in German, French and Spanish: the same turns as in English, in sentences and as headings. */
type Topic = 'must' | 'nice' | 'neither' | 'unsaid'

/** Letters with accents are no end of a word, which `\b` takes them to be. */
const said = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu')
const whole = (words: string): RegExp => new RegExp(`^\\W*(?:${words})\\W*$`, 'iu')

const OFFERED = said(
  `(?:wir|das|was) (?:dir |ihnen |dich |wir )*bieten(?: wir)?|bieten wir|(?:ce que )?nous (?:vous |t['’])?(?:offrons|proposons)|(?:qué|te|lo que) (?:te )?ofrecemos|ofrecemos|über uns|wer wir sind|qui sommes[- ]nous|à propos de (?:nous|l'entreprise)|sobre nosotros|quiénes somos`,
)
const NICE = said(
  `wünschenswert|von vorteil|idealerweise|pluspunkte?|gern gesehen|vorteilhaft|(?:un|serait un|gros) plus|(?<!profil )souhaitée?s?|appréciée?s?|idéalement|un atout|deseables?|se valorará|valorable`,
)
const UNNEEDED = said(
  `nicht (?:zwingend |unbedingt )?(?:erforderlich|notwendig|nötig)|keine? (?:[\\p{L}+#.-]+ ){0,3}(?:erforderlich|notwendig|nötig)|(?:pas|non) (?:requise?s?|nécessaires?|obligatoires?|exigée?s?)|no (?:es )?(?:necesario|imprescindible)`,
)
const NEEDED = said(
  `zwingend|erforderlich|vorausgesetzt|unerlässlich|requise?s?|exigée?s?|indispensables?|obligatoires?|impérative?ment|impératif|imprescindibles?`,
)

/** Of a sentence, as far as it says it itself. */
export const topicSaidAbroad = (sentence: string): Topic | undefined =>
  OFFERED.test(sentence)
    ? 'neither'
    : UNNEEDED.test(sentence)
      ? 'neither'
      : NICE.test(sentence)
        ? 'nice'
        : NEEDED.test(sentence)
          ? 'must'
          : undefined

const AT_END =
  /[\s(,]+(?:(?:ist|sind|wäre|wären|est|sont|serait|seraient)\s+)?(?:zwingend|erforderlich|von vorteil|wünschenswert|un plus|un atout|souhaitée?s?|appréciée?s?|indispensables?|obligatoires?|requise?s?)[).!]*$/iu
/** "Helm von Vorteil." names Helm, whatever else it says of it. */
export const withoutVerdictAbroad = (text: string): string => text.replace(AT_END, '')

const HEADS: readonly (readonly [Topic, RegExp])[] = [
  ['neither', said(`(?:deine|ihre|unsere) vorteile|unser angebot|(?:nos |vos |les )?avantages|bewerbungsprozess|processus de recrutement|beneficios`)],
  ['neither', whole(`gehalt|vergütung|bewerbung|kontakt|rémunération|salaire|contact|candidature|salario|kununu`)],
  ['nice', whole(`(?:les )?(?:petits )?plus|(?:les )?atouts?|kann|kann[- ]kriterien|bonus|extras?`)],
  ['must', said(`voraussetzung(?:en)?|anforderung(?:en|sprofil)?|muss(?:[- ]kriterien)?|(?:dein|ihr|unser|votre|ton|le) profile?|profil (?:recherché|souhaité|idéal)|(?:bringst du|bringen sie) mit|(?:du|sie) mit(?:bringst|bringen)|mitbringst|(?:deine|ihre) (?:qualifikation(?:en)?|kenntnisse|erfahrung)|qualifikation(?:en)?|fachkenntnisse|compétences|prérequis|pré-requis|vous (?:avez|êtes|maîtrisez)|requisitos|perfil|lo que buscamos`)],
  ['unsaid', said(`(?:deine|ihre) (?:aufgaben|rolle)|aufgaben(?:gebiet)?|tätigkeiten|(?:vos|tes|les) missions|missions?|responsabilités|le poste|descriptif du poste|stellenbeschreibung|funciones|responsabilidades|el puesto`)],
] // biome-ignore format: a table

/** Of what stands there as a heading. */
export const headTopicAbroad = (head: string): Topic | undefined =>
  topicSaidAbroad(head) ?? HEADS.find(([, words]) => words.test(head))?.[0]
