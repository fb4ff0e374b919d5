/** The `error` of a refused Web API call, such as `hash_conflict`; `undefined` where it was the network or a bug. */
export function slackError(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined
  const { data } = error
  return typeof data === 'object' && data !== null && 'error' in data ? String(data.error) : undefined
}
