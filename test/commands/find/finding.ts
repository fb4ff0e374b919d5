/** Looking things up in the local workspace as a person does, and reading what the bot answered. */
import type { Message } from '../../../simulator/contract.ts'
import { pressables, wordsOf } from '../../../simulator/hands/read.ts'
import type { Hands } from '../../../simulator/hands.ts'

/** The words on the buttons, in the order in which they are read. */
export const buttonsOf = (message: Message): readonly string[] => pressables(message).map((control) => control.label)

/** The private answer to a command: the newest one, once it is another than before. */
export async function asks(who: Hands, command: string, text = ''): Promise<Message> {
  const before = new Set(who.ephemerals('general').map(({ ts }) => ts))
  const result = await who.command(command, text, { in: 'general' })
  if (!result.ok) throw new Error(result.notice)
  return who.waitFor(() => who.ephemerals('general').find(({ ts }) => !before.has(ts)), {
    what: `an answer to ${command} ${text}`,
  })
}

/** What somebody sees privately in #general with these words in it, after they did something. */
export const seesPrivately = (who: Hands, words: string | RegExp): Promise<Message> =>
  who.waitFor(
    () =>
      who
        .ephemerals('general')
        .findLast((one) => (typeof words === 'string' ? wordsOf(one).includes(words) : words.test(wordsOf(one)))),
    { what: `a private answer with ${words}` },
  )

export { wordsOf }
