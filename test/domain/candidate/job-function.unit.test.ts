import { describe, expect, it } from 'vitest'
import { functionOf, functionWord, JOB_FUNCTIONS } from '../../../src/domain/candidate/job-function.ts'

describe('the function that a job title belongs to', () => {
  it.each([
    ['Senior SRE', 'engineering'],
    ['Full-stack Developer', 'engineering'],
    ['Engineering Manager', 'engineering'],
    ['Product Engineer', 'engineering'],
    ['UI Engineer', 'engineering'],
    ['Lead Software Engineer, Data Sovereignty', 'engineering'],
    ['Solutions Architect', 'engineering'],
    ['CTO', 'engineering'],
    ['Softwareentwickler Java', 'engineering'],
    ['Développeur Full-Stack', 'engineering'],
    ['Maschinenbauingenieurin', 'engineering'],
    ['Vertriebsleiter', 'sales'],
    ['Commerciale', 'sales'],
    ['Buchhalterin', 'finance'],
    ['Finanzbuchhalter', 'finance'],
    ['Responsable comptable', 'finance'],
    ['Personalreferentin', 'people'],
    ['Kundenbetreuer', 'support'],
    ['Rechtsanwältin', 'legal'],
    ['Sekretärin', 'operations'],
    ['Chef de projet', 'operations'],
    ['Grafikerin', 'design'],
    ['Datenanalyst', 'data'],
    ['Head of Security', 'engineering'],
    ['Data Engineer', 'data'],
    ['Machine Learning Engineer', 'data'],
    ['Head of Data', 'data'],
    ['AI Researcher', 'data'],
    ['Product Manager', 'product'],
    ['VP of Product', 'product'],
    ['Product Designer', 'design'],
    ['UX Researcher', 'design'],
    ['Growth Marketer (Entry-level)', 'marketing'],
    ['Staff Developer Advocate', 'marketing'],
    ['Account Executive', 'sales'],
    ['Sales Engineer', 'sales'],
    ['Senior Customer Success Manager', 'support'],
    ['Support Engineer', 'support'],
    ['Financial Analyst', 'finance'],
    ['Staff Accountant', 'finance'],
    ['Technical Recruiter', 'people'],
    ['Engineering Recruiter', 'people'],
    ['People Operations Lead', 'people'],
    ['Programme Manager', 'operations'],
    ['Chief of Staff', 'operations'],
    ['General Counsel', 'legal'],
    ['Data Protection Officer', 'legal'],
    ['Talent Partner', 'people'],
    ['HR Manager', 'people'],
    ['Recruitment Coordinator', 'people'],
    ['Head of People', 'people'],
    ['DevRel Lead', 'marketing'],
    ['Head of Support', 'support'],
    ['Presales Consultant', 'sales'],
    ['Business Development Manager', 'sales'],
    ['Partnership Lead', 'sales'],
    ['Head of Partnerships', 'sales'],
    ['Key Account Lead', 'sales'],
    ['Analytics Lead', 'data'],
    ['Data Scientist', 'data'],
    ['Business Intelligence Analyst', 'data'],
    ['Developers', 'engineering'],
    ['Fullstack Lead', 'engineering'],
    ['Full Stack Lead', 'engineering'],
    ['Front-end Lead', 'engineering'],
    ['Member of Technical Staff', 'engineering'],
    ['Accounting Clerk', 'finance'],
    ['Finance Director', 'finance'],
    ['Bookkeeper', 'finance'],
    ['Internal Auditor', 'finance'],
    ['FP&A Lead', 'finance'],
    ['SEO Lead', 'marketing'],
    ['Social Media Lead', 'marketing'],
    ['User Researcher', 'design'],
    ['Art Director', 'design'],
    ['Office Manager', 'operations'],
    ['Supply Chain Planner', 'operations'],
    ['Project Lead', 'operations'],
    ['Program Director', 'operations'],
    ['QA Lead', 'engineering'],
    ['iOS Lead', 'engineering'],
    ['Compliance Lead', 'legal'],
    ['Privacy Lead', 'legal'],
    ['Ingeniero Industrial', 'engineering'],
    ['Ingeniera de caminos', 'engineering'],
    ['Chief Technology Officer', 'engineering'],
    ['Systems Administrator', 'engineering'],
    ['Database Administrator', 'engineering'],
    ['Systemadministratorin', 'engineering'],
    ['Office Administrator', 'operations'],
    ['Contador', 'finance'],
    ['Contadora Senior', 'finance'],
    ['Accounts Payable Clerk', 'finance'],
    ['Accounts Receivable Lead', 'finance'],
    ['Key Account Clerk', 'sales'],
  ])('%s: %s', (title, job) => expect(functionOf(title)).toBe(job))

  it.each([
    ['people', ['Personalleiterin', 'Personalberater', 'People Ops Lead', 'People Partner', 'People Manager', 'People Lead', 'People Team Coordinator', 'Sourcer', 'Human Resources Lead', 'Chief People Officer', 'Recruteuse', 'Responsable Ressources Humaines', 'Assistante RH']],
    ['marketing', ['Developer Relations Lead', 'Developer Evangelist', 'Developer Experience Advocate', 'Marketing Lead', 'Marketer', 'Growth Lead', 'Content Lead', 'Brand Lead', 'Communications Lead', 'PR Lead', 'Copywriter', 'Community Lead', 'CMO']],
    ['support', ['Customer Service Lead', 'Customer Experience Lead', 'Kundenservice', 'Kundenberaterin', 'Kundensupport', 'Service client', 'Atención al cliente']],
    ['sales', ['Solutions Engineer', 'Solutions Engineering Lead', 'Solutions Consultant', 'Account Manager', 'Account Director', 'Sales Lead', 'BDR', 'SDR', 'Head of Revenue', 'Commercial Lead', 'Verkaufsleiterin', 'Außendienstmitarbeiter', 'Jefa de Ventas', 'Vendeuse']],
    ['data', ['Data Engineering Lead', 'Marketing Data Analyst', 'Marketing Data Scientist', 'Marketing Data Science Lead', 'Data Architect', 'Data Platform Engineer', 'Marketing Data Lead', 'Marketing Data Manager', 'ML Engineer', 'AI Lead', 'Scientist', 'Researcher', 'Statistician', 'Analyste', 'Business Intelligence Lead', 'BI Lead', 'Analyst', 'Datenanalystin']],
    ['engineering', ['Programmer', 'Software Lead', 'DevOps Lead', 'Head of Site Reliability', 'Developer', 'Entwicklerin', 'Programmiererin', 'Développeuse', 'Responsable de Ingeniería', 'Desarrolladora', 'Desarrolladores', 'Informatikerin', 'Backend Lead', 'Back-end Lead', 'Frontend Lead', 'Technologist', 'Head of Infrastructure', 'Platform Lead', 'Tester', 'Mobile Lead', 'Android Lead', 'Network Lead', 'Systems Lead', 'Hardware Lead', 'Firmware Lead', 'Embedded Lead']],
    ['legal', ['Legal Lead', 'Attorney', 'Paralegal', 'Solicitor', 'Juristin', 'Avocat', 'Avocate', 'Abogada', 'Abogados', 'Datenschutzbeauftragte']],
    ['finance', ['Chartered Accountants', 'Controller', 'Treasury Lead', 'Treasurer', 'Buchhaltung', 'Finanzbuchhalterin', 'Steuerberaterin', 'Contable', 'Contrôleuse de gestion', 'Controlling', 'Tax Lead', 'Payroll Lead', 'CFO']],
    ['design', ['Gestalterin', 'Graphiste', 'UI Lead', 'Illustrator', 'Creative Lead']],
    ['product', ['CPO']],
    ['operations', ['Operations Lead', 'Ops Lead', 'Logistics Lead', 'Procurement Lead', 'Facilities Lead', 'Executive Assistant', 'Administrator', 'COO', 'Assistentin', 'Einkaufsleiterin', 'Einkäuferin', 'Einkaeuferin', 'Logistikleiterin', 'Projektleiterin', 'Projektmanagerin', 'Betriebsleiterin', 'Jefe de proyecto']],
  ] as const)('is %s, whatever the language and the level', (job, titles) => {
    for (const title of titles) expect(functionOf(title), title).toBe(job)
  }) // biome-ignore format: a table

  it.each(['Unspecified Position', 'Manager', '', '…', 'Astronaut'])('%j tells none', (title) =>
    expect(functionOf(title)).toBeUndefined(),
  )

  it('is what stands before the comma, and else whatever the rest tells', () => {
    expect(functionOf('Recruiter, Engineering')).toBe('people')
    expect(functionOf('Lead - Finance')).toBe('finance')
    expect(functionOf('Accountant - Engineering')).toBe('finance')
    expect(functionOf('Go-to-market Lawyer (Engineering)')).toBe('legal')
    expect(functionOf('Designer / Developer')).toBe('design')
    expect(functionOf('Designer – Engineering')).toBe('design')
    expect(functionOf('Anti-fraud Lead')).toBeUndefined()
  })

  it('of a text without end is looked for in its beginning', () => {
    expect(functionOf(`${'x '.repeat(150)}engineer`)).toBeUndefined()
    expect(functionOf(`${'x '.repeat(140)}engineer`)).toBe('engineering')
  })
})

