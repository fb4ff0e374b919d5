/** A block as a view drew it; the adapter gives it to Slack as it is. */
export type DrawnBlock = { readonly type: string }

/** An image block that shows a file of Slack's. */
export const showsFile = (block: DrawnBlock): boolean => block.type === 'image' && 'slack_file' in block

export type PostContent = { readonly blocks: readonly DrawnBlock[]; readonly text: string }

/** How a call to Slack ended. `unknown`: it may have been carried out, since the answer got lost. */
export type SlackAnswer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** Not carried out; Slack asked to wait, or was not reached. */
  | { readonly kind: 'later'; readonly error: string; readonly seconds: number | undefined }
  /** Not carried out, and trying again changes nothing. */
  | { readonly kind: 'permanent'; readonly error: string }
  | { readonly kind: 'unknown'; readonly error: string }

/** The bot's own voice in one workspace's Slack. Every call is one request: who retries is the caller, by its row. */
export type SlackPoster = {
  /**
   * The conversation that an address means: a channel id as it is, `#name` looked up, a person's DM opened. `private`: a channel that
   * everybody may read is refused with `channel_is_public`, since what is to be posted names candidates.
   */
  conversation(address: string, who?: 'anybody' | 'private'): Promise<SlackAnswer<string>>
  /** `key` goes into the message's metadata, by which `find` knows it again. */
  post(channel: string, key: string, content: PostContent): Promise<SlackAnswer<{ readonly ts: string }>>
  update(channel: string, ts: string, key: string, content: PostContent): Promise<SlackAnswer<{ readonly ts: string }>>
  /** Our own message with this key among the conversation's newest thousand; `hidden` where we may not read its history, or it goes on behind them. */
  find(channel: string, key: string, since: number): Promise<SlackAnswer<{ readonly ts: string } | 'none' | 'hidden'>>
  /** Brings a file to Slack, seen by nobody until it is shared; answers its id. */
  upload(file: {
    readonly name: string
    readonly alt: string | undefined
    readonly bytes: Uint8Array
  }): Promise<SlackAnswer<string>>
  /** Completes an upload; with a thread it is shared there, with a comment. Without one it stays unseen, and a message may show it. */
  shareFile(
    file: { readonly id: string; readonly title: string },
    thread: { readonly channel: string; readonly ts: string; readonly comment: string } | undefined,
  ): Promise<SlackAnswer<null>>
  /** Whether the file stands in the thread; `hidden` where we may not read it. */
  hasFile(
    thread: { readonly channel: string; readonly ts: string },
    id: string,
  ): Promise<SlackAnswer<'yes' | 'no' | 'hidden'>>
  /** The same for the same content: what need not be drawn again. */
  fingerprint(content: PostContent): string
}
