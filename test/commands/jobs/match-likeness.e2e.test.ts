// An admin lets a model compare words: what leaves, what it may change, and what happens where it fails.
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'
import { EMBEDDING_MODEL, type Fault, startOpenAiServer } from '../../support/openai-server.ts'
import { asks, wordsOf } from '../find/finding.ts'

const server = await startOpenAiServer()
const world = aWorld({ sample: true, env: server.envWithEmbeddings })
afterAll(() => server.close())
beforeEach(() => server.answerWith(() => ({})))

const ROLE = 'Senior SRE in Lisbon: Kubernetes, Terraform'
const match = async () => wordsOf(await asks(world().hands.ines, '/pool', `match ${ROLE}`))
const rows = async (sql: string) => (await world().app.database.pool.query<Record<string, unknown>>(sql)).rows
const people = async () => {
  const found = await rows(
    'SELECT p.candidate_id AS id, p.likeness FROM match_person p JOIN match_run r ON r.id = p.run_id WHERE r.at = (SELECT max(at) FROM match_run) ORDER BY place',
  )
  return found.map(({ id, likeness }) => ({ id: String(id), likeness }))
}

async function choose(answer: string) {
  const { priya } = world().hands
  await priya.command('/medallist', 'settings', { in: 'general' })
  await (await priya.opensModal('Settings')).press('Change…', { near: 'Tokens a day' })
  const form = await priya.opensModal('Model')
  await form.choose('Shall the model compare words in /pool match?', answer)
  await form.submit()
  await priya.waitFor(() => priya.modal().words().includes('Words compared by the model'), { what: 'it to be saved' })
  const said = priya.modal().words()
  await priya.modal().close({ clear: true })
  return said
}

describe('words that a model compares', () => {
  let byRules: readonly string[] = []

  it('are off until an admin says otherwise', async () => {
    expect(await match()).not.toContain('job words')
    expect(server.embedded).toEqual([])
    expect(await rows('SELECT likeness_by, likeness_failed FROM match_run')).toEqual([
      { likeness_by: null, likeness_failed: null },
    ])
    byRules = (await people()).map(({ id }) => id)
  })

  it('are switched on by an admin, which is kept in the log', async () => {
    expect(await choose('Yes, among people who are level')).toContain(`on, by ${EMBEDDING_MODEL}`)
    const [event] = await rows("SELECT data FROM event WHERE type = 'settings.changed'")
    expect(event?.data).toEqual({ 'match.likeness': true })
  })

  it('order whoever is level, hide nobody, and the answer says so', async () => {
    const words = await match()
    expect(words).toContain(
      `Among people who are level in top tier and near-misses of similar roles and must-have skills, the order is also by how alike their job words are to the role’s, as ${EMBEDDING_MODEL} reads them.`,
    )
    expect(words).toMatch(/words like the role’s: 0\.\d\d/)
    expect(words.indexOf('Ana Souza')).toBeGreaterThan(0)
    const now = await people()
    expect(now.map(({ id }) => id).toSorted()).toEqual([...byRules].toSorted())
    expect(now.filter(({ likeness }) => likeness !== null).length).toBeGreaterThan(10)
    expect(server.complaints).toEqual([])
  })

  it('are paid for once: the next run sends the role alone, and a page nothing', async () => {
    const before = server.embedded.length
    await match()
    expect(server.embedded.slice(before).map((texts) => texts.length)).toEqual([1])
    const { ines } = world().hands
    const answer = await asks(ines, '/pool', `match ${ROLE}`)
    const asked = server.embedded.length
    await ines.press(answer, 'Next')
    await ines.waitFor(
      () => ines.ephemerals('general').find((one) => one.ts === answer.ts && wordsOf(one).includes('11–20')),
      { what: 'the next page' },
    )
    expect(server.embedded.length).toBe(asked)
  })

  it('are job words alone: nobody’s name, address, number, company, fact, note, rating, reason or tier', async () => {
    const sent = server.embedded.flat().join('\n').toLowerCase()
    expect(sent).toContain('skills: kubernetes')
    expect(sent).toMatch(/^(?:(?:work|seniority|function|skills): [a-z+#_ .,/&()0-9-]*\n?)+$/)
    const secret = async (sql: string) => (await rows(sql)).map(({ text }) => String(text).toLowerCase())
    const facts = await secret("SELECT text FROM fact WHERE kind NOT IN ('skill', 'role', 'location')")
    const texts = [
      ...(await secret('SELECT full_name AS text FROM candidate')),
      ...(await secret('SELECT name AS text FROM member')),
      ...(await secret('SELECT company AS text FROM candidate WHERE company IS NOT NULL')),
      ...(await secret('SELECT bring_back AS text FROM candidate WHERE bring_back IS NOT NULL')),
      ...(await secret('SELECT advice AS text FROM candidate WHERE advice IS NOT NULL')),
      ...(await secret('SELECT evidence AS text FROM rating')),
      ...facts,
    ]
    expect(facts.length).toBeGreaterThan(10)
    expect(texts.filter((text) => text !== '' && sent.includes(text))).toEqual([])
    expect(sent).not.toMatch(/@|https?:|\d{4,}|tier|rating|salary|lisbon/)
    // Nor is any of it kept beside the vectors, or written to the log of calls.
    const calls = await rows("SELECT purpose, prompt, model, outcome FROM model_call WHERE purpose = 'match'")
    expect(new Set(calls.map((one) => JSON.stringify(one)))).toEqual(
      new Set([
        JSON.stringify({ purpose: 'match', prompt: 'job-words-1', model: EMBEDDING_MODEL, outcome: 'answered' }),
      ]),
    )
    expect(JSON.stringify(await rows('SELECT model, fingerprint FROM candidate_vector'))).not.toMatch(/kubernetes/i)
  })

  it.each([
    ['is away', { kind: 'status', status: 401 }, 'could not be reached'],
    ['hangs up', { kind: 'dropped' }, 'could not be reached'],
    ['talks nonsense', { kind: 'html' }, 'made no sense'],
    ['answers too few', { kind: 'too_few' }, 'made no sense'],
  ] as const satisfies readonly (readonly [string, Fault, string])[])(
    'leave the order to the rules where the model %s, and it is said',
    async (_what, fault, said) => {
      server.goWrong(fault, 3)
      expect(await match()).toContain(said)
      expect((await people()).map(({ id }) => id)).toEqual(byRules)
    },
  )

  it('wait no longer than anybody should', async () => {
    server.goWrong({ kind: 'slow' })
    expect(await match()).toContain('took too long to compare words')
    expect((await people()).map(({ id }) => id)).toEqual(byRules)
  })

  it('stop with the day’s budget', async () => {
    await world().app.database.pool.query(
      "INSERT INTO setting (workspace_id, key, value, changed_at) SELECT id, 'model.dailyTokens', '1', now() FROM workspace",
    )
    const before = server.embedded.length
    expect(await match()).toContain('tokens for today are used up')
    expect(server.embedded.length).toBe(before)
  })

  it('are asked for no more once they are switched off', async () => {
    await choose('No: the rules alone')
    const before = server.embedded.length
    expect(await match()).not.toContain('compare')
    expect(server.embedded.length).toBe(before)
  })
})
