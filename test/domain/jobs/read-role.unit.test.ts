import { describe, expect, it } from 'vitest'
import { languageNamed, languagesIn } from '../../../src/domain/jobs/languages.ts'
import { withoutTraits } from '../../../src/domain/jobs/left-out.ts'
import { readRole } from '../../../src/domain/jobs/read-role.ts'
import { linesOf } from '../../../src/domain/jobs/role-lines.ts'

const POSTING = `We are hiring a Senior Backend Engineer (m/f/d)
We build payments for shops.
Location: Berlin or remote
What you will do
- Run services in Python
What you bring:
- 5+ years of experience with Go or Java
- Strong PostgreSQL knowledge
- Fluent in English; German is a plus
Nice to have:
- Kubernetes, Terraform
- Rust
No PHP needed.
Benefits
- Free coffee, a Swift onboarding, and Ruby on Fridays`
const read = (text: string) => readRole(text).criteria

describe('what a role asks for', () => {
  it('is read from a pasted posting, what must be there apart from what would be nice', () => {
    expect(readRole(POSTING)).toEqual({
      criteria: {
        title: 'Senior Backend Engineer',
        must: ['go', 'java', 'postgresql'],
        anyOf: [['go', 'java']],
        nice: ['kubernetes', 'terraform', 'rust', 'payments', 'python'].filter((skill) => skill !== 'payments'),
        years: 5,
        skillYears: { go: 5, java: 5 },
        seniority: 'senior',
        location: 'Berlin',
        remoteOk: true,
        jobFunction: 'engineering',
        languages: ['English'],
        order: ['known', 'must', 'role', 'nice', 'level', 'place', 'languages'],
      },
      leftOut: [],
    })
  })

  it.each([
    [
      'Senior SRE in London, remote ok: Kubernetes, Terraform',
      {
        title: 'Senior SRE',
        must: ['kubernetes', 'terraform'],
        location: 'London',
        remoteOk: true,
        seniority: 'senior',
      },
    ],
    [
      'senior sre',
      {
        title: 'senior sre',
        must: [],
        nice: [],
        seniority: 'senior',
        jobFunction: 'engineering',
        location: undefined,
        years: undefined,
      },
    ],
    [
      'Sr. SRE in London: Kubernetes',
      { title: 'Sr. SRE', must: ['kubernetes'], location: 'London', seniority: 'senior' },
    ],
    ['SRE\nYou work with Dr. Lind, e.g. Kafka is required. Docker is a plus.', { must: ['kafka'], nice: ['docker'] }],
    ['Rust Developer', { title: 'Rust Developer', must: ['rust'] }],
    ['Job title: Account Executive\nLisbon', { title: 'Account Executive', location: 'Lisbon', jobFunction: 'sales' }],
    ['SRE\nKnows Kubernetes. Terraform is a plus.', { must: ['kubernetes'], nice: ['terraform'] }],
    [
      'SRE\nKafka would be a plus\nKubernetes is a must\nDay to day you use Docker',
      { must: ['kubernetes'], nice: ['kafka', 'docker'] },
    ],
    ['SRE\nWe offer Ruby lessons\nKubernetes', { must: ['kubernetes'], nice: [] }],
    ['SRE\nRequired: Kubernetes\nDocker and Helm', { must: ['kubernetes', 'docker', 'helm'] }],
    ['SRE\nWe use Docker\nMust have: Kubernetes', { must: ['kubernetes'], nice: ['docker'] }],
    [
      'SRE\nSkills: Kubernetes, Frobnicator 9000, AWS (EC2); a very long thing that nobody would call a skill',
      { must: ['kubernetes', 'frobnicator-9000', 'aws'] },
    ],
    ['SRE\nYou must know Helm.\nNice to have: Go', { must: ['helm'], nice: ['go'] }],
    ['SRE\nPerks: Java, every morning\nDocker', { must: [], nice: [] }],
    ['SRE\nThis is not a remote role', { remoteOk: false }],
    ['SRE\nNo remote work', { remoteOk: false }],
    ['SRE\nWork from anywhere', { remoteOk: true }],
    ['SRE\nOur office is based in Porto, near the river', { location: 'Porto' }],
    ['', { title: '', must: [], nice: [] }],
  ])('%j', (text, expected) => expect(read(text)).toMatchObject(expected))

  it.each([
    ['3-5 years with Go', 3],
    ['at least 10 years of experience, 2 years of it with Go', 10],
    ['7+ yrs experience', 7],
    ['one of the oldest, 30 years in business', undefined],
    ['founded 20 years ago', undefined],
    ['99 years of experience', undefined],
    ['mind. 3 Jahre Berufserfahrung', 3],
    ['Mindestens 5 Jahre Erfahrung im Vertrieb', 5],
    ['3 bis 5 Jahre mit SAP', 3],
    ["3 ans d'expérience minimum", 3],
    ['5 ans minimum', 5],
    ['4 años de experiencia', 4],
    ['Seit 20 Jahren.', undefined],
    ['unter 35 Jahren', undefined],
    ['25 Jahre alt', undefined],
  ])('%s: years %s', (text, years) => expect(read(`SRE\n${text}`).years).toBe(years))

  it('is bounded, however long the text', () => {
    const many = Array.from({ length: 100 }, (_, at) => `Skill${at}`).join(', ')
    expect(read(`SRE\nSkills: ${many}\nNice to have: Go`)).toMatchObject({ nice: ['go'] })
    expect(read(`SRE\nSkills: ${many}`).must).toHaveLength(15)
    expect(read('x'.repeat(5_000)).title).toHaveLength(150)
    expect(linesOf(Array.from({ length: 1_000 }, () => 'Go').join('\n')).lines).toHaveLength(300)
  })

  it('takes a model’s word of what a line is about, and the rules’ where it gives none', () => {
    const text = 'SRE\nWe use Docker\nAnd Helm\nNice to have: Go'
    expect(read(text)).toMatchObject({ must: ['docker', 'helm'], nice: ['go'] })
    expect(readRole(text, new Map([[1, 'must']])).criteria).toMatchObject({ must: ['docker'], nice: ['go', 'helm'] })
    expect(
      readRole(
        text,
        new Map([
          [1, 'neither'],
          [2, 'must'],
        ]),
      ).criteria,
    ).toMatchObject({ must: ['helm'], nice: ['go'] })
  })
})

