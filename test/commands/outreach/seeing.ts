/** What somebody sees of drafts: the bot's messages, what only they are told, the words on the buttons. */
import type { Message } from '../../../simulator/contract.ts'
import { pressables, wordsOf } from '../../../simulator/hands/read.ts'
import type { Hands } from '../../../simulator/hands.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import type { World } from '../../support/app.ts'

export const HOSTILE = "<!channel> <https://evil.example|click> ' OR 1=1; -- <script> {{ x }} =cmd() \u202eabc 👩‍👩‍👧"

/** The last message that the bot wrote to them and that says all of this. */
export const shown = (hands: Hands, ...said: readonly string[]): Promise<Message> =>
  hands.waitFor(() => hands.dm().findLast((message) => said.every((text) => wordsOf(message).includes(text))), {
    what: `a message with ${said.join(', ')}`,
  })

/** What only they see, wherever they are. */
export const told = (hands: Hands, said: string): Promise<Message> =>
  hands.waitFor(
    (view) =>
      Object.values(view.messages)
        .flat()
        .findLast((message) => message.ephemeralFor === hands.user && wordsOf(message).includes(said)),
    { what: `to be told "${said}"` },
  )

export const closed = (hands: Hands) =>
  hands.waitFor((view) => view.modals.length === 0, { what: 'the modal to close' })

export const labels = (message: Message): string[] => pressables(message).map(({ label }) => label)

/** As if they acted beside their Slack, on another device for instance. */
export async function besides({ app }: World, hands: Hands): Promise<Ctx> {
  const ctx = await app.contexts.forPerson({
    teamId: 'T0FERNHOLW',
    slackUserId: hands.user,
    idempotencyKey: undefined,
  })
  if (ctx === undefined) throw new Error(`${hands.user} is not there`)
  return ctx
}

export async function personCalled(world: World, name: string): Promise<string> {
  const ctx = world.app.contexts.forSystem(world.app.workspace)
  const [id] = await ctx.services.search.byName(name, 1)
  if (id === undefined) throw new Error(`Nobody is called ${name}`)
  return id
}

export { wordsOf }
