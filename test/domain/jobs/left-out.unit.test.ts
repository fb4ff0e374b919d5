import { describe, expect, it } from 'vitest'
import { withoutTraits } from '../../../src/domain/jobs/left-out.ts'

describe('what must not count in a job’s text', () => {
  const CUT: readonly (readonly [string, string, string])[] = [
    ['age', 'Maximum age 35', 'Maximum age 35'],
    ['age', 'age limit', 'age limit'],
    ['age', 'your age and photo', 'age'],
    ['age', 'your age or photo', 'age'],
    ['age', 'preferred age range: 25-35', 'preferred age range: 25-35'],
    ['age', 'aged 25 to 35', 'aged 25 to 35'],
    ['age', 'between 25 and 35 years old', 'between 25 and 35 years old'],
    ['age', 'not older than 40 years of age', 'not older than 40 years of age'],
    ['age', 'under the age of 30 years old', 'under the age of 30 years old'],
    ['age', '30 years old', '30 years old'],
    ['age', 'a young team player', 'young'],
    ['age', 'a young businessman', 'young'],
    ['family', 'married couple wanted', 'married'],
    ['gender', 'Go / weiblich', 'weiblich'],
    ['gender', 'Go / male', 'male'],
    ['gender', 'male / Go', 'male'],
    ['age', 'youthful', 'youthful'],
    ['age', 'digital natives', 'digital natives'],
    ['age', 'recent graduates only', 'recent graduates only'],
    ['age', 'mature gentleman', 'mature gentleman'],
    ['gender', 'female candidates preferred', 'female candidates'],
    ['gender', 'males only', 'males only'],
    ['gender', 'women only', 'women only'],
    ['gender', 'men only', 'men only'],
    ['gender', 'we look for a man', 'a man'],
    ['gender', 'hard-working guys wanted', 'hard-working guys'],
    ['gender', 'salesman wanted', 'salesman'],
    ['gender', 'ladies', 'ladies'],
    ['age', 'Alter: 25-35 Jahre', 'Alter: 25-35 Jahre'],
    ['age', 'zwischen 25 und 35 Jahren', 'zwischen 25 und 35 Jahren'],
    ['age', '30 Jahre alt', '30 Jahre alt'],
    ['age', 'junge Frau gesucht', 'junge Frau'],
    ['age', 'âge maximum: 35 ans', 'âge maximum: 35 ans'],
    ['age', 'moins de 35 ans', 'moins de 35 ans'],
    ['gender', 'ledig? nein, weiblich', 'weiblich'],
    ['gender', 'nur Männer', 'nur Männer'],
    ['gender', 'femmes uniquement', 'femmes uniquement'],
    ['family', 'ledig', 'ledig'],
    ['family', 'célibataire', 'célibataire'],
    ['ethnicity', 'Muttersprachler gesucht', 'Muttersprachler'],
    ['ethnicity', 'français langue maternelle', 'langue maternelle'],
    ['religion', 'Konfession: katholisch', 'Konfession'],
    ['disability', 'körperlich fit', 'körperlich fit'],
    ['family', 'unmarried', 'unmarried'],
    ['family', 'marital status', 'marital status'],
    ['family', 'no family commitments', 'no family commitments'],
    ['family', 'without children', 'without children'],
    ['family', 'single person', 'single person'],
    ['religion', 'practising Christians preferred', 'practising Christians preferred'],
    ['religion', 'religious affiliation', 'religious affiliation'],
    ['ethnicity', 'native English speakers', 'native English speakers'],
    ['ethnicity', 'German nationals only', 'German nationals only'],
    ['ethnicity', 'mother tongue', 'mother tongue'],
    ['ethnicity', 'without an accent', 'without an accent'],
    ['ethnicity', 'white applicants', 'white applicants'],
    ['disability', 'able-bodied', 'able-bodied'],
    ['disability', 'physically fit', 'physically fit'],
    ['disability', 'no disabilities', 'no disabilities'],
    ['health', 'in excellent health', 'in excellent health'],
    ['health', 'no medical conditions', 'no medical conditions'],
    ['orientation', 'heterosexual', 'heterosexual'],
    ['union', 'no union membership', 'no union membership'],
    ['union', 'non-union', 'non-union'],
  ] // biome-ignore format: a table
  it.each(CUT)('of %s is cut out: %s', (topic, said, words) => {
    const { text, leftOut } = withoutTraits(`Kubernetes, ${said}, Terraform`)
    expect(leftOut).toContainEqual({ topic, words })
    expect(text).not.toContain(words)
    expect(text).toMatch(/^Kubernetes, .*, Terraform$/)
  })

  it.each([
    'a young company',
    'Our customers are young companies',
    'young start-ups and young businesses',
    'Insurance for married couples',
    'Build gender diversity software with Kubernetes',
    'Our diversity and inclusion platform runs on Go',
    'an inclusion dashboard in React',
    'weiblich / männlich',
    'männlich / weiblich / divers',
    'Männer / Frauen',
    '(male/female/diverse)',
    'female / male',
    'max. 35 hours of Kubernetes',
    'young startup',
    'a man of the people',
    'gender equality team',
    'gender pay gap analytics',
    'guys',
    '5 years of Kubernetes',
    '10 years in sales',
    'Java 17',
    'race conditions',
    'single page applications',
    'native apps',
    'the health sector',
    'under 30 minutes',
    'männlich/weiblich/divers',
    'unser junges Team',
    '3 ans d’expérience',
    'moins de 5 ans d’expérience',
  ])('is not seen where it is work: %s', (said) => {
    expect(withoutTraits(said)).toEqual({ text: said, leftOut: [] })
  })

  it.each([
    'We hire regardless of age and gender.',
    'We are an equal opportunity employer whatever your religion.',
    'We do not discriminate by marital status.',
    'All qualified applicants count, whatever their nationality.',
    'We welcome applications from women only circles.',
    'Unabhängig von Alter, Religion und Nationalität.',
    'Égalité des chances, quel que soit votre âge ou nationalité.',
    'Diversity of ethnic background matters to us.',
    'Égalité des chances entre les femmes et les hommes, religion et nationalité.',
    'Toutes les candidatures, quelles que soient votre religion et votre nationalité.',
    'We value gender diversity, whatever your religion.',
  ])('is no demand where somebody promises not to look at it: %s', (promise) => {
    const { text, leftOut } = withoutTraits(`${promise} Needs Kubernetes.`)
    expect(leftOut).toEqual([])
    expect(text.trim()).toBe('Needs Kubernetes.')
    expect(withoutTraits(`${promise}\nNeeds Go.`).text).toMatch(/\nNeeds Go\.$/)
  })

  const WHOLE: Readonly<Record<string, readonly string[]>> = {
    age: [
      'max age 35', 'maximum age of 35', 'min age: 18', 'minimum age is 18', 'upper age limit 40', 'preferred age group 25-35', 'age under 35', 'age below 35',
      'age between 25 and 35 years', 'age 25 to 35', 'age limit: 35 years', 'age:35', 'age 35 year', 'ages 25-35', 'age 25', 'ages 25 to 35', 'ages 25 and 35', 'ages 25 - 35',
      'aged 25', 'aged 25-35', 'aged 25 and 35', 'between the age of 25 and 35 years old', 'under 30 years old', 'over 30 year of age', 'below 30 years of age',
      'above 30 years old', 'no older than 30 years old', 'younger than 30 years old', 'older than 30 years old', 'between 25-35 years old', 'between 25 - 35 years old',
      '25-35 years old', '25 - 35 years old', '25 to 35 years of age', '19 year old', 'younger', 'youngest', 'young', 'youthful', 'digital native', 'digital natives',
      'recent graduate only', 'recent graduates only', 'mature lady', 'mature gentleman', 'mature person', 'age limit', 'Höchstalter 35', 'Mindestalter: 18', 'Altersgrenze 40',
      'Alter : 25 - 35 Jahre', 'Alter max 35', 'Alter max. 35', 'Alter max. 35 Jahre', 'Alter maximal 35 Jahren', 'Alter bis 35', 'Alter zwischen 25 und 35', 'Alter 25bis35', 'Alter 35jahre', 'Alter:35', 'âge 35',
      'âge : 35 ans', 'âge maximum 35', 'edad máxima 35', 'edad: 25 a 35 años', 'âge 25-35', 'âge 25 à 35 ans', 'âge 25 et 35', 'edad 25 y 35', 'âge 25à35ans',
      'zwischen 25 und 35 Jahre alt', 'zwischen 25 und 35 Jahren', 'entre 25 et 35 ans', 'entre 25 y 35 años', 'zwischen  25  und  35  Jahren  alt', 'unter 30 Jahren',
      'nicht älter als 30 Jahre', 'moins de 30 ans', 'menos de 30 años', 'unter  30  Jahre', '25-35 Jahre alt', '25 bis 35 Jahre alt', '25 - 35  Jahre  alt', '25bis35 Jahre alt',
      'junge Frau', 'junger Mann', 'jungen Mann', 'junge Männer', 'junge Frauen', 'junge Dame', 'junge Bewerber', 'junge Bewerberin', 'junger Mitarbeiter', 'junge Mitarbeiterin',
      'junge  Frau',
    ],
    gender: [
      'female', 'male', 'males', 'females', 'male candidate', 'female candidates', 'female applicant', 'male applicants', 'male only', 'females preferred', 'man only', 'men only',
      'women only', 'a man', 'any woman', 'any  man', 'a  woman', 'ladies', 'gentleman', 'gentlemen', 'gender', 'männlich', 'männliche', 'männlicher', 'weiblich', 'weibliche',
      'weiblicher', 'Männer', 'Frauen', 'nur Frauen', 'ausschließlich Männer', 'Frauen bevorzugt', 'Männer gesucht', 'weiblich gewünscht', 'Geschlecht: egal', 'Geschlecht : w',
      'sexe: homme', 'Sexo:hombre', 'hommes uniquement', 'homme uniquement', 'femme seulement', 'femmes exclusivement', 'mujeres solamente', 'hombres únicamente',
    ],
    family: [
      'married', 'unmarried', 'single man', 'single woman', 'single person', 'single status', 'marital status', 'no kids', 'no children', 'no family commitments',
      'no family obligations', 'without children', 'without family obligations', 'family status', 'childless', 'ledig', 'verheiratet', 'unverheiratet', 'kinderlos', 'ohne Kinder',
      'Familienstand', 'célibataire', 'célibataires', 'marié', 'mariée', 'mariés', 'mariées', 'sans enfant', 'sans enfants', 'situation familiale', 'solter', 'soltero', 'soltera',
      'solteros', 'solteras', 'sin hijos', 'estado civil',
    ],
    religion: [
      'practising christian only', 'practicing christians preferred', 'devout muslim only', 'muslims only', 'jew only', 'jews preferred', 'hindu background', 'hindus only',
      'buddhist faith', 'buddhists only', 'catholic only', 'catholics preferred', 'religion', 'religious belief', 'religious affiliation', 'Konfession',
      'Konfessionszugehörigkeit', 'Religionszugehörigkeit', 'religión',
    ],
    ethnicity: [
      'native speaker', 'native speakers', 'native english speaker', 'native german speakers', 'native french speaker', 'native spanish speaker', 'native italian speaker',
      'native dutch speaker', 'native portuguese speaker', 'native polish speakers', 'mother tongue', 'caucasian', 'white candidate', 'white candidates', 'white applicant',
      'white applicants', 'white only', 'british national only', 'german nationals only', 'american citizen only', 'european citizens only', 'local nationals only',
      'EU citizens only', 'US citizens only', 'nationality', 'ethnicity', 'ethnic background', 'ethnic origin', 'no accent', 'without accent', 'without an accent',
      'deutsche Muttersprachler', 'deutscher Muttersprachler', 'deutschen Muttersprachlerinnen', 'Muttersprachlerin', 'französische Muttersprache',
      'französischen Muttersprachler', 'französischer Muttersprachler', 'Muttersprache', 'deutsche Staatsangehörigkeit', 'akzentfrei', 'langue maternelle', 'nationalité',
      'lengua materna', 'nacionalidad',
    ],
    disability: [
      'able bodied', 'able-bodied', 'no disability', 'no disabilities', 'without disability', 'without disabilities', 'physically fit', 'körperlich fit', 'ohne Behinderung',
      'ohne Behinderungen', 'sans handicap',
    ],
    health: [
      'in good health', 'in perfect health', 'in excellent health', 'health status', 'good physical condition', 'no health issues', 'no medical problems', 'no health conditions',
    ],
    orientation: [
      'sexual orientation', 'heterosexual',
    ],
    union: [
      'no union member', 'no union members', 'no union membership', 'non union', 'non-union',
    ],
  } // biome-ignore format: a table
  it.each(Object.entries(WHOLE).flatMap(([topic, all]) => all.map((words) => [topic, words] as const)))(
    'of %s is cut out as a whole: %s',
    (topic, words) => {
      const { text, leftOut } = withoutTraits(`Kubernetes, ${words}, Terraform`)
      expect(leftOut).toEqual([{ topic, words }])
      expect(text).toMatch(/^Kubernetes, +, Terraform$/)
    },
  )

  it.each([
    ['man preferred', 'man'],
    ['men wanted', 'men'],
    ['woman needed', 'woman'],
    ['women who', 'women'],
    ['lady with', 'lady'],
    ['girl wanted', 'girl'],
    ['girls preferred', 'girls'],
    ['boy needed', 'boy'],
    ['boys wanted', 'boys'],
    ['guy who', 'guy'],
    ['guys with', 'guys'],
    ['hard working woman wanted', 'hard working woman'],
    ['hard-working girls needed', 'hard-working girls'],
    ['salesman wanted', 'salesman'],
    ['handyman wanted', 'handyman'],
    ['craftsman wanted', 'craftsman'],
  ])('of gender is seen by what stands behind it: %s', (said, words) => {
    expect(withoutTraits(`Kubernetes, ${said}, Terraform`).leftOut).toEqual([{ topic: 'gender', words }])
    expect(withoutTraits(`Kubernetes, ${words}, Terraform`).leftOut.map((one) => one.words)).not.toContain(words)
  })

  it.each([
    'age verification', 'weiblich /divers', 'package 35', 'stage 20', 'age', 'ages', 'ages ago', 'manage 20 people', 'young start-up', 'young business', 'young firm', 'young product', 'a man of action',
    'any woman of the team', 'gender balance', 'gender identity', 'craftsman', 'handyman', 'man', 'women', 'girls', 'a manager', 'malevolent',
    'single sign-on', 'christian', 'Christians', 'a jew', 'white paper', 'white label', 'native language', 'native mobile', 'local citizens', 'us only', 'race to market',
    'race track', 'ethical', 'accent colours', 'no accents', 'able', 'fit', 'in the best health', 'Altersvorsorge', 'alternativ', 'Alter', '30 Jahre', 'seit 30 Jahren',
    '10-15 Jahre', '25 bis 35 Jahre', 'entre 25 et 35 kilos', 'zwischen 25 und 35 Leuten', 'unter 30 Minuten', 'junge Firma', 'Generationen', 'männlich/weiblich',
    'männlich|weiblich', 'weiblich*männlich', 'Frauenhaus', 'Männersache', 'ledigung', 'langue', 'nationalités', 'homme', 'femmes', 'mujeres', "moins de 10 ans d'expérience",
    'ohne Behinderungsgrad', 'enfants', 'health insurance', 'good condition', '20 years', '25 years in business', 'older than 30', 'under 30', 'between 25 and 35',
    'recent graduates', 'mature codebase', 'upper limit 20', 'average 25',
  ])('is no part of other words: %s', (said) => {
    const line = `Kubernetes, ${said}, Terraform`
    expect(withoutTraits(line)).toEqual({ text: line, leftOut: [] })
  }) // biome-ignore format: a list

  it.each([
    'regardless of gender', 'irrespective of gender', 'without regard to gender', 'equal opportunity, any gender', 'equal opportunities, any gender',
    'equal employment for any gender', 'do not discriminate by gender', 'does not discriminate by gender', 'non-discriminatory of gender', 'non-discrimination by gender',
    'all applicants of any gender', 'all qualified applicants of any gender', 'diversity of gender', 'inclusive of any gender', 'inclusion of any gender',
    'welcome people of any gender', 'welcome applications of any gender', 'unabhängig von Religion', 'ungeachtet der Religion', 'Chancengleichheit, gleich welche Religion',
    'Vielfalt, auch der Religion', 'gleichberechtigt in der Religion', 'Gleichberechtigung der Religion', 'quel que soit la religion', 'quels que soient la religion et le sexe',
    'indépendamment de la religion', 'handi-accueillant, toute religion', 'handiaccueillant, toute religion', 'independientemente de la religión', 'igualdad de religión',
  ])('is no demand in the sentence that says %j, and what stands around that is kept', (promise) =>
    expect(withoutTraits(`Go. ${promise}. Java.\n${promise}\nRust`)).toEqual({ text: 'Go. Java.\n\nRust', leftOut: [] }),
  ) // biome-ignore format: a list

  it('leaves the words around it apart', () => {
    expect(withoutTraits('Go,women only,Java').text).toBe('Go, ,Java')
    expect(withoutTraits('Go (pregnant) Java').text).toBe('Go ( ) Java')
    expect(withoutTraits('Go\nWe do not discriminate by age. Java').text).toBe('Go\n Java')
  })

  it('is told once a topic, with the first words, and all of it is cut', () => {
    const { text, leftOut } = withoutTraits('Women only. Ladies! Aged 20-30. Childless. Needs  Go.')
    expect(leftOut).toEqual([
      { topic: 'gender', words: 'Women only' },
      { topic: 'age', words: 'Aged 20-30' },
      { topic: 'family', words: 'Childless' },
    ])
    expect(text).not.toMatch(/women|ladies|aged|childless/i)
    expect(text).toContain('Needs Go.')
  })

  it('is cut where notes about people would be warned of it, too', () => {
    const { text, leftOut } = withoutTraits('Not somebody who is pregnant. Go.')
    expect(leftOut.map(({ words }) => words.toLowerCase())).toEqual([expect.stringContaining('pregnant')])
    expect(text).not.toContain('pregnant')
  })
})