describe('the sections of a posting', () => {
  it.each([
    "What you'll be doing", 'In this role you will', "We're looking for", 'The ideal candidate', 'The ideal candidate:', 'Skills and experience', 'Technical skills', 'Key skills',
    'Experience', 'Experience:', 'You are', 'You are:', "You'll have", 'Profile', 'What we expect', 'Person specification', 'Job description', 'What success looks like',
  ])('what is said of the company ends at %s', (heading) =>
    expect(read(`Backend Engineer\nAbout us\nWe are a bank and like Perl.\n${heading}\n- Java and PostgreSQL\n- Docker`).must).toEqual(['java', 'postgresql', 'docker']),
  ) // biome-ignore format: a list

  it.each([
    ['Perks\n- Free coffee\n- Ruby lessons', { must: [], nice: [] }],
    ['Requirements\n- No degree needed\n- Docker', { must: ['docker'], nice: [] }],
    [
      'Nice to have\n- Solid experience of people\n- Docker\nRequirements\n- Kafka',
      { must: ['kafka'], nice: ['docker'] },
    ],
    ['Requirements\n- Bonus: Kafka\n- Docker', { must: ['docker'], nice: ['kafka'] }],
    ['*Requirements*\n• Java\n*Perks*\n• Ruby\n*What else*\n• Kafka', { must: ['java'], nice: ['kafka'] }],
  ])('a bullet is no heading: %j', (text, expected) => expect(read(`SRE\n${text}`)).toMatchObject(expected))
})

describe('headings as people write them', () => {
  it.each([
    ['Must: Go\nInterview process\n- Java', ['go'], []],
    ['Must: Go\nOur hiring process:\n- Java', ['go'], []],
    ['Must: Go\nWhat we can offer you\nJava training', ['go'], []],
    ['Must: Go\nCompensation: Java shares', ['go'], []],
    ['Must: Go\nSalary\n- paid in Java', ['go'], []],
    ['Must: Go\nHow we work\n- Java', ['go'], []],
    ['Must: Go\nCompensation & benefits\n- Java', ['go'], []],
    ['Must: Go\nCompensation and benefits\nJava', ['go'], []],
    ['Must: Go\nPayroll\nJava', ['go', 'payroll', 'java'], []],
    ['Who we are looking for\n- Java', ['java'], []],
    ['Must: Go\nWho we are\n- Java', ['go'], []],
    ['Must: Go\nNice to have\nVoraussetzung\nJava', ['go', 'java'], []],
    ['Must: Go\nExtra points if you know\n- Java', ['go'], ['java']],
    ['Must: Go\nEven better if\n- Java', ['go'], ['java']],
    ['Must haves:\nGo\nShould have:\nJava\nCould have:\nRust', ['go'], ['java', 'rust']],
    ['We require Python and Django.\nOur tech stack: React, AWS', ['python', 'django'], ['react', 'aws']],
    ['This role requires Python\nDocker', ['python'], ['docker']],
    ['Tech stack: Python\nDocker', ['python', 'docker'], []],
    ['Das bringst du mit:\n- SAP\nWünschenswert:\n- HubSpot\nWir bieten:\n- Power BI', ['sap'], ['hubspot']],
    ['Dein Profil\nSAP\nDas bieten wir dir\nPython-Kurse, Obstkorb', ['sap'], []],
    ['Muss: Docker\nKann: Ansible\nIdealerweise Go oder Rust', ['docker'], ['ansible', 'go', 'rust']],
    ['Deine Aufgaben:\n- Salesforce\nVoraussetzungen\n- SAP', ['sap'], ['salesforce']],
    ['Docker ist zwingend. Helm von Vorteil. Java nicht erforderlich.', ['docker'], ['helm']],
    ['Anforderungen\n- Docker\nGehalt\n- in SAP', ['docker'], []],
    ['Profil recherché :\n- React\nLes plus :\n- Docker\nCe que nous offrons :\n- Formation AWS', ['react'], ['docker']],
    ['Compétences requises : SAP, Excel\nAtouts : Power BI', ['sap', 'excel'], ['power-bi']],
    ['Profil souhaité\n- SAP\nVos missions\n- Excel', ['sap'], ['excel']],
    ['Docker est indispensable. Helm serait un plus. Java souhaité.', ['docker'], ['helm', 'java']],
    ['Must: Docker\nDe plus, Helm. Java non requis.', ['docker', 'helm'], []],
    ['Requisitos\n- Docker\nSe valorará Helm\nOfrecemos\n- Java', ['docker'], ['helm']],
  ])('say what stands under them: %j', (text, must, nice) => expect(read(`SRE\n${text}`)).toMatchObject({ must, nice })) // biome-ignore format: a table
})

