import type { WebClient } from '@slack/web-api'

/** A form has to open within three seconds, so the link may not take more than this of them. */
const PATIENCE_MS = 700

type Place = { readonly channel: string; readonly ts: string; readonly threadTs?: string | undefined }

/** Slack's own link to a message; where the bot may not ask, or the answer is slow, the same link built from the team's domain. */
export async function linkTo(client: WebClient, domain: string, place: Place): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
  const asked = client.chat
    .getPermalink({ channel: place.channel, message_ts: place.ts })
    .then(({ permalink }) => permalink)
    .catch(() => undefined)
  const link = await Promise.race([asked, late])
  clearTimeout(timer)
  return link ?? builtLink(domain, place)
}

/** `undefined` where we do not know the team's domain. */
export function builtLink(domain: string, { channel, ts, threadTs }: Place): string | undefined {
  if (!/^[a-z0-9-]+$/i.test(domain)) return undefined
  const thread = threadTs === undefined || threadTs === ts ? '' : `?thread_ts=${threadTs}&cid=${channel}`
  return `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}${thread}`
}
