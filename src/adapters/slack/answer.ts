import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import type { SlackAnswer } from '../../usecases/ports/slack.ts'

/** Slack's own troubles; it says of the first two that a part may have been done before the fault. */
const MAY_BE_DONE = new Set(['internal_error', 'fatal_error', 'request_timeout'])
const TRANSIENT = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'team_added_to_org', 'accesslimited'])
/** Something about the app itself that an admin can mend: nothing is lost by asking again now and then. */
const MENDABLE = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'org_login_required',
])
const MEND_SECONDS = 600

/** Where the history is closed to us: no scope for it (they are optional), or we are not inside. */
export const HIDDEN = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'no_permission',
  'access_denied',
])

/** No connection came about, so nobody was asked anything. */
const NOT_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Runs one call and tells how it ended; what is not an answer of Slack's or a fault of the network stays an exception. */
export async function answerOf<Value>(call: () => Promise<Value>): Promise<SlackAnswer<Value>> {
  try {
    return { kind: 'done', value: await call() }
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError)
      return { kind: 'later', error: 'ratelimited', seconds: error.retryAfter }
    if (error instanceof WebAPIPlatformError) return platformAnswer(error.data.error)
    if (error instanceof WebAPIHTTPError) {
      const code = `http_${error.statusCode}`
      return error.statusCode >= 500
        ? { kind: 'unknown', error: code }
        : { kind: 'later', error: code, seconds: undefined }
    }
    if (error instanceof WebAPIRequestError) {
      const code = networkCode(error.original)
      return NOT_REACHED.has(code)
        ? { kind: 'later', error: code, seconds: undefined }
        : { kind: 'unknown', error: code }
    }
    throw error
  }
}

function platformAnswer(error: string): Exclude<SlackAnswer<never>, { kind: 'done' }> {
  if (MAY_BE_DONE.has(error)) return { kind: 'unknown', error }
  if (TRANSIENT.has(error)) return { kind: 'later', error, seconds: undefined }
  if (MENDABLE.has(error)) return { kind: 'later', error, seconds: MEND_SECONDS }
  return { kind: 'permanent', error }
}

/** `fetch` hides the system's code in the cause of its "fetch failed". */
function networkCode(error: unknown): string {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') return one.code
    if (one.name === 'TimeoutError') return 'timeout'
  }
  return 'network'
}
