import { describe, expect, it } from 'vitest'
import { parseJsonResume } from '../../../src/domain/resume/parse-json.ts'
import { parseResumeText } from '../../../src/domain/resume/parse-text.ts'
import { entryOfResume, foundNothing, withoutPrivate, yearsIn } from '../../../src/domain/resume/resume.ts'
import { RESUME } from '../../support/resume-files.ts'

const parse = (...lines: readonly string[]) => parseResumeText({ lines, links: [] }, { thisYear: 2026, region: 'PT' })

const NOTHING = {
  fullName: undefined,
  email: undefined,
  phone: undefined,
  profileLink: undefined,
  location: undefined,
  headline: undefined,
  company: undefined,
  skills: [],
  years: undefined,
}

describe('a résumé, by rules', () => {
  it('tells who they are, what they do, where, for whom and for how long', () => {
    expect(parse(...RESUME)).toEqual({
      fullName: 'Ana Souza-Lima',
      email: 'ana.souza@example.com',
      phone: '+351 912 345 678',
      profileLink: 'https://www.linkedin.com/in/ana-souza-example',
      location: 'Lisbon, Portugal',
      headline: 'Senior Site Reliability Engineer',
      company: 'Fernhollow Energy',
      skills: expect.arrayContaining(['kubernetes', 'terraform', 'go', 'postgresql']) as unknown,
      years: 12,
    })
  })

  it('never takes over what must not count', () => {
    expect(withoutPrivate(RESUME).join('\n')).not.toMatch(/1990|Portuguese|married/)
    expect(
      withoutPrivate([
        'Geburtsdatum: 1.1.1980',
        'Ana | Born 1980 | Lisbon',
        'Children: 2',
        'Sex: f',
        'Età: 30',
        'Nationalité : française',
        'Nationalità: italiana',
        'Nationalität: deutsch',
        'État civil : mariée',
        '\u0000 Agenda ',
      ]),
    ).toEqual(['Ana | Lisbon', 'Agenda'])
  })

  it('invents nothing where nothing is told', () => {
    expect(parse('A page about the weather in the north.')).toEqual(NOTHING)
  })

  it('takes links that stand behind words', () => {
    const links = [
      'mailto:bo@example.com?subject=x',
      'https://github.com/bo-example/repo',
      'https://linkedin.com/in/bo-example/',
    ]
    const read = parseResumeText({ lines: ['Bo Berg'], links }, { thisYear: 2026 })
    expect([read.email, read.profileLink]).toEqual(['bo@example.com', 'https://www.linkedin.com/in/bo-example'])
  })

  it.each([
    ['Name: Mia Lund', 'Mia Lund'],
    ['María José de la Cruz', 'María José de la Cruz'],
    ['Curriculum Vitae', undefined],
    ['Software Engineer', undefined],
    ['New York', undefined],
    ['Mia', undefined],
  ])('reads the name in %j as %s', (line, name) => {
    expect(parse(line).fullName).toBe(name)
  })

  it.each([
    [['Contact', 'ben@example.com', 'Top Skills', 'Python', 'AWS', 'Languages', 'English', 'Ben Okafor', 'Senior Data Engineer at Acme', 'Lisbon, Portugal'], 'Ben Okafor'],
    [['Contact', 'ben@example.com', 'Certifications', 'Professional Scrum Master', 'Certified Cloud Architect', 'Ben Okafor', 'Engineer'], 'Ben Okafor'],
    [['Lebenslauf', 'Persönliche Daten', 'Name: Jörg Müller'], 'Jörg Müller'],
    [['Personal Statement Page', 'A Quiet Person', 'Full name: Mia Lund'], 'Mia Lund'],
    [['PERSONAL DETAILS', 'Ana Souza'], 'Ana Souza'],
    [['Contact Information', 'Ana Souza'], 'Ana Souza'],
    [['Top Skills', 'Python'], undefined],
    [['van der Berg, Pieter'], 'Pieter van der Berg'],
    [['De la Cruz, María José'], 'María José De la Cruz'],
    [['Ana Souza, Lisbon'], 'Ana Souza'],
    [['El Paso, Texas'], undefined],
    [['北京', '王小明'], '王小明'],
    [['Springfield, Illinois', 'Mia Lund'], 'Mia Lund'],
  ])('finds the name wherever the page begins: %j', (lines, name) => expect(parse(...lines).fullName).toBe(name)) // biome-ignore format: a table

  it.each([
    ['山田 太郎', '山田 太郎'],
    ['山田太郎', '山田太郎'],
    ['김민준', '김민준'],
    ['王小明 (Xiaoming Wang)', '王小明'],
    ['محمد علي', 'محمد علي'],
    ['प्रिया शर्मा', 'प्रिया शर्मा'],
    ['דוד כהן', 'דוד כהן'],
    ['氏名：山田 太郎', '山田 太郎'],
    ['履歴書', undefined],
    ['السيرة الذاتية', undefined],
    ['東京都', undefined],
    ['株式会社山田製作所', undefined],
    ['José Luis de la Cruz Fernández', 'José Luis de la Cruz Fernández'],
    ['One Two Three Four Five Six', undefined],
    ['Name: Schmidt, Hans-Peter', 'Hans-Peter Schmidt'],
    ['Name: Ana Souza, Lisbon', 'Ana Souza'],
    ['Name: Souza, Lisbon', undefined],
    ['Name: Schmidt, Hans-Peter (he/him)', 'Hans-Peter Schmidt'],
    ['Name: Dr. Schmidt, Hans-Peter', 'Hans-Peter Schmidt'],
    ['Name: Souza Lima, Ana', 'Ana Souza Lima'],
    ['Name: Souza Lima, Ana Maria', 'Ana Maria Souza Lima'],
    ['Name: Ana Lima, Maria', 'Ana Lima'],
    ['Dipl.-Ing. (FH) Mia Peat', 'Mia Peat'],
    ['Dipl.-Ing. (TU) Dr. Mia Peat', 'Mia Peat'],
    ['Jane Doe (she/her)', 'Jane Doe'],
    ['Jane Doe - Product Designer', 'Jane Doe'],
    ['Jane Doe – Quiet Harbour', undefined],
    ['Dr. med. Hans Müller', 'Hans Müller'],
    ['Prof. Dr.-Ing. Hans Müller', 'Hans Müller'],
    ['Frau Drake Peat', 'Drake Peat'],
    ['Drake Peat', 'Drake Peat'],
    ['J O H N   D O E', 'John Doe'],
    ['A B', 'A B'],
    ['Phil Peat', 'Phil Peat'],
    ['Dipl.-Ing. Phil Peat', 'Phil Peat'],
    ['HubSpot SAP', undefined],
    ['Sarah Jenkins', 'Sarah Jenkins'],
    ['LANGUAGES Sales Rep', undefined],
    ['Languages Italian', undefined],
    ['Account Executive', undefined],
    ['Goldman Sachs, 2017 - 2019', undefined],
  ])('tells a name from what is none: %j is %s', (line, name) => expect(parse(line).fullName).toBe(name))

  it('takes for a name what stands below that word, and never an employer', () => {
    expect(parse('Lebenslauf', 'Name', 'Dr. Anna-Lena Weiß').fullName).toBe('Anna-Lena Weiß')
    expect(parse('Goldman Sachs', 'Experience', 'Goldman Sachs, Analyst, 2017 - 2019').fullName).toBeUndefined()
    expect(parse('Goldman Sachs', 'Experience', 'Analyst at the bank').fullName).toBe('Goldman Sachs')
  })

  it('tells what they do beside their name', () => {
    expect(parse('Jane Doe - Product Designer')).toMatchObject({ fullName: 'Jane Doe', headline: 'Product Designer' })
    expect(parse('JANE DOE | Scrum Master').headline).toBe('Scrum Master')
  })

  it.each([
    [['Account Executive', 'Acme Inc.', '2019 – Present', 'Sold a lot.'], 'Account Executive', 'Acme Inc.'],
    [['Acme S.L., Madrid', 'Senior Engineer, Jan 2020 – Present'], 'Senior Engineer', 'Acme S.L.'],
    [['Acme Ltd.', 'Counsel', '2019 – Present', 'Wrote Contracts'], 'Counsel', 'Acme Ltd.'],
    [['03/2018 – heute', 'Produktmanagerin', 'Otto GmbH, Hamburg'], 'Produktmanagerin', 'Otto GmbH'],
    [['Quiet Harbour', '03/2018 – heute', 'Vertriebsmitarbeiter', 'Otto GmbH'], 'Vertriebsmitarbeiter', 'Otto GmbH'],
    [['Quiet Harbour', '2019 - present', 'Kept the lamp lit'], undefined, 'Quiet Harbour'],
    [['Built services in Java.', 'VP of Sales at Quiet Harbour (2019 - now)'], 'VP of Sales', 'Quiet Harbour'],
    [['SRE, Fern, 2019 - now'], 'SRE', 'Fern'],
    [['Product Owner, Enterprise Sales, Fern, 2019 - now'], 'Product Owner', 'Fern'],
    [['Data Partner GmbH, Analyst, 2019 - now'], 'Analyst', 'Data Partner GmbH'],
    [['Analyst, lisbon, Lisbon, 2019 - now'], 'Analyst', undefined],
    [['Analyst, 山田製作所, 2019 - now'], 'Analyst', '山田製作所'],
    [['Analyst, Fern, 2017 - 2019'], undefined, undefined],
  ])('tells the present job and employer of %j', (lines, headline, company) => {
    expect(parse('Experience', ...lines)).toMatchObject({ headline, company })
  })

  it('takes neither their name nor their headline for an employer', () => {
    expect(parse('Mia Lund', 'Analyst', '2019 - present').company).toBeUndefined()
  })

  it('tells what they do from below the name, wherever that stands', () => {
    const side = parse('Contact', 'ben@example.com', 'Top Skills', 'Python', 'Languages', 'English', 'Ben Okafor', 'Senior Data Engineer at Acme', 'Lisbon, Portugal') // biome-ignore format: lines
    expect(side).toMatchObject({ headline: 'Senior Data Engineer at Acme', location: 'Lisbon, Portugal' })
  })

  it.each([
    ['Hauptstraße 5, 10115 Berlin', 'Telefon: +49 170 1234567', '+49 170 1234567'],
    ['Hauptstraße 5, 10115 Berlin', 'Mobil: 0170 1234567', '0170 1234567'],
    ['Fax: +49 30 1234567', 'Tel.: 030 7654321', '030 7654321'],
    ['Kundennummer 030 1234567', 'Handy 0170 7654321', '0170 7654321'],
    ['030 1234567', 'Berlin', '030 1234567'],
    ['Hauptstraße 5', '10115 Berlin', undefined],
  ])('takes what is said to be a phone number for one: %s, %s', (first, second, phone) => {
    const read = parseResumeText({ lines: ['Ana Souza', first, second], links: [] }, { thisYear: 2026, region: 'DE' })
    expect(read.phone).toBe(phone)
  })

  it('counts each year of work once, and those at school not at all', () => {
    expect(yearsIn(['2010 - 2014', '2012–2016', 'Mar 2016 – heute'], 2018)).toBe(8)
    expect(yearsIn(['2020 - 2020'], 2026)).toBe(1)
    expect(yearsIn(['2030 - 2040', '2014 - 2010', '1920 - 1930'], 2026)).toBeUndefined()
    expect(parse('Education', 'University, 2009 - 2014').years).toBeUndefined()
  })
})

