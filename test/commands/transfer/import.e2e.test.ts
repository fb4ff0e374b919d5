// Ines imports a table of people from Slack: she sends it, says what its columns hold, sees who is new, imports, and takes it back.
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import type { ViewHands } from '../../../simulator/hands/view-hands.ts'
import type { Hands } from '../../../simulator/hands.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { WORKBOOK } from '../../adapters/files/workbook.ts'
import { aWorld, type World } from '../../support/app.ts'
import { asks } from '../find/finding.ts'

const HEADING = 'Candidate;E-Mail;Position;Stadt;Kommentar'
const csv = (...lines: readonly string[]) => Buffer.from([HEADING, ...lines, ''].join('\n'))
const table = (name: string, content: Buffer) => ({ name, mimetype: 'text/csv', content })

const rows = async <Row>({ app }: World, sql: string, values: unknown[] = []): Promise<readonly Row[]> =>
  (await app.database.pool.query(sql, values)).rows as Row[]

describe('/pool import', () => {
  const world = aWorld()
  const importing = (hands: Hands, file: string, words: string) =>
    hands.waitFor(() => hands.dm().findLast((one) => wordsOf(one).includes(file) && wordsOf(one).includes(words)), {
      what: `a message about ${file} with “${words}”`,
    })
  const columnsOf = (hands: Hands): Promise<ViewHands> => hands.opensModal('What the columns hold')
  const begin = async (hands: Hands, name: string, content: Buffer) => {
    await hands.openHome()
    const offers = () => hands.dm().filter((one) => wordsOf(one).includes('A table of people?'))
    const before = offers().length
    await hands.say('dm', '', { files: [table(name, content)] })
    const offer = await hands.waitFor(() => offers()[before], { what: 'the offer' })
    await hands.press(offer, 'Import…')
    const form = await hands.opensModal('Import people')
    await form.choose('On which ground do you keep these people?', 'Legitimate interest')
    return form
  }
  const people = (start: string) =>
    rows<{ full_name: string; location: string | null }>(
      world(),
      `SELECT full_name, location FROM candidate WHERE full_name LIKE $1 ORDER BY full_name`,
      [`${start}%`],
    )

  it('reads a table that was sent to it, imports it with a file of what was refused, and takes it back', async () => {
    const { ines } = world().hands
    const form = await begin(
      ines,
      'messe.csv',
      csv(
        'Import Anna;anna.i@example.com;SRE;Berlin;=1+1',
        'Import Bert;bert.i@example.com;SRE;;',
        'Import Bert;bert.i@example.com;SRE;Hamburg;',
        'Import Carl;not an address;SRE;;',
      ),
    )
    expect(form.words()).toContain('messe.csv')
    expect(Object.keys(form.fields())).not.toContain('File')
    await form.submit()
    const columns = await columnsOf(ines)
    expect(columns.words()).toContain('columns parted by “;”')
    expect(Object.fromEntries(Object.entries(columns.fields()).map(([name, { value }]) => [name, value]))).toEqual({
      Candidate: 'Full name',
      'E-Mail': 'Email',
      Position: 'Headline or job title',
      Stadt: 'Location',
      Kommentar: 'Note',
    })
    expect(columns.words()).toContain('For instance: anna.i@example.com · bert.i@example.com')
    await columns.choose('Kommentar', 'Full name')
    await columns.submit()
    expect(columns.errors()).toEqual({
      Kommentar: 'Two columns cannot both be “Full name”. Choose “Not read” for one of them.',
    })
    await columns.choose('Kommentar', 'Not read')
    await columns.submit()
    const counted = await importing(ines, 'messe.csv', 'Nothing is imported yet')
    expect(wordsOf(counted)).toContain('4 rows: *2 new*, 1 known already, 1 refused.')
    expect(await people('Import')).toEqual([])
    await ines.press(counted, 'Import 3 people')
    const done = await importing(ines, 'messe.csv', 'is imported.')
    expect(wordsOf(done)).toContain('4 rows: *2 new*, 1 merged with people known already, 1 refused.')
    expect(done.ts).toBe(counted.ts)
    expect(await people('Import')).toEqual([
      { full_name: 'Import Anna', location: 'Berlin' },
      { full_name: 'Import Bert', location: 'Hamburg' },
    ])
    const basis = await rows<{ basis: string; source: string }>(
      world(),
      `SELECT DISTINCT p.basis, p.source FROM permission p JOIN candidate c ON c.id = p.candidate_id WHERE c.full_name LIKE 'Import%'`,
    )
    expect(basis).toEqual([{ basis: 'legitimate_interest', source: 'import of messe.csv' }])
    const refused = ines.messages('dm').findLast(({ threadTs, files }) => threadTs === done.ts && files !== undefined)
    const text = await (await fetch(world().local.simulator.url + refused?.files?.[0]?.url)).text()
    expect(text.replace('\uFEFF', '')).toBe(
      [
        'Row,Candidate,E-Mail,Position,Stadt,Kommentar,Reason',
        '5,Import Carl,not an address,SRE,,,Email: This does not look like an email address. Example: ana@example.com',
        '',
      ].join('\r\n'),
    )
    await ines.press(done, 'Undo import')
    const undone = await importing(ines, 'messe.csv', 'was taken back')
    expect(wordsOf(undone)).toContain('2 people removed')
    expect(wordsOf(undone)).not.toContain('stayed')
    expect(await people('Import')).toEqual([])
  })

  it('says what it leaves out of a row before and after it is imported', async () => {
    const { ines } = world().hands
    const file = 'Name;Email;Department\nLeft Lea;lea.left@example.com;R&D / Platform\n'
    await (await begin(ines, 'left.csv', Buffer.from(file))).submit()
    await (await columnsOf(ines)).submit()
    const counted = await importing(ines, 'left.csv', 'Nothing is imported yet')
    expect(wordsOf(counted)).toContain('Left out, as it was not understood, too much or too long: Function 1.')
    await ines.press(counted, 'Import 1 person')
    expect(wordsOf(await importing(ines, 'left.csv', 'is imported.'))).toContain('Function 1.')
    expect(await people('Left')).toHaveLength(1)
  })

  it('asks about many columns on several pages and imports what stands behind the last of them', async () => {
    const { ines } = world().hands
    const names = ['Name', 'Email', ...Array.from({ length: 11 }, (_, at) => `Extra ${at + 1}`)]
    const cells = ['Broad Bella', 'bella.b@example.com', ...Array.from({ length: 10 }, () => ''), 'Porto']
    const file = Buffer.from([names.join(';'), cells.join(';'), ''].join('\n'))
    await (await begin(ines, 'broad.csv', file)).submit()
    const first = await columnsOf(ines)
    expect(Object.keys(first.fields())).toHaveLength(12)
    await first.submit()
    const second = await columnsOf(ines)
    expect(Object.keys(second.fields())).toEqual(['Extra 11'])
    await second.choose('Extra 11', 'Location')
    await second.submit()
    await ines.press(await importing(ines, 'broad.csv', 'Nothing is imported yet'), 'Import 1 person')
    await importing(ines, 'broad.csv', 'is imported.')
    expect(await people('Broad')).toEqual([{ full_name: 'Broad Bella', location: 'Porto' }])
  })

  it('offers the fields that admins defined, by their names and in the menus', async () => {
    const { ines, priya } = world().hands
    await asks(priya, '/medallist', 'fields add Notice period: choice 1 month, 3 months')
    await asks(priya, '/medallist', 'fields add Sponsored: yes/no')
    const file = Buffer.from(
      [
        'Name,Email,Notice period,Visa',
        'Owned Olga,olga.o@example.com,3 MONTHS,Ja',
        'Owned Otto,otto.o@example.com,never,no',
        '',
      ].join('\n'),
    )
    await (await begin(ines, 'own.csv', file)).submit()
    const columns = await columnsOf(ines)
    expect(columns.fields()['Notice period']?.value).toBe('Notice period')
    expect(columns.fields().Visa?.value).toBe('Not read')
    await columns.choose('Visa', 'Sponsored')
    await columns.submit()
    const counted = await importing(ines, 'own.csv', 'Nothing is imported yet')
    expect(wordsOf(counted)).toContain('2 rows: *1 new*, 0 known already, 1 refused.')
    await ines.press(counted, 'Import 1 person')
    const done = await importing(ines, 'own.csv', 'is imported.')
    const refused = ines.messages('dm').findLast(({ threadTs, files }) => threadTs === done.ts && files !== undefined)
    const text = await (await fetch(world().local.simulator.url + refused?.files?.[0]?.url)).text()
    expect(text).toContain('"Notice period: it takes 1 month, 3 months; or leave it empty."')
    const found = wordsOf(await asks(ines, '/pool', 'sponsored:yes notice-period:"3 months"'))
    expect(found).toContain('Owned Olga')
    expect(found).not.toContain('Owned Otto')
  })

  it('leaves whom something was done with when an import is taken back, and adds nobody twice', async () => {
    const { ines } = world().hands
    const file = csv('Twice Ada;ada.t@example.com;SRE;;', 'Twice Ben;ben.t@example.com;SRE;;')
    const through = async (name: string) => {
      await (await begin(ines, name, file)).submit()
      await (await columnsOf(ines)).submit()
      await ines.press(await importing(ines, name, 'Nothing is imported yet'), 'Import 2 people')
      return importing(ines, name, 'is imported.')
    }
    const first = await through('first.csv')
    const second = await through('second.csv')
    expect(wordsOf(second)).toContain('2 rows: *0 new*, 2 merged with people known already, 0 refused.')
    expect(wordsOf(second)).not.toContain('Undo import')
    const [ada] = await rows<{ id: string }>(world(), `SELECT id FROM candidate WHERE full_name = 'Twice Ada'`)
    const { app } = world()
    await app.contexts
      .forSystem(app.workspace)
      .uow.run((tx) => tx.candidates.change(ada?.id as CandidateId, { company: 'Elsewhere' }))
    await ines.press(first, 'Undo import')
    expect(wordsOf(await importing(ines, 'first.csv', 'was taken back'))).toContain('1 person stayed')
    expect((await people('Twice')).map(({ full_name }) => full_name)).toEqual(['Twice Ada'])
  })

  it('takes a workbook from the form, and can be cancelled before anything is imported', async () => {
    const { ines } = world().hands
    await ines.command('/pool', 'import')
    const form = await ines.opensModal('Import people')
    await form.attach('File', { name: 'people.xlsx', mimetype: 'application/octet-stream', content: WORKBOOK })
    await form.choose('On which ground do you keep these people?', 'Said yes to being contacted')
    await form.submit()
    const columns = await columnsOf(ines)
    expect(columns.words()).toContain('Excel workbook')
    await columns.close()
    const waiting = await importing(ines, 'people.xlsx', 'Look whether its columns')
    await ines.press(waiting, 'Check columns…')
    expect((await columnsOf(ines)).fields().Name?.value).toBe('Full name')
    await ines.modal().close()
    await ines.press(waiting, 'Cancel')
    expect(wordsOf(await importing(ines, 'people.xlsx', 'was cancelled'))).toContain('Nothing was imported.')
  })

  it.each([
    ['is empty', 'empty.csv', Buffer.from('\n\n'), 'It is empty.'],
    [
      'is behind a password',
      'secret.xlsx',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('xEncryptedPackage', 'utf16le')]),
      'protected by a password',
    ],
    [
      'is an old workbook',
      'old.xlsx',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.alloc(600)]),
      'old Excel file',
    ],
    ['is something else', 'letter.csv', Buffer.from('%PDF-1.7'), 'neither a CSV nor an .xlsx'],
    ['is broken', 'broken.xlsx', WORKBOOK.subarray(0, 900), 'cannot be read'],
  ])('says what to do where the file %s', async (_what, name, content, words) => {
    const { ines } = world().hands
    await (await begin(ines, name, content)).submit()
    const told = await importing(ines, name, 'could not be imported')
    expect(wordsOf(told)).toContain(words)
    await ines.modal().close({ clear: true })
  })

  it('says so where the file was deleted meanwhile', async () => {
    const { ines } = world().hands
    const form = await begin(ines, 'gone.csv', csv('Gone Gil;gil@example.com;SRE;;'))
    const sent = ines.messages('dm').findLast(({ files }) => files?.[0]?.title === 'gone.csv')
    await ines.deleteFile(sent?.files?.[0]?.id ?? '')
    await form.submit()
    expect(wordsOf(await importing(ines, 'gone.csv', 'could not be imported'))).toContain('not in Slack any more')
    await ines.modal().close({ clear: true })
  })

  it('reads other files of nobody, and tables of recruiters only', async () => {
    const { ines, tom } = world().hands
    await ines.openHome()
    await ines.say('dm', '', { files: [{ name: 'cat.png', mimetype: 'image/png', content: Buffer.from('png') }] })
    const says = (hands: Hands, words: string) => () => hands.dm().some((one) => wordsOf(one).includes(words))
    await ines.waitFor(says(ines, 'I read résumés as PDF'), { what: 'that a picture is not read' })
    await tom.openHome()
    await tom.say('dm', '', { files: [table('mine.csv', csv('No One;no@example.com;;;'))] })
    await tom.waitFor(says(tom, 'for recruiters'), { what: 'that tables are for recruiters' })
    expect(tom.dm().map(wordsOf).join()).not.toContain('Import…')
    await tom.command('/pool', 'import')
    await tom.waitFor(
      ({ messages }) =>
        Object.values(messages)
          .flat()
          .some((one) => wordsOf(one).includes('This needs a recruiter')),
      { what: 'who may import' },
    )
  })
})
