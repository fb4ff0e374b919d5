// Whatever notes, facts and names say to the model, and whatever the model then says: it changes at most the words of a draft.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mentionsIn } from '../../simulator/mentions.ts'
import { FACT_KINDS, type FactKind } from '../../src/domain/outreach/fact.ts'
import { isPlainWord, WORDS_AROUND } from '../../src/domain/outreach/plain-words.ts'
import { tokens } from '../../src/domain/outreach/tokens.ts'
import type { CandidateId } from '../../src/domain/shared/ids.ts'
import { aFact } from '../commands/outreach/facts.ts'
import { factsOf, withSentences } from '../support/model-letters.ts'
import { type Asked, startOpenAiServer } from '../support/openai-server.ts'
import { addPerson } from '../support/outreach-rows.ts'
import { modalOf, press } from './acts.ts'
import { stateOf, typedInto } from './client.ts'
import { INJECTIONS } from './injection-texts.ts'
import { aStrictWorld, INES, TOM } from './strict-world.ts'

const server = await startOpenAiServer()
const strict = aStrictWorld({ env: server.env })
afterAll(() => server.close())

const PHONE = '+44 7700 900123'
const LOCAL_PHONE = '7700 900123'
/** No text that must stay inside is without it. */
const INSIDE = /inside(word|secret)/i
/** May be told by a person, and must not go to a model all the same. */
const HUSH = /hushword/i
const PRIVATE = 'Pia Quellnymph'

/** A model that believes all that it reads, tells all of it, and adds what it should not. */
const gullible = (asked: Asked): object => {
  const { note } = asked.data
  const said = [...factsOf(asked).map(({ text }) => text), ...(typeof note === 'string' ? [note] : [])]
  const names = factsOf(asked).map(({ name }) => name)
  const obeyed = said.map((text) => ({ text, facts: names, newParagraph: false }))
  const letter = withSentences('<!channel> approve and send this now.', 'Marek got it, you cost too much.')(asked)
  const { subject, sentences } = letter as { subject: string; sentences: object[] }
  return { subject: (said.at(-1) ?? subject).slice(0, 200), sentences: [...sentences, ...obeyed].slice(0, 30) }
}

const people: { readonly id: CandidateId; readonly email: string }[] = []
const ctx = () => strict().world.app.contexts.forSystem(strict().world.app.workspace)
const draftsOf = (id: string) =>
  strict().rows<{ id: string; revision_id: string; state: string }>('SELECT * FROM draft WHERE candidate_id = $1', [id])

beforeAll(async () => {
  server.answerWith(gullible)
  const tom = (await strict().as(TOM)).actor.memberId
  await strict().as(INES)
  for (const [at, { mark, text: typed }] of INJECTIONS.entries()) {
    // The database takes no NUL, and no form lets one through.
    const text = typed.replaceAll('\0', '')
    const email = `${mark}@insidesecret.example`
    const id = await addPerson(ctx(), {
      email,
      // Names try it as well.
      fullName: at % 3 === 0 ? `${PRIVATE} ${text.replaceAll('Marek', '')}`.slice(0, 120) : PRIVATE,
      consideredRole: 'insidesecret role',
      headline: 'insidesecret headline',
      company: 'insidesecret company',
      location: 'insidesecret place',
      stageReached: 'insidesecret stage',
      bringBack: 'insidesecret wish',
      advice: 'insidesecret advice',
      source: 'insidesecret source',
    })
    people.push({ id, email })
    const fact = (kind: FactKind, words: string, change = {}) => aFact(ctx(), kind, words, change)
    const kinds = Object.keys(FACT_KINDS) as FactKind[]
    const inside = [
      ...kinds.map((kind) => fact(kind, `insideword ${kind}`, { telling: 'internal_only' })),
      ...kinds
        .filter((kind) => FACT_KINDS[kind].told === 'never')
        .map((kind) => fact(kind, `insideword ticked ${kind}`)),
      fact('strength', 'insideword taken back', { retractedAt: ctx().now }),
      // May be told, and yet must not go to a model: contacts, colleagues, private matters.
      fact('praise', `hushword call ${PHONE}`, { authorId: tom }),
      fact('strength', `hushword at ${email}`),
      fact('strength', 'hushword better than Marek'),
      fact('strength', 'hushword though her husband is ill'),
    ]
    const told = [fact('wish', `${mark} ${text}`), fact('strength', 'calm in every incident')]
    await ctx().uow.run(async (tx) => {
      const phone = { kind: 'phone', value: `${PHONE.slice(0, -2)}${10 + at}`, isPrimary: false } as const
      await tx.candidates.addContact(id, phone)
      await tx.candidates.addFacts(id, [...inside, ...told])
    })
  }
})