describe('each heading that people write', () => {
  type Asked = { readonly must: readonly string[]; readonly nice: readonly string[] }
  const javaOf = ({ must, nice }: Asked) =>
    must.includes('java') ? 'must' : nice.includes('java') ? 'nice' : 'neither'
  /** What a line makes of the next one: below what must be there, below what would be nice, and first of all. */
  const below = (heading: string) =>
    ['Must: Go\nRequirements\n', 'Must: Go\nNice to have\n', ''].map((before) =>
      javaOf(read(`SRE\n${before}${heading}\nJava`)),
    )

  it.each([
    'Must have', 'Must-haves', 'Must haves', 'Must', 'Required', 'Requirement', 'Requirements', 'Your job requires', 'This requires', 'What we require', 'Essential', 'Mandatory',
    'Minimum', 'You need', 'You have', 'You bring', 'You know', 'You master', "You'll need", "You'll have", "You'll bring", 'What you need to have', 'Needed to know',
    'Needs to have', 'Qualification', 'Qualifications', 'Proficient', 'Proficiency', 'Strong experience', 'Solid knowledge', 'Deep skills', 'Proven skill',
    'Hands-on understanding', 'Extensive background', 'Expert knowledge', 'Strong technical background', 'Deep industry knowledge', 'Expertise', 'Experience with',
    'Experience in', 'Anforderungen', 'Your profile', 'Candidate profile', 'Ideal profile', 'Required profile', 'About you', 'Who you are', 'What you bring', 'What we look for',
    "What we're looking for", 'What we are looking for', 'What we looking for', 'What we expect', 'What we need', 'What we want', 'What we ask', 'Who we look for',
    "Who we're looking for", 'Who we are looking for', 'Who we are seeking', 'Who we are searching for', 'Who we are looking for:', 'Who we need', 'Who we want', 'Ideal candidate', 'The perfect candidate', 'The right person', 'Successful candidate', 'Person specification',
    'Skills and experience', 'Skills & qualifications', 'Skills and qualifications', 'Technical skills', 'Key experience', 'Core competencies', 'Relevant competences',
    'Relevant experience', 'Dein Profil', 'Ihr Profil', 'Looking for', 'We are looking for', "We're looking for", 'You are', "You're", 'You', 'Experience', 'Work experience',
    'Skills', 'Profile', 'Profil', 'Competencies', 'Competences', 'You:', 'Experience ---',
    'Need to have', 'Tech stack:', 'Technologies:', 'Tools:', 'Programming languages:', 'What you bring to the table', 'What you bring to the table here', 'What you bring to the table here:',
  ])('asks for what stands below %j', (heading) => expect(below(heading)).toEqual(['must', 'must', 'must'])) // biome-ignore format: a list

  it.each([
    'Should have', 'Should-haves', 'Could have', 'Could-haves', 'Nice to have', 'Bonus points', 'Preferred', 'Ideally',
  ])('names below %j what would be nice', (heading) => expect(below(heading)).toEqual(['nice', 'nice', 'nice'])) // biome-ignore format: a list

  it.each([
    'Responsibilities', 'Your responsibilities', 'Duties', 'What you will do', "What you'll do", "What you'll be doing", 'What you will be doing', 'In this role', 'You will',
    'The role', 'The job', 'The position', 'Job description', 'Role overview', 'Job summary', 'Role purpose', 'Your role', 'Your tasks', 'Your mission', 'Tasks', 'Day-to-day',
    'Day to day', 'Your day-to-day', 'A day in the life', 'About the role', 'About the job', 'About the position', 'Deine Aufgaben', 'Ihre Aufgaben',
  ])('tells below %j of the work, and asks only where nothing else does', (heading) =>
    expect(below(heading)).toEqual(['nice', 'nice', 'must']),
  ) // biome-ignore format: a list

  it.each([
    "What's in it for you", 'In it for you', 'In return', 'Our values', 'Our culture', 'Our story', 'Our mission', 'Our benefits', "Why you'll love it", 'Life at Fern',
    'Interview process', 'Hiring process', 'Recruitment process', 'Recruiting steps', 'Selection procedure', 'Application stages', 'Interviews process', 'Application step',
    'Hiring stage', 'Interview steps', 'What happens next', 'Next steps', 'How we hire', 'How we interview', 'How we work', 'Compensation', 'Salary', 'Pay', 'Remuneration',
    'Package', 'Comp', 'OTE', 'Apply', 'Contact', 'Our compensation', 'The salary', 'Your pay', 'Total compensation', 'Salary range', 'Pay band', 'Contact details',
    'Compensation package', 'Salary and benefits', 'Salary:',
  ])('speaks below %j of the company or of how it hires', (heading) =>
    expect(below(heading)).toEqual(['neither', 'neither', 'neither']),
  ) // biome-ignore format: a list

  it.each([
    'Tech stack', 'Technology stack', 'Stack', 'Technologies', 'Tools', 'Tech', 'Programming languages', 'Our stack', 'Musty rooms', 'Requiring patience', 'Minimalism',
    'Profile of the town', 'Skills matter', 'You and the sea', 'Looking for shells', 'Competence', 'Salary talks', 'Paying customers', 'Contact lenses', 'Should haven',
    'We should have gone', 'Applying', 'Experienced rowers', 'A profile', 'Rowing days to come', 'Required 5 years', 'Required 5years', 'Required 5+ years', 'Required 5 + years', 'Required 3yrs', 'Required 1 yr', 'Requirements 1 Jahr', 'Required 1 year',
    'Requirements 3 Jahre', 'Requirements 3 Jahren', 'Requirements 2 ans', 'Requirements 4 años', 'A degree is required', 'What you need is patience', 'Requirements would follow',
    'Some requirements, in short', 'Requirements; in short', 'The requirements of a long life on board', 'What you bring to the table with us', 'What you bring to the table with us:',
  ])('is not %j, below which the section goes on', (line) => expect(below(line)).toEqual(['must', 'nice', 'must'])) // biome-ignore format: a list

  it.each([
    'Tech stack:', 'Technology stack:', 'Stack:', 'Technologies:', 'Tools:', 'Tech:', 'Programming languages:', 'Kenntnisse:', 'Knowledge of our tools:', 'Technologien:', 'Compétences:', 'Langages:',
  ])('lists behind %j what counts, known or not', (heading) => {
    expect(read(`SRE\n${heading} Frobnicator 9000, Blorp`).must).toEqual(['frobnicator-9000', 'blorp'])
    expect(read(`SRE\n${heading}Blorp`).must).toEqual(['blorp'])
  }) // biome-ignore format: a list
  it.each([
    'Our tech stack:', 'Our whole tech stack:', 'The current set of tools:', 'The technologies:', 'Current tools:', 'Our tech:', 'Technologies we use:', 'Tools we work with:',
  ])('lists behind %j what the company works with, which is not yet asked for', (heading) =>
    expect(read(`SRE\nMust: Go\n${heading} Frobnicator 9000, Blorp`)).toMatchObject({ must: ['go'], nice: ['frobnicator-9000', 'blorp'] }),
  ) // biome-ignore format: a list

  it.each([
    'Voraussetzungen', 'Voraussetzung', 'Anforderung', 'Anforderungsprofil', 'Muss-Kriterien', 'Muss', 'Unser Profil', 'Votre profil', 'Ton profil', 'Profil recherché', 'Profil souhaité',
    'Profil idéal', 'Das bringst du mit', 'Das bringen Sie mit', 'Was du mitbringst', 'Deine Qualifikation', 'Ihre Qualifikationen', 'Deine Erfahrung', 'Ihre Kenntnisse',
    'Fachkenntnisse', 'Compétences', 'Prérequis', 'Pré-requis', 'Vous avez', 'Vous êtes', 'Vous maîtrisez', 'Requisitos', 'Perfil', 'Lo que buscamos', 'Zwingend', 'Exigé',
  ])('asks for what stands below %j, too', (heading) => expect(below(heading)).toEqual(['must', 'must', 'must'])) // biome-ignore format: a list
  it.each([
    'Les plus', 'Les petits plus', 'Plus', 'Atouts', 'Les atouts', 'Kann', 'Kann-Kriterien', 'Bonus', 'Extras', 'Wünschenswert', 'Von Vorteil', 'Idéalement', 'Deseable',
    'Se valorará',
  ])('names below %j, too, what would be nice', (heading) => expect(below(heading)).toEqual(['nice', 'nice', 'nice'])) // biome-ignore format: a list
  it.each([
    'Aufgabengebiet', 'Aufgaben', 'Tätigkeiten', 'Deine Rolle', 'Ihre Rolle', 'Vos missions', 'Tes missions', 'Les missions', 'Mission', 'Responsabilités', 'Le poste',
    'Descriptif du poste', 'Stellenbeschreibung', 'Funciones', 'Responsabilidades', 'El puesto',
  ])('tells below %j of the work, too', (heading) => expect(below(heading)).toEqual(['nice', 'nice', 'must'])) // biome-ignore format: a list
  it.each([
    'Deine Vorteile', 'Ihre Vorteile', 'Unsere Vorteile', 'Unser Angebot', 'Nos avantages', 'Avantages', 'Bewerbungsprozess', 'Processus de recrutement', 'Beneficios', 'Gehalt',
    'Vergütung', 'Bewerbung', 'Kontakt', 'Rémunération', 'Salaire', 'Candidature', 'Salario', 'Kununu', 'Wir bieten', 'Über uns', 'Wer wir sind', 'Qui sommes-nous',
    'À propos de nous', 'Sobre nosotros', 'Quiénes somos',
  ])('speaks below %j of the company, too', (heading) =>
    expect(below(heading)).toEqual(['neither', 'neither', 'neither']),
  ) // biome-ignore format: a list
  it.each([
    'Vorausschau', 'Voraussetzungslos', 'Plusieurs ports', 'Kann man rudern', 'Aufgabenlose Zeit', 'Missionare', 'Kontaktlinsen', 'Gehaltvoll', 'Profile einer Stadt', 'Requisiten',
  ])('is not %j, which only begins alike', (line) => expect(below(line)).toEqual(['must', 'nice', 'must'])) // biome-ignore format: a list

  it('has at most sixty characters, wherever its colon stands', () => {
    const required = `Required ${'x'.repeat(51)}`
    expect([below(required)[1], below(`${required}x`)[1]]).toEqual(['must', 'nice'])
    expect([below(`${required}:`)[1], below(`${required}x:`)[1]]).toEqual(['must', 'nice'])
  })
})

