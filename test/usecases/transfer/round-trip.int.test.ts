// What was exported comes back as the same people, with everything that a file may say of them.
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { recruiterIn } from '../../../bench/shapes.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { FieldDefinition } from '../../../src/domain/candidate/custom-field.ts'
import { CSV_MARK } from '../../../src/domain/shared/csv.ts'
import { type Day, dayIn, plus } from '../../../src/domain/shared/time.ts'
import { refusalReason } from '../../../src/domain/shared/words/transfer.ts'
import type { Columns } from '../../../src/domain/transfer/columns.ts'
import { searchPeople } from '../../../src/usecases/find/search-people.ts'
import { exportPeople } from '../../../src/usecases/transfer/export-people.ts'
import { newRun } from '../../../src/usecases/transfer/import-batch.ts'
import { readThrough } from '../../../src/usecases/transfer/read-through.ts'
import type { RefusedRow } from '../../../src/usecases/transfer/sort-rows.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { daysBefore, NOW, type SearchWorld, type Someone, searchWorld } from '../../support/search-world.ts'

const FIELDS: readonly FieldDefinition[] = [
  { name: 'Notice period', kind: 'choice', choices: ['1 month', '3 months'] },
  { name: 'Bonus', kind: 'number', choices: [] },
  { name: 'Free from', kind: 'date', choices: [] },
  { name: 'Visa', kind: 'yes_no', choices: [] },
  // Names that other columns have.
  { name: 'Stage', kind: 'text', choices: [] },
  { name: 'Owner', kind: 'text', choices: [] },
  { name: 'Tags', kind: 'text', choices: [] },
]