describe('the name in a résumé', () => {
  const name = (...lines: readonly string[]) => parse(...lines).fullName
  const LABELS = [
    'Name', 'NAME', 'Full name', 'First and last name', 'Vor- und Nachname', 'Vor- und Zuname', 'Nom', 'Nom complet', 'Nombre', 'Nome', 'Naam', '氏名', '名前', '姓名', '이름', '성명',
    'الاسم', 'שם', 'नाम',
  ] // biome-ignore format: a list
  it.each(LABELS)('is what stands behind or below %s, not what the page begins with', (label) => {
    expect(name('Quiet Harbour', `${label}: Mia Lund`)).toBe('Mia Lund')
    expect(name('Quiet Harbour', `${label}：Mia Lund`)).toBe('Mia Lund')
    expect(name('Quiet Harbour', label, 'Mia Lund')).toBe('Mia Lund')
    expect(name('Quiet Harbour', `${label}:`, 'Mia Lund')).toBe('Mia Lund')
    expect(name('Quiet Harbour', `${label} Mia Lund`)).toBe('Quiet Harbour')
  })

  it.each(['de', 'da', 'do', 'dos', 'das', 'van', 'von', 'der', 'den', 'ter', 'ten', 'del', 'di', 'la', 'le', 'el', 'bin', 'al', 'y', 'e', 'zu', 'af'])(
    'may have %s in it, and in front of it when it is turned',
    (small) => {
      expect(name(`Ana ${small} Souza`)).toBe(`Ana ${small} Souza`)
      expect(name(`${small} Souza, Ana`)).toBe(`Ana ${small} Souza`)
    },
  ) // biome-ignore format: a list

  it.each([
    'Skill', 'Skills', 'Details', 'Information', 'Data', 'Daten', 'Angaben', 'Statement', 'Summary', 'Profile', 'Contact', 'Kontakt', 'Page', 'Vitae', 'Lebenslauf', 'Certified', 'Certificate',
    'Certificates', 'Certification', 'Certifications', 'Languages', 'Sprachen', 'Experience', 'Education', 'Employment', 'References', 'Projects', 'Interests', 'Hobbies',
  ])('is nothing with %s in it, which is a section', (word) => expect(name(`Quiet ${word}`)).toBeUndefined()) // biome-ignore format: a list
  it.each(['Mia Skillman', 'Mia Pagel', 'Mia Datenberg', 'Mia Contacto'])('is %s, who is only called alike', (line) =>
    expect(name(line)).toBe(line),
  )

  it.each([
    ['Mr Hans Peat', 'Hans Peat'],
    ['Mrs. Mia Peat', 'Mia Peat'],
    ['Ms Mia Peat', 'Mia Peat'],
    ['Mx. Mia Peat', 'Mia Peat'],
    ['Herr Hans Peat', 'Hans Peat'],
    ['Dr.Hans Peat', 'Hans Peat'],
    ['Dr. h.c. Hans Peat', 'Hans Peat'],
    ['Dr. h. c. Hans Peat', 'Hans Peat'],
    ['Dr. rer. nat. Mia Peat', 'Mia Peat'],
    ['Dr. jur. habil. Mia Peat', 'Mia Peat'],
    ['Mag. phil. Mia Peat', 'Mia Peat'],
    ['Ing. Mia Peat', 'Mia Peat'],
    ['Magnus Peat', 'Magnus Peat'],
    ['Natalie Ingham', 'Natalie Ingham'],
    ['Herrmann Msadek', 'Herrmann Msadek'],
    ['Mia Dr. Peat', 'Mia Dr. Peat'],
  ])('has nothing before it that nobody is greeted by: %j is %s', (line, expected) => expect(name(line)).toBe(expected))

  it.each([
    ['Ana Maria Souza Lima Prado', 'Ana Maria Souza Lima Prado'],
    ['Ana de la Maria Souza Lima Prado', 'Ana de la Maria Souza Lima Prado'],
    ['Jane doe', undefined],
    ['jane Doe', undefined],
    ['Quiet iPhones', undefined],
    ['Power BI', undefined],
    ['Ana und Souza', undefined],
    ['Jane Doe - Lisbon - Product Designer', 'Jane Doe'],
    ['Jane Doe — Product Designer', 'Jane Doe'],
    ['De la Cruz, Lisbon', 'De la Cruz'],
    ['van der Berg, Amsterdam', 'van der Berg'],
    ['Name: Jane Doe, Fernhollow', 'Jane Doe'],
    ['Name: Schmidt,Hans-Peter', 'Hans-Peter Schmidt'],
    ['  J O H N   D O E  ', 'John Doe'],
    ['A N A   L I', 'Ana Li'],
    ['Maximiliana Bartholomea Konstantina Wolkenstein Fernhollows', 'Maximiliana Bartholomea Konstantina Wolkenstein Fernhollows'],
    ['Maximiliana Bartholomea Konstantina Wolkenstein Fernhollower', 'Maximiliana Bartholomea Konstantina Wolkenstein Fernhollower'],
    ['Maximiliana Bartholomea Konstantina Wolkenstein Fernhollowers', undefined],
  ])('is told by the shape of %j: %s', (line, expected) => expect(name(line)).toBe(expected)) // biome-ignore format: a table

  it.each([
    'Goldman Sachs | Analyst', 'Analyst | Goldman Sachs | 2017', 'Analyst • Goldman Sachs', 'Analyst, Goldman Sachs, 2017', 'Analyst,Goldman Sachs', 'Analyst - Goldman Sachs',
    'Analyst – Goldman Sachs – 2017', 'Analyst — Goldman Sachs',
  ])('is no employer, who is named in %j', (line) => expect(name('Goldman Sachs', 'Experience', line)).toBeUndefined()) // biome-ignore format: a list

  it('stands near the beginning: further down it is somebody else’s', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `likes boat ${at}`)
    expect([name(...lines(11), 'Mia Lund'), name(...lines(12), 'Mia Lund')]).toEqual(['Mia Lund', undefined])
    expect([name(...lines(39), 'Name: Mia Lund'), name(...lines(40), 'Name: Mia Lund')]).toEqual([
      'Mia Lund',
      undefined,
    ])
  })

  it.each([
    ['right below a heading', ['ben@example.com', 'Contact', 'Ben Okafor', 'Data Engineer'], 'Ben Okafor'],
    ['below a line that tells a job, too', ['Top Skills', 'Python', 'Certified Data Analyst', 'Ben Okafor', 'Data Engineer'], 'Ben Okafor'],
    ['below a line that is none and stands above a job', ['Top Skills', 'Python', 'fog and rain', 'Certified Data Analyst', 'Ben Okafor', 'Data Engineer'], 'Ben Okafor'],
    ['below a skill', ['Top Skills', 'Advanced Kubernetes', 'Engineer of the year', 'Ben Okafor', 'Data Engineer'], 'Ben Okafor'],
    ['nowhere where no job is told below it', ['Skills', 'Kubernetes', 'Awards', 'Golden Lighthouse', 'Lisbon'], undefined],
    ['nowhere at the end of a page', ['Skills', 'Kubernetes', 'Awards', 'Golden Lighthouse'], undefined],
  ])('stands %s where the page begins at the side', (_, lines, expected) => expect(name(...lines)).toBe(expected)) // biome-ignore format: a table
})

