/**
 * What a person at the local workspace can see and do. One contract for its web page, for tests and for the tour,
 * so that all three drive the bot through the same door. Ids are Slack-shaped (`T…`, `U…`, `C…`, `D…`), times are Slack `ts` strings.
 */
import type { AnyBlock, HomeView, ModalView } from '@slack/types'

/** Such as `U0ANA`. */
export type UserId = string
/** Such as `C0RECRUIT`, or `D…` for a direct conversation. */
export type ChannelId = string
/** Seconds since the epoch with six decimals, as text: when something was said, and its id in its channel. */
export type Ts = string

/** Somebody of the workspace; `tz` is an IANA zone. */
export type Person = {
  readonly id: UserId
  readonly name: string
  readonly realName: string
  readonly email: string
  /** One line under the name, such as "Recruiter". */
  readonly title: string
  readonly tz: string
  readonly isAdmin: boolean
  readonly isOwner: boolean
  readonly isBot: boolean
}

/** A channel, or a direct conversation (`im`) of two. */
export type Channel = {
  readonly id: ChannelId
  readonly name: string
  readonly kind: 'public' | 'private' | 'im'
  readonly members: readonly UserId[]
  readonly topic: string
}

/** A group that can be mentioned; `handle` is without the @. */
export type UserGroup = {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly users: readonly UserId[]
}

/** A message as somebody sees it. `ephemeralFor` is set on what only that person sees and what a reload would lose in Slack. */
export type Message = {
  readonly channel: ChannelId
  readonly ts: Ts
  readonly threadTs?: Ts
  readonly user: UserId
  readonly text: string
  readonly blocks?: readonly AnyBlock[]
  readonly editedTs?: Ts
  readonly ephemeralFor?: UserId
  readonly reactions: readonly { readonly name: string; readonly users: readonly UserId[] }[]
  readonly metadata?: { readonly event_type: string; readonly event_payload: object }
  readonly files?: readonly {
    readonly id: string
    readonly title: string
    readonly mimetype: string
    readonly url: string
    readonly altText?: string
  }[]
}

/** An open modal: `view` as Slack would return it (with `id`, `hash`, `state`, `root_view_id`, `previous_view_id`). */
export type OpenView =
  | (ModalView & { readonly id: string; readonly hash: string })
  | (HomeView & { readonly id: string; readonly hash: string })

/** What the person typed or chose so far: block_id → action_id → the element's state, in the shapes of a `view_submission` payload. */
export type ViewState = Record<string, Record<string, unknown>>

/** All that one person sees now. */
export type PersonView = {
  readonly me: Person
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  readonly people: readonly Person[]
  readonly channels: readonly Channel[]
  readonly userGroups: readonly UserGroup[]
  readonly messages: Readonly<Record<ChannelId, readonly Message[]>>
  readonly home?: OpenView
  /** The stack of open modals, the last one on top; at most three. */
  readonly modals: readonly OpenView[]
  /** Errors by block_id which the app answered to the last submission of the top modal. */
  readonly modalErrors: Readonly<Record<string, string>>
  readonly commands: readonly { readonly command: string; readonly description: string; readonly usageHint: string }[]
  readonly shortcuts: readonly {
    readonly callbackId: string
    readonly name: string
    readonly type: 'message' | 'global'
  }[]
  /** What Slack itself tells the person, such as "/silver failed with the error dispatch_failed". Newest last. */
  readonly notices: readonly string[]
  readonly mail: readonly MailSummary[]
}

/** A line of the mailbox; `at` is ISO 8601, `reply` is what a candidate answered. */
export type MailSummary = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly at: string
  readonly direction: 'out' | 'reply'
}
/** A mail with its parts; `html` is already harmless. */
export type MailFull = MailSummary & {
  readonly html: string
  readonly text: string
  readonly source: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

/** A file that somebody brings; `content` is base64. */
export type NewFile = { readonly name: string; readonly mimetype: string; readonly content: string }

/** Everything a person can do. A press of a control carries its block and action id; `value` is the element's state as in Slack's payload. */
export type Act =
  | {
      readonly kind: 'say'
      readonly channel: ChannelId
      readonly text: string
      readonly threadTs?: Ts
      readonly files?: readonly NewFile[]
    }
  | { readonly kind: 'command'; readonly channel: ChannelId; readonly command: string; readonly text: string }
  | { readonly kind: 'messageShortcut'; readonly callbackId: string; readonly channel: ChannelId; readonly ts: Ts }
  | { readonly kind: 'globalShortcut'; readonly callbackId: string }
  | { readonly kind: 'react' | 'unreact'; readonly channel: ChannelId; readonly ts: Ts; readonly name: string }
  | { readonly kind: 'deleteFile'; readonly file: string }
  | { readonly kind: 'openHome' }
  | {
      readonly kind: 'press'
      readonly on: { readonly channel: ChannelId; readonly ts: Ts } | { readonly viewId: string }
      readonly blockId: string
      readonly actionId: string
      readonly value?: unknown
      readonly state?: ViewState
    }
  | { readonly kind: 'submit'; readonly viewId: string; readonly state: ViewState }
  | { readonly kind: 'closeModal'; readonly viewId: string; readonly clear?: boolean }
  | { readonly kind: 'dismissEphemeral'; readonly channel: ChannelId; readonly ts: Ts }
  | { readonly kind: 'replyToMail'; readonly mailId: string; readonly text: string }

/** `ok: false` carries what Slack would show the person; the act had no other effect. */
export type ActResult = { readonly ok: true } | { readonly ok: false; readonly notice: string }

/** The options that an `external_select` offers for what was typed so far. */
export type SuggestionRequest = {
  readonly on: { readonly channel: ChannelId; readonly ts: Ts } | { readonly viewId: string }
  readonly blockId: string
  readonly actionId: string
  readonly query: string
}
