/** `medallist pool` and `medallist export`: whom a query finds, for scripts and for spreadsheets. */
import { createWriteStream, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CSV_END, CSV_MARK } from '../domain/shared/csv.ts'
import { never } from '../domain/shared/result.ts'
import { list, listRefusals } from '../domain/shared/words/find.ts'
import { type ExportedPerson, exportHeading, exportLine, jsonResume } from '../domain/transfer/exported.ts'
import type { CustomField } from '../usecases/ports/custom-fields.ts'
import { listFields } from '../usecases/profile/custom-fields.ts'
import { type ListedPage, listPeople, MOST_LISTED } from '../usecases/transfer/list-people.ts'
import { problemWords } from '../views/people-list/refused.ts'
import { EXIT, UsageError } from './exit.ts'
import type { Said } from './import-command.ts'
import type { Offline } from './open-offline.ts'

type First = Pick<ListedPage, 'text' | 'meaning' | 'total' | 'near'>
/** Page by page, at most `limit` people; `first` is told once. */
async function* peopleOf(
  offline: Offline,
  query: string,
  limit: number,
  first: (page: First) => void,
): AsyncGenerator<ExportedPerson> {
  const ctx = offline.ctx()
  let left = limit
  for (let at: string | undefined, turned = false; left > 0 && (!turned || at !== undefined); turned = true) {
    const size = Math.min(left, MOST_LISTED)
    const found = await listPeople(ctx, { query, size, ...(at === undefined ? {} : { at }) })
    if (!found.ok) throw new UsageError(refusedWords(found.refusal))
    if (!turned) first(found.value)
    yield* found.value.people
    left -= size
    at = found.value.next
  }
}

type Refusal = Extract<Awaited<ReturnType<typeof listPeople>>, { ok: false }>['refusal']

function refusedWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not_understood':
      return [
        'Nothing was searched:',
        ...refusal.problems.map((problem) => `  ${problemWords(problem, (text) => text)}`),
        ...(refusal.repaired === undefined ? [] : [`Perhaps: ${refusal.repaired}`]),
      ].join('\n')
    case 'too_slow':
      return listRefusals.too_slow
    case 'not_allowed':
    case 'bad_input':
      throw new Error(`Refused: ${JSON.stringify(refusal)}`)
    default:
      return never(refusal)
  }
}

export type PoolOptions = { readonly query: string; readonly limit: number; readonly json: boolean }

export async function poolCommand(offline: Offline, { query, limit, json }: PoolOptions, said: Said): Promise<number> {
  let page: First | undefined
  const people: ExportedPerson[] = []
  for await (const one of peopleOf(offline, query, limit, (first) => (page = first))) people.push(one)
  if (page === undefined) return EXIT.done
  const { text, meaning, total, near } = page
  if (json) {
    const count = 'exact' in total ? total.exact : total.more
    const listed = await listFields(offline.ctx(), {})
    const fields = listed.ok ? listed.value : []
    const answer = {
      query: text,
      meaning,
      total: count,
      totalIsExact: 'exact' in total,
      near,
      people: people.map((one) => toJson(one, fields)),
    }
    said.out(`${JSON.stringify(answer)}\n`)
    return EXIT.done
  }
  const lines = people.map(
    ({ person }) => `${person.fullName} · ${[person.consideredRole, person.location].filter(Boolean).join(' · ')}`,
  )
  said.out(`${[`${list.count(total)}: ${meaning}`, ...(near ? [list.near] : []), ...lines].join('\n')}\n`)
  return EXIT.done
}

function toJson({ person, contacts, owner, ratings }: ExportedPerson, fields: readonly CustomField[]): object {
  const {
    id,
    fullName,
    consideredRole,
    headline,
    company,
    location,
    remoteOk,
    skills,
    seniority,
    tier,
    kind,
    standing,
  } = person
  const { jobFunction, careerStage, employment, relation, skillUses, custom } = person
  const { standingDay, stageReached, source, lastTouchAt, nextTouch, snoozedUntil, unworked } = person
  return {
    id,
    name: fullName,
    email: contacts.find((contact) => contact.kind === 'email')?.value,
    contacts,
    role: consideredRole,
    headline,
    company,
    location,
    remoteOk,
    skills,
    skillUses,
    seniority,
    function: jobFunction,
    careerStage,
    employment,
    tier,
    kind,
    relation,
    rating: ratings && { skill: ratings.skill?.score, values: ratings.values?.score },
    custom: Object.fromEntries(
      fields.flatMap(({ id, name }) => (custom[id] === undefined ? [] : [[name, custom[id]]])),
    ),
    standing,
    standingDay,
    stage: stageReached,
    source,
    owner,
    lastContacted: lastTouchAt === undefined ? undefined : new Date(lastTouchAt).toISOString(),
    nextTouch,
    snoozedUntil,
    unworked,
  }
}

export type ExportOptions = {
  readonly query: string
  readonly csv: string | undefined
  readonly jsonResume: string | undefined
  readonly json: boolean
}

/** A file for spreadsheets, a folder with a JSON Resume for each person, or both. Neither is readable for other users of the machine. */
export async function exportCommand(offline: Offline, options: ExportOptions, said: Said): Promise<number> {
  const { query, csv, jsonResume: folder } = options
  if (csv === undefined && folder === undefined)
    throw new UsageError('Name where to: --csv <file>, --json-resume <folder>, or both.')
  const { zone } = offline.ctx().actor
  // Before any file is opened: a query that is not understood empties none.
  const people = peopleOf(offline, query, Number.POSITIVE_INFINITY, () => undefined)
  const head = await people.next()
  const listed = await listFields(offline.ctx(), {})
  const fields = listed.ok ? listed.value : []
  const table = csv === undefined ? undefined : writable(csv, () => openSync(csv, 'w', 0o600))
  if (folder !== undefined) writable(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  let count = 0
  const exported = (one: ExportedPerson): string => {
    count += 1
    if (folder !== undefined)
      writeFileSync(join(folder, `${one.person.id}.json`), `${JSON.stringify(jsonResume(one), undefined, 2)}\n`, {
        mode: 0o600,
      })
    return `${exportLine(one, zone, fields)}${CSV_END}`
  }
  async function* lines(): AsyncGenerator<string> {
    yield `${CSV_MARK}${exportHeading(fields)}${CSV_END}`
    if (head.done !== true) yield exported(head.value)
    for await (const one of people) yield exported(one)
  }
  await pipeline(lines, table === undefined ? new PassThrough().resume() : createWriteStream('', { fd: table }))
  said.out(
    options.json ? `${JSON.stringify({ people: count, csv, jsonResume: folder })}\n` : `${count} people exported.\n`,
  )
  return EXIT.done
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'that is not allowed',
  EEXIST: 'it is no folder',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EPERM: 'that is not allowed',
  EROFS: 'nothing can be written there',
}
function writable<Opened>(path: string, open: () => Opened): Opened {
  try {
    return open()
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? '']
    throw why === undefined ? error : new UsageError(`${path} cannot be written: ${why}.`)
  }
}
