import { createHmac } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { hex } from '../ids.ts'
import type { HttpDelivery } from '../options.ts'
import { ACK_LIMIT_MS, type Answer, type Delivery, type Request } from './delivery.ts'

/** Sends what Slack would send to an app's URLs, signed. */
export type SignedHttp = Delivery & {
  /** The challenge that Slack poses before it believes a request URL. */
  verifyUrl(): Promise<boolean>
}

/** Signs as Slack does: `v0` HMAC-SHA256 over `v0:timestamp:body`. */
export function makeSignedHttp(urls: HttpDelivery, signingSecret: string, clock: Clock): SignedHttp {
  const send = async (
    url: string,
    contentType: string,
    body: string,
    extra: Record<string, string>,
  ): Promise<Answer> => {
    const timestamp = String(Math.floor(clock.now() / 1000))
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
    const abort = new AbortController()
    let timedOut = false
    const cancel = clock.after(ACK_LIMIT_MS, () => {
      timedOut = true
      abort.abort()
    })
    const headers = {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
      ...extra,
    }
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal: abort.signal, redirect: 'manual' })
      const text = await response.text()
      if (response.status !== 200)
        return { kind: 'failed', error: response.status >= 500 ? 'http_service_error' : 'http_client_error' }
      return { kind: 'acked', payload: readAnswer(text, response.headers.get('content-type') ?? '') }
    } catch {
      return timedOut ? { kind: 'timeout' } : { kind: 'failed', error: 'dispatch_failed' }
    } finally {
      cancel()
    }
  }
  return {
    request(request) {
      const retry = retryHeaders(request)
      if (request.type === 'events_api')
        return send(urls.requestUrl, 'application/json', JSON.stringify(request.payload), retry)
      const isCommand = request.type === 'slash_commands'
      const fields = isCommand
        ? (request.payload as Record<string, string>)
        : { payload: JSON.stringify(request.payload) }
      return send(
        urls.interactivityUrl,
        'application/x-www-form-urlencoded',
        new URLSearchParams(fields).toString(),
        retry,
      )
    },
    async verifyUrl() {
      const challenge = hex(26)
      const body = JSON.stringify({ token: hex(12), challenge, type: 'url_verification' })
      const answer = await send(urls.requestUrl, 'application/json', body, {})
      if (answer.kind !== 'acked') return false
      const { payload } = answer
      return (
        payload === challenge ||
        (typeof payload === 'object' && payload !== null && 'challenge' in payload && payload.challenge === challenge)
      )
    },
    close: () => Promise.resolve(),
  }
}

const retryHeaders = ({ retry }: Request): Record<string, string> =>
  retry && retry.num > 0 ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}

/** An empty body acknowledges; anything else is JSON, or the text of a reply. */
function readAnswer(text: string, contentType: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return contentType.includes('json') ? undefined : text
  }
}