describe('the sections of a résumé', () => {
  const WORK = [
    'Experience', 'EXPERIENCE:', 'Work experience', 'Professional Experience', 'Relevant experience', 'Career history', 'Work history', 'History', 'Employment', 'Employment history',
    'Berufserfahrung', 'Berufliche Erfahrung', 'Werdegang', 'Experience ---', 'Expérience', 'Experiences', 'Expériences professionnelles', 'Expérience professionnelle',
    'Experiencia', 'Experiencia profesional', 'Experiência', 'Experiencia profissional', 'Experiência profissional', 'Esperienza', 'Esperienze lavorative', 'Werkervaring',
  ] // biome-ignore format: a list
  const SCHOOL = [
    'Education', 'Education & Training', 'Education and courses', 'Studies', 'Academic background', 'Ausbildung', 'Studium', 'Bildung', 'Formation', 'Éducation', 'Educación', 'Educacion',
    'Formação', 'Formacao', 'Formazione', 'Istruzione', 'Opleiding', 'Opleidingen', 'EDUCATION:',
  ] // biome-ignore format: a list
  const SKILLS = [
    'Skills', 'Skill', 'SKILLS:', 'Technical skills', 'Key  skills', 'Core skills', 'Professional skills', 'IT skills', 'Top skills', 'Skills & Tools', 'Skills and Interests', 'Technologies',
    'Tech stack', 'Competencies', 'Core competences', 'Tools', 'Expertise', 'Kenntnisse', 'Fähigkeiten', 'Fahigkeiten', 'Compétences', 'Competences', 'Habilidades', 'Competencias',
    'Competências', 'Competenze', 'Vaardigheden',
  ] // biome-ignore format: a list
  const OTHER = [
    'Summary', 'Profile', 'About', 'About me', 'Objective', 'Contact', 'Contact information', 'Contact details', 'Contact me', 'Personal details', 'Personal information', 'Personal data',
    'Personal profile', 'Personal statement', 'Kontakt', 'Kontaktdaten', 'Persönliche Daten', 'Personliche Angaben', 'Données personnelles', 'Donnees personnelles', 'Datos personales',
    'Dados pessoais', 'Dati personali', 'Persoonlijke gegevens', 'Project', 'Projects', 'Certification', 'Certifications', 'Certificates', 'Publications', 'Languages', 'Interests', 'Hobbies',
    'References', 'Awards', 'Volunteer', 'Volunteering', 'Résumé', 'Resume', 'Curriculum vitae', 'CV', 'Lebenslauf', 'Profil', 'Sprachen', 'Projekte', 'Zertifikate', 'Langues', 'Idiomas',
    'Lingue', 'Talen', 'INTERESTS:',
  ] // biome-ignore format: a list
  const yearsBefore = (heading: string) => parse('Rowing club, 2001 - 2005', heading, 'Fern, 2019 - 2021').years
  const yearsBehind = (heading: string) =>
    parse('Experience', 'Fern, 2019 - 2021', heading, 'Rowing, 2001 - 2005').years
  const skillsBelow = (heading: string) => parse('Mia Lund', heading, 'Excel (advanced)').skills

  it.each(WORK)('counts the years of work below %j alone', (heading) => expect(yearsBefore(heading)).toBe(2))
  it.each([
    'Plenty of work experience', 'Experience abroad counts', 'Experiences of a rower', 'A short history', 'Historical work', 'Unemployment', 'Experiencia en dos puertos', 'Werdegang der Familie',
  ])('takes %j for no heading of work', (line) => expect(yearsBefore(line)).toBe(6)) // biome-ignore format: a list

  it.each([...SCHOOL, ...SKILLS, ...OTHER])('counts no year as work that stands below %j', (heading) =>
    expect(yearsBehind(heading)).toBe(2),
  )
  it.each(SCHOOL)('counts no year at school below %j where nothing is said to be work', (heading) =>
    expect(parse('Fern, 2019 - 2021', heading, 'University, 2009 - 2014').years).toBe(2),
  )
  it.each([
    'Education matters to me', 'Adult education', 'Formation of a team', 'Selbststudium', 'Summary of sales', 'A summary', 'Projects and people', 'Big projects', 'Talented people',
    'Contact with customers', 'Interested in boats', 'Languages spoken daily', 'Good skills', 'Skills in abundance', 'Skillset', 'Toolsmith', 'Technologies of tomorrow', 'About boats',
  ])('goes on counting work below %j, which is no heading', (line) => expect(yearsBehind(line)).toBe(6)) // biome-ignore format: a list

  it.each(SKILLS)('takes each item below %j for a skill', (heading) => expect(skillsBelow(heading)).toEqual(['excel']))
  it.each(['Good skills', 'Skills in abundance', 'Skillset', 'Some tools', 'Mia Lund', 'Interests'])(
    'takes no everyday word below %j for a skill',
    (line) => expect(skillsBelow(line)).toEqual([]),
  )

  it.each([
    'Excel (advanced), Sketch (daily)', 'Excel (advanced); Sketch (daily)', 'Excel (advanced) | Sketch (daily)', 'Excel (advanced) • Sketch (daily)', 'Excel (advanced)·Sketch (daily)',
    'Excel (advanced) - Sketch (daily)', 'Excel (advanced) – Sketch (daily)', 'Excel (advanced) — Sketch (daily)', 'Office: Excel(advanced),Sketch', 'Office:Excel (advanced) ,  Sketch',
  ])('takes the items of %j one by one', (line) =>
    expect(parse('Mia Lund', 'Skills', line).skills).toEqual(['excel', 'sketch']),
  ) // biome-ignore format: a list

  it('finds skills line by line where no section lists them', () => {
    expect(parse('Mia Lund', 'Ran Kubernetes', 'Terraform daily').skills).toEqual(['kubernetes', 'terraform'])
  })

  it('knows what the workspace calls a skill', () => {
    const lessons = new Map([['our-mesh', 'istio']])
    const read = parseResumeText({ lines: ['Mia Lund', 'Ran our mesh'], links: [] }, { thisYear: 2026, lessons })
    expect(read.skills).toEqual(['istio'])
  })

  it('takes the present job from anywhere where nothing is said to be work', () => {
    const read = parse('Mia Lund', 'Counsel, Fern, 2019 - present')
    expect([read.company, read.years]).toEqual(['Fern', 7])
  })
})