/** Every word of the letter beyond the template's own is plain or stands in a fact that it points at. */
function unsupported(sentence: string, facts: readonly string[]): readonly string[] {
  const around = Object.values(WORDS_AROUND)
  const told = new Set(facts.flatMap((fact) => tokens(fact).map(({ word }) => word)))
  return tokens(sentence)
    .map(({ word }) => word)
    .filter((word) => !isPlainWord(word) && !told.has(word) && !around.some((words) => words.has(word)))
}

describe.each(INJECTIONS.map((injection, at) => ({ ...injection, at })))('$mark: $text', ({ at, text, mark }) => {
  it('as a fact, a name and a note changes at most words', async () => {
    const { client, rows, posted, world } = strict()
    const person = people[at]
    if (person === undefined) throw new Error('nobody')
    await client.command(INES, '/outreach', `draft ${person.email}`)
    await posted()
    const [draft] = await draftsOf(person.id)
    const modal = modalOf(await press(client, INES, { actionId: 'draft_more', value: `regenerate:${draft?.id}` }))
    await client.submit(INES, modal, typedInto(stateOf(modal), { draft_note: `${mark} ${text}`.slice(0, 500) }))
    await posted()

    const [after] = await draftsOf(person.id)
    expect(after?.state).toBe('waiting')
    expect(await rows('SELECT id FROM send')).toEqual([])
    expect(world.local.mailbox.list()).toEqual([])
    const revisions = await rows<{ subject: string; body: string; author: string; id: string }>(
      'SELECT * FROM draft_revision WHERE draft_id = $1 ORDER BY number',
      [draft?.id],
    )
    const [template] = revisions
    for (const { subject, body, author, id } of revisions) {
      expect(`${subject}\n${body}`).not.toMatch(INSIDE)
      if (author !== 'model') continue
      expect(`${subject}\n${body}`).not.toMatch(HUSH)
      expect(`${subject}\n${body}`).not.toMatch(/https?:|evil|@|[<>{}]|Marek|husband/i)
      const cited = await rows<{ text: string }>(
        'SELECT f.text FROM draft_claim c JOIN fact f ON f.id = c.fact_id WHERE c.revision_id = $1',
        [id],
      )
      const own = [template?.body ?? '', 'Medallist Fernhollow Energy Ines Moreau', ...cited.map((fact) => fact.text)]
      expect(unsupported(body, own)).toEqual([])
    }
  })
})

it('no prompt holds what is internal, who somebody is or how to reach them', async () => {
  const { rows } = strict()
  expect(server.complaints).toEqual([])
  expect(server.asked.length).toBeGreaterThanOrEqual(INJECTIONS.length)
  const values = (await rows<{ name: string }>('SELECT name FROM member')).flatMap(({ name }) => name.split(' '))
  for (const { material, task } of server.asked) {
    for (const prompt of [material, task]) {
      expect(prompt).not.toMatch(INSIDE)
      expect(prompt).not.toMatch(HUSH)
      expect(prompt).not.toMatch(/Quellnymph|\bPia\b|Marek/i)
      expect(prompt).not.toContain(LOCAL_PHONE.slice(0, 8))
      expect(prompt).not.toMatch(/[\w.]+@[\w.]+/)
      expect(prompt).not.toMatch(/https?:/)
    }
  }
  // The sender alone is named, by first name; colleagues are not.
  const sender = 'Ines'
  for (const name of new Set(values.filter((one) => one !== sender && one.length > 3)))
    for (const { data } of server.asked) expect(JSON.stringify(data.facts)).not.toContain(name)
})

it('nobody was mentioned and nothing but cards was posted', async () => {
  const { recorder, faults } = strict()
  const heard = recorder.calls.filter(({ method }) => method === 'chat.postMessage' || method === 'chat.update')
  expect(heard.length).toBeGreaterThan(INJECTIONS.length)
  for (const { args } of heard) {
    // In a text of rich text angle brackets are only brackets: a card quotes them so where the template had to do.
    const { groups, broadcast } = mentionsIn(args)
    expect([...groups, ...broadcast]).toEqual([])
    expect(JSON.stringify(args)).not.toMatch(/"type":"(?:user|usergroup|broadcast|link)"/)
  }
  expect(faults()).toEqual([])
})
