// Drafts with a model behind them, as a recruiter sees them, on its good days and its bad ones.
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'
import { goodLetter, withSentences } from '../../support/model-letters.ts'
import { type Fault, startOpenAiServer } from '../../support/openai-server.ts'
import { addPerson } from '../../support/outreach-rows.ts'
import { aFactFor } from './facts.ts'
import { closed, labels, shown, told, wordsOf } from './seeing.ts'

const server = await startOpenAiServer()
const world = aWorld({ sample: true, env: server.env })
afterAll(() => server.close())
afterEach(() => {
  expect(server.complaints).toEqual([])
  server.answerWith(goodLetter)
})
server.answerWith(goodLetter)

const BY_MODEL = 'Written by the model'
const system = () => world().app.contexts.forSystem(world().app.workspace)
const setTokens = (tokens: number) =>
  system().uow.run((tx) => tx.settings.set('model.dailyTokens', tokens, undefined, system().now))

/** Somebody with one strength that may be told, and a draft for them. */
async function draftFor(fullName: string): Promise<void> {
  const { ines } = world().hands
  const email = `${fullName.toLowerCase().replace(' ', '.')}@example.com`
  const id = await addPerson(system(), { fullName, email, consideredRole: 'Gardener' })
  await aFactFor(system(), id, 'strength', 'calm in the outage exercise')
  await ines.command('/outreach', `draft ${email}`)
  await told(ines, `A draft for ${fullName} is in your DM`)
}

describe('a draft', () => {
  it('is phrased by the model from what may be told, and the claims stand out with their sources', async () => {
    const { ines } = world().hands
    await draftFor('Pia Adler')
    const card = await shown(ines, 'Draft for *Pia Adler*', BY_MODEL)
    expect(wordsOf(card)).toContain('I still think back to this: ')
    expect(wordsOf(card)).toContain('• “calm in the outage exercise”: Strength')
    expect(wordsOf(card)).toContain('One line back is plenty, and if you would rather not hear from me, just say so.')
    expect(wordsOf(card)).not.toContain('Cut, because')
    const [call] = await system().uow.run(async (tx) => {
      const draft = (await tx.drafts.waitingOf((await tx.members.bySlackId(ines.user))?.id ?? ('' as never), 50)).at(-1)
      const revision = draft && (await tx.drafts.revision(draft.revisionId))
      return [{ revision, call: draft && (await tx.modelCalls.lastFor(draft.id)) }]
    })
    expect(call).toMatchObject({
      revision: { number: 2, author: 'model', prompt: 'letter-1', cut: [] },
      call: { outcome: 'answered' },
    })
  })

  it('shows what was cut from it, and does not send that', async () => {
    const { ines } = world().hands
    server.answerWith(
      withSentences('You led 14 engineers at Globex.', 'Marek got the job because you were too expensive.'),
    )
    await draftFor('Rui Prata')
    const card = await shown(ines, 'Draft for *Rui Prata*', BY_MODEL, 'Cut, because no fact bears it out')
    expect(wordsOf(card)).toContain('• “You led 14 engineers at Globex.”')
    await ines.press(card, 'Approve & send')
    await shown(ines, 'Draft for *Rui Prata*', 'Approved by')
    const mail = await ines.waitFor(
      () =>
        world()
          .local.mailbox.list()
          .find(({ to }) => to.includes('rui.prata@example.com')),
      {
        what: 'the mail',
      },
    )
    const read = world().local.mailbox.get(mail.id)
    expect(read?.text).toContain('calm in the outage exercise')
    for (const part of [read?.source, read?.text, read?.html]) expect(part).not.toMatch(/Globex|Marek|expensive/)
  })

  const BAD_DAYS: readonly (readonly [string, Fault, number, string])[] = [
    ['it never answers', { kind: 'slow' }, 1, 'the model took too long'],
    ['it asks for more time than there is', { kind: 'status', status: 429, retryAfter: 60 }, 1, 'the model could not be reached'],
    ['it fails again and again', { kind: 'status', status: 503 }, 3, 'the model could not be reached'],
    ['the key is wrong', { kind: 'status', status: 401 }, 1, 'the model could not be reached'],
    ['it drops the line each time', { kind: 'dropped' }, 3, 'the model could not be reached'],
    ['it talks without JSON', { kind: 'content', content: 'Sure! Here is your letter: Dear Pia' }, 1, 'could not be used'],
    ['its JSON has another shape', { kind: 'content', content: '{"subject":1,"sentences":"x"}' }, 1, 'could not be used'],
    ['it stops in the middle', { kind: 'truncated' }, 1, 'could not be used'],
    ['it answers a page of HTML', { kind: 'html' }, 1, 'could not be used'],
    ['it answers nothing', { kind: 'no_choices' }, 1, 'could not be used'],
    ['it declines', { kind: 'refusal' }, 1, 'the model declined'],
    ['its filter steps in', { kind: 'filtered' }, 1, 'the model declined'],
    ['nothing that it says is borne out', { kind: 'content', content: '{"subject":"Hi","sentences":[{"text":"You won a medal in Rome.","facts":["F1"],"newParagraph":false}]}' }, 1, 'no fact bears out'],
  ] // biome-ignore format: a table

  it.each(BAD_DAYS)('is the template’s where %s, and says why', async (why, fault, times, said) => {
    const { ines } = world().hands
    server.goWrong(fault, times)
    const name = `Nora ${why.replace(/\W/g, '').slice(0, 20)}`
    await draftFor(name)
    const card = await shown(ines, `Draft for *${name}*`, 'Written from the template', said)
    expect(wordsOf(card)).toContain('What stayed with me: ')
    expect(labels(card)).toContain('Approve & send')
  })

  it.each([
    ['a moment of overload', { kind: 'status', status: 429, retryAfter: 0 }],
    ['one error', { kind: 'status', status: 500 }],
    ['one dropped line', { kind: 'dropped' }],
  ] as const)('is the model’s after %s', async (why, fault) => {
    server.goWrong(fault, 1)
    const name = `Ada ${why.replace(/\W/g, '')}`
    await draftFor(name)
    await shown(world().hands.ines, `Draft for *${name}*`, BY_MODEL)
  })

  it('is the template’s where today’s budget is used up, and the model is not asked', async () => {
    await setTokens(10)
    const asked = server.asked.length
    await draftFor('Olga Sparsam')
    await shown(world().hands.ines, 'Draft for *Olga Sparsam*', 'today’s budget for the model is used up')
    expect(server.asked).toHaveLength(asked)
    await setTokens(1_000_000)
  })
})

