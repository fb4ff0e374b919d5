// The people and the roles of an evaluation, from files that nobody here has seen: bounded, and whatever is wrong is named.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { decodeText } from '../../src/adapters/files/decode.ts'
import { type JsonResume, readJsonResume, textOfResume } from '../../src/domain/resume/json-resume.ts'
import { isJson, lenient } from '../../src/domain/resume/lenient-json.ts'

const MOST_FILES = 5_000
const LARGEST_PERSON = 1_000_000
const LARGEST_JOBS = 20_000_000
const MOST_JOBS = 1_000

export type PersonFile = {
  readonly file: string
  readonly name: string
  readonly resume: JsonResume
  /** All that it says about the work; neither name nor contact nor place. */
  readonly text: string
}

/** The layout of jobs.json, and the other fields of JSON Resume's own schema of jobs. */
export type JobEntry = {
  readonly id: string | undefined
  readonly title: string
  readonly description: string | undefined
  readonly where: string
  readonly remote: boolean
  readonly experience: string | undefined
  readonly responsibilities: readonly string[]
  readonly qualifications: readonly string[]
  readonly skills: readonly { readonly name: string | undefined; readonly keywords: readonly string[] }[]
  /** Who is right for it, where somebody said so: file names (with or without .json) or full names. */
  readonly relevant: readonly string[] | undefined
}
export type Bad = { readonly file: string; readonly why: string }

/** `odd`: what was read but for some field of it, or not looked into; `bad`: what was left out. */
type Read = { readonly bad: readonly Bad[]; readonly odd: readonly Bad[] }

/** What cannot be used at all. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

export function readPeople(folder: string): Read & { readonly people: readonly PersonFile[] } {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }), `${folder} is no folder that can be read`)
  const isJsonFile = (name: string) => name.toLowerCase().endsWith('.json')
  const names = entries.map(({ name }) => name).filter(isJsonFile).sort() // biome-ignore format: one line
  if (names.length === 0) throw new InputError(`${folder} holds no .json file`)
  if (names.length > MOST_FILES)
    throw new InputError(`${folder} holds ${names.length} files; at most ${MOST_FILES} are read`)
  const people: PersonFile[] = []
  const bad: Bad[] = []
  const odd: Bad[] = entries
    .filter((one) => one.isDirectory() && !isJsonFile(one.name) && !one.name.startsWith('.'))
    .map(({ name }) => ({ file: `${name}/`, why: 'folders inside of the folder are not looked into' }))
  for (const file of names) {
    const json = jsonOf(join(folder, file), LARGEST_PERSON)
    const read = 'why' in json ? json : personIn(json.value)
    if ('why' in read) bad.push({ file, why: read.why })
    else {
      people.push({ file, ...read.person })
      if (read.odd.length > 0) odd.push({ file, why: oddFields(read.odd) })
    }
  }
  if (people.length === 0)
    throw new InputError(`No file of ${folder} is a JSON Resume: ${bad[0]?.file}: ${bad[0]?.why}`)
  return { people, bad, odd }
}

type Person = Omit<PersonFile, 'file'>
function personIn(json: unknown): { readonly person: Person; readonly odd: readonly string[] } | { why: string } {
  const read = readJsonResume(json)
  if (read === undefined) return { why: 'it is no JSON Resume: it has neither basics nor work, skills or the like' }
  const { resume, odd } = read
  const { name, label } = resume.basics
  if (name === undefined) return { why: 'basics.name: it does not say whose it is' }
  const called = resume.skills.flatMap((skill) => [skill.name, ...skill.keywords])
  const texts = [label, ...resume.work.map(({ company }) => company), ...called, textOfResume(resume)]
  return { person: { name, resume, text: texts.filter((one) => one !== undefined && one !== '').join('\n') }, odd }
}

export function readJobs(file: string): Read & { readonly jobs: readonly JobEntry[] } {
  const json = jsonOf(file, LARGEST_JOBS)
  if ('why' in json) throw new InputError(`${file}: ${json.why}`)
  const entries: unknown = isJson(json.value) ? json.value.jobs : json.value
  if (!Array.isArray(entries)) throw new InputError(`${file}: it is no list of jobs`)
  if (entries.length === 0) throw new InputError(`${file} names no job`)
  if (entries.length > MOST_JOBS)
    throw new InputError(`${file} names ${entries.length} jobs; at most ${MOST_JOBS} are read`)
  const jobs: JobEntry[] = []
  const bad: Bad[] = []
  const odd: Bad[] = []
  for (const [at, entry] of (entries as unknown[]).entries()) {
    const place = `${basename(file)} [${at}]`
    const fields = new Set<string>()
    const job = jobIn(entry, fields)
    if (job === undefined) bad.push({ file: place, why: 'title: a job needs one' })
    else jobs.push(job)
    if (job !== undefined && fields.size > 0) odd.push({ file: place, why: oddFields([...fields]) })
  }
  if (jobs.length === 0) throw new InputError(`No entry of ${file} is a job: ${bad[0]?.why}`)
  return { jobs, bad, odd }
}

function jobIn(entry: unknown, odd: Set<string>): JobEntry | undefined {
  const { text, texts, things } = lenient(odd)
  const job = isJson(entry) ? entry : {}
  const title = text(job.title, 'title')
  if (title === undefined) return undefined
  const { location, remote } = job
  const where = isJson(location) ? [location.city, location.region, location.countryCode] : [location]
  return {
    id: text(job.id, 'id'),
    title,
    description: text(job.description, 'description'),
    where: where.flatMap((part) => text(part, 'location') ?? []).join(', '),
    remote: remote === true || (typeof remote === 'string' && /^(?:full|yes|true|remote)/i.test(remote)),
    experience: text(job.experience, 'experience'),
    responsibilities: texts(job.responsibilities, 'responsibilities'),
    qualifications: texts(job.qualifications, 'qualifications'),
    skills: things(job.skills, 'skills', 'name').map((one) => ({
      name: text(one.name, 'skills.name'),
      keywords: texts(one.keywords, 'skills.keywords', 'names'),
    })),
    relevant: job.relevant === undefined || job.relevant === null ? undefined : texts(job.relevant, 'relevant'),
  }
}

const oddFields = (fields: readonly string[]): string => `read without ${fields.join(', ')}`

function jsonOf(path: string, largest: number): { readonly value: unknown } | { readonly why: string } {
  try {
    const { size } = statSync(path)
    if (size > largest) return { why: `it has ${size} bytes; at most ${largest} are read` }
    return { value: JSON.parse(decodeText(readFileSync(path))) as unknown }
  } catch (error) {
    return { why: error instanceof SyntaxError ? `it is no JSON (${error.message})` : (error as Error).message }
  }
}

function attempt<Value>(work: () => Value, otherwise: string): Value {
  try {
    return work()
  } catch (error) {
    throw new InputError(`${otherwise} (${(error as Error).message})`)
  }
}