describe('a heading that nobody foresaw', () => {
  it.each([
    ['Requirements\n- Kubernetes\nA typical week\n- Java on Mondays', ['kubernetes'], ['java']],
    ['Requirements\nKubernetes\nA typical week:\nJava on Mondays', ['kubernetes'], ['java']],
    ['Requirements\nKubernetes\n**A typical week**\nJava on Mondays', ['kubernetes'], ['java']],
    ['Requirements\nKubernetes\n\nA typical week\nJava on Mondays', ['kubernetes'], ['java']],
    ['Must: Go\nNice to have\n- Rust\nA typical week\nDocker', ['go'], ['rust', 'docker']],
  ])('ends what must be there and what would be nice: %j', (text, must, nice) =>
    expect(read(`SRE\n${text}`)).toMatchObject({ must, nice }),
  )

  it.each([
    ['Requirements\nKubernetes\nTeam player\nJava', ['kubernetes', 'java'], []],
    ['Requirements\n- Kubernetes\n- Team player\n- Java', ['kubernetes', 'java'], []],
    ['Requirements\n- Kubernetes\nSoft skills\n- Java', ['kubernetes', 'java'], []],
    ['Must: Go\nPerks\nFree coffee\nPython courses', ['go'], []],
    ['Requirements\n\nKubernetes\n\nTeam player\n\nJava', ['kubernetes', 'java'], []],
  ])('is no item of a list, and none below it: %j', (text, must, nice) =>
    expect(read(`SRE\n${text}`)).toMatchObject({ must, nice }),
  )

  it.each([
    'Education', 'Certification', 'Certifications', 'Language', 'Languages', 'Soft skills', 'Hard skills', 'Other skills', 'Additional requirements', 'Personal qualities',
    'Technical', 'Technology', 'Technology stack', 'Leadership', 'Tools', 'Technologies', 'Tech', 'Tech stack', 'Stack', 'General', 'Other', 'Leadership:', 'GENERAL ---',
    'a typical week', 'Things we love', 'Things are good', 'It was good', 'They were good', 'Fern has boats', 'Boats have sails', 'Our boats', 'Boats for us',
    'A typical week, in short', 'A typical week; in short', 'Week: a typical one', 'Week:a typical one', 'A week of one two three four five', 'A boat is nice',
    'Boats would be nice', 'Boats for 5 years', '5+ years', 'Boats for 3 yrs', 'Boats for 3 Jahre', 'A week will tell',
  ])('is not %j, which goes on with the section', (line) =>
    expect(read(`SRE\nRequirements\n- Go\n${line}\n- Java`).must).toContain('java'),
  ) // biome-ignore format: a list
  it.each([
    'A week of one two three four', 'Typical week:', 'Education abroad', 'Technical week', 'Leadership week', 'Other things', 'A general week', 'General remarks', 'An education',
    'Boats for years', 'Weeks with wellbeing', 'Über Boote',
  ])('is %j, whose words say nothing of what is asked', (line) =>
    expect(read(`SRE\nRequirements\n- Go\n${line}\n- Java`)).toMatchObject({ must: ['go'], nice: ['java'] }),
  ) // biome-ignore format: a list

  it('has at most sixty characters', () => {
    const line = `Boats ${'x'.repeat(54)}`
    const must = (heading: string) => read(`SRE\nRequirements\n- Go\n${heading}\n- Java`).must
    expect([must(line), must(`${line}:`)]).toEqual([['go'], ['go']])
    expect([must(`${line}x`), must(`${line}x:`)]).toEqual([
      ['go', 'java'],
      ['go', 'java'],
    ])
  })
})

