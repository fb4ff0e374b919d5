import type { AnyBlock, PlainTextElement } from '@slack/types'
import type { OpenView, UserId, ViewState } from '../contract.ts'

/** A view as Slack returns it: what the app sent, filled up, and Slack's own ids. */
export type StoredView = {
  readonly id: string
  readonly team_id: string
  readonly type: 'modal' | 'home'
  readonly blocks: AnyBlock[]
  readonly private_metadata: string
  readonly callback_id: string
  readonly state: { readonly values: ViewState }
  readonly hash: string
  readonly title?: PlainTextElement
  readonly close?: PlainTextElement | null
  readonly submit?: PlainTextElement | null
  readonly clear_on_close: boolean
  readonly notify_on_close: boolean
  readonly external_id: string
  readonly root_view_id: string
  readonly previous_view_id: string | null
  readonly app_id: string
  readonly app_installed_team_id: string
  readonly bot_id: string
}

/** A view where somebody has it. */
export type Placed = { readonly user: UserId; readonly view: StoredView }

/** The same view under the contract's type. */
export const asOpenView = (view: StoredView): OpenView => view as unknown as OpenView