describe('a function as people write it', () => {
  it.each([
    ['eng', 'engineering'],
    ['R&D', 'engineering'],
    ['Data-Science', 'data'],
    ['HR', 'people'],
    ['customer success', 'support'],
    ['Ops', 'operations'],
    ['UX', 'design'],
    ['growth', 'marketing'],
    ['bizdev', undefined],
    ['BD', 'sales'],
    ['accounting', 'finance'],
    ['pm', 'product'],
    ['(Compliance)', 'legal'],
    ['  software   engineering  ', 'engineering'],
    ['data--and  analytics'.padEnd(40), 'data'],
    ['data--and  analytics'.padEnd(41), undefined],
  ])('%s is %s', (text, job) => expect(functionWord(text)).toBe(job))

  it.each([
    ['engineering', ['engineer', 'engineers', 'software', 'development', 'developers', 'tech', 'technology', 'IT']],
    ['data', ['analytics', 'machine learning', 'ML', 'BI']],
    ['product', ['product management']],
    ['design', ['UI', 'product design', 'creative', 'user experience']],
    ['marketing', ['communications', 'comms', 'content', 'DevRel', 'developer relations']],
    ['sales', ['business development', 'account management', 'commercial', 'revenue', 'partnerships']],
    ['support', ['customer support', 'customer service', 'CS', 'CX', 'success']],
    ['finance', ['accounts', 'financial']],
    ['people', ['human resources', 'talent', 'recruiting', 'recruitment', 'people operations', 'People Ops']],
    ['operations', ['business operations', 'bizops', 'administration', 'admin', 'project management', 'supply chain', 'logistics']],
    ['legal', ['law', 'privacy']],
  ] as const)('is %s by any of its short forms', (job, words) => {
    for (const word of words) expect(functionWord(word), word).toBe(job)
  }) // biome-ignore format: a table

  it('is its own name, and nothing else', () => {
    expect(JOB_FUNCTIONS.map((name) => functionWord(name))).toEqual(JOB_FUNCTIONS)
    expect([functionWord('enginering'), functionWord(''), functionWord('x'.repeat(41))]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