describe('each part of a sentence', () => {
  it.each([
    [
      'Requirements\n- Java, Kotlin (no certification required)\n- Kafka experience preferred but not required\n- You don’t need to know AWS',
      ['java', 'kotlin'],
      ['kafka'],
    ],
    ['Requirements: 5+ years of experience, Java, Kotlin, no degree required', ['java', 'kotlin'], []],
    ['Prior fintech experience is not required, but Python is a must', ['python'], []],
    ['Requirements: Kubernetes, Go, Terraform. Rust is a plus.', ['kubernetes', 'go', 'terraform'], ['rust']],
    ['Must have: Kubernetes and Terraform; Ansible preferred', ['kubernetes', 'terraform'], ['ansible']],
    ['Tech stack: Python, Django (nice to have: Redis)', ['python', 'django'], ['redis']],
    ['Must: Java\nDocker, Helm charts (optional)', ['java', 'docker'], ['helm']],
    ['Java is required, Kotlin is a plus', ['java'], ['kotlin']],
    ['AWS, Kafka or Docker is a plus. Java is a must', ['java'], ['aws', 'kafka', 'docker']],
    ['Must: Java (we don’t use Kotlin), AWS (EC2)', ['java', 'aws'], []],
    ['We don’t use PHP any more', [], []],
    ['Docker is not a must', [], []],
    ['No PHP, no Perl needed', [], []],
    ['Docker, not required', [], []],
  ])('says for itself how much it counts: %j', (text, must, nice) =>
    expect(read(`SRE\n${text}`)).toMatchObject({ must, nice }),
  )

  it('says which languages are spoken of and not asked for', () => {
    expect(read('SRE\nMust speak German. No French required.').languages).toEqual(['German'])
    expect(read('SRE\nFluent English. Fluent Dutch is not required.').languages).toEqual(['English'])
    expect(read('SRE\nNot only German but fluent English').languages).toEqual(['English'])
  })
})

