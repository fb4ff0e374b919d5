// The people and the roles of an evaluation, from files that nobody here has seen: bounded, and whatever is wrong is named.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'

const MOST_FILES = 5_000
const LARGEST_PERSON = 1_000_000
const LARGEST_JOBS = 20_000_000
const MOST_JOBS = 1_000

const text = z
  .string()
  .nullish()
  .transform((one) => one ?? undefined)
const texts = z
  .array(z.string())
  .nullish()
  .transform((some) => some ?? [])
const list = <Of extends z.ZodType>(of: Of) =>
  z
    .array(of)
    .nullish()
    .transform((some) => some ?? [])
const place = z.object({ city: text, region: text, countryCode: text }).partial().nullish()

/** JSON Resume as people really write it: everything but the name may be absent. */
const Resume = z.object({
  basics: z.object({ name: z.string().trim().min(1), label: text, email: text, summary: text, location: place }),
  work: list(z.object({ name: text, company: text, position: text, summary: text, description: text, startDate: text, endDate: text, highlights: texts })),
  volunteer: list(z.object({ position: text, summary: text, highlights: texts })),
  education: list(z.object({ area: text, studyType: text, institution: text, courses: texts })),
  skills: list(z.object({ name: text, level: text, keywords: texts })),
  languages: list(z.object({ language: text, fluency: text })),
  projects: list(z.object({ name: text, description: text, keywords: texts, highlights: texts, roles: texts })),
  certificates: list(z.object({ name: text })),
  publications: list(z.object({ name: text, summary: text })),
}) // biome-ignore format: one line a section
export type Resume = z.output<typeof Resume>
export type PersonFile = { readonly file: string; readonly resume: Resume; readonly text: string }

/** The layout of jobs.json, and the other fields of JSON Resume's own schema of jobs. */
const Job = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: z.string().trim().min(1),
  company: text,
  description: text,
  location: z.union([z.string(), place]).nullish(),
  remote: z.union([z.string(), z.boolean()]).nullish(),
  experience: text,
  responsibilities: texts,
  qualifications: texts,
  skills: list(z.object({ name: text, level: text, keywords: texts })),
  /** Who is right for it, where somebody said so: file names (with or without .json) or full names. */
  relevant: z.array(z.string()).optional(),
})
export type JobEntry = z.output<typeof Job>
export type Bad = { readonly file: string; readonly why: string }

/** What cannot be used at all. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

export function readPeople(folder: string): { readonly people: readonly PersonFile[]; readonly bad: readonly Bad[] } {
  const names = attempt(() => readdirSync(folder), `${folder} is no folder that can be read`)
    .filter((name) => name.toLowerCase().endsWith('.json'))
    .sort()
  if (names.length === 0) throw new InputError(`${folder} holds no .json file`)
  if (names.length > MOST_FILES)
    throw new InputError(`${folder} holds ${names.length} files; at most ${MOST_FILES} are read`)
  const people: PersonFile[] = []
  const bad: Bad[] = []
  for (const name of names) {
    const read = parsed(join(folder, name), LARGEST_PERSON, Resume)
    if ('why' in read) bad.push({ file: name, why: read.why })
    else people.push({ file: name, resume: read.value, text: allText(read.value) })
  }
  if (people.length === 0)
    throw new InputError(`No file of ${folder} is a JSON Resume: ${bad[0]?.file}: ${bad[0]?.why}`)
  return { people, bad }
}

export function readJobs(file: string): { readonly jobs: readonly JobEntry[]; readonly bad: readonly Bad[] } {
  const read = parsed(file, LARGEST_JOBS, z.array(z.unknown()))
  if ('why' in read) throw new InputError(`${file}: ${read.why}`)
  if (read.value.length === 0) throw new InputError(`${file} names no job`)
  if (read.value.length > MOST_JOBS)
    throw new InputError(`${file} names ${read.value.length} jobs; at most ${MOST_JOBS} are read`)
  const jobs: JobEntry[] = []
  const bad: Bad[] = []
  for (const [at, entry] of read.value.entries()) {
    const job = Job.safeParse(entry)
    if (job.success) jobs.push(job.data)
    else bad.push({ file: `${basename(file)} [${at}]`, why: firstIssue(job.error) })
  }
  if (jobs.length === 0) throw new InputError(`No entry of ${file} is a job: ${bad[0]?.why}`)
  return { jobs, bad }
}

function parsed<Of extends z.ZodType>(
  path: string,
  largest: number,
  shape: Of,
): { readonly value: z.output<Of> } | { readonly why: string } {
  try {
    const { size } = statSync(path)
    if (size > largest) return { why: `it has ${size} bytes; at most ${largest} are read` }
    const result = shape.safeParse(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')))
    return result.success ? { value: result.data } : { why: firstIssue(result.error) }
  } catch (error) {
    return { why: error instanceof SyntaxError ? `it is no JSON (${error.message})` : (error as Error).message }
  }
}

const firstIssue = ({ issues }: z.ZodError): string =>
  `${issues[0]?.path.join('.') || 'the file'}: ${issues[0]?.message}`

function attempt<Value>(work: () => Value, otherwise: string): Value {
  try {
    return work()
  } catch (error) {
    throw new InputError(`${otherwise} (${(error as Error).message})`)
  }
}

/** Every text of a document about the work, one a line; neither name nor contact. */
function allText(resume: Resume): string {
  const { name: _name, email: _email, location: _location, ...basics } = resume.basics
  return strings({ ...resume, basics }).join('\n')
}
const strings = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(strings)
      : []
