// Forms that wait for a model come, filled in by rules, even where asking it is what fails.
import { afterAll, describe, expect, it } from 'vitest'
import type { UnitOfWorkFor } from '../../../src/adapters/db/unit-of-work.ts'
import type { Tx } from '../../../src/usecases/ports/unit-of-work.ts'
import { aWorld } from '../../support/app.ts'
import { startOpenAiServer } from '../../support/openai-server.ts'
import { patiently, TITLE } from './support.ts'

const server = await startOpenAiServer()
server.answerWith(() => ({ clauses: [], role: 0, hire: { answer: 'unsaid', clause: 0 } }))

/** What cannot be kept of a call just now. */
let broken: 'begin' | 'end' | undefined
const brittle = (tx: Tx): Tx =>
  new Proxy(tx, {
    get: (real, name: keyof Tx) =>
      name === 'modelCalls' && broken !== undefined
        ? { ...real.modelCalls, [broken]: () => Promise.reject(new Error('no space left on device')) }
        : real[name],
  })
const transactions =
  (real: UnitOfWorkFor): UnitOfWorkFor =>
  (bearer) => {
    const uow = real(bearer)
    return { ...uow, run: (work) => uow.run((tx) => work(brittle(tx))) }
  }
const world = aWorld({ env: server.env, overrides: { transactions } })
afterAll(() => server.close())

const SILVER = 'Ana Souza <ana@example.com> for Senior SRE: calm under pressure; hopes to lead people one day'
async function silver() {
  const { ines } = world().hands
  await patiently(() => ines.command('/silver', SILVER, { in: 'general' }))
  await ines.opensModal(TITLE)
  await ines.waitFor(() => Object.keys(ines.modal().fields()).length > 0, { what: 'the form' })
  return ines.modal()
}

const FLAG = 'Met Nadia Rahimi today. She was superb on reliability.'
async function flag() {
  const { tom } = world().hands
  await tom.say('hiring-sre', FLAG)
  const message = tom.messages('hiring-sre').findLast((one) => one.text === FLAG)
  if (message === undefined) throw new Error('Tom wrote it')
  await patiently(() => tom.messageShortcut('Flag near-miss', message))
  await tom.opensModal('Flag a near-miss')
  await tom.waitFor(() => Object.keys(tom.modal().fields()).length > 0, { what: 'the form' })
  return tom.modal()
}

describe('where a call of the model cannot even be begun', () => {
  it('/silver opens with the typed words as the rules read them', async () => {
    broken = 'begin'
    const form = await silver()
    broken = undefined
    expect(form.fields()['Full name']?.value).toBe('Ana Souza')
    expect(form.fields()['What impressed you']?.value).toContain('hopes to lead people one day')
    expect(form.words()).toContain('Filled in by rules alone: the model could not be asked.')
    await form.close()
    expect(world().complaints.join()).toContain('no space left on device')
  })

  it('Flag near-miss opens with the message as the rules read it', async () => {
    broken = 'begin'
    const form = await flag()
    broken = undefined
    expect(form.fields()['Full name']?.value).toBe('Nadia Rahimi')
    expect(form.fields()['What impressed you']?.value).toBe(FLAG)
    expect(form.words()).toContain('Filled in by rules alone: the model could not be asked.')
    await form.close()
  })
})

describe('where its answer cannot be noted down', () => {
  it('the answer counts in either form', async () => {
    broken = 'end'
    const sorted = await silver()
    expect(sorted.words()).toContain('The model sorted some of your words')
    await sorted.close()
    const read = await flag()
    expect(read.words()).toContain('The model helped to read the message')
    await read.close()
    broken = undefined
  })
})
