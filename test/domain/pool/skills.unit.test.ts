import { describe, expect, it } from 'vitest'
import groups from '../../../src/domain/pool/skills.json' with { type: 'json' }
import {
  canonicalSkill,
  findSkills,
  otherSpellings,
  skillLabel,
  skillOfJob,
  skillSlug,
} from '../../../src/domain/pool/skills.ts'
import { SKILLS } from '../../../src/domain/pool/skills-data.ts'

describe('the table of skills', () => {
  it('knows at least 400 skills, each under a name of its own', () => {
    expect(SKILLS.length).toBeGreaterThanOrEqual(400)
    expect(new Set(SKILLS.map(({ name }) => name)).size).toBe(SKILLS.length)
  })

  it.each(['Backend', 'Data and machine learning', 'Design', 'Product and delivery', 'Sales, marketing, customers', 'Finance, people, law, operations'] as const)(
    'is no list of software alone: %s',
    (group) => expect(groups[group].length).toBeGreaterThanOrEqual(25),
  ) // biome-ignore format: a list

  it('gives every spelling to one skill only', () => {
    const strays = SKILLS.flatMap(({ name, label, spellings = [] }) =>
      [name, label, ...spellings].filter((text) => canonicalSkill(text) !== name),
    )
    expect(strays).toEqual([])
  })

  // A letter may say "Datadog" to whoever has it on record: nobody is told that they know what its rival makes.
  it.each([
    ['Datadog', 'New Relic', 'Splunk', 'SIEM', 'Sentry', 'Bugsnag'],
    ['SAP', 'NetSuite', 'ERP'],
    ['NGINX', 'HAProxy', 'Envoy', 'Istio', 'Service mesh'],
    ['SAS', 'SPSS', 'Stata'],
    ['Shopify', 'Magento', 'E-commerce'],
    ['TensorFlow', 'Keras', 'PyTorch'],
    ['webpack', 'Vite', 'Rollup', 'Babel'],
    ['CPA', 'ACCA', 'CIMA', 'Chartered accountant'],
    ['HubSpot', 'Pipedrive', 'Zoho', 'Outreach', 'Outbound sales'],
    ['Workday', 'Workday HCM', 'Personio'],
    ['Google Analytics', 'Amplitude', 'Mixpanel'],
    ['Couchbase', 'CouchDB'],
    ['etcd', 'ZooKeeper'],
    ['Vercel', 'Netlify', 'Heroku', 'Fly.io'],
    ['DigitalOcean', 'Hetzner'],
    ['Auth0', 'Okta', 'Keycloak'],
    ['MySQL', 'MariaDB'],
    ['Redis', 'Valkey'],
    ['Cassandra', 'ScyllaDB'],
    ['Elasticsearch', 'OpenSearch'],
    ['Docker', 'Podman', 'Containers'],
    ['Terraform', 'OpenTofu'],
    ['Verilog', 'VHDL'],
    ['CircleCI', 'Travis CI', 'TeamCity', 'Buildkite'],
    ['PagerDuty', 'Opsgenie'],
    ['Redux', 'Zustand', 'MobX'],
    ['Jest', 'Vitest', 'Mocha'],
    ['Selenium', 'Appium'],
    ['Airflow', 'Dagster', 'Prefect'],
    ['Spark', 'Databricks'],
    ['pandas', 'NumPy', 'Polars'],
    ['Looker', 'Looker Studio'],
    ['Excel', 'Google Sheets', 'Spreadsheets'],
    ['XGBoost', 'LightGBM', 'CatBoost'],
    ['Fivetran', 'Airbyte'],
    ['Jira', 'Confluence'],
    ['Asana', 'Trello', 'Monday.com', 'ClickUp'],
    ['Webflow', 'Squarespace', 'Wix'],
    ['QuickBooks', 'Xero', 'DATEV'],
    ['Gong', 'Clari'],
    ['Workday HCM', 'SAP SuccessFactors', 'BambooHR', 'Personio'],
    ['Accounts payable', 'Accounts receivable'],
    ['SEO', 'Paid search'],
    ['Drupal', 'Joomla', 'TYPO3'],
    ['Ionic', 'Apache Cordova'],
    ['Electron', 'Tauri'],
    ['IT support', 'ServiceNow'],
    ['Slurm', 'HPC'],
  ])('keeps apart what is not the same thing: %s, %s', (...names) => {
    // biome-ignore format: a table
    const known = names.map((name) => canonicalSkill(name))
    expect(known).not.toContain(undefined)
    expect(new Set(known).size).toBe(names.length)
  })

  it.each([
    ['B2B SaaS', 'saas'],
    ['US GAAP', 'accounting'],
    ['HGB', 'accounting'],
    ['SAP S/4HANA', 'sap'],
    ['Outreach', 'outreach'],
    ['Solution selling', 'solution-selling'],
    ['AWS Lambda', 'aws'],
    ['CATIA', 'cad'],
  ])('knows what sales, finance and hardware teams ask for: %s', (text, name) =>
    expect(canonicalSkill(text)).toBe(name),
  )

  it('takes a working day and community outreach for no software', () => {
    expect(findSkills('A long workday. Workday starts at nine, with outreach to schools.')).toEqual([])
    expect(findSkills('Ran payroll in Workday\nSkills: Outreach, Zoho')).toEqual([
      'payroll',
      'workday',
      'outreach',
      'zoho',
    ])
  })

  it('shows what it stores', () => {
    expect(skillLabel('kubernetes')).toBe('Kubernetes')
    expect(skillLabel('basket-weaving')).toBe('Basket weaving')
  })

  it('keeps skills that recruiters invent, once and for all under one name', () => {
    expect(skillSlug('Basket Weaving!')).toBe('basket-weaving')
    expect(skillSlug('basket-weaving')).toBe('basket-weaving')
    expect(skillSlug('K8s')).toBe('kubernetes')
    expect(skillSlug('🥈')).toBeUndefined()
    expect(canonicalSkill('basket weaving')).toBeUndefined()
  })
})

