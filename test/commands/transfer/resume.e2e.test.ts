// A résumé becomes the filled-in form, and what was confirmed becomes somebody on record.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import type { Hands } from '../../../simulator/hands.ts'
import { parseJsonResume } from '../../../src/domain/resume/parse-json.ts'
import { aWorld } from '../../support/app.ts'
import { docxOf, pdfOf, RESUME } from '../../support/resume-files.ts'
import { byEmail, confirmation, open, person, rows, TITLE } from '../capture/support.ts'
import { besides } from '../outreach/seeing.ts'

const pdf = (name: string, content: Buffer) => ({ name, mimetype: 'application/pdf', content })
const values = (fields: ReturnType<Awaited<ReturnType<Hands['opensModal']>>['fields']>) =>
  Object.fromEntries(Object.entries(fields).flatMap(([label, { value }]) => (value === null ? [] : [[label, value]])))

describe('a résumé', () => {
  const world = aWorld()
  const send = async (hands: Hands, name: string, content: Buffer) => {
    await hands.openHome()
    const offers = () => hands.dm().filter((one) => wordsOf(one).includes('A résumé?'))
    const before = offers().length
    await hands.say('dm', '', { files: [pdf(name, content)] })
    return hands.waitFor(() => offers()[before], { what: 'the offer' })
  }
  const formSays = (hands: Hands, words: string) =>
    hands.waitFor(() => (hands.modal().words().includes(words) ? hands.modal() : undefined), { what: `“${words}”` })

  it('that was sent fills in the form, which a person completes and confirms', async () => {
    const { ines } = world().hands
    await ines.press(await send(ines, 'cv.pdf', pdfOf({ pages: [RESUME] })), 'Add from this résumé…')
    const form = await formSays(ines, 'Filled in from the résumé')
    expect(form.title).toBe(TITLE)
    expect(form.words()).toContain('About 12 years of work')
    expect(form.words()).not.toMatch(/1990|married|Portuguese/)
    expect(values(form.fields())).toMatchObject({
      'Full name': 'Ana Souza-Lima',
      Email: 'ana.souza@example.com',
      Phone: '+351 912 345 678',
      'Profile link': 'https://www.linkedin.com/in/ana-souza-example',
      Location: 'Lisbon, Portugal',
      'Headline or job title': 'Senior Site Reliability Engineer',
      Company: 'Fernhollow Energy',
      Seniority: 'Senior',
    })
    expect(form.fields()['Role they were considered for']?.value).toBeNull()
    expect(await rows(world(), (tx) => tx.candidates.findByContact('email', 'ana.souza@example.com'))).toBeUndefined()
    await form.fill('Role they were considered for', 'Staff SRE')
    await form.submit()
    await confirmation(ines, 'Ana Souza-Lima')
    const added = await person(world(), await byEmail(world(), 'ana.souza@example.com'))
    expect(added).toMatchObject({
      fullName: 'Ana Souza-Lima',
      consideredRole: 'Staff SRE',
      headline: 'Senior Site Reliability Engineer',
      company: 'Fernhollow Energy',
      seniority: 'senior',
    })
    expect(added?.skills).toEqual(expect.arrayContaining(['kubernetes', 'terraform', 'go', 'postgresql']))
  })

  it('is read in the words of the workspace, and a JSON Resume with an odd field but for that one', async () => {
    const { ines } = world().hands
    const ctx = await besides(world(), ines)
    await ctx.uow.run((tx) =>
      tx.lessons.teach({ spelling: 'zorple', skill: 'helm', taughtBy: ctx.actor.memberId, taughtAt: ctx.now }, 500),
    )
    const json = { basics: { name: 'Bo Berg', label: {} }, skills: ['Zorple', 'Basket weaving'] }
    await ines.press(await send(ines, 'cv.json', Buffer.from(JSON.stringify(json))), 'Add from this résumé…')
    const form = await formSays(ines, 'Filled in from the résumé')
    expect(form.words()).toContain('JSON Resume has it: basics.label.')
    expect(values(form.fields())).toMatchObject({ 'Full name': 'Bo Berg', Skills: 'Helm, Basket weaving' })
    await form.close()
    await ines.press(await send(ines, 'cv2.pdf', pdfOf({ pages: [[...RESUME, 'Zorple']] })), 'Add from this résumé…')
    const read = await formSays(ines, 'About 12 years')
    expect(values(read.fields()).Skills).toContain('Helm')
    await read.close()
  })

  it('may be put into the form, where what was typed before stays', async () => {
    const { ines } = world().hands
    const form = await open(ines)
    await form.fill('Full name', 'Bo Typed')
    await form.fill('Role they were considered for', 'Analyst')
    await form.press('From a résumé…')
    const asks = await ines.opensModal('From a résumé')
    await asks.attach('Résumé', { name: 'cv.docx', mimetype: 'application/octet-stream', content: docxOf(RESUME) })
    await asks.submit()
    const filled = await formSays(ines, 'Filled in from the résumé')
    expect(values(filled.fields())).toMatchObject({
      'Full name': 'Bo Typed',
      'Role they were considered for': 'Analyst',
      Company: 'Fernhollow Energy',
    })
    expect(filled.buttons()).not.toContain('From a résumé…')
    await filled.close()
  })

  it.each([
    ['is a picture', 'scan.pdf', pdfOf({ pages: [[]] }), 'This résumé is a picture'],
    ['is behind a password', 'locked.pdf', pdfOf({ pages: [RESUME], encrypted: true }), 'protected by a password'],
    ['is broken', 'broken.docx', docxOf(RESUME).subarray(0, 200), 'broken or cut off'],
    ['is none', 'package.json', Buffer.from('{"name":"x"}'), 'no résumé that I can read'],
  ])('says so where it %s', async (_what, name, content, words) => {
    const { ines } = world().hands
    await ines.press(await send(ines, name, content), 'Add from this résumé…')
    await (await formSays(ines, words)).close()
  })

  it('says so where nothing of it was found', async () => {
    const { ines } = world().hands
    const poem = ['the rain in the north falls softly on', 'roofs that nobody has looked at for years']
    await ines.press(await send(ines, 'poem.pdf', pdfOf({ pages: [poem] })), 'Add from this résumé…')
    const form = await formSays(ines, 'I found nothing in this file')
    expect(form.words()).not.toContain('Filled in from the résumé')
    await form.close()
  })

  it('says so where it was deleted meanwhile, and is for recruiters only', async () => {
    const { ines, tom } = world().hands
    const offer = await send(ines, 'gone.pdf', pdfOf({ pages: [RESUME] }))
    const sent = ines.messages('dm').findLast(({ files }) => files?.[0]?.title === 'gone.pdf')
    await ines.deleteFile(sent?.files?.[0]?.id ?? '')
    await ines.press(offer, 'Add from this résumé…')
    await (await formSays(ines, 'not in Slack any more')).close()
    await tom.command('/silver', 'resume')
    await tom.waitFor(
      ({ messages }) =>
        Object.values(messages)
          .flat()
          .some((one) => wordsOf(one).includes('This needs a recruiter')),
      { what: 'who may' },
    )
  })
})

const SAMPLES = join(process.env.MEDALLIST_SHARED_DATA ?? '../shared/data', 'resumes')
it.skipIf(!existsSync(SAMPLES))(
  `samples of JSON Resume that others wrote are read${existsSync(SAMPLES) ? '' : ' (skipped: none here)'}`,
  () => {
    for (const file of readdirSync(SAMPLES).filter((name) => name.endsWith('.json'))) {
      const read = parseJsonResume(JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as unknown, {
        thisYear: 2026,
      })?.parsed
      expect(read?.fullName, file).toMatch(/\S+ \S+/)
      expect(read?.email, file).toContain('@')
    }
  },
)
