/** Text that would mention, link or break out, and whether what is shown of it is inert. */
import { expect } from 'vitest'

export const HOSTILE = '<!channel> <https://evil.example|click> & *bold* `code` \u202eرتل 👩‍👩‍👧 {{ x }} <@U123>'
export const long = (max: number): string => HOSTILE.repeat(Math.ceil(max / HOSTILE.length)).slice(0, max)

/** Everything that Slack would read as mrkdwn; plain text and rich text are letters to it. */
export function mrkdwnIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn)
  if (typeof value !== 'object' || value === null) return []
  const { type, text } = value as { type?: unknown; text?: unknown }
  if (type === 'mrkdwn' && typeof text === 'string') return [text]
  return Object.values(value).flatMap(mrkdwnIn)
}

export function isInert(shown: unknown): void {
  for (const text of mrkdwnIn(shown)) {
    expect(text).not.toMatch(/<!(channel|here|everyone)/)
    expect(text).not.toContain('<https://evil')
    expect(text).not.toContain('<@U123>')
  }
}