describe('skills in what people write', () => {
  it.each([
    ['Strong knowledge of Go or Java', ['go', 'java']],
    ['Knowledge of Go is a must', []],
    ['Experience of Go, in banks', ['go']],
    ['Kenntnisse von Go', ['go']],
    ['Sehr gute Erfahrung mit Go', ['go']],
    ['the rules of Go', []],
    ['Languages: Go', ['go']],
    ['Our tools: Go', ['go']],
    ['Board games: Go', []],
    ['Languages Go', []],
    ['Ideally Go oder Rust', ['go', 'rust']],
    ['Idealerweise Go', ['go']],
    ['Terraform et Go', ['terraform', 'go']],
  ])('believes an everyday word that is said to be known, and no other: %s', (text, skills) =>
    expect(findSkills(text)).toEqual(skills),
  )

  it.each([
    ['strong Kubernetes', ['kubernetes']],
    ['She ran k8s on AWS with Terraform.', ['kubernetes', 'aws', 'terraform']],
    ['C, C++ and Java', ['c', 'c++', 'java']],
    ['Node.js, CI/CD, ASP.NET Core', ['nodejs', 'ci-cd', 'dotnet']],
    ['Go and Rust', ['go', 'rust']],
    ['strong in go', ['go']],
    ['Go', ['go']],
    ['We used React and machine learning', ['react', 'machine-learning']],
    ['R, Python', ['r', 'python']],
    ['Hugging Face, Lean and SAFe', ['hugging-face', 'lean', 'scaled-agile']],
    ['accounts receivable, SOX compliance', ['accounts-receivable', 'internal-controls']],
    ['journey mapping, RFPs', ['user-journeys', 'tenders']],
  ])('%s', (text, skills) => expect(findSkills(text)).toEqual(skills))

  it.each([
    'ready to go', 'Go and see her', 'I go, she said', 'R&D in London', 'a series C start-up', 'tiers A, B, C', 'react quickly', 'the rest of it', 'excel at design',
    'spring next year', 'he is swift', 'Javanese', 'scalable', 'expressed interest', 'vitamin C', 'a safe place to lean on', 'hiring was slow', 'the notion of it', 'a remix of songs', 'payments arrived late', 'she stood sentry',
  ])('everyday words are none: %s', (text) => expect(findSkills(text)).toEqual([])) // biome-ignore format: a list
})

describe('a job is named in many ways', () => {
  it.each([
    ['SREs', 'sre'],
    ["SRE's", 'sre'],
    ['front-end engineers', 'frontend'],
    ['Product Managers', 'product-management'],
    ['Python developer', 'python'],
    ['go engineers', 'go'],
    ['React Native programmer', 'react-native'],
  ])('%s asks for the skill %s', (text, skill) => expect(skillOfJob(text)).toBe(skill))

  // The signs are lost where words are looked for: "C developer" would be told of all of them.
  it.each([
    'C++ developer',
    'C# developer',
    '.NET developer',
    'software engineer',
    'Kuberneteses',
    'developer',
    'Rusts',
  ])('%s does not tell', (text) => expect(skillOfJob(text)).toBeUndefined())

  it('is looked for by every spelling that the typed one does not find already', () => {
    expect(otherSpellings('sre', 'SRE')).toEqual(['site reliability'])
    expect(otherSpellings('sre', 'site reliability engineer')).toEqual(['sre', 'site reliability'])
    expect(otherSpellings('frontend', 'Front-End')).toEqual(['frontend', 'web development'])
    expect(otherSpellings('full-stack', 'fullstack')).toEqual(['full stack'])
  })

  it('is not looked for by an everyday word, nor by what is no plain word', () => {
    expect(otherSpellings('testing', 'QA')).toContain('quality assurance')
    expect(otherSpellings('testing', 'QA')).not.toContain('testing')
    expect(otherSpellings('go', 'go developer')).toEqual(['golang', 'go lang'])
    expect(otherSpellings('c++', 'cpp')).toEqual(['cplusplus', 'c plus plus'])
    expect(otherSpellings('basket-weaving', 'basket weaving')).toEqual([])
  })
})
