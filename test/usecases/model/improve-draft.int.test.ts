// What a model may change of a draft, whenever it answers and whatever happened meanwhile.
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { ModelLetter } from '../../../src/domain/outreach/check-letter.ts'
import type { CandidateId, DraftId } from '../../../src/domain/shared/ids.ts'
import { DAY } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { askModel } from '../../../src/usecases/model/ask-model.ts'
import { CARD_WAITS } from '../../../src/usecases/model/improve-draft.ts'
import { approveDraft } from '../../../src/usecases/outreach/approve-draft.ts'
import { editDraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { regenerateDraft } from '../../../src/usecases/outreach/regenerate-draft.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import type { Model, ModelReply } from '../../../src/usecases/ports/model.ts'
import { aFactFor } from '../../commands/outreach/facts.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { cardOf } from '../../support/drafting.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const GOOD: ModelLetter = {
  subject: 'How are things?',
  sentences: [
    { text: 'I still remember how calm you were in the outage exercise.', facts: ['F1'], newParagraph: false },
  ],
}

/** A model that answers when the test says so. */
function aModel() {
  const waiting: ((reply: ModelReply<never>) => void)[] = []
  const model: Model = {
    name: 'patient',
    ask: <Answer>() => new Promise<ModelReply<Answer>>((resolve) => void waiting.push(resolve)),
  }
  const usage = { inputTokens: 900, outputTokens: 100 }
  return {
    model,
    asked: () => waiting.length,
    answer: (answer: unknown = GOOD) => waiting.shift()?.({ kind: 'answered', answer: answer as never, usage }),
  }
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

onQuickDatabase('a draft with a model behind it', (database) => {
  /** Ines has a draft for somebody, and the model was asked for better words. */
  async function begun() {
    const world = await outreachWorld(database())
    const candidateId = await world.addPerson({ consideredRole: 'Gardener' })
    await aFactFor(world.system(), candidateId, 'strength', 'calm in the outage exercise')
    const one = aModel()
    const afterwards: Promise<unknown>[] = []
    const as = async (who: string, key?: string): Promise<Ctx> => {
      const ctx = await world.as(who, key)
      const services = {
        ...ctx.services,
        model: one.model,
        afterwards: (work: () => Promise<unknown>) => void afterwards.push(work()),
      }
      return { ...ctx, services }
    }
    const written = await writeDraft(await as('UINES', 'first'), { candidateId })
    if (!written.ok) throw new Error(written.refusal.kind)
    await until(() => one.asked() === 1)
    return {
      world,
      as,
      model: one,
      candidateId,
      draftId: written.value.draftId,
      settled: () => Promise.all(afterwards),
    }
  }
  const textOf = (world: World, draftId: DraftId) =>
    world.run(async (tx) => {
      const draft = await tx.drafts.get(draftId)
      return draft === undefined ? undefined : tx.drafts.revision(draft.revisionId)
    })
  const dueNow = (world: World) => world.run((tx) => tx.posts.due(world.now(), 10))
  const changeFact = (world: World, candidateId: CandidateId) =>
    world.run(async (tx) => {
      const [fact] = await tx.candidates.facts(candidateId)
      if (fact !== undefined) await tx.candidates.changeFact(fact.id, { telling: 'internal_only' }, world.now())
    })

  it('has its card at once when the model answers, with the model’s words', async () => {
    const { world, model, draftId, settled } = await begun()
    expect(await dueNow(world)).toEqual([])
    model.answer()
    await settled()
    expect(await dueNow(world)).toMatchObject([{ kind: 'draft_card' }])
    expect(await textOf(world, draftId)).toMatchObject({ author: 'model', number: 2, prompt: 'letter-1' })
  })

  it('has the template’s card a few seconds later where the process died meanwhile', async () => {
    const { world, draftId } = await begun()
    world.pass(CARD_WAITS - 1)
    expect(await dueNow(world)).toEqual([])
    world.pass(1)
    expect(await dueNow(world)).toMatchObject([{ kind: 'draft_card' }])
    const card = await cardOf(world, draftId)
    expect(card).toMatchObject({ revision: { author: 'template', number: 1 }, instead: 'asked' })
  })

  it('asks the model once, however often Slack repeats the delivery', async () => {
    const { as, model, candidateId } = await begun()
    await writeDraft(await as('UINES', 'first'), { candidateId })
    await writeDraft(await as('UINES', 'another press'), { candidateId })
    expect(model.asked()).toBe(1)
  })

  it('keeps what a person wrote while the model was thinking', async () => {
    const { world, as, model, draftId, settled } = await begun()
    const { id: revisionId } = (await textOf(world, draftId)) ?? {}
    const words = { subject: 'Mine', body: 'My own words' }
    expect(await editDraft(await as('UINES'), { draftId, revisionId: revisionId ?? '', ...words })).toMatchObject({
      ok: true,
    })
    model.answer()
    await settled()
    expect(await textOf(world, draftId)).toMatchObject({ author: 'person', body: 'My own words' })
  })

  it('keeps what was approved while the model was thinking', async () => {
    const { world, as, model, draftId, settled } = await begun()
    const { id: revisionId = '' } = (await textOf(world, draftId)) ?? {}
    expect(await approveDraft(await as('UINES'), { draftId, revisionId })).toMatchObject({ ok: true })
    model.answer()
    await settled()
    expect(await textOf(world, draftId)).toMatchObject({ id: revisionId, author: 'template' })
  })

  it('does not tell what was marked internal while the model was thinking', async () => {
    const { world, model, draftId, candidateId, settled } = await begun()
    await changeFact(world, candidateId)
    model.answer()
    await settled()
    expect(await textOf(world, draftId)).toMatchObject({ author: 'template' })
  })

  it('approving the template’s text once the model’s has taken its place is refused', async () => {
    const { world, as, model, draftId, settled } = await begun()
    const { id: revisionId = '' } = (await textOf(world, draftId)) ?? {}
    model.answer()
    await settled()
    expect(await approveDraft(await as('UINES'), { draftId, revisionId })).toMatchObject({
      ok: false,
      refusal: { kind: 'superseded' },
    })
  })

  it('is regenerated by its owner alone, and only as it stands', async () => {
    const { world, as, model, draftId, settled } = await begun()
    const { id: old = '' } = (await textOf(world, draftId)) ?? {}
    model.answer()
    await settled()
    const { id: revisionId = '' } = (await textOf(world, draftId)) ?? {}
    const note = 'warmer'
    expect(await regenerateDraft(await as('UBEN'), { draftId, revisionId, note })).toMatchObject({
      refusal: { kind: 'not_yours' },
    })
    expect(await regenerateDraft(await as('UINES'), { draftId, revisionId: old, note })).toMatchObject({
      refusal: { kind: 'superseded' },
    })
    expect(await regenerateDraft(await as('UINES'), { draftId, revisionId, note: ' ' })).toMatchObject({
      refusal: { kind: 'bad_input' },
    })
    expect(await regenerateDraft(await as('UTOM'), { draftId, revisionId, note })).toMatchObject({
      refusal: { kind: 'not_allowed' },
    })
    expect(model.asked()).toBe(0)
    const again = regenerateDraft(await as('UINES', 'submit'), { draftId, revisionId, note })
    await until(() => model.asked() === 1)
    model.answer()
    expect(await again).toMatchObject({ ok: true, value: { cut: 0 } })
    expect(await textOf(world, draftId)).toMatchObject({ author: 'model', number: 3 })
  })
})

/** More than the column holds. */
const TOO_MUCH = { inputTokens: 3_000_000_000, outputTokens: 1 }

onQuickDatabase('the day’s budget', (database) => {
  const question = {
    prompt: 'x-1',
    task: 'a'.repeat(300),
    material: 'b'.repeat(300),
    schema: z.string(),
    mostTokens: 800,
  }

  async function spending(tokens: number) {
    const world = await outreachWorld(database())
    await world.run((tx) => tx.settings.set('model.dailyTokens', tokens, undefined, world.now()))
    const usage = { inputTokens: 200, outputTokens: 100 }
    const model: Model = { name: 'quick', ask: async () => ({ kind: 'answered', answer: 'fine' as never, usage }) }
    const ask = () => {
      const ctx = world.system()
      return askModel(
        { ...ctx, services: { ...ctx.services, model } },
        { purpose: 'test' },
        question,
        (answer) => answer,
      )
    }
    return { world, ask }
  }

  it('is kept by any number of calls at once', async () => {
    // Each may take a thousand tokens.
    const { ask } = await spending(3_000)
    const kinds = (await Promise.all(Array.from({ length: 8 }, ask))).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'answered').length).toBeGreaterThan(0)
    expect(kinds.filter((kind) => kind === 'over_budget').length).toBeGreaterThan(0)
    expect(new Set(kinds)).toEqual(new Set(['answered', 'over_budget']))
  })

  it('counts what was really used, and is whole again the next day', async () => {
    const { world, ask } = await spending(1_300)
    expect(await ask()).toMatchObject({ kind: 'answered' })
    expect(await ask()).toMatchObject({ kind: 'answered' })
    expect(await ask()).toMatchObject({ kind: 'over_budget' })
    world.pass(DAY)
    expect(await ask()).toMatchObject({ kind: 'answered' })
  })

  it('loses no answer that cannot be noted down: what was set aside counts, and it is noted down later', async () => {
    const { world } = await spending(1_300)
    const model: Model = {
      name: 'quick',
      ask: async () => ({ kind: 'answered', answer: 'fine' as never, usage: TOO_MUCH }),
    }
    const later: (() => Promise<unknown>)[] = []
    const ctx = world.system()
    const services = { ...ctx.services, model, afterwards: (work: () => Promise<unknown>) => void later.push(work) }
    const ask = () => askModel({ ...ctx, services }, { purpose: 'test' }, question, (answer) => answer)
    expect(await ask()).toMatchObject({ kind: 'answered', value: 'fine' })
    expect(await ask()).toEqual({ kind: 'over_budget' })
    expect(later).toHaveLength(1)
    await expect(later[0]?.()).rejects.toThrow()
  })

  it('of nothing keeps the model silent', async () => {
    const { ask } = await spending(0)
    expect(await ask()).toEqual({ kind: 'over_budget' })
  })
})