describe('the headline of a résumé', () => {
  const headline = (...lines: readonly string[]) => parse(...lines).headline
  const AS_LONG = `Engineer ${'of very quiet harbours '.repeat(4)}`.slice(0, 100).padEnd(100, 'x')
  it.each([
    ['what stands below the name, not above it', ['Prepared by a recruiter', 'Ana Souza', 'Data Analyst'], 'Data Analyst'],
    ['what stands below a name in capitals', ['Prepared by a recruiter', 'ANA SOUZA', 'Data Analyst'], 'Data Analyst'],
    ['the top of a page without a name', ['Product designer', 'Summary', 'Account executive'], 'Product designer'],
    ['no line of another section', ['Mia Lund', 'Interests', 'Chess with my old manager'], undefined],
    ['the fourth line below the name', ['Mia Lund', 'Lisbon', 'Likes boats', 'Likes rain', 'Data Analyst'], 'Data Analyst'],
    ['no line far below the name', ['Mia Lund', 'Lisbon', 'Likes boats', 'Likes rain', 'Likes fog', 'Data Analyst'], undefined],
    ['the one part of a line that is a job', ['Mia Lund', 'Kubernetes | Data Analyst | Lisbon'], 'Data Analyst'],
    ['a job whose tool has a full stop in it', ['Mia Lund', 'Node.js Developer'], 'Node.js Developer'],
    ['a job of a numbered level', ['Mia Lund', 'Software Engineer 3'], 'Software Engineer 3'],
    ['no sentence', ['Mia Lund', 'I am an engineer.'], undefined],
    ['no exclamation', ['Mia Lund', 'Hire this engineer!'], undefined],
    ['no question', ['Mia Lund', 'Do you need an engineer?'], undefined],
    ['no address', ['Mia Lund', 'engineer@example.com'], undefined],
    ['nothing with a year in it', ['Mia Lund', 'Engineer since 2019'], undefined],
    ['a line of a hundred characters', ['Mia Lund', AS_LONG], AS_LONG],
    ['no line that is longer', ['Mia Lund', `${AS_LONG}x`], undefined],
  ])('is %s', (_, lines, expected) => expect(headline(...lines)).toBe(expected)) // biome-ignore format: a table
})

