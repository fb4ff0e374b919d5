// A résumé with a model to copy out what the rules did not find.
import { afterAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { aWorld } from '../../support/app.ts'
import { startOpenAiServer } from '../../support/openai-server.ts'
import { pdfOf } from '../../support/resume-files.ts'

const server = await startOpenAiServer()
const world = aWorld({ env: server.env })
afterAll(() => server.close())

const LINES = [
  'Ana Souza',
  'ana.m@example.com | +351 912 345 678',
  'Born 1990 in Porto',
  'Keeper of lighthouses',
  'I keep the lamp of Quiet Harbour lit, with Terraform and patience.',
]

describe('a résumé that a model reads', () => {
  const read = async () => {
    const { ines } = world().hands
    await ines.openHome()
    const offers = () => ines.dm().filter((one) => wordsOf(one).includes('A résumé?'))
    const before = offers().length
    const content = pdfOf({ pages: [[...LINES, `Page ${before}`]] })
    await ines.say('dm', '', { files: [{ name: `cv${before}.pdf`, mimetype: 'application/pdf', content }] })
    await ines.press(await ines.waitFor(() => offers()[before], { what: 'the offer' }), 'Add from this résumé…')
    return ines.waitFor(() => (ines.modal().words().includes('Filled in from the résumé') ? ines.modal() : undefined), {
      what: 'the form',
    })
  }

  it('takes from it what stands in the résumé word for word, and sends it no name, address or birthday', async () => {
    server.answerWith(() => ({
      headline: 'Keeper of lighthouses',
      company: 'Quiet Harbour',
      location: 'Atlantis',
      skills: ['Terraform', 'Kubernetes'],
    }))
    const form = await read()
    const fields = form.fields()
    expect(fields['Headline or job title']?.value).toBe('Keeper of lighthouses')
    expect(fields.Company?.value).toBe('Quiet Harbour')
    expect(fields.Skills?.value).toBe('Terraform')
    expect(Object.keys(fields)).not.toContain('Location')
    expect(form.words()).not.toContain('by rules alone')
    await form.close()
    expect(server.complaints).toEqual([])
    for (const { material } of server.asked) expect(material).not.toMatch(/Ana|Souza|ana\.m|912|1990/)
  })

  it('is read by rules alone where the model fails, and says so', async () => {
    server.goWrong({ kind: 'content', content: '{"headline":7}' })
    const form = await read()
    expect(form.fields()['Full name']?.value).toBe('Ana Souza')
    expect(form.words()).toContain('by rules alone')
    await form.close()
  })
})
