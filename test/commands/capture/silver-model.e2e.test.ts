// A text behind /silver with a model to sort what the rules left of it.
import { afterAll, describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'
import { type Fault, startOpenAiServer } from '../../support/openai-server.ts'
import { patiently, TITLE } from './support.ts'

const server = await startOpenAiServer()
const world = aWorld({ env: server.env })
afterAll(() => server.close())

const TEXT =
  'Ana Souza <ana@example.com> +44 20 7946 0123 for Senior SRE: runner-up, calm under pressure; hopes to lead people one day; too expensive said Marek'
server.answerWith(({ data }) => ({
  clauses: (data.clauses as { readonly number: number; readonly text: string }[]).map(({ number, text }) => ({
    number,
    topic: text.startsWith('hopes') ? 'wish' : 'praise',
  })),
}))

async function opened(text: string) {
  const { ines } = world().hands
  await patiently(() => ines.command('/silver', text, { in: 'general' }))
  await ines.opensModal(TITLE)
  await ines.waitFor(() => Object.keys(ines.modal().fields()).length > 0, { what: 'the form' })
  return ines.modal()
}

describe('/silver with a text', () => {
  it('is sorted by the model, in the words that were typed, and says so', async () => {
    const form = await opened(TEXT)
    const fields = form.fields()
    expect(fields['Full name']?.value).toBe('Ana Souza')
    expect(fields.Email?.value).toBe('ana@example.com')
    expect(fields['What impressed you']?.value).toContain('calm under pressure')
    expect(fields['What impressed you']?.value).not.toContain('hopes')
    expect(fields['What would bring them back']?.value).toBe('hopes to lead people one day')
    expect(form.words()).toContain('The model sorted some of your words')
    await form.close()
    expect(server.complaints).toEqual([])
    for (const { material } of server.asked) expect(material).not.toMatch(/Ana|Souza|example\.com|7946|Marek|expensive/)
  })

  const BAD_DAYS: readonly (readonly [string, Fault, string])[] = [
    ['is away', { kind: 'status', status: 401 }, 'the model could not be reached'],
    ['never answers', { kind: 'slow' }, 'the model took too long'],
    [
      'talks nonsense',
      { kind: 'content', content: '{"clauses":"all of them"}' },
      'the model’s answer could not be used',
    ],
    ['declines', { kind: 'refusal' }, 'the model declined'],
  ]
  it.each(BAD_DAYS)('is read by rules alone where the model %s', async (_what, fault, said) => {
    server.goWrong(fault)
    const form = await opened(TEXT)
    expect(form.fields()['What impressed you']?.value).toContain('hopes to lead people one day')
    expect(form.words()).toContain(`Filled in by rules alone: ${said}.`)
    await form.close()
  })

  it('asks no model where the rules understood it all, or there is nothing that may leave the house', async () => {
    const asked = server.asked.length
    for (const text of [
      '',
      'Bo Frisk for Senior SRE: told no yesterday',
      'Bo Frisk for Senior SRE: Marek was cheaper',
    ]) {
      const form = await opened(text)
      expect(form.words()).not.toContain('model')
      await form.close()
    }
    expect(server.asked).toHaveLength(asked)
  })

  it('never asks for whoever may only flag', async () => {
    const asked = server.asked.length
    const { tom } = world().hands
    await patiently(() => tom.command('/silver', TEXT, { in: 'general' }))
    await (await tom.opensModal('Flag a near-miss')).close()
    expect(server.asked).toHaveLength(asked)
  })
})