describe('the place in a résumé', () => {
  const place = (...lines: readonly string[]) => parse('Mia Lund', ...lines).location
  it.each([
    'Location: Lisbon, Portugal', 'Address: Lisbon, Portugal', 'City:Lisbon, Portugal', 'Wohnort: Lisbon, Portugal', 'Adresse: Lisbon, Portugal', 'Ort: Lisbon, Portugal',
    'Lieu : Lisbon, Portugal', 'Ciudad: Lisbon, Portugal', 'CIDADE: Lisbon, Portugal', 'Data Analyst | Lisbon, Portugal', 'Data Analyst; Lisbon, Portugal', 'Lisbon, Portugal ; remote too',
  ])('is told by %j', (line) => expect(place(line)).toBe('Lisbon, Portugal')) // biome-ignore format: a list

  it.each([
    ['Lisbon, Portugal, Europe', 'Lisbon, Portugal, Europe'],
    ['Springfield, Illinois', 'Springfield, Illinois'],
    ['Data Analyst | Springfield, IL', 'Springfield, IL'],
    ['Springfield, Bavaria', undefined],
    ['Mobile, remote', undefined],
    ['Reading, writing', undefined],
    ['Lisbon, Portugal, Europe, near the river', 'Lisbon'],
    [`Lisbon, ${'x'.repeat(72)}`, `Lisbon, ${'x'.repeat(72)}`],
    [`Lisbon, ${'x'.repeat(73)}`, undefined],
    [`Lisbon | ${'x'.repeat(191)}`, 'Lisbon'],
    [`Lisbon | ${'x'.repeat(192)}`, undefined],
    [', ,', undefined],
    ['Likes Lisbon', undefined],
  ])('of %j is %j', (line, expected) => expect(place(line)).toBe(expected))

  it('stands near the beginning, or it is somewhere that they once were', () => {
    const lines = Array.from({ length: 23 }, (_, at) => `Likes boat ${at}`)
    expect(place(...lines, 'Lisbon')).toBe('Lisbon')
    expect(place(...lines, 'Likes fog', 'Lisbon')).toBeUndefined()
  })
})

