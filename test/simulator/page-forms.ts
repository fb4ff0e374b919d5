import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Locator, Page } from 'playwright-core'
import { opensOnSilver } from './page-support.ts'

export const plain = (text: string) => ({ type: 'plain_text' as const, text })
export const nameInput = {
  type: 'input' as const,
  block_id: 'name',
  label: plain('Full name'),
  element: { type: 'plain_text_input' as const, action_id: 'name' },
}
export const form: ModalView = {
  type: 'modal',
  callback_id: 'add',
  title: plain('Add someone'),
  submit: plain('Add'),
  blocks: [nameInput],
}

/** Says what a submission held, then answers it. */
export const answers =
  (view: ModalView, answer: Record<string, unknown> | undefined) =>
  (app: App, heard: string[]): void => {
    opensOnSilver(view)(app)
    app.view(view.callback_id ?? '', async ({ ack, view: sent }) => {
      heard.push(JSON.stringify(sent.state.values))
      await (answer ? ack(answer as never) : ack())
    })
  }
export const opened = (page: Page, name: string): Locator => page.getByRole('dialog', { name })
