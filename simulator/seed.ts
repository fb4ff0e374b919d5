import { z } from 'zod'
import type { ChannelId, Message, Person, UserGroup, UserId } from './contract.ts'

const command = z.object({
  command: z.string().startsWith('/'),
  description: z.string().max(2000),
  usage_hint: z.string().optional(),
  should_escape: z.boolean().default(false),
})
const shortcut = z.object({ name: z.string(), type: z.enum(['message', 'global']), callback_id: z.string() })

/** The parts of a Slack app manifest that decide what the workspace offers and sends. */
export const Manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    app_home: z
      .object({ home_tab_enabled: z.boolean().default(false) })
      .loose()
      .default({ home_tab_enabled: false }),
    slash_commands: z.array(command.loose()).default([]),
    shortcuts: z.array(shortcut.loose()).default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).default([]) }) }),
  settings: z
    .object({
      event_subscriptions: z
        .object({ bot_events: z.array(z.string()).default([]) })
        .loose()
        .default({ bot_events: [] }),
      interactivity: z.object({ is_enabled: z.boolean() }).loose().default({ is_enabled: false }),
    })
    .loose(),
})
export type Manifest = z.infer<typeof Manifest>

type PersonSeed = Pick<Person, 'id' | 'name' | 'realName' | 'email'> &
  Partial<Pick<Person, 'title' | 'tz' | 'isAdmin' | 'isOwner'>>
type ChannelSeed = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private'
  /** People, and the app's bot user where it was invited. */
  readonly members: readonly UserId[]
  readonly topic?: string
  readonly isArchived?: boolean
}

/** What somebody said. `daysAgo` counts back from the first start, 24 hours each, parts of a day too; `at` is an instant in ISO 8601. */
export type SaidSeed = {
  readonly user: UserId
  readonly text: string
  readonly reactions?: Message['reactions']
} & ({ readonly daysAgo: number } | { readonly at: string })

/** A message that was there before, with the answers to it. */
export type MessageSeed = SaidSeed & { readonly channel: ChannelId; readonly thread?: readonly SaidSeed[] }

/** What the workspace holds before anybody does anything. What a journal remembers wins over it. */
export type WorkspaceSeed = {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  /** User groups need a paid plan, which is the default. */
  readonly plan?: 'free' | 'paid'
  readonly people: readonly PersonSeed[]
  readonly channels: readonly ChannelSeed[]
  readonly userGroups?: readonly UserGroup[]
  /** Said before the first start, in any order. A workspace that has a journal already does not hear them again. */
  readonly messages?: readonly MessageSeed[]
  readonly app: {
    readonly id: string
    readonly botUserId: UserId
    readonly botId: string
    /** The bot's name, lower case, as in `@medallist`. */
    readonly name: string
    /** Scopes granted at installation; all that the manifest asks for unless told otherwise. */
    readonly scopes?: readonly string[]
    /** `manifest.json`, parsed from JSON. */
    readonly manifest: unknown
  }
}