describe('the links of a résumé', () => {
  const read = (links: readonly string[], ...lines: readonly string[]) =>
    parseResumeText({ lines: ['Bo Berg', ...lines], links }, { thisYear: 2026 })
  it.each([
    [['https://bo.example/cv', 'https://github.com/bo-example/repo'], 'https://github.com/bo-example'],
    [['https://gitlab.com/bo-example?tab=x'], 'https://gitlab.com/bo-example'],
    [['https://www.xing.com/profile/Bo_Example/cv'], 'https://xing.com/profile/Bo_Example'],
    [['https://de.linkedin.com/pub/bo-example#top'], 'https://www.linkedin.com/pub/bo-example'],
    [['https://github.com/bo-example', 'https://LinkedIn.com/in/bo'], 'https://www.LinkedIn.com/in/bo'],
    [['https://www.linkedin.com/in/'], undefined],
    [['https://bo.example/cv'], undefined],
  ])('behind its words, as %j, tell the profile %s', (links, link) => expect(read(links).profileLink).toBe(link))

  it.each([
    ['See github.com/bo-example/repo, and more', 'https://github.com/bo-example'],
    ['(gitlab.com/bo-example)', 'https://gitlab.com/bo-example'],
    ['xing.com/profile/Bo_Example|Berlin', 'https://xing.com/profile/Bo_Example'],
    ['github.com and gitlab.com', undefined],
  ])('in its words, as %j, tell the profile %s', (line, link) => expect(read([], line).profileLink).toBe(link))

  it('tell the address behind another link, and nothing that only speaks of one', () => {
    expect(read(['https://bo.example', 'MAILTO:bo@example.com']).email).toBe('bo@example.com')
    expect(read(['https://bo.example/?next=mailto:bo@example.com']).email).toBeUndefined()
    expect(read(['mailto:old@example.com'], 'bo@example.com').email).toBe('bo@example.com')
  })
})

describe('a JSON Resume', () => {
  const parsedJson = (json: unknown, lessons = new Map<string, string>()) =>
    parseJsonResume(json, { thisYear: 2026, lessons })?.parsed
  it.each([
    [{ url: 'https://ana.example' }, 'https://ana.example'],
    [{ url: 'https://github.com', profiles: [{ url: 'https://linkedin.com/in/' }] }, undefined],
    [{ url: 'https://ana.example', profiles: [{ network: 'X' }, { url: 'https://x.com/ana' }] }, 'https://x.com/ana'],
  ])('tells a link only where it leads to a page: %o', (basics, link) => {
    expect(parsedJson({ basics: { name: 'Ana Souza', ...basics } })).toMatchObject({ profileLink: link })
  })

  it('tells the same, whatever else stands in it', () => {
    const json = {
      basics: {
        name: ' Ana  Souza ',
        label: 'Senior SRE',
        email: 'ana@example.com',
        phone: '+351 912 345 678',
        image: 'https://example.com/me.png',
        birthday: '1990-05-03',
        location: { city: 'Lisbon', countryCode: 'PT' },
        profiles: [{ url: 'https://github.com/ana' }, { url: 'https://linkedin.com/in/ana' }],
      },
      work: [
        { name: 'Quiet Harbour', position: 'Admin', startDate: '2014-01', endDate: '2019-03' },
        { name: 'Fernhollow', position: 'SRE', startDate: '2019-03' },
      ],
      skills: [{ name: 'Web', keywords: ['k8s', 'Go', 7] }],
    }
    expect(parsedJson(json)).toEqual({
      fullName: 'Ana Souza',
      email: 'ana@example.com',
      phone: '+351 912 345 678',
      profileLink: 'https://linkedin.com/in/ana',
      location: 'Lisbon',
      headline: 'Senior SRE',
      company: 'Fernhollow',
      skills: ['kubernetes', 'go', 'sre'],
      years: 12,
    })
  })

  it('is none without its basics, and says nothing of work that ended', () => {
    expect(
      [undefined, null, [], 'x', { basics: 'x' }].map((json) => parseJsonResume(json, { thisYear: 2026 })),
    ).toEqual(Array(5).fill(undefined))
    const read = parsedJson({ basics: {}, work: [{ name: 'Old Ltd', position: 'Clerk', endDate: '2020-01-01' }] })
    expect(read).toEqual({ ...NOTHING, headline: 'Clerk' })
  })
})