describe('where it is', () => {
  it.each([
    '- Mobile app experience', '- Enterprise sales', '- Split testing', '- Reading logs', '- Sale of', 'Nice office', '- Lead', '- Progress', '- Price', '- Man',
  ])('is not told by the beginning of a line that is also a town somewhere: %s', (line) => {
    expect(read(`SRE\n${line}`).location).toBeUndefined()
    expect(read(`SRE\n${line}\nLocation: London`).location).toBe('London')
  }) // biome-ignore format: a list

  it.each([
    ['Onsite in Berlin.', 'Berlin'],
    ['Porto\nLocation: London or remote', 'London'],
    ['London (Hybrid)', 'London'],
    ['London, UK', 'London'],
    ['Berlin or remote', 'Berlin'],
    ['Buenos Aires', 'Buenos Aires'],
    ['Location: Lisbon or Madrid', 'Lisbon or Madrid'],
    ['Location: Berlin, Germany or Munich', 'Berlin or Munich'],
    ['Location: Lisbon; Madrid', 'Lisbon or Madrid'],
    ['Locations: Lisbon, Portugal; Madrid; Rome', 'Lisbon or Madrid or Rome'],
    ['Location: Lisbon; Reading logs', 'Lisbon'],
    ['Location: Bosnia and Herzegovina or Lisbon', 'Bosnia and Herzegovina or Lisbon'],
    ['Location: Sarajevo, Bosnia and Herzegovina', 'Sarajevo, Bosnia and Herzegovina'],
    ['Location: Lisbon and Madrid', 'Lisbon or Madrid'],
    ['100% remote (Germany)', 'Germany'],
    ['100 % Remote, Germany', 'Germany'],
    ['Come to our Berlin HQ', 'Berlin'],
    ['Come to our Porto Office', 'Porto'],
    ['Come to our Madrid Hub.', 'Madrid'],
    ['Come to our Lisbon Headquarters', 'Lisbon'],
    ['Locations: London, Paris', 'London or Paris'],
    ['Location(s): Madrid', 'Madrid'],
    ['Job Location - Austin, TX', 'Austin'],
    ['Work location: Dublin', 'Dublin'],
    ['Location: London office', 'London'],
    ['Location: Remote (Germany)', 'Germany'],
    ['Arbeitsort: Hamburg', 'Hamburg'],
    ['Einsatzort: Köln', 'Cologne'],
    ['Ort: Wien', 'Vienna'],
    ['Lieu : Lyon', 'Lyon'],
    ['Ubicación: Madrid', 'Madrid'],
    ['📍 Berlin', 'Berlin'],
    ['Berlin/Munich', 'Berlin or Munich'],
    ['Berlin, München oder Hamburg', 'Berlin or Munich or Hamburg'],
    ['Acme · Dublin, County Dublin, Ireland (On-site)', 'Dublin'],
    ['Remote (Germany)', 'Germany'],
    ['Remote - US only', 'United States'],
    ['Fully remote within Europe', 'Europe'],
    ['You work from our Berlin office.', 'Berlin'],
    ['You work from our nice office.', undefined],
    ['We love the Widget office.', undefined],
  ])('is told by %j: %s', (text, place) => expect(read(`SRE\n${text}`).location).toBe(place))

  it.each([
    ['Senior SRE at Acme\nLocation: London', 'Senior SRE', 'London'],
    ['Software Engineer at Google, Zurich', 'Software Engineer', 'Zurich'],
    ['Backend engineer in Fintech\nLocation: Vienna', 'Backend engineer in Fintech', 'Vienna'],
    ['Senior SRE in London with Kubernetes', 'Senior SRE', 'London'],
    ['Senior SRE London', 'Senior SRE', 'London'],
    ['Senior SRE | London | £90k', 'Senior SRE', 'London'],
    ['Senior SRE • London', 'Senior SRE', 'London'],
    ['SRE Lead', 'SRE Lead', undefined],
    ['Engineer in Little Wobbling', 'Engineer', 'Little Wobbling'],
    ['Engineer in Wobbling or Nowhere', 'Engineer in Wobbling or Nowhere', undefined],
    ['Senior SRE in Lisbon or Madrid', 'Senior SRE', 'Lisbon or Madrid'],
    ['We are hiring a Senior SRE in Lisbon or Madrid! Apply now.', 'Senior SRE', 'Lisbon or Madrid'],
    ['Senior SRE, London / Berlin', 'Senior SRE', 'London or Berlin'],
    ['Senior SRE, London, Paris, Kubernetes', 'Senior SRE', 'London or Paris'],
    ['Senior SRE - Berlin, Germany (hybrid)', 'Senior SRE', 'Berlin'],
    ['Senior SRE - Austin, TX', 'Senior SRE', 'Austin'],
    ['UX Designer – Hamburg oder Remote', 'UX Designer', 'Hamburg'],
  ])('is told by the title: %j', (text, title, location) => expect(read(text)).toMatchObject({ title, location }))

  it('takes nothing else away that stands behind the place', () =>
    expect(read('Senior SRE in London with Kubernetes').must).toEqual(['kubernetes']))

  it.each([
    'Location', 'Locations', 'Location(s)', 'Based', 'Based in', 'Place', 'Places', 'Office', 'Offices', 'Where', 'City', 'Cities', 'Standort', 'Standorte', 'Ort', 'Orte',
    'Arbeitsort', 'Einsatzort', 'Dienstort', 'Lieu', 'Lieux', 'Lieu de travail', 'Localisation', 'Ubicación', 'Lugar', 'Sede', 'Plaats', 'Standplaats', 'Job location',
    'Work location', 'Working location', 'Workplace location', 'Office  location', 'Primary location', 'Role location',
  ])('is what stands behind %s', (label) => {
    for (const mark of [': ', ':', ' : ', ' - ', ' – ']) expect(read(`SRE\n${label}${mark}London`).location).toBe('London')
  }) // biome-ignore format: a list

  it.each([
    'Relocation: London', 'Vacation location tips: London', 'Cityscape: London', 'Elevation: London', 'Locations London', 'debased in Porto', 'based in porto', 'Location: Wobbling',
    'Location: the very old town of London', 'Location: not remote in Germany', 'Not remote (Germany)', 'Remote Fernhollow (Germany)', 'lisbon', 'Lisbon or fun', 'Acme - Lisbon', 'Python, Lisbon',
    'our berlin office', 'your Berlin office', 'our Wobbling hub', 'the Berlin officers', 'the Berlin Officers', 'our Wobbling HQ', '100% Germany', '100% not remote (Germany)', 'You work from our Berlin garden',
  ])('is not told by %j', (line) => expect(read(`SRE\n${line}`).location).toBeUndefined()) // biome-ignore format: a list

  it.each([
    'Based in Porto, near the river', 'You are based in Porto', 'Located in Porto', 'we are located in Porto', 'Office in Porto', 'Our offices in Porto', 'Offices  in  Porto', 'Onsite in Porto',
    'On-site in Porto', 'on-site in Porto', 'Hybrid in Porto', 'hybrid in Porto', 'our office in Porto',
  ])('is told within the sentence %j', (line) => expect(read(`SRE\n${line}`).location).toBe('Porto')) // biome-ignore format: a list

  it.each([
    'Remote in Germany', 'Remotely from Germany', 'Remotely from  Germany', 'Remote across Germany', 'Remote across  Germany', 'Remote within Germany', 'Remote in  Germany', 'Remote anywhere in Germany', 'Remote anywhere in  Germany',
    'Remote: Germany', 'Remote:Germany', 'Remote – Germany', 'Remote  –  Germany', 'Remote, Germany', 'Remote(Germany)', 'Remote (Germany only)', 'Remote - Germany time zone', 'Remote - Germany timezones', 'Remote - Germany  based',
    'Fully remote, Germany', 'Fully  remotely from Germany', 'Remote (Germany based, for now)',
  ])('is the country that remote work is bound to: %j', (line) => {
    expect(read(`SRE\n${line}`).location).toBe('Germany')
    expect(read(`SRE\nLocation: ${line}`).location).toBe('Germany')
  }) // biome-ignore format: a list

  it.each([
    ['Location: 100% remote within the UK', 'United Kingdom'],
    ['Location: 100 % remote (the  Netherlands)', 'Netherlands'],
    ['Remote anywhere in the US', 'United States'],
    ['Remote (US time zones)', 'United States'],
    ['Location: London; we meet on Fridays', 'London'],
    ['Location: London. We like it', 'London'],
    ['Location: London office.', 'London'],
    ['Location: Dublin office.Nice', 'Dublin'],
    ['Location: St. Louis', 'St. Louis, MO, United States'],
    ['Location: London (near the river)', 'London'],
    ['Location: London/remote first', 'London'],
    ['Location: Buenos  Aires office near the river', 'Buenos Aires'],
    ['Location: New York City office', 'New York'],
    ['Location: Rio de Janeiro office', 'Rio de Janeiro'],
    ['Location: London, near the river', 'London'],
    ['Location: London office, near the river bank in the old town', 'London'],
    ['Lisbon / remote', 'Lisbon'],
    ['Lisbon/remote', 'Lisbon'],
    ['Lisbon | hybrid', 'Lisbon'],
    ['Lisbon, on-site', 'Lisbon'],
    ['Lisbon · onsite', 'Lisbon'],
    ['Lisbon - fully remote', 'Lisbon'],
    ['Lisbon or hybrid', 'Lisbon'],
    ['Lisbon ou remote', 'Lisbon'],
    ['Lisbon oder hybrid', 'Lisbon'],
    ['Lisbon or on-site in the office', 'Lisbon'],
    ['Lisbon, Portugal - remote for now', 'Lisbon'],
    ['Lisbon (3 days a week)', 'Lisbon'],
    ['Lisbon(Portugal) (a walk from the sea)', 'Lisbon'],
    ['Acme • Lisbon', 'Lisbon'],
    ['Acme | Lisbon', 'Lisbon'],
    ['Berlin, Germany or Lisbon, Portugal or Madrid, Spain or Rome', 'Berlin or Lisbon or Madrid or Rome'],
    ['Berlin, Germany or Lisbon, Portugal or Madrid, Spain or Paris', undefined],
    ['You work from our New York office', 'New York'],
    ['You work from our  Berlin  office', 'Berlin'],
    ['Come to the Berlin hq', 'Berlin'],
    ['Come to the Lisbon headquarters', 'Lisbon'],
    ['Come to our Porto studio', 'Porto'],
    ['Come to our Madrid hub', 'Madrid'],
    ['Come to the São Paulo office', 'São Paulo'],
  ])('is read from %j: %s', (line, place) => expect(read(`SRE\n${line}`).location).toBe(place))
})

