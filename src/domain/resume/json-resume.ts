/** A JSON Resume (jsonresume.org) in one shape, however it was written. Photo, birthday and what else must not count is not looked at. Pure. */
import { isJson, lenient } from './lenient-json.ts'

type Text = string | undefined
export type JsonWork = {
  readonly company: Text
  readonly position: Text
  readonly summary: Text
  readonly description: Text
  readonly highlights: readonly string[]
  /** Months, `2019-03`, or `2019-00` where only the year is told; without `to` it goes on. */
  readonly from: Text
  readonly to: Text
}
export type JsonResume = {
  readonly basics: {
    readonly name: Text
    readonly label: Text
    readonly email: Text
    readonly phone: Text
    readonly url: Text
    readonly summary: Text
    readonly location: { readonly city: Text; readonly region: Text; readonly countryCode: Text }
    readonly links: readonly string[]
  }
  /** What is still done, else what was done last, comes first. */
  readonly work: readonly JsonWork[]
  readonly skills: readonly { readonly name: Text; readonly keywords: readonly string[] }[]
  /** Every other text about what they did and learnt. */
  readonly more: readonly string[]
}

const PARTS = ['work', 'skills', 'education', 'projects', 'volunteer'] as const

/** `odd`: the fields that were left out, by their paths. `undefined` where it is no résumé. */
export function readJsonResume(
  json: unknown,
): { readonly resume: JsonResume; readonly odd: readonly string[] } | undefined {
  if (!isJson(json)) return undefined
  const hasParts = PARTS.some((part) => Array.isArray(json[part]) && json[part].length > 0)
  if (!isJson(json.basics) && !(hasParts && (json.basics === undefined || json.basics === null))) return undefined
  const odd = new Set<string>()
  const { text, texts, things } = lenient(odd)
  const basics = isJson(json.basics) ? json.basics : {}
  const place = (): JsonResume['basics']['location'] => {
    const { location } = basics
    const named = isJson(location) ? location : { city: location }
    const part = (name: 'city' | 'region' | 'countryCode') => text(named[name], 'basics.location')
    return { city: part('city'), region: part('region'), countryCode: part('countryCode') }
  }
  const work = things(json.work, 'work', 'summary').map((one) => ({
    company: text(one.name, 'work.name') ?? text(one.company, 'work.company'),
    position: text(one.position, 'work.position'),
    summary: text(one.summary, 'work.summary'),
    description: text(one.description, 'work.description'),
    highlights: texts(one.highlights, 'work.highlights'),
    from: monthOf(text(one.startDate, 'work.startDate')),
    to: monthOf(text(one.endDate, 'work.endDate')),
  }))
  const others = OTHERS.flatMap(([part, name, fields, between]) =>
    things(json[part], part, name).map((one) =>
      fields.flatMap((field) => texts(one[field], `${part}.${field}`)).join(between),
    ),
  )
  const resume = {
    basics: {
      name: text(basics.name, 'basics.name'),
      label: text(basics.label, 'basics.label'),
      email: text(basics.email, 'basics.email'),
      phone: text(basics.phone, 'basics.phone'),
      url: text(basics.url, 'basics.url'),
      summary: text(basics.summary, 'basics.summary'),
      location: place(),
      links: things(basics.profiles, 'basics.profiles', 'url').flatMap(({ url }) => text(url, 'basics.profiles') ?? []),
    },
    work: work.toSorted((one, other) => lastly(other).localeCompare(lastly(one))),
    skills: things(json.skills, 'skills', 'name').map((one) => ({
      name: text(one.name, 'skills.name'),
      keywords: texts(one.keywords, 'skills.keywords', 'names'),
    })),
    more: others,
  }
  return { resume, odd: [...odd] }
}

/** The part, what a bare text of it is, what of it tells about work, and what stands between. */
const OTHERS = [
  ['projects', 'name', ['name', 'description', 'keywords', 'highlights', 'roles'], '\n'],
  ['certificates', 'name', ['name'], '\n'],
  ['languages', 'language', ['language', 'fluency'], ': '],
  ['education', 'area', ['area', 'studyType', 'courses'], '\n'],
  ['volunteer', 'summary', ['position', 'summary', 'highlights'], '\n'],
  ['publications', 'name', ['name', 'summary'], '\n'],
] as const

/** What a document tells about work outside of its list of skills, one text a line: no name, contact, place or employer. */
export const textOfResume = ({ basics, work, more }: JsonResume): string =>
  [basics.summary, ...work.flatMap(textsOfWork), ...more].filter((one) => one !== undefined && one !== '').join('\n')

const textsOfWork = (one: JsonWork): readonly Text[] => [one.position, one.summary, one.description, ...one.highlights]
/** What goes on ended last, and of two that go on the later begun is the present one. */
const lastly = ({ from = '', to = '9999' }: JsonWork): string => `${to}:${from}`

const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2}))?/
const MONTH_FIRST = /(?:\b(\d{1,2})[./-])?\b((?:19|20)\d{2})\b/

/** "2019-03-01", "03/2019", 2019, "March 2019"; `undefined` where it tells no year, as "present" does not. */
function monthOf(date: Text): Text {
  const [, first, second] = YEAR_FIRST.exec(date ?? '') ?? []
  if (first !== undefined) return `${first}-${(second ?? '').padStart(2, '0')}`
  const [, before, year] = MONTH_FIRST.exec(date ?? '') ?? []
  return year === undefined ? undefined : `${year}-${(before ?? '').padStart(2, '0')}`
}