describe('a JSON Resume of another shape', () => {
  const read = (json: unknown, lessons = new Map<string, string>()) =>
    parseJsonResume(json, { thisYear: 2026, lessons }) ?? { parsed: undefined, odd: ['no résumé'] }
  const skills = (some: unknown, more: object = {}) => read({ basics: {}, skills: some, ...more }).parsed?.skills

  it('lists skills as texts, as one text, or as one thing', () => {
    expect(skills(['Java', 'k8s'])).toEqual(['java', 'kubernetes'])
    expect(skills('Java, k8s | SQL')).toEqual(['java', 'kubernetes', 'sql'])
    expect(skills({ name: 'Java' })).toEqual(['java'])
    expect(skills([{ name: 'Web', keywords: 'React, CSS' }])).toEqual(['react', 'css'])
    expect(skills([{ keywords: [{ name: 'React' }, null, ' '] }])).toEqual(['react'])
    expect(skills([{ name: 'Things', keywords: 'Blorp DB, Frobnicator' }])).toEqual(['blorp-db', 'frobnicator'])
  })

  it('keeps what it calls a skill, known or not, but no sentence, no number and no heading above keywords', () => {
    expect(skills([{ name: 'Basket weaving' }, { name: 'Things', keywords: ['Blorp DB', 7] }])).toEqual([
      'basket-weaving',
      'blorp-db',
    ])
    expect(skills([{ name: 'Kubernetes', keywords: ['Helm'] }])).toEqual(['kubernetes', 'helm'])
    expect(skills(['one two three four', 'a sentence of five words'])).toEqual(['one-two-three-four'])
    expect(skills(['x'.repeat(40), 'y'.repeat(41)])).toEqual(['x'.repeat(40)])
    expect(skills(['Worked with Kafka'])).toEqual(['kafka'])
  })

  it('names skills in its other texts too, but not by its employers', () => {
    const work = [
      { name: 'Salesforce', highlights: 'Kafka pipelines in Java', summary: ['Ran Kubernetes', 'and Helm'] },
    ]
    expect(skills([], { work })).toEqual(['kubernetes', 'helm', 'kafka', 'java'])
    expect(skills(undefined, { projects: ['Terraform modules'], education: [{ courses: 'Python' }] })).toEqual([
      'terraform',
      'python',
    ])
    expect(read({ basics: { summary: 'Go and Kubernetes' } }).parsed?.skills).toEqual(['go', 'kubernetes'])
  })

  it('is read in the words of the workspace', () => {
    const lessons = new Map([['kube', 'kubernetes'], ['our-mesh', 'istio']]) // biome-ignore format: one line
    const json = { basics: { summary: 'Our mesh' }, skills: [{ name: 'kube' }] }
    expect(read(json, lessons).parsed?.skills).toEqual(['kubernetes', 'istio'])
  })

  it('tells places as one text and years as numbers or in another order', () => {
    expect(read({ basics: { location: 'München' } }).parsed?.location).toBe('München')
    expect(read({ basics: { location: { region: ' Bayern ' } } }).parsed?.location).toBe('Bayern')
    const years = (startDate: unknown, endDate: unknown) =>
      read({ basics: {}, work: [{ startDate, endDate }] }).parsed?.years
    expect([years(2015, 2020), years('03/2018', 'present'), years('March 2018', '2020-1'), years('x', 2020)]).toEqual([
      5,
      8,
      2,
      undefined,
    ])
    expect([years('1965-01', '1970'), years('1966-01', '1970'), years('2024', '2020'), years('2030', '')]).toEqual([
      undefined,
      4,
      undefined,
      undefined,
    ])
  })

  it.each([
    ['what goes on, whatever its end is called', [{ name: 'Old', startDate: '2020', endDate: '2026-01' }, { name: 'Now', startDate: '2010', endDate: '' }]],
    ['of two that go on the one begun later', [{ name: 'Advised', startDate: '2010-01' }, { name: 'Now', startDate: '2024-01' }]],
    ['of two that ended the one that ended later', [{ name: 'Old', endDate: '2026-02' }, { name: 'Now', endDate: '11/2026' }]],
    ['of two alike the first', [{ name: 'Now' }, { name: 'Other' }]],
  ])('was last at %s', (_, work) => expect(read({ basics: {}, work }).parsed?.company).toBe('Now')) // biome-ignore format: a table

  it('may lack its basics, but is then told from other files by its work or skills', () => {
    expect(read({ work: [{ company: 'Acme', position: 'Clerk' }], basics: null }).parsed).toMatchObject({
      fullName: undefined,
      headline: 'Clerk',
      company: 'Acme',
    })
    expect([{ name: 'x' }, { work: [] }, { work: 'x' }].map((json) => read(json).parsed)).toEqual(
      Array(3).fill(undefined),
    )
  })

  it.each([
    [{ basics: { name: {} } }, 'basics.name'],
    [{ basics: { email: {} } }, 'basics.email'],
    [{ basics: { phone: true } }, 'basics.phone'],
    [{ basics: { url: {} } }, 'basics.url'],
    [{ basics: { location: { city: {} } } }, 'basics.location'],
    [{ basics: { location: { countryCode: {} } } }, 'basics.location'],
    [{ basics: { profiles: true } }, 'basics.profiles'],
    [{ basics: {}, work: true }, 'work'],
    [{ basics: {}, work: [{ name: {} }] }, 'work.name'],
    [{ basics: {}, work: [{ company: {} }] }, 'work.company'],
    [{ basics: {}, work: [{ summary: {} }] }, 'work.summary'],
    [{ basics: {}, work: [{ description: {} }] }, 'work.description'],
    [{ basics: {}, work: [{ startDate: {} }] }, 'work.startDate'],
    [{ basics: {}, work: [{ endDate: false }] }, 'work.endDate'],
    [{ basics: {}, skills: [{ name: {} }] }, 'skills.name'],
    [{ basics: {}, skills: [{ keywords: [{}] }] }, 'skills.keywords'],
    [{ basics: {}, projects: [{ description: {} }] }, 'projects.description'],
    [{ basics: {}, languages: [{ fluency: {} }] }, 'languages.fluency'],
    [{ basics: {}, certificates: true }, 'certificates'],
    [{ basics: {}, education: [true] }, 'education'],
  ])('says of %o which field it could not read: %s', (json, field) => expect(read(json).odd).toEqual([field]))

  it('is no résumé with basics of another kind, whatever else is in it', () => {
    const work = [{ company: 'Acme', position: 'Clerk' }]
    expect([read({ basics: 'x', work }).parsed, read({ basics: [], work }).parsed]).toEqual([undefined, undefined])
    expect(read({ work }).parsed).toMatchObject({ headline: 'Clerk', company: 'Acme' })
  })

  it('may have bare texts where things are listed', () => {
    const link = (profiles: unknown) => read({ basics: { profiles } }).parsed?.profileLink
    expect(link(['https://github.com/ana'])).toBe('https://github.com/ana')
    expect(link('https://x.com/ana, https://linkedin.com/in/ana')).toBe('https://linkedin.com/in/ana')
    expect(read({ basics: {}, work: ['Ran Kubernetes'], certificates: 'Terraform' }).parsed?.skills).toEqual([
      'kubernetes',
      'terraform',
    ])
  })

  it.each([
    ['a month of one digit is before one of two', '2019-9', '2019-10'],
    ['whichever comes first', '9/2019', '10/2019'],
    ['a year alone is before its months', '2019', '2019-01'],
    ['and so it is as a number', 2019, 'January 2020'],
    ['with strokes', '2019/02', '2019/03'],
    ['with full stops', '2019.2.28', '2019.11'],
    ['the month stands first with full stops', '02.2019', '03.2019'],
    ['the month stands first with hyphens', '2-2019', '03-2019'],
    ['a day does not count', '2019-02-28', '2019-03-01'],
  ])('tells the later of two jobs: %s', (_, endDate, later) => {
    const work = [{ position: 'Clerk', endDate }, { position: 'Head clerk', endDate: later }] // biome-ignore format: one line
    expect(read({ basics: {}, work }).parsed?.headline).toBe('Head clerk')
    expect(read({ basics: {}, work: work.toReversed() }).parsed?.headline).toBe('Head clerk')
  })

  it('loses an odd field, which is named, and not the person', () => {
    const json = {
      basics: { name: 'Ana Souza', label: { en: 'SRE' }, location: [7, {}], summary: true, profiles: [{ url: {} }] },
      work: [{ position: {}, highlights: [{}, 'Go'] }, 7],
      skills: false,
    }
    expect(read(json)).toEqual({
      parsed: { ...NOTHING, fullName: 'Ana Souza' },
      odd: [
        'work.position',
        'work.highlights',
        'basics.label',
        'basics.summary',
        'basics.location',
        'basics.profiles',
        'skills',
      ],
    })
    expect(read({ basics: { name: 7, email: null, url: ' https://example.com/me ' } })).toMatchObject({
      parsed: { fullName: '7', email: undefined, profileLink: 'https://example.com/me' },
      odd: [],
    })
  })
})

