import { beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { permissionFor } from '../../../src/domain/consent/permission.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { dayIn } from '../../../src/domain/shared/time.ts'
import type { ImportedRow } from '../../../src/domain/transfer/imported.ts'
import type { ReadRowAs } from '../../../src/domain/transfer/read-row.ts'
import { readRow } from '../../../src/domain/transfer/read-row.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import type { ImportRun } from '../../../src/usecases/ports/imports.ts'
import {
  finishImport,
  ImportOvertakenError,
  importBatch,
  unfinishedImport,
} from '../../../src/usecases/transfer/import-batch.ts'
import type { Imagined, RefusedRow } from '../../../src/usecases/transfer/sort-rows.ts'
import { forEachDatabase } from '../../support/database.ts'
import { NOW, type SearchWorld, searchWorld } from '../../support/search-world.ts'

const MAPPING: ReadRowAs['mapping'] = {
  fullName: [0],
  email: [1],
  phone: [2],
  skills: [3],
  standing: [4],
  note: [5],
  kind: [6],
  doNotContact: [7],
  headline: [8],
}
type How = { readonly run?: ImportRun; readonly of?: SearchWorld; readonly imagined?: Imagined }
type Cells = readonly [
  name: string,
  email?: string,
  phone?: string,
  skills?: string,
  standing?: string,
  note?: string,
  kind?: string,
  doNotContact?: string,
  headline?: string,
]

forEachDatabase('importing people', (database) => {
  let world: SearchWorld
  let other: SearchWorld
  beforeAll(async () => {
    world = await searchWorld(database())
    other = await searchWorld(database())
  })

  const ctxOf = ({ workspace, ines, transactions }: SearchWorld, roles: readonly string[] = ['recruiter']): Ctx => {
    const bearer = { workspaceId: workspace.id, actor: undefined, correlationId: newUuid(), now: NOW }
    const actor = {
      memberId: ines,
      slackUserId: 'UINES001',
      name: 'Inês',
      zone: workspace.zone,
      roles: new Set(roles),
      unheard: [],
    }
    return { ...bearer, workspace, actor, newId: newUuid, uow: transactions.unitOfWork(bearer) } as unknown as Ctx
  }
  const rowsOf = (people: readonly Cells[], first = 2): readonly ImportedRow[] =>
    people.map((cells, at) => {
      const all = Array.from({ length: 9 }, (_, column) => cells[column] ?? '')
      const today = dayIn(NOW, world.workspace.zone)
      const rest = {
        standing: undefined,
        role: undefined,
        dayOrder: 'day_first',
        zone: world.workspace.zone,
        today,
      } as const
      const read = readRow(all, { mapping: MAPPING, columns: 9, basis: 'legitimate_interest', ...rest })
      if (!read.ok) throw new Error(JSON.stringify(read.refusal))
      return { row: first + at, cells: all, person: read.value.person, leftOut: [] }
    })
  let files = 0
  const begin = (): ImportRun => {
    files += 1
    const counts = { rows: 0, added: 0, merged: 0, unchanged: 0, refused: 0, refusedBytes: 0 }
    return {
      id: `file ${files}`,
      file: 'people.csv',
      basis: 'legitimate_interest',
      ...counts,
      startedAt: NOW,
      finishedAt: undefined,
    }
  }
  const read = async (people: readonly Cells[], how: How = {}) => {
    const { run = begin(), of = world, imagined } = how
    const refused: RefusedRow[] = []
    const done = await importBatch(ctxOf(of), {
      rows: rowsOf(people),
      bad: [],
      run,
      keepRefused: async (rows, from) => {
        refused.push(...rows)
        return from + rows.length
      },
      ...(imagined === undefined ? {} : { dryRun: imagined }),
    })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    const { added, merged, unchanged } = done.value
    return {
      run: done.value,
      counts: { added, merged, unchanged },
      reasons: refused.flatMap((row) => row.reasons.map((why) => why.kind)),
    }
  }
  const whoHas = (email: string, of = world) => of.run((tx) => tx.candidates.findByContact('email', email))
  const person = async (email: string, of = world) => {
    const id = (await whoHas(email, of)) as CandidateId
    return of.run(async (tx) => ({
      ...(await tx.candidates.get(id)),
      contacts: (await tx.candidates.contacts(id)).map(({ value }) => value).sort(),
      facts: (await tx.candidates.facts(id)).map(({ kind, text, telling }) => `${kind}: ${text} (${telling})`).sort(),
      permissions: await tx.consent.permissions(id),
      timeline: (await tx.candidates.timeline(id, 10)).map(({ text }) => text),
    }))
  }

  it('keeps somebody new with contacts, facts, ground and the file they came from, and finds them', async () => {
    const { counts } = await read([
      ['Ana "A" Souza, {x}', 'ana@one.example', '+351912345678', 'K8s; Go', 'Rejected', 'Likes\ntrains \\ "so"'],
    ])
    expect(counts).toEqual({ added: 1, merged: 0, unchanged: 0 })
    const ana = await person('ANA@one.example')
    expect(ana).toMatchObject({
      fullName: 'Ana "A" Souza, {x}',
      skills: ['kubernetes', 'go'],
      standing: 'told_no',
      ownerId: undefined,
    })
    expect(ana.contacts).toEqual(['+351912345678', 'ana@one.example'])
    expect(ana.facts).toEqual([
      'note: Likes\ntrains \\ "so" (internal_only)',
      'skill: Go (may_be_mentioned)',
      'skill: Kubernetes (may_be_mentioned)',
    ])
    expect(new Set(ana.permissions.map(({ purpose, basis, source }) => `${purpose}, ${basis}, ${source}`))).toEqual(
      new Set([
        'contact, legitimate_interest, import of people.csv',
        'store, legitimate_interest, import of people.csv',
      ]),
    )
    expect(ana.timeline).toEqual(['Imported from people.csv'])
    const found = await world.search.find(
      { version: 1, where: { kind: 'filter', field: 'skill', any: ['kubernetes'] }, sort: null },
      world.reader,
      { size: 10 },
    )
    expect(found.ids).toEqual([ana.id])
  })

  it('makes no doubles when the same rows come again, in one file or another', async () => {
    const people: readonly Cells[] = [
      ['Ben Okafor', 'ben@two.example', '', 'Go'],
      ['Okafor, Ben', 'BEN@two.example', '+351912000001', 'SQL'],
      ['Cid Rossi', 'cid@two.example'],
    ]
    expect((await read(people)).counts).toEqual({ added: 2, merged: 1, unchanged: 0 })
    expect((await read(people)).counts).toEqual({ added: 0, merged: 3, unchanged: 3 })
    const ben = await person('ben@two.example')
    expect(ben).toMatchObject({ fullName: 'Ben Okafor', skills: ['go', 'sql'] })
    expect(ben.contacts).toEqual(['+351912000001', 'ben@two.example'])
    expect(ben.timeline).toHaveLength(2)
  })

  it('counts the same in a dry run, which writes nothing', async () => {
    await read([['Dina Haddad', 'dina@three.example', '+351912000002']])
    const people: readonly Cells[] = [
      ['Emil Weber', 'emil@three.example'],
      ['Emil Weber', 'emil@three.example', '', 'Go'],
      ['Dina Haddad', 'dina@three.example', '', 'Go'],
      ['Quite Another', 'dina@three.example'],
    ]
    const dry = await read(people, { imagined: new Map() })
    expect(dry.counts).toEqual({ added: 1, merged: 2, unchanged: 0 })
    expect(dry.reasons).toEqual(['another_name'])
    expect(await whoHas('emil@three.example')).toBeUndefined()
    expect((await person('dina@three.example')).skills).toEqual([])
    expect((await read(people)).counts).toEqual({ added: 1, merged: 2, unchanged: 0 })
  })

  it('keeps one person whose rows hang together by one address and then by another, in a dry run and in earnest', async () => {
    await read([['Lia Brandt', 'lia@twelve.example']])
    const people: readonly Cells[] = [
      ['Ana Souza', 'ana@twelve.example'],
      ['Ana Souza', 'ana@twelve.example', '+351912000012'],
      ['Ana Souza', '', '+351912000012'],
      ['Lia Brandt', 'lia@twelve.example', '+351912000013'],
      ['Lia Brandt', '', '+351912000013'],
      ['Lia Brandt', 'lia@twelve.example', '+351912000012'],
    ]
    // A file that is read in portions comes to the same.
    for (const size of [people.length, 1, 2, 4]) {
      const imagined: Imagined = new Map()
      const parts = Array.from({ length: Math.ceil(people.length / size) }, (_, at) =>
        people.slice(at * size, at * size + size),
      )
      let counts = { added: 0, merged: 0 }
      const reasons: string[] = []
      for (const part of parts) {
        const dry = await read(part, { imagined })
        counts = { added: counts.added + dry.counts.added, merged: counts.merged + dry.counts.merged }
        reasons.push(...dry.reasons)
      }
      expect([counts, reasons]).toEqual([{ added: 1, merged: 4 }, ['several_people']])
    }
    const real = await read(people)
    expect(real.counts).toMatchObject({ added: 1, merged: 4 })
    expect(real.reasons).toEqual(['several_people'])
    expect((await person('ana@twelve.example')).contacts).toEqual(['+351912000012', 'ana@twelve.example'])
    expect((await person('lia@twelve.example')).contacts).toEqual(['+351912000013', 'lia@twelve.example'])
  })

  it('does not take two of a family, who share a number, for one person', async () => {
    await read([['Ana Leal', 'ana@thirteen.example', '+351912000014']])
    const { reasons, counts } = await read([
      ['Rui Leal', '', '+351912000014'],
      ['A. Leal', 'ana@thirteen.example', '+351912000014'],
    ])
    expect([reasons, counts]).toEqual([['another_name'], { added: 0, merged: 1, unchanged: 1 }])
  })

  it('keeps the first of a family with one address and hands the others back, as often as the file comes', async () => {
    const people: readonly Cells[] = [
      ['Peter Hollow', 'hollows@fourteen.example', '', 'Go'],
      ['Paula Hollow', 'hollows@fourteen.example', '', 'SQL'],
      ['Pia Hollow', 'hollows@fourteen.example', '+351912000015'],
      ['Peter M. Hollow', 'Hollows@fourteen.example', '', 'Rust'],
    ]
    const reasons = ['another_name', 'another_name']
    const imagined: Imagined = new Map()
    expect(await read(people, { imagined })).toMatchObject({ counts: { added: 1, merged: 1 }, reasons })
    expect(await read(people)).toMatchObject({ counts: { added: 1, merged: 1 }, reasons })
    expect(await read(people)).toMatchObject({ counts: { added: 0, merged: 2, unchanged: 2 }, reasons })
    expect(await person('hollows@fourteen.example')).toMatchObject({ fullName: 'Peter Hollow', skills: ['go', 'rust'] })
  })

  it('takes nobody for a namesake who shares the address of a desk, the number of an office or of a father', async () => {
    const first: readonly Cells[] = [
      ['Maria Garcia', 'info@fifteen.example'],
      ['Ana Souza', '', '+351211000016'],
      ['John Hollow Sr.', '', '+351912000017'],
      ['Kim Min-jun', '', '+82231200018'],
    ]
    const second: readonly Cells[] = [
      ['Maria Lopez', 'info@fifteen.example'],
      ['Ana Lima', '', '+351211000016'],
      ['John Hollow Jr.', '', '+351912000017'],
      ['Kim Seo-yeon', '', '+82231200018'],
    ]
    expect((await read(first)).counts.added).toBe(4)
    expect(await read(second)).toMatchObject({
      counts: { added: 0, merged: 0, unchanged: 0 },
      reasons: second.map(() => 'another_name'),
    })
  })

  it('keeps whoever wants to hear nothing from us, and writes to nobody of them', async () => {
    const barred = async (email: string) => {
      const id = (await whoHas(email)) as CandidateId
      return world.run(async (tx) => ({
        barred: await tx.consent.isDoNotContact(id),
        contact: permissionFor(await tx.consent.permissions(id), 'contact', NOW).kind,
      }))
    }
    const of = (name: string, email: string, doNotContact = ''): Cells => [
      name,
      email,
      '',
      '',
      '',
      '',
      '',
      doNotContact,
    ]
    await read([of('Greta Winter', 'greta@sixteen.example')])
    const people = [
      of('Don Tacit', 'don@sixteen.example', 'yes'),
      of('Eva Open', 'eva@sixteen.example', 'no'),
      of('Greta Winter', 'greta@sixteen.example', 'TRUE'),
    ]
    const dry = await read(people, { imagined: new Map() })
    expect(dry.counts).toMatchObject({ added: 2, merged: 1 })
    expect((await read(people)).counts).toEqual({ added: 2, merged: 1, unchanged: 0 })
    expect(await barred('don@sixteen.example')).toEqual({ barred: true, contact: 'missing' })
    expect(await barred('eva@sixteen.example')).toEqual({ barred: false, contact: 'valid' })
    expect(await barred('greta@sixteen.example')).toMatchObject({ barred: true })
    expect((await person('don@sixteen.example')).timeline[0]).toMatch(/import of people\.csv/)
    // Also under another name of theirs the wish stands.
    const found = await world.run((tx) => tx.imports.find([{ kind: 'email', value: 'don@sixteen.example' }]))
    expect(found[0]?.suppressed).toEqual(['asked_not_to'])
    expect((await read(people)).counts).toEqual({ added: 0, merged: 3, unchanged: 3 })
  })

  it('makes no fact of what somebody does, which no letter may call the role they were considered for', async () => {
    await read([['Liz Connect', 'liz@seventeen.example', '', '', '', '', '', '', 'CTO']])
    expect(await person('liz@seventeen.example')).toMatchObject({ headline: 'CTO', consideredRole: 'CTO', facts: [] })
  })

  it('refuses what would join two people, or somebody with quite another name', async () => {
    await read([
      ['Farah Larsen', 'farah@four.example'],
      ['Goran Novak', 'goran@four.example', '+351912000003'],
    ])
    const { reasons, counts } = await read([
      ['Farah Larsen', 'farah@four.example', '+351912000003'],
      ['Hana Kaya', 'hana@four.example', '+351912000003'],
    ])
    expect(reasons).toEqual(['several_people', 'another_name'])
    expect(counts).toEqual({ added: 0, merged: 0, unchanged: 0 })
    expect(await whoHas('hana@four.example')).toBeUndefined()
  })

  it('writes nothing about one of our own staff onto a record that everybody sees', async () => {
    await read([['Jana Novak', 'jana@internal.example']])
    const people: readonly Cells[] = [
      ['Jana Novak', 'jana@internal.example', '', '', '', 'Wants to leave her team', 'internal'],
      ['Kim Larsen', 'kim@internal.example'],
      ['Kim Larsen', 'kim@internal.example', '', '', '', 'Wants to leave, too', 'internal'],
    ]
    const counts = { added: 1, merged: 0, unchanged: 0 }
    for (const dryRun of [true, false])
      expect(await read(people, dryRun ? { imagined: new Map() } : {})).toMatchObject({
        counts,
        reasons: ['seen_by_all', 'seen_by_all'],
      })
    const facts = async (email: string) => {
      const id = (await whoHas(email)) as CandidateId
      return (await world.run((tx) => tx.candidates.facts(id))).map(({ text }) => text).join()
    }
    expect((await facts('jana@internal.example')) + (await facts('kim@internal.example'))).not.toContain('leave')
  })

  it('never makes a permission wider, nor writes to or keeps whoever said no', async () => {
    await read([['Ivo Silva', 'ivo@five.example']])
    const ivo = (await whoHas('ivo@five.example')) as CandidateId
    await world.run(async (tx) => {
      await tx.consent.withdraw(ivo, 'contact', NOW)
      await tx.consent.setDoNotContact(ivo, NOW)
      await tx.consent.suppress('jana@five.example', 'unsubscribed', NOW, undefined)
      await tx.consent.suppress('kofi@five.example', 'erased', NOW, undefined)
    })
    const { reasons, counts } = await read([
      ['Ivo Silva', 'ivo@five.example', '', 'Go'],
      ['Jana Moreau', 'jana@five.example'],
      ['Kofi Tanaka', 'kofi@five.example'],
    ])
    expect(reasons).toEqual(['erased'])
    expect(counts).toEqual({ added: 1, merged: 1, unchanged: 0 })
    expect(permissionFor((await person('ivo@five.example')).permissions, 'contact', NOW).kind).toBe('withdrawn')
    expect(await world.run((tx) => tx.consent.isDoNotContact(ivo))).toBe(true)
    const jana = await person('jana@five.example')
    expect(permissionFor(jana.permissions, 'contact', NOW).kind).toBe('missing')
    expect(permissionFor(jana.permissions, 'store', NOW).kind).toBe('valid')
    expect(await whoHas('kofi@five.example')).toBeUndefined()
  })

  it('brings people who are unworked: nobody snoozed them, and nobody has looked whether they are right', async () => {
    await read([['Lena Roth', 'lena@six.example']])
    const lena = await person('lena@six.example')
    expect(lena).toMatchObject({ unworked: true, firstDue: undefined, snoozedUntil: undefined, checkedAt: undefined })
  })

  it('knows nobody of another workspace', async () => {
    await read([['Mika Larsen', 'mika@seven.example']])
    expect((await read([['Mika Larsen', 'mika@seven.example']], { of: other })).counts.added).toBe(1)
    expect(await whoHas('mika@seven.example', other)).not.toBe(await whoHas('mika@seven.example'))
    const run = { ...begin(), rows: 1 }
    await world.run((tx) => tx.imports.keepRun(run))
    expect(await other.run((tx) => tx.imports.run(run.id))).toBeUndefined()
  })

  describe('that is cut off', () => {
    it('leaves nothing of a batch, and goes on behind the last one', async () => {
      const first = await read([['Nuno Silva', 'nuno@eight.example']])
      const cutOff = importBatch(ctxOf(world), {
        rows: rowsOf([['Olga Kaya', 'olga@eight.example']]),
        bad: [],
        run: first.run,
        keepRefused: () => Promise.reject(new Error('the disk is full')),
      })
      await expect(cutOff).rejects.toThrow('the disk is full')
      expect(await whoHas('olga@eight.example')).toBeUndefined()
      const found = await unfinishedImport(ctxOf(world), { id: first.run.id, basis: 'legitimate_interest' })
      expect(found).toEqual({ ok: true, value: first.run })
      const second = await read([['Olga Kaya', 'olga@eight.example']], { run: first.run })
      expect(second.run).toMatchObject({ rows: 2, added: 2 })
      await finishImport(ctxOf(world), { run: second.run })
      const after = await unfinishedImport(ctxOf(world), { id: first.run.id, basis: 'legitimate_interest' })
      expect(after).toEqual({ ok: true, value: undefined })
    })

    it('is another import on another ground, and none that two processes do at once', async () => {
      const first = await read([['Paul Weber', 'paul@eight.example']])
      const on = await unfinishedImport(ctxOf(world), { id: first.run.id, basis: 'consent' })
      expect(on).toEqual({ ok: true, value: undefined })
      await read([['Rosa Weber', 'rosa@eight.example']], { run: first.run })
      await expect(read([['Rosa Weber', 'rosa@eight.example']], { run: first.run })).rejects.toThrow(
        ImportOvertakenError,
      )
    })
  })

  it('makes no doubles where two files name the same people at the same moment', async () => {
    const people = Array.from({ length: 20 }, (_, at): Cells => [`Tara Person${at}`, `tara${at}@ten.example`])
    const both = await Promise.all([read(people), read(people.toReversed())])
    expect(both.map(({ counts }) => counts.added + counts.merged)).toEqual([20, 20])
    expect(both.reduce((sum, { counts }) => sum + counts.added, 0)).toBe(20)
  })

  it('is for those who may add people', async () => {
    const asked = { rows: rowsOf([['Sam Lee', 'sam@nine.example']]), bad: [], run: begin(), keepRefused: async () => 0 }
    expect(await importBatch(ctxOf(world, ['hiring_manager']), asked)).toMatchObject({
      ok: false,
      refusal: { kind: 'not_allowed' },
    })
    expect(await whoHas('sam@nine.example')).toBeUndefined()
  })
})