describe('what must not count', () => {
  it.each([
    ['We want a young, energetic team player', [['age', 'young']]],
    ['Age limit 35', [['age', 'Age limit 35']]],
    ['between 25 and 35 years old', [['age', 'between 25 and 35 years old']]],
    ['Male candidates preferred', [['gender', 'Male candidates']]],
    ['Women only', [['gender', 'Women only']]],
    ['unmarried, no kids', [['family', 'unmarried']]],
    ['German native speaker', [['ethnicity', 'native speaker']]],
    ['British nationals only', [['ethnicity', 'British nationals only']]],
    ['Christians only', [['religion', 'Christians only']]],
    ['able-bodied', [['disability', 'able-bodied']]],
    ['in good health', [['health', 'in good health']]],
  ])('is cut out and told: %s', (text, expected) => {
    const { text: rest, leftOut } = withoutTraits(`SRE\n${text}`)
    expect(leftOut.map(({ topic, words }) => [topic, words])).toEqual(expected)
    for (const { words } of leftOut) expect(rest).not.toContain(words)
  })

  it.each([
    'We welcome all applicants regardless of age, gender or religion.',
    'An equal opportunity employer: race, sex and marital status play no part.',
    'We are a young company with a young codebase',
    'at least 5 years of experience', 'Manage a team of 20', 'Salesforce and healthy margins', 'diversity and inclusion in gender',
  ])('is nothing of a promise, or of another meaning: %s', (text) => expect(withoutTraits(text).leftOut).toEqual([])) // biome-ignore format: a list

  it('orders nobody: it reaches neither title nor skills', () => {
    const { criteria, leftOut } = readRole('Young male SRE in Porto: Go, age 25 to 35')
    expect(criteria).toMatchObject({ title: 'SRE', must: ['go'], location: 'Porto' })
    expect(leftOut.map(({ topic }) => topic)).toEqual(['age', 'gender'])
  })
})