describe('the form', () => {
  it('is filled in from it, and what was typed before stays', () => {
    const parsed = { fullName: 'Ana Souza', headline: 'Senior SRE', skills: ['kubernetes', 'go'], years: 12 }
    expect(entryOfResume(parsed, { fullName: 'Ana S.', role: 'Staff SRE', email: '' })).toEqual({
      fullName: 'Ana S.',
      role: 'Staff SRE',
      headline: 'Senior SRE',
      seniority: 'senior',
      skills: 'Kubernetes, Go',
    })
    expect(entryOfResume({ skills: [] })).toEqual({ seniority: undefined, skills: undefined })
  })

  it('is not filled in by a file that tells nothing it asks', () => {
    expect([foundNothing({ skills: [] }), foundNothing({ ...NOTHING, years: 3 })]).toEqual([true, true])
    expect([foundNothing({ skills: ['go'] }), foundNothing({ skills: [], email: 'a@example.com' })]).toEqual([
      false,
      false,
    ])
  })

  it('takes as many skills as the field has room for', () => {
    const many = Array.from({ length: 40 }, (_, at) => `skill-${String(at).padStart(2, '0')}`)
    expect(entryOfResume({ skills: many }).skills?.split(', ')).toHaveLength(30)
    const long = many.map((one) => `${one}-${'x'.repeat(40)}`)
    const { skills = '' } = entryOfResume({ skills: long })
    expect([skills.length <= 1000, skills.split(', ').length]).toEqual([true, 19])
  })
})
