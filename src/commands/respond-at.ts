import type { Reply } from './shell.ts'

/** Slack takes an answer there five times within half an hour. */
const PATIENCE_MS = 5_000

/**
 * Answers privately at a `response_url` that a modal remembered from the command or press that opened it. `false` where Slack does not
 * take it any more, so that the caller finds another way.
 */
export async function respondAt(url: string | undefined, { text, blocks, replaces }: Reply): Promise<boolean> {
  if (url === undefined) return false
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: replaces === true,
        text,
        ...(blocks === undefined ? {} : { blocks }),
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.ok
  } catch {
    return false
  }
}
