// The people of an evaluation, kept as an import keeps them: a résumé becomes the row of a table, judged by the same rules.

import type { Offline } from '../../src/cli/open-offline.ts'
import { MAX_TEXT } from '../../src/domain/candidate/validate.ts'
import { findSkills, skillLabel } from '../../src/domain/pool/skills.ts'
import { type JsonResume, textOfResume } from '../../src/domain/resume/json-resume.ts'
import type { CandidateId } from '../../src/domain/shared/ids.ts'
import { truncate } from '../../src/domain/shared/text.ts'
import { dayIn } from '../../src/domain/shared/time.ts'
import type { ImportField, Mapping } from '../../src/domain/transfer/fields.ts'
import type { ImportedRow } from '../../src/domain/transfer/imported.ts'
import { readRow } from '../../src/domain/transfer/read-row.ts'
import type { ImportRun } from '../../src/usecases/ports/imports.ts'
import { SAMPLE_PEOPLE } from '../../src/usecases/sample/sample-people.ts'
import { finishImport, importBatch } from '../../src/usecases/transfer/import-batch.ts'
import type { Bad, PersonFile } from './read-input.ts'

/** `of`: the file's name, or the sample person's. */
export type Kept = { readonly id: CandidateId; readonly of: string; readonly name: string; readonly text: string }

const FIELDS = [
  'fullName',
  'email',
  'role',
  'headline',
  'company',
  'skills',
  'location',
  'seniority',
  'note',
] as const satisfies readonly ImportField[]
type Cells = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>
const mapping: Mapping = Object.fromEntries(FIELDS.map((field, at) => [field, [at]]))
const BATCH = 200

export async function storePeople(
  offline: Offline,
  files: readonly PersonFile[],
  withSample: boolean,
): Promise<{ readonly kept: readonly Kept[]; readonly bad: readonly Bad[] }> {
  const given = [
    ...files.map(({ file, name, resume, text }) => ({ of: file, name, text, cells: cellsOf(resume) })),
    ...(withSample ? SAMPLE_PEOPLE : []).map(({ name, role, skills, location, seniority }) => {
      const labels = skills.map(skillLabel).join(', ')
      return {
        of: `sample: ${name}`,
        name,
        text: `${role}\n${labels}`,
        cells: { role, skills: labels, location, seniority },
      }
    }),
  ]
  const bad: Bad[] = []
  const rows: (ImportedRow & { readonly at: number })[] = []
  const ctx = offline.ctx()
  const { zone } = ctx.workspace
  for (const [at, { of, name, cells }] of given.entries()) {
    const whole: Cells = { ...cells, fullName: name, email: addressOf(at) }
    const read = readRow(
      FIELDS.map((field) => whole[field] ?? ''),
      {
        mapping,
        columns: FIELDS.length,
        basis: 'legitimate_interest',
        standing: undefined,
        role: undefined,
        dayOrder: 'day_first',
        today: dayIn(ctx.now, zone),
        zone,
      },
    )
    if (read.ok) rows.push({ at, row: at + 1, cells: [], person: read.value.person, leftOut: read.value.leftOut })
    else bad.push({ file: of, why: read.refusal.map((problem) => JSON.stringify(problem)).join('; ') })
  }
  await importRows(offline, rows)
  const kept: Kept[] = []
  for (const { at } of rows) {
    const { of = '', name = '', text = '' } = given[at] ?? {}
    const id = await ctx.uow.read((tx) => tx.candidates.findByContact('email', addressOf(at)))
    if (id === undefined) throw new Error(`${of} was not kept`)
    kept.push({ id, of, name, text })
  }
  return { kept, bad }
}

/** Nobody's own address is used: two documents of one person are two people here. */
const addressOf = (at: number): string => `person-${at}@people.example`

async function importRows(offline: Offline, rows: readonly ImportedRow[]): Promise<void> {
  let run: ImportRun = {
    id: 'eval-match',
    file: 'people',
    basis: 'legitimate_interest',
    rows: 0,
    added: 0,
    merged: 0,
    unchanged: 0,
    refused: 0,
    refusedBytes: 0,
    startedAt: offline.ctx().now,
    finishedAt: undefined,
  }
  for (let from = 0; from < rows.length; from += BATCH) {
    const done = await importBatch(offline.ctx(), {
      rows: rows.slice(from, from + BATCH),
      bad: [],
      run,
      keepRefused: () => Promise.resolve(0),
    })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    run = done.value
  }
  const finished = await finishImport(offline.ctx(), { run })
  if (!finished.ok) throw new Error(JSON.stringify(finished.refusal))
  await offline.analyze()
}

function cellsOf(resume: JsonResume): Cells {
  const { basics, work } = resume
  const { position, company } = work[0] ?? {}
  const { city, region, countryCode } = basics.location
  const role = basics.label ?? position
  return {
    ...(role === undefined ? {} : { role: truncate(role, 150) }),
    ...(position === undefined
      ? {}
      : { headline: truncate(company === undefined ? position : `${position} at ${company}`, 150) }),
    ...(company === undefined ? {} : { company: truncate(company, 100) }),
    skills: skillsOf(resume).join(', '),
    location: [city, region, countryCode].filter((part) => part !== undefined).join(', '),
    note: truncate(textOfResume(resume), MAX_TEXT),
  }
}

/** What the document calls a skill, then what its other texts name. */
function skillsOf(resume: JsonResume): readonly string[] {
  const called = resume.skills.flatMap(({ name, keywords }) => [...keywords, ...(name === undefined ? [] : [name])])
  const found = findSkills(textOfResume(resume)).map(skillLabel)
  return [...new Set([...called.map((one) => one.replaceAll(',', ' ')), ...found])]
}
