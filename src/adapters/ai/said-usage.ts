import type { Usage } from '../../usecases/ports/model.ts'

/** No request of ours comes near it, and no server takes more at once. */
const MOST_TOKENS = 1_000_000

/**
 * What a server says that an answer took; `undefined` where it cannot be so, and then what was set aside for the call counts. A day's budget
 * is a sum of these: one that is below nothing would lift it, and one that is out of all bounds would use it up.
 */
export function saidUsage(input: unknown, output: unknown): Usage | undefined {
  // Every question has words, so that nobody read none of it.
  const isSound = isCount(input) && isCount(output) && input > 0
  return isSound ? { inputTokens: input, outputTokens: output } : undefined
}

const isCount = (said: unknown): said is number =>
  typeof said === 'number' && Number.isInteger(said) && said >= 0 && said <= MOST_TOKENS
