/** Where a message is: `threadTs` is the message that it answers. */
export type MessageAddress = { readonly channel: string; readonly ts: string; readonly threadTs?: string }

/** The address of a message, as Slack's "Copy link" gives it; `domain` is the workspace's own. */
export function permalink(domain: string, { channel, ts, threadTs }: MessageAddress): string {
  const thread = threadTs === undefined || threadTs === ts ? '' : `?thread_ts=${threadTs}&cid=${channel}`
  return `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}${thread}`
}

/** The message that a link to this workspace leads to; undefined for every other address. */
export function readPermalink(domain: string, url: string): MessageAddress | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, host, pathname, searchParams } = new URL(url)
  if (protocol !== 'https:' || host !== `${domain}.slack.com`) return undefined
  const [, channel, seconds, micros] = /^\/archives\/([CDG][A-Z0-9]+)\/p(\d{10})(\d{6})$/.exec(pathname) ?? []
  if (channel === undefined) return undefined
  const threadTs = searchParams.get('thread_ts')
  return { channel, ts: `${seconds}.${micros}`, ...(threadTs ? { threadTs } : {}) }
}
