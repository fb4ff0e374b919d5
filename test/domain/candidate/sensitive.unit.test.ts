import { describe, expect, it } from 'vitest'
import { SENSITIVE_TOPICS, warnSensitive } from '../../../src/domain/candidate/sensitive.ts'

const topics = (text: string) => warnSensitive(text).map(({ topic }) => topic)

describe('what must not play a part in hiring is warned about', () => {
  it.each([
    ['health', ['her health', 'mental health', 'poor health', 'health issue', 'health problems', 'health condition', 'she is very sick', 'they’re often ill', 'seems unwell', 'sick leave', 'has cancer', 'chemo', 'chemotherapy', 'was diagnosed with it', 'a diagnosis', 'burned out', 'burnt-out', 'depression', 'an anxiety disorder', 'surgery', 'hospitalised', 'hospitalized', 'medication', 'hiv', 'diabetes', 'diabetic', 'migraines', 'a migraine']],
    ['disability', ['disabilities', 'a disability', 'a disabled person', 'wheelchair', "she's deaf", 'he is blind', 'they were dyslexic', 'autistic', 'autism', 'ADHD', 'dyslexia', 'dyslexic', 'hard of hearing', 'Ana is blind', 'Ana is deaf', 'is neurodivergent', 'they were neurodivergent']],
    ['pregnancy', ['pregnant', 'her pregnancy', 'maternity', 'paternity', 'parental leave', 'expecting a baby', 'expecting twins', 'fertility', 'IVF', 'breastfeeding', 'expecting in May', 'She is expecting.', 'they’re expecting', 'expecting her second', 'expecting in autumn']],
    ['family', ['her husband', 'his wife', 'their kid', 'her children', 'his child', 'her divorce', 'young children', 'has kids', 'no children', 'a single mum', 'a working father', 'family reasons', 'a family reason', 'family commitment', 'family planning', 'is newly married', 'he is a dad', 'childcare', 'just got married', 'got married', 'recently divorced', 'newly married', 'just married', 'now widowed', 'twice divorced', 'a mother of three', 'father of two', 'a dad of 2 kids', 'mom of twins and calm', 'parent of one young girl']],
    ['age', ['she is a bit old', 'he seems very young', 'too old', 'too young', 'her age', 'in her early forties', 'mid-thirties? in his thirties', 'late twenties: in their late twenties', 'in his 50s', 'a 54 years old man', '54-year-old candidate', 'he is 54', 'she was 61, I think', 'close to retirement', 'close to retire', 'nearing retirement', 'near retirement', 'overaged', 'overage', 'a millennial', 'digital native', 'She is 52 years old and calm', 'He is 45 and sharp', 'they are 61 but quick', 'she’s already 50 years old', 'Aged 52', 'aged 52 years old', 'a 52-year-old engineer', 'a 52 year old senior software engineer', '52 yo', '52yo', '52 y/o', '52 y.o.', 'born in 1961', 'born 2003', 'the candidate is 19 and green']],
    ['religion', ['religion', 'religious', 'muslim', 'islam', 'islamic', 'a devout christian', 'is a christian', 'is an christian', 'practicing christian', 'catholic', 'jewish', 'hindu', 'hinduism', 'buddhist', 'sikh', 'atheist', 'hijab', 'church', 'prays']],
    ['ethnicity', ['ethnicity', 'ethnic background', 'race or colour', 'her race', 'his skin color', 'her skin colour', 'their accent', 'a heavy accent', 'foreign accent', 'person of color', 'she is black', "they're latina", 'Black woman', 'a white guy', 'an Asian candidate', 'a native speaker', 'immigrant', 'refugee']],
    ['gender', ['her gender', 'the gender', 'for a woman', 'for a girl', 'transgender', 'is trans', 'non-binary: she is non-binary', 'he is nonbinary', 'trans woman', 'a trans man', 'a non-binary person', 'a diversity hire', 'female candidate', 'attractive', 'bossy', 'mansplaining']],
    ['orientation', ['sexual orientation', 'is gay', 'her wife', 'his husband', 'same-sex', 'same sex']],
    ['union', ['trade union', 'labor union', 'labour union', 'union member', 'union membership', 'union rep', 'union representative', 'union organizer', 'union activism', 'works council', 'unionised', 'unionize', 'shop steward']],
    ['politics', ['political view', 'politically active', 'political opinions', 'political beliefs', 'votes labour', 'voted for republican', 'vote for left', 'party member', 'his politics']],
  ] as const)('%s', (topic, texts) => {
    for (const text of texts) expect(topics(text), text).toContain(topic)
  }) // biome-ignore format: a table

  it('names each topic once, with the words that raised it', () => {
    expect(warnSensitive('Her husband and two kids; she is pregnant.')).toEqual([
      { topic: 'pregnancy', words: 'pregnant' },
      { topic: 'family', words: 'Her husband' },
    ])
    expect(topics(`${'x '.repeat(5_000)}pregnant`)).toEqual([])
    expect(SENSITIVE_TOPICS).toHaveLength(11)
  })

  it.each([
    'health checks', 'her health dashboards were clear', 'sick of waiting', 'a sick-leave policy? no: leave policy', 'is ill-defined', 'the diagnostic tool', 'surgeon of legacy code',
    'disabled personal alerts', 'blind spots', 'expecting results', 'parental controls', 'he is old school', 'is young code', 'too young for production', 'too old to be useful',
    'an aged cheese', '54 years of experience', 'is 5 times faster', 'religiously', 'christian names', 'church of Go', 'race to ship', 'accent colours', 'native code',
    'engendered trust', 'for a manual process', 'trans-atlantic calls were fine',
    '45 people', 'aged whisky brand', 'a whisky aged 18 years', 'cheese aged 24 months', 'team of 52', 'black box testing', 'a black belt', 'blind spot', 'is blind to cost', 'the review is blind', 'the toggle is disabled',
    'expecting a decision in May', 'what we are expecting in May is growth', 'expecting in June to hear', '5 years of Java', 'a 20-year-old codebase', 'the system is 20 years old now', 'a company born in 1998', 'born in 2015', 'the parent of two nodes', 'father of two patents', 'now married to the old API', 'trans managers', 'he is 99 and', '30 yo-yos', 'aged 5', 'union all', 'unit tests', 'a political map', 'votes for the design', 'third-party members',
  ])('has second meanings that are none: %s', (text) => expect(warnSensitive(text)).toEqual([])) // biome-ignore format: a list
})
