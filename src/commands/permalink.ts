import type { WebClient } from '@slack/web-api'
import { type MessagePlace, messageLink } from '../domain/shared/permalink.ts'
import { soon } from './soon.ts'

/** A form has to open within three seconds, so the link may not take more than this of them. */
const PATIENCE_MS = 700

/** Slack's own link to a message; where the bot may not ask, or the answer is slow, the same link built from the team's domain. */
export async function linkTo(client: WebClient, domain: string, place: MessagePlace): Promise<string | undefined> {
  const asked = client.chat
    .getPermalink({ channel: place.channel, message_ts: place.ts })
    .then(({ permalink }) => permalink)
    .catch(() => undefined)
  return (await soon(asked, PATIENCE_MS)) ?? messageLink(domain, place)
}