describe('Regenerate with a note…', () => {
  const regenerate = async (name: string, note: string) => {
    const { ines } = world().hands
    await ines.press(await shown(ines, `Draft for *${name}*`), 'Regenerate with a note…')
    const modal = await ines.opensModal('Regenerate the draft')
    await modal.fill('What should be different?', note)
    await modal.submit()
    return modal
  }
  const notice = (said: string) => {
    const { ines } = world().hands
    return ines.waitFor((view) => view.modals.length > 0 && ines.modal().words().includes(said), {
      what: `a notice that says "${said}"`,
    })
  }
  const close = async () => {
    await world().hands.ines.modal().close()
    await closed(world().hands.ines)
  }

  it('brings a new text, made with the note', async () => {
    const { ines } = world().hands
    await draftFor('Uma Vale')
    await shown(ines, 'Draft for *Uma Vale*', BY_MODEL)
    server.answerWith(withSentences('Honestly, I hope that things are good.'))
    await regenerate('Uma Vale', 'warmer please')
    await notice('The card shows the new text.')
    await close()
    expect(server.asked.at(-1)?.data.note).toBe('warmer please')
    await shown(ines, 'Draft for *Uma Vale*', 'Honestly, I hope that things are good.', BY_MODEL)
  })

  it.each([
    ['an address', 'write to uma.vale@example.com', 'Please leave out addresses'],
    ['a phone number', 'her number is 020 7946 0123', 'Please leave out addresses'],
    ['a colleague', 'say that Tom sends his love', 'Please leave out names'],
    ['the candidate', 'call her Uma', 'Please leave out names'],
    ['a private matter', 'she is pregnant, so be kind', 'Please leave out private matters'],
  ])('is refused with %s in the note, and nothing is asked', async (_what, note, said) => {
    const asked = server.asked.length
    const modal = await regenerate('Uma Vale', note)
    expect(Object.values(modal.errors()).join()).toContain(said)
    expect(server.asked).toHaveLength(asked)
    await close()
  })

  it('keeps text and note where the model has no answer', async () => {
    server.goWrong({ kind: 'refusal' })
    await regenerate('Uma Vale', 'shorter <!channel>')
    await notice('The text is as it was: the model declined.')
    expect(world().hands.ines.modal().words()).toContain('shorter')
    await close()
    await shown(world().hands.ines, 'Draft for *Uma Vale*', 'Honestly, I hope that things are good.')
  })

  it('is refused for a text that was changed meanwhile', async () => {
    const { ines } = world().hands
    server.goWrong({ kind: 'slow' })
    const card = await shown(ines, 'Draft for *Uma Vale*')
    await ines.press(card, 'Reject')
    const reject = await ines.opensModal('Reject the draft')
    await reject.submit()
    await closed(ines)
    await ines.press(card, 'Regenerate with a note…')
    await told(ines, 'You decided already')
    server.answerWith(goodLetter)
  })
})

it('every call is kept without a text, for the budget and for whoever asks', async () => {
  const rows = await system().uow.run((tx) => tx.modelCalls.lastFor('00000000-0000-7000-8000-000000000000' as never))
  expect(rows).toBeUndefined()
  const { rows: kept } = await world().app.database.pool.query<Record<string, unknown>>('SELECT * FROM model_call')
  expect(kept.length).toBeGreaterThan(15)
  for (const { purpose, prompt, model, outcome, input_tokens: tokens } of kept) {
    expect(purpose).toMatch(/^letter\.\w+$/)
    expect(prompt).toBe('letter-1')
    expect(model).toBe('test-model')
    expect(outcome).toMatch(/^[a-z_]+$/)
    expect(tokens).toBeTypeOf('number')
  }
  expect(new Set(kept.map(({ outcome }) => outcome))).toEqual(
    new Set(['answered', 'unsupported', 'over_budget', 'slow', 'unreachable', 'declined', 'nonsense', 'cut_short']),
  )
})
