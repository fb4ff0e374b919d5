export type MessagePlace = {
  readonly channel: string
  readonly ts: string
  readonly threadTs?: string | undefined
}

/** Slack's form of a link to a message, built from the team's domain; `undefined` where we do not know that. */
export function messageLink(domain: string, { channel, ts, threadTs }: MessagePlace): string | undefined {
  if (!/^[a-z0-9-]+$/i.test(domain)) return undefined
  const thread = threadTs === undefined || threadTs === ts ? '' : `?thread_ts=${threadTs}&cid=${channel}`
  return `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}${thread}`
}
