// How the tests of /silver drive the form and read what came of it.

import type { ActResult } from '../../../simulator/contract.ts'
import { wordsOf } from '../../../simulator/hands/read.ts'
import type { Hands } from '../../../simulator/hands.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import type { Tx } from '../../../src/usecases/ports/unit-of-work.ts'
import type { World } from '../../support/app.ts'

/** On a machine that does ten other things Slack's three seconds may pass; people then try again, and so do tests. */
export async function patiently(act: () => Promise<ActResult>): Promise<ActResult> {
  const first = await act()
  return first.ok ? first : act()
}

export const TITLE = 'Add a silver medallist'

export const rows = <Value>({ app }: World, work: (tx: Tx) => Promise<Value>) =>
  app.contexts.forSystem(app.workspace).uow.run(work)
export const byEmail = async (world: World, email: string) => {
  const id = await rows(world, (tx) => tx.candidates.findByContact('email', email))
  if (id === undefined) throw new Error(`nobody has ${email}`)
  return id
}
export const person = (world: World, id: CandidateId) => rows(world, (tx) => tx.candidates.get(id))
export const open = async (who: Hands, text = '') => {
  await patiently(() => who.command('/silver', text, { in: 'general' }))
  return who.opensModal(TITLE)
}
export const confirmation = (who: Hands, name: string) =>
  who.waitFor(() => who.dm().find((one) => wordsOf(one).includes(`*${name}* is among`)), {
    what: `the confirmation about ${name}`,
  })