onQuickDatabase('people who leave as a file', (database) => {
  /** Each workspace defines the same fields, with ids of its own. */
  const aWorld = async () => {
    const world = await searchWorld(database())
    const fields = FIELDS.map((field) => ({ ...field, id: newUuid<'custom_field'>() }))
    for (const [at, field] of fields.entries())
      await world.run((tx) => tx.customFields.insert(field, world.ines, plus(NOW, at)))
    const own = (said: Readonly<Record<string, string>>) =>
      Object.fromEntries(fields.flatMap(({ id, name }) => (said[name] === undefined ? [] : [[id, said[name]]])))
    return { ...world, fields, own }
  }
  type World = Awaited<ReturnType<typeof aWorld>>
  const peopleOf = ({ own }: World): readonly Someone[] => [
    {
      fullName: 'Ana Souza',
      consideredRole: 'Senior SRE',
      headline: '=HYPERLINK("https://evil.example")',
      company: '@SUM(A1), "Ltd"',
      location: 'Lisbon',
      remoteOk: true,
      skills: ['kubernetes', 'c++', 'basket-weaving'],
      skillUses: [
        { skill: 'kubernetes', years: 5, last: 2024 },
        { skill: 'basket-weaving', years: undefined, last: 2019 },
      ],
      seniority: 'senior',
      jobFunction: 'data',
      careerStage: 'changing_field',
      employment: 'on_notice',
      tier: 'A',
      kind: 'pre_assessed',
      relation: 'client',
      standing: 'told_no',
      standingDay: '2026-03-04' as Day,
      stageReached: 'Onsite',
      source: 'Job fair',
      ratings: { skill: 4, values: 2 },
      lastTouchAt: daysBefore(40),
      nextTouch: '2026-12-24' as Day,
      custom: own({
        'Notice period': '3 months',
        Bonus: '-5.5',
        'Free from': '2027-01-02',
        Visa: 'yes',
        Stage: 'of life',
        Owner: '+Ana',
        Tags: 'a, b',
      }),
    },
    {
      fullName: 'Ben Okafor',
      employment: 'studying',
      careerStage: 'student',
      relation: 'partner',
      custom: own({ Visa: 'no' }),
    },
    { fullName: 'Chen Li', skills: ['go'], skillUses: [{ skill: 'go', years: 1, last: undefined }] },
  ]
  const filled = async () => {
    const world = await aWorld()
    for (const [at, person] of (await world.addPeople(peopleOf(world))).entries())
      await world.run((tx) =>
        tx.candidates.addContact(person.id, { kind: 'email', value: `p${at}@example.com`, isPrimary: true }),
      )
    return world
  }
  const exported = async (world: SearchWorld): Promise<string> => {
    const pieces: string[] = []
    const so = { people: 0, more: false }
    for await (const piece of exportPeople(async () => recruiterIn(world), 'sort:name', so)) pieces.push(piece)
    return pieces.join('')
  }
  const imported = async (world: World, csv: string) => {
    const ctx = recruiterIn(world)
    const refused: RefusedRow[] = []
    let columns: Columns | undefined
    async function* rows() {
      const { data } = Papa.parse<string[]>(csv.replace(CSV_MARK, '').trim())
      for (const [above, cells] of data.entries()) yield { row: above + 1, cells }
    }
    const { zone } = world.workspace
    const read = await readThrough({
      rows: rows(),
      said: {
        basis: 'legitimate_interest',
        standing: undefined,
        role: undefined,
        byHand: {},
        own: world.fields,
        today: dayIn(NOW, zone),
        zone,
      },
      run: newRun(ctx, { id: newUuid(), file: 'people.csv', basis: 'legitimate_interest' }),
      ctx: async () => ctx,
      begin: (found) => {
        columns = found
        return async (some, from) => {
          refused.push(...some)
          return from + some.length
        }
      },
      between: async () => true,
    })
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    const { added, merged, unchanged } = read.value.run
    return {
      added,
      merged,
      unchanged,
      columns,
      reasons: refused.map(({ reasons }) => reasons.map(refusalReason).join(' ')),
    }
  }
  const found = async (world: SearchWorld, query: string) => {
    const answer = await searchPeople(recruiterIn(world), { query })
    return answer.ok ? answer.value.people.map(({ fullName }) => fullName).toSorted() : answer.refusal
  }

  it('is the same file again from the workspace that it was brought to', async () => {
    const [from, to] = [await filled(), await aWorld()]
    const csv = await exported(from)
    const { columns, ...counts } = await imported(to, csv)
    expect(counts).toEqual({ added: 3, merged: 0, unchanged: 0, reasons: [] })
    // Whose they are is decided where they come to.
    expect(columns?.ignored).toEqual(['Owner'])
    expect(await exported(to)).toBe(csv)
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  })

  it('is found by what the file said, at once', async () => {
    const to = await aWorld()
    await imported(to, await exported(await filled()))
    expect(await found(to, 'skill:kubernetes>=5y')).toEqual(['Ana Souza'])
    expect(await found(to, 'employment:studying')).toEqual(['Ben Okafor'])
    expect(await found(to, 'relation:client next:>30d rating:2 bonus:<0 notice-period:"3 months"')).toEqual([
      'Ana Souza',
    ])
    expect(await found(to, 'visa:any')).toEqual(['Ana Souza', 'Ben Okafor'])
    expect(await found(to, 'custom:stage=life function:data career:changing')).toEqual(['Ana Souza'])
  })

  it('changes nobody where they came from', async () => {
    const world = await filled()
    const csv = await exported(world)
    // The first time the file gives a ground on which they are kept: none was on record.
    expect(await imported(world, csv)).toMatchObject({ added: 0, merged: 3, reasons: [] })
    expect(await imported(world, csv)).toMatchObject({ added: 0, merged: 3, unchanged: 3, reasons: [] })
    expect(await exported(world)).toBe(csv)
  })

  it('fills what nobody knew of somebody, and replaces nothing', async () => {
    const world = await aWorld()
    const [ana] = await world.addPeople([
      { fullName: 'Ana Souza', employment: 'employed', ratings: { skill: 5 }, custom: world.own({ Visa: 'no' }) },
    ])
    if (ana === undefined) throw new Error('She is there')
    await world.run((tx) =>
      tx.candidates.addContact(ana.id, { kind: 'email', value: 'p0@example.com', isPrimary: true }),
    )
    await imported(world, await exported(await filled()))
    const [person, ratings] = await world.run(
      async (tx) => [await tx.candidates.get(ana.id), await tx.ratings.newest(ana.id)] as const,
    )
    expect(person).toMatchObject({ employment: 'employed', careerStage: 'changing_field', relation: 'client' })
    expect(person?.skillUses).toContainEqual({ skill: 'kubernetes', years: 5, last: 2024 })
    expect(person?.custom).toMatchObject(world.own({ Visa: 'no', Bonus: '-5.5' }))
    expect([ratings.skill?.score, ratings.values?.score]).toEqual([5, 2])
    expect(await found(world, 'rating:2')).toEqual(['Ana Souza'])
  })

  it('says of each row that it refuses what is wrong and what would be right', async () => {
    const world = await aWorld()
    const table = [
      ['Name', 'Email', 'Skills', 'Employment', 'Relation', 'Career stage', 'Function', 'Skill fit', 'Skill fit evidence', 'Notice period', 'Bonus', 'Free from', 'Visa'],
      ['A One', 'a@example.com', 'Go 99y', '', '', '', '', '', '', '', '', '', ''],
      ['B Two', 'b@example.com', '', 'Zzz', 'Foe', 'Old hand', 'Piracy', '', '', '', '', '', ''],
      ['C Three', 'c@example.com', '', '', '', '', '', '4', '', '', '', '', ''],
      ['D Four', 'd@example.com', '', '', '', '', '', '9', 'Led the review of the grid', '', '', '', ''],
      ['E Five', 'e@example.com', '', '', '', '', '', '', '', '2 months', 'lots', 'soon', 'perhaps'],
      ['F Six', 'f@example.com', 'Go 3y', 'Freelancer', 'Customer', 'Specialist', 'Eng', '4 of 5', 'Led the review of the grid', '3 MONTHS', '1 000', '24/12/2026', 'Ja'],
    ] // biome-ignore format: a table
    const { added, reasons } = await imported(world, Papa.unparse(table))
    // A word that is not known costs nobody their row.
    expect(added).toBe(2)
    expect(reasons[0]).toBe('Skills: nobody knows a skill for so many years. Write “Kubernetes 5y 2024, Go”.')
    expect(reasons[1]).toBe('Skill fit: say what shows it; without that a rating is not kept.')
    expect(reasons[2]).toContain('Skill fit: it takes 1 to 5')
    expect(reasons[3]).toContain('Notice period: it takes 1 month, 3 months; or leave it empty.')
    for (const said of ['Bonus: this is not a number', 'Free from: this is not a day', 'Visa: it takes yes, no'])
      expect(reasons[3]).toContain(said)
    expect(
      await found(
        world,
        'employment:self_employed relation:client career:expert function:engineering rating:4 skill:go=3y',
      ),
    ).toEqual(['F Six'])
    expect(await found(world, 'notice-period:"3 months" bonus:1000 free-from:2026-12-24 visa:yes')).toEqual(['F Six'])
  })
})
