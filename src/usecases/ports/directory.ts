import type { Zone } from '../../domain/shared/time.ts'

export type SlackPerson = {
  readonly slackUserId: string
  readonly name: string
  readonly email: string | undefined
  readonly zone: Zone
  /** Workspace admin or owner. */
  readonly isSlackAdmin: boolean
  /** Works here: no bot, not deactivated, and not of another workspace with which a channel is shared. */
  readonly isColleague: boolean
}

/** What Slack knows about people. Every answer may take a network's time, ten seconds at worst: never inside a unit of work. */
export type Directory = {
  person(slackUserId: string): Promise<SlackPerson | undefined>
  /** Members of the group with that handle; `none` where the workspace has no such group or its plan has no groups. */
  group(handle: string): Promise<{ readonly slackGroupId: string; readonly slackUserIds: readonly string[] } | 'none'>
}