describe('languages', () => {
  it.each([
    ['fluent in German and English', ['German', 'English']],
    ['Spanish-speaking', ['Spanish']],
    ['French (C1)', ['French']],
    ['Languages: Dutch, Polish', ['Dutch', 'Polish']],
    ['business-level Japanese', ['Japanese']],
    ['an English breakfast, a Greek god', []],
    ['fließend Deutsch', ['German']],
    ['Deutsch fließend, Englisch B2', ['German', 'English']],
    ['Fließend Deutsch und gute Englischkenntnisse', ['German', 'English']],
    ['Sehr gute Deutschkenntnisse in Wort und Schrift', ['German']],
    ['Sehr gute Deutsch- und Englischkenntnisse', ['German', 'English']],
    ['Französischkenntnisse von Vorteil', []],
    ['Anglais courant, allemand un plus', ['English']],
    ["Maîtrise de l'anglais", ['English']],
    ['Anglais courant souhaité', []],
    ['Langues : anglais, espagnol', ['English', 'Spanish']],
    ['Nivel de inglés', ['English']],
    ['Spreche Deutsch', []],
  ])('%s', (text, languages) => expect(languagesIn(text)).toEqual(languages))
  it('are written in one way', () => {
    expect([languageNamed(' german '), languageNamed('Klingon')]).toEqual(['German', undefined])
  })
})
