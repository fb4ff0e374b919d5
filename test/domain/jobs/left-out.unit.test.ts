import { describe, expect, it } from 'vitest'
import { withoutTraits } from '../../../src/domain/jobs/left-out.ts'

describe('what must not count in a job’s text', () => {
  const CUT: readonly (readonly [string, string, string])[] = [
    ['age', 'Maximum age 35', 'Maximum age 35'],
    ['age', 'age limit', 'age limit'],
    ['age', 'preferred age range: 25-35', 'preferred age range: 25-35'],
    ['age', 'aged 25 to 35', 'aged 25 to 35'],
    ['age', 'between 25 and 35 years old', 'between 25 and 35 years old'],
    ['age', 'not older than 40 years of age', 'not older than 40 years of age'],
    ['age', 'under the age of 30 years old', 'under the age of 30 years old'],
    ['age', '30 years old', '30 years old'],
    ['age', 'a young team player', 'young'],
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
  ])('is no demand where somebody promises not to look at it: %s', (promise) => {
    const { text, leftOut } = withoutTraits(`${promise} Needs Kubernetes.`)
    expect(leftOut).toEqual([])
    expect(text.trim()).toBe('Needs Kubernetes.')
    expect(withoutTraits(`${promise}\nNeeds Go.`).text).toMatch(/\nNeeds Go\.$/)
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
